import { useTranslation } from 'react-i18next';
import type { ExportFinding } from '#shared/contract/exports.ts';
import { Icon } from '#renderer/ui/icons.tsx';
import './bundles.css';

/** What people should know of an export, a sentence each. */
export function Findings({ findings }: { readonly findings: readonly ExportFinding[] }) {
  const { t } = useTranslation('bundles');
  if (findings.length === 0) return null;
  return (
    <ul className="findings" aria-label={t('warnings')}>
      {findings.map((finding) => (
        <li key={`${finding.code} ${JSON.stringify(finding.params)}`}>
          <Icon name="warning" size={14} />
          <span>
            {finding.params['document'] === undefined ? null : <strong>{finding.params['document']}: </strong>}
            {t(`finding.${finding.code}`, { ...finding.params, count: Number(finding.params['count'] ?? 1) })}
          </span>
        </li>
      ))}
    </ul>
  );
}
