import type { ReactNode } from 'react';
import { Icon, type IconName } from './icons.tsx';
import './notice.css';

export type NoticeLook = 'plain' | 'good' | 'warn' | 'danger';

const SIGNS: Readonly<Record<NoticeLook, IconName>> = { plain: 'info', good: 'check', warn: 'info', danger: 'error' };

/** Something said in its place in the view, read out when it appears. `sign` false: it brings its own (a bar). */
export function Notice({
  look = 'plain',
  sign = true,
  children,
}: {
  readonly look?: NoticeLook;
  readonly sign?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <output className={`notice notice-${look}`}>
      {sign ? <Icon name={SIGNS[look]} /> : null}
      {children}
    </output>
  );
}
