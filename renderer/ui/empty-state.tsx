import type { ReactNode } from 'react';
import './empty-state.css';

/** What to see where nothing is yet: one sentence that teaches, one button. */
export function EmptyState({ text, children }: { readonly text: string; readonly children?: ReactNode }) {
  return (
    <div className="empty-state">
      <p>{text}</p>
      {children}
    </div>
  );
}
