import en from '#resources/locales/bundle.en.json' with { type: 'json' };
import es from '#resources/locales/bundle.es.json' with { type: 'json' };
import type { BundleLanguage } from './types.ts';

/** The sentences bundles are written with; the engine must not depend on the page's own (i18next). */
export type BundleText = typeof es;

const TEXTS: Readonly<Record<BundleLanguage, BundleText>> = { es, en };

/** The language bundle sentences come in: English for English, Spanish for everything else (quechua, aymara, guaraní too). */
export function bundleLanguage(language: string): BundleLanguage {
  return language.toLowerCase().split(/[-_]/u)[0] === 'en' ? 'en' : 'es';
}

export function bundleText(language: string): BundleText {
  return TEXTS[bundleLanguage(language)];
}

/** Fills `{name}` places; a name without a value stays as it is, so that a mistake shows. */
export function fill(sentence: string, values: Readonly<Record<string, string | number>>): string {
  return sentence.replaceAll(/\{(\w+)\}/gu, (whole, name: string) => String(values[name] ?? whole));
}

function locale(language: string): string {
  return bundleLanguage(language) === 'en' ? 'en-GB' : 'es-BO';
}

/** A calendar date or an instant as people write it, `7 de marzo de 2026`; what is no date is given back as it is. */
export function longDate(value: string, language: string): string {
  const date = new Date(value);
  if (Number.isNaN(date.getTime())) return value;
  return new Intl.DateTimeFormat(locale(language), { dateStyle: 'long', timeZone: 'UTC' }).format(date);
}

/** A size as people read it, in decimal units as WhatsApp and file managers show it: `7,4 MB`. */
export function readableSize(bytes: number, language: string): string {
  const [value, unit] = bytes < 1_000_000 ? [Math.max(1, bytes / 1000), 'kB'] : [bytes / 1_000_000, 'MB'];
  const digits = unit === 'MB' && value < 100 ? 1 : 0;
  return `${new Intl.NumberFormat(locale(language), { maximumFractionDigits: digits }).format(value)} ${unit}`;
}
