/** A language tag in the form BCP 47 recommends (`es_BO`, `ES-bo` → `es-BO`); what is no tag stays as it is. */
export function canonicalLanguage(tag: string): string {
  const dashed = tag.trim().replaceAll('_', '-');
  try {
    return Intl.getCanonicalLocales(dashed)[0] ?? dashed;
  } catch {
    return dashed;
  }
}

/**
 * The item whose language serves best where one is wanted: the very one, the same language without a region, any other
 * variety of it; the first of equals.
 */
export function bestFor<T extends { readonly language: string }>(items: readonly T[], wanted: string): T | undefined {
  const tag = canonicalLanguage(wanted);
  const [primary] = tag.split('-');
  return (
    items.find((item) => item.language === tag) ??
    items.find((item) => item.language === primary) ??
    items.find((item) => item.language.split('-')[0] === primary)
  );
}
