import en from '#resources/locales/menu.en.json' with { type: 'json' };
import es from '#resources/locales/menu.es.json' with { type: 'json' };
import type { InterfaceLanguage } from '#shared/contract/bridge.ts';

/** The shell's own words: menu and native dialogs. The page has its own (i18next). */
export type ShellTexts = typeof es;

const ALL: Readonly<Record<InterfaceLanguage, ShellTexts>> = { es, en };

export const textsIn = (language: InterfaceLanguage): ShellTexts => ALL[language];

/** Fills `{name}` places. */
export function fill(sentence: string, values: Readonly<Record<string, string>>): string {
  return sentence.replaceAll(/\{(\w+)\}/gu, (whole, name: string) => values[name] ?? whole);
}
