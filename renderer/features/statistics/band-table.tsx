import { useTranslation } from 'react-i18next';
import type { ScopeCounts } from '#shared/contract/statistics.ts';
import { useFormat } from '#renderer/i18n/format.ts';
import { SHARES, wordsOf } from './bands.ts';

/** Words by what the memory knows of them: a line for the scope and each part of it, with a bar to compare them by. */
export function BandTable({ rows }: { readonly rows: readonly ScopeCounts[] }) {
  const { t } = useTranslation('statistics');
  const format = useFormat();
  return (
    <div className="band-scroll">
      <table className="band-table">
        <caption className="visually-hidden">{t('table')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('what')}</th>
            <th scope="col" className="number">
              {t('segments')}
            </th>
            <th scope="col" className="number">
              {t('words')}
            </th>
            {SHARES.map((share) => (
              <th key={share} scope="col" className="number">
                <span className="swatch" data-share={share} aria-hidden="true" /> {t(`share.${share}`)}
              </th>
            ))}
            <th scope="col">
              <span className="visually-hidden">{t('bar')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.scope.of} ${row.scope.id}`} data-of={row.scope.of}>
              <th scope="row">{row.title}</th>
              <td className="number">{format.number(row.total.segments)}</td>
              <td className="number">{format.number(row.total.words)}</td>
              {SHARES.map((share) => (
                <td key={share} className="number" data-zero={wordsOf(row, share) === 0}>
                  {format.number(wordsOf(row, share))}
                </td>
              ))}
              <td className="band-bar-cell">
                <BandBar row={row} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function BandBar({ row }: { readonly row: ScopeCounts }) {
  const words = Math.max(1, row.total.words);
  return (
    <span className="band-bar" aria-hidden="true">
      {SHARES.map((share) => (
        <span key={share} data-share={share} style={{ inlineSize: `${(wordsOf(row, share) / words) * 100}%` }} />
      ))}
    </span>
  );
}
