import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '#renderer/ui/button.tsx';
import { go } from '../routes.ts';
import { Frame } from './frame.tsx';

const leave = (): void => go({ view: 'library' });

/** A view that one enters from the library and leaves for it: by its arrow, or by Esc. */
export function Place({
  title,
  beside,
  actions,
  children,
}: {
  readonly title: string;
  /** A word behind the title. */
  readonly beside?: string;
  /** What the view is for, at the right. */
  readonly actions: ReactNode;
  readonly children: ReactNode;
}) {
  const { t } = useTranslation();
  return (
    <Frame
      title={title}
      mainLabel={title}
      onLeave={leave}
      toolbar={
        <>
          <IconButton icon="back" label={t('action.toLibrary')} onPress={leave} />
          <h1 className="toolbar-title">{title}</h1>
          {beside === undefined ? null : <span className="muted">{beside}</span>}
          <span className="toolbar-space" />
          {actions}
        </>
      }
    >
      {children}
    </Frame>
  );
}
