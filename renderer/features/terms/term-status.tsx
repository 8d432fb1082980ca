import { useTranslation } from 'react-i18next';
import type { TermStatus } from '#shared/contract/terms.ts';

export const TERM_STATUSES: readonly TermStatus[] = ['preferred', 'admitted', 'proposed', 'deprecated', 'forbidden'];

const SIGNS: Readonly<Record<TermStatus, string>> = {
  preferred: '●',
  admitted: '○',
  proposed: '?',
  deprecated: '◌',
  forbidden: '×',
};

/** How far a term may be used: a sign and, unless `quiet`, its word. */
export function TermStatusSign({ status, quiet = false }: { readonly status: TermStatus; readonly quiet?: boolean }) {
  const { t } = useTranslation('terms');
  return (
    <span className="term-status" data-status={status}>
      <span aria-hidden="true">{SIGNS[status]}</span>
      <span className={quiet ? 'visually-hidden' : ''}> {t(`status.${status}`)}</span>
    </span>
  );
}
