import { useTranslation } from 'react-i18next';
import type { TFunction } from 'i18next';

/** Numbers, dates and sizes as Bolivia writes them (1.234,5; 12 nov), or as British English does. */
export interface Format {
  /** BCP 47, for components that format themselves. */
  readonly locale: string;
  number(value: number): string;
  /** A share of 0–1 in whole per cent; never 100 % before it is. */
  percent(share: number): string;
  bytes(count: number): string;
  /** `14:05`. */
  time(at: number | Date): string;
  /** `12 nov`, with the year when it is not the present one. */
  day(at: Date, now: Date): string;
  /** `hoy`, `ayer`, `hace 3 días`, then the day. */
  ago(at: Date, now: Date): string;
}

const LOCALES: Readonly<Record<string, string>> = { es: 'es-BO', en: 'en-GB' };
const DAY = 24 * 60 * 60_000;

export function localeOf(language: string): string {
  return LOCALES[language] ?? 'es-BO';
}

/** The share as whole per cent, rounded down so that 100 means done, and up to 1 when something is done. */
export function wholePercent(share: number): number {
  const percent = Math.floor(Math.min(1, Math.max(0, share)) * 100);
  return percent === 0 && share > 0 ? 1 : percent;
}

function midnight(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}

function daysBetween(earlier: Date, later: Date): number {
  return Math.round((midnight(later) - midnight(earlier)) / DAY);
}

/** The formats of a language. `t` gives the words of sizes. */
export function formatFor(language: string, t: TFunction): Format {
  const locale = localeOf(language);
  const plain = new Intl.NumberFormat(locale, { useGrouping: 'always', maximumFractionDigits: 0 });
  const short = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const clock = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const near = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' });
  const far = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric' });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const day = (at: Date, now: Date): string => (at.getFullYear() === now.getFullYear() ? near : far).format(at);
  return {
    locale,
    number: (value) => plain.format(value),
    percent: (share) => `${plain.format(wholePercent(share))}\u00A0%`,
    bytes: (count) => {
      if (count < 1000) return t('bytes.b', { n: plain.format(count) });
      if (count < 999_500) return t('bytes.kb', { n: plain.format(count / 1000) });
      return t('bytes.mb', { n: short.format(count / 1_000_000) });
    },
    time: (at) => clock.format(at),
    day,
    ago: (at, now) => {
      const days = daysBetween(at, now);
      return days >= 0 && days < 7 ? relative.format(-days, 'day') : day(at, now);
    },
  };
}

const made = new Map<string, Format>();

/** The formats of the interface's language. */
export function useFormat(): Format {
  const { t, i18n } = useTranslation('common');
  const language = i18n.resolvedLanguage ?? 'es';
  const known = made.get(language);
  if (known !== undefined) return known;
  const format = formatFor(language, t);
  made.set(language, format);
  return format;
}
