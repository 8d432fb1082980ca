/** `es` of `es-BO`: texts of all its varieties are the same language to glossary and checks. */
export function primaryLanguage(tag: string): string {
  return tag.split('-', 1)[0]?.toLowerCase() ?? '';
}
