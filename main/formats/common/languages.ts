const KNOWN = new Map<string, string>();
/** A file names a few languages a million times; one that names a million is not to fill the memory. */
const MAX_KNOWN = 1000;

/** A language tag in the form BCP 47 recommends (`es_BO`, `ES-bo` → `es-BO`); what is no tag stays as it is. */
export function canonicalLanguage(tag: string): string {
  const known = KNOWN.get(tag);
  if (known !== undefined) return known;
  const canonical = canonicalized(tag);
  if (KNOWN.size < MAX_KNOWN) KNOWN.set(tag, canonical);
  return canonical;
}

function canonicalized(tag: string): string {
  const dashed = tag.trim().replaceAll('_', '-');
  try {
    return Intl.getCanonicalLocales(dashed)[0] ?? dashed;
  } catch {
    return dashed;
  }
}

/** The language of a tag without region and script. */
export function primaryLanguage(tag: string): string {
  const canonical = canonicalLanguage(tag);
  const dash = canonical.indexOf('-');
  return dash < 0 ? canonical : canonical.slice(0, dash);
}

/**
 * The item whose language serves best where one is wanted: the very one, the same language without a region, any other
 * variety of it; the first of equals.
 */
export function bestFor<T extends { readonly language: string }>(items: readonly T[], wanted: string): T | undefined {
  const tag = canonicalLanguage(wanted);
  let best: T | undefined;
  let bestRank = 0;
  const primary = primaryLanguage(tag);
  for (const item of items) {
    const { language } = item;
    if (language === tag) return item;
    const rank = language === primary ? 2 : primaryLanguage(language) === primary ? 1 : 0;
    if (rank <= bestRank) continue;
    best = item;
    bestRank = rank;
  }
  return best;
}
