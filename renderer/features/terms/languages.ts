/** Languages in which terms are kept, the commonest first (domain.md, "Languages of Bolivia"). */
export const LANGUAGES = ['en', 'es', 'es-BO', 'quh', 'qul', 'ay', 'gn'] as const;

/** A language in the words of the interface; its code when the runtime has none. */
export function languageName(tag: string, locale: string): string {
  try {
    return new Intl.DisplayNames([locale], { type: 'language', fallback: 'code' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
