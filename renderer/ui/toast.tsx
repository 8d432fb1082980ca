import {
  Button as AriaButton,
  Text,
  UNSTABLE_Toast as Toast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as ToastRegion,
} from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { AdaptaError } from '#shared/model/errors.ts';
import { ErrorNotice } from './error-notice.tsx';
import { Button } from './button.tsx';
import { Icon } from './icons.tsx';
import './toast.css';

interface Notice {
  readonly text?: string;
  readonly error?: AdaptaError;
  readonly action?: { readonly label: string; readonly run: () => void };
}

/** react-aria's own minimum; an undo stays reachable by Ctrl+Z afterwards. */
const STAY = 8_000;
const queue = new ToastQueue<Notice>({ maxVisibleToasts: 2 });

let passing: string | null = null;

/** Says in passing what was done, with the way back if there is one. Takes the place of what was said before: an undo offered there may be done already. */
export function toast(text: string, action?: { readonly label: string; readonly run: () => void }): void {
  if (passing !== null) queue.close(passing);
  passing = queue.add({ text, ...(action === undefined ? {} : { action }) }, { timeout: STAY });
}

/** Says what went wrong; stays until closed. */
export function toastError(error: AdaptaError): void {
  queue.add({ error });
}

/** Tells the style sheets how much of the window's foot notices take, so that a dialog leaves it: no button is ever covered. */
function leaveRoom(region: HTMLElement | null): (() => void) | undefined {
  if (region === null) return undefined;
  const { style } = document.documentElement;
  const watch = new ResizeObserver(() => {
    style.setProperty('--toasts-room', `${Math.ceil(window.innerHeight - region.getBoundingClientRect().top)}px`);
  });
  watch.observe(region);
  return () => {
    watch.disconnect();
    style.removeProperty('--toasts-room');
  };
}

/** Where the notices appear; once per window. */
export function Toasts() {
  const { t } = useTranslation();
  return (
    <ToastRegion ref={leaveRoom} queue={queue} className="toasts" aria-label={t('toast.notices')}>
      {({ toast: shown }) => (
        <Toast toast={shown} className="toast">
          <ToastContent className="toast-content">
            {shown.content.error === undefined ? (
              <Text slot="title">{shown.content.text}</Text>
            ) : (
              <ErrorNotice error={shown.content.error} bare />
            )}
          </ToastContent>
          {shown.content.action === undefined ? null : (
            <Button
              look="plain"
              onPress={() => {
                shown.content.action?.run();
                queue.close(shown.key);
              }}
            >
              {shown.content.action.label}
            </Button>
          )}
          <AriaButton slot="close" className="icon-button icon-button-small" aria-label={t('toast.close')}>
            <Icon name="close" size={12} />
          </AriaButton>
        </Toast>
      )}
    </ToastRegion>
  );
}
