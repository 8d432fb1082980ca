import { useTranslation } from 'react-i18next';
import type { ProgressDay } from '#shared/contract/statistics.ts';
import { useFormat } from '#renderer/i18n/format.ts';
import { StatusSign } from '#renderer/ui/signs.tsx';

const WIDTH = 640;
const HEIGHT = 160;
const LINES = ['translated', 'reviewed', 'approved'] as const;

/** Words done at the end of each day: three steps that climb towards all the words there are. */
export function ProgressChart({ words, days }: { readonly words: number; readonly days: readonly ProgressDay[] }) {
  const { t } = useTranslation(['statistics', 'common']);
  const format = useFormat();
  const first = days[0];
  const last = days.at(-1);
  if (first === undefined || last === undefined || words === 0) return <p className="muted">{t('noProgress')}</p>;
  const from = Date.parse(first.day);
  const span = Math.max(1, Date.parse(last.day) - from);
  const x = (day: string): number => ((Date.parse(day) - from) / span) * WIDTH;
  const y = (count: number): number => HEIGHT - (Math.min(count, words) / words) * HEIGHT;
  const pathOf = (line: (typeof LINES)[number]): string =>
    days
      .map((day, index) => `${index === 0 ? 'M0' : `H${x(day.day)}`} ${index === 0 ? '' : 'V'}${y(day[line])}`)
      .join(' ');
  const said = LINES.map((line) =>
    t('progressLine', {
      status: t(`common:status.${line}`),
      n: format.number(last[line]),
      percent: format.percent(last[line] / words),
    }),
  );
  return (
    <figure className="progress-chart">
      {days.length === 1 ? null : (
        <svg
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          preserveAspectRatio="none"
          role="img"
          aria-label={t('progressOf', { words: format.number(words), lines: said.join('; ') })}
        >
          <path className="chart-goal" d={`M0 0.5H${WIDTH}`} />
          {LINES.map((line) => (
            <path key={line} className="chart-line" data-status={line} d={`${pathOf(line)} H${WIDTH}`} />
          ))}
          <path className="chart-axis" d={`M0 ${HEIGHT - 0.5}H${WIDTH}`} />
        </svg>
      )}
      <figcaption>
        <span className="muted chart-days">
          <time dateTime={first.day}>{dayOf(first.day, format.locale)}</time>
          {days.length === 1 ? null : <time dateTime={last.day}>{dayOf(last.day, format.locale)}</time>}
        </span>
        <ul className="chart-legend">
          {LINES.map((line, index) => (
            <li key={line}>
              <StatusSign status={line} /> {said[index]}
            </li>
          ))}
        </ul>
      </figcaption>
    </figure>
  );
}

function dayOf(day: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(day));
}
