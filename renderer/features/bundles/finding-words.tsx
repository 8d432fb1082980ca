import { useTranslation } from 'react-i18next';
import type { ExportFinding } from '#shared/contract/exports.ts';
import { Icon } from '#renderer/ui/icons.tsx';
import './bundles.css';

interface Group {
  readonly code: ExportFinding['code'];
  readonly count: number;
  readonly documents: readonly string[];
}

/** Findings of one kind together: how many in all, and in which documents. */
function grouped(findings: readonly ExportFinding[]): readonly Group[] {
  const groups = new Map<ExportFinding['code'], Group>();
  for (const { code, params } of findings) {
    const known = groups.get(code) ?? { code, count: 0, documents: [] };
    const document = String(params['document'] ?? '');
    groups.set(code, {
      code,
      count: known.count + Number(params['count'] ?? 1),
      documents:
        document === '' || known.documents.includes(document) ? known.documents : [...known.documents, document],
    });
  }
  return [...groups.values()];
}

/** What people should know of an export: a sentence for each kind, with the documents it is about. */
export function Findings({ findings }: { readonly findings: readonly ExportFinding[] }) {
  const { t } = useTranslation('bundles');
  if (findings.length === 0) return null;
  return (
    <ul className="findings" aria-label={t('warnings')}>
      {grouped(findings).map(({ code, count, documents }) => (
        <li key={code}>
          <Icon name="warning" size={14} />
          <span>
            {t(`finding.${code}`, { count })}
            {documents.length === 0 ? null : <span className="finding-documents">{documents.join(' · ')}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}
