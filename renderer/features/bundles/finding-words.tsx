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
            <Documents titles={documents} />
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Titles said in full; the rest is counted, and said when asked for. */
const MOST = 3;

function Documents({ titles }: { readonly titles: readonly string[] }) {
  const { t } = useTranslation('bundles');
  if (titles.length === 0) return null;
  const rest = titles.length - MOST;
  return (
    <span className="finding-documents" {...(rest > 0 ? { title: titles.join('\n') } : {})}>
      {titles.slice(0, MOST).join(' · ')}
      {rest > 0 ? ` ${t('findingMore', { count: rest })}` : ''}
    </span>
  );
}
