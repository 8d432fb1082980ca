import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { handleKey } from './keys.ts';
import { showReceived } from './received-row.ts';
import { useActiveUnit, useBench, useWorkbench } from './workbench-context.ts';
import './text.css';
import './inline.css';

/** No form control holds two columns and marked text: the one editable element of the view says what it is. */
const TEXTBOX = { role: 'textbox', tabIndex: 0 } as const;

/** The two sheets: one editor over all rows. */
export function TextArea({ onHost }: { readonly onHost: (host: HTMLElement | null) => void }) {
  const { t } = useTranslation('editor');
  const workbench = useWorkbench();
  const readOnly = useBench((state) => state.readOnly);
  const complete = useBench((state) => state.complete);
  const { sourceLanguage, targetLanguage } = workbench.rows;
  const host = useRef<HTMLDivElement | null>(null);
  useReceivedRow();

  useEffect(() => {
    const root = host.current;
    if (root === null) return undefined;
    const keys = (event: KeyboardEvent): void => {
      if (handleKey(workbench, event)) {
        event.preventDefault();
        event.stopImmediatePropagation();
      }
    };
    const mouse = (event: MouseEvent): void => press(root, event);
    const click = (event: MouseEvent): void => clickSign(workbench, event);
    const menu = (event: MouseEvent): void => {
      const unit = unitAt(event);
      if (unit === undefined) return;
      event.preventDefault();
      if (workbench.surface.active !== unit) workbench.go(unit);
      workbench.openMenu({ x: event.clientX, y: event.clientY });
    };
    hideFromReact(root);
    root.addEventListener('keydown', keys, { capture: true });
    root.addEventListener('mousedown', mouse, { capture: true });
    root.addEventListener('click', click);
    root.addEventListener('contextmenu', menu);
    return () => {
      root.removeEventListener('keydown', keys, { capture: true });
      root.removeEventListener('mousedown', mouse, { capture: true });
      root.removeEventListener('click', click);
      root.removeEventListener('contextmenu', menu);
    };
  }, [workbench]);

  return (
    <>
      <div className="heads" aria-hidden="true">
        <span>{t('original', { language: sourceLanguage })}</span>
        <span>{t('adapted', { language: targetLanguage })}</span>
      </div>
      <div
        className="text"
        ref={(element) => {
          host.current = element;
          onHost(element);
        }}
        contentEditable={!readOnly}
        suppressContentEditableWarning
        {...TEXTBOX}
        aria-multiline="true"
        aria-busy={!complete}
        aria-readonly={readOnly}
        aria-label={t('textLabel')}
        spellCheck={false}
      />
    </>
  );
}

/**
 * React, before every commit, measures the selection of a focused editable element by walking all text in it: 15 ms for
 * 20,000 units. It knows such an element by this property alone, which nothing else reads: the attribute decides.
 */
function hideFromReact(root: HTMLElement): void {
  Object.defineProperty(root, 'contentEditable', { configurable: true, get: () => 'inherit' });
}

/** The received translation under the active row, while it is wanted. */
function useReceivedRow(): void {
  const { t } = useTranslation(['editor', 'common']);
  const workbench = useWorkbench();
  const received = useBench((state) => state.received);
  const unit = useActiveUnit();
  useEffect(() => {
    if (!received || unit === undefined) return undefined;
    return showReceived(workbench, unit, t);
  }, [received, unit, workbench, t]);
}

function unitAt(event: Event): string | undefined {
  const row = event.target instanceof Element ? event.target.closest('.unit') : null;
  return row instanceof HTMLElement ? row.dataset['unit'] : undefined;
}

/** A selection stays in the column it begins in: in the originals only when the mouse goes down there. */
function press(root: HTMLElement, event: MouseEvent): void {
  const target = event.target instanceof Element ? event.target : null;
  const sign = target?.closest('.sign') ?? null;
  root.classList.toggle('selects-source', (target?.closest('.source, .extra') ?? null) !== null);
  if (sign !== null) event.preventDefault();
}

function clickSign(workbench: Workbench, event: MouseEvent): void {
  const sign = event.target instanceof Element ? event.target.closest('.sign') : null;
  const unit = unitAt(event);
  if (sign === null || unit === undefined) return;
  if (workbench.surface.active !== unit) workbench.go(unit);
  const box = sign.getBoundingClientRect();
  workbench.openMenu({ x: box.left, y: box.bottom });
}

type Workbench = ReturnType<typeof useWorkbench>;
