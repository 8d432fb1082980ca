import { descendants, type XmlElement } from '#main/formats/package/xml.ts';

const PARTNERED =
  /^(?<what>text:(?:bookmark|reference-mark|toc-mark|user-index-mark|alphabetical-index-mark|change)|field:fieldmark)-(?<side>start|end)$/u;

/** What the start and the end of one range share; undefined for what has no other half. */
function partnerKey({ name, attributes }: XmlElement): string | undefined {
  if (name === 'office:annotation' || name === 'office:annotation-end') {
    const id = attributes['office:name'];
    return id === undefined ? undefined : `annotation:${id}`;
  }
  const what = PARTNERED.exec(name)?.groups?.['what'];
  if (what === undefined) return undefined;
  const id = attributes['text:change-id'] ?? attributes['text:id'] ?? attributes['text:name'] ?? '';
  return `${what}:${what === 'field:fieldmark' ? '' : id}`;
}

export function isStart({ name }: XmlElement): boolean {
  return name.endsWith('-start') || name === 'office:annotation';
}

/** Of marks that are about to go, those whose other half does not go with them. */
export function stillNeeded(going: readonly XmlElement[], hasPartner: (key: string) => boolean): readonly XmlElement[] {
  const counts = new Map<string, number>();
  for (const element of going) {
    const key = partnerKey(element);
    if (key !== undefined) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return going.filter((element) => {
    const key = partnerKey(element);
    return key !== undefined && counts.get(key) === 1 && hasPartner(key);
  });
}

const MARKS = new Set([
  'office:annotation',
  'office:annotation-end',
  ...['bookmark', 'reference-mark', 'toc-mark', 'user-index-mark', 'alphabetical-index-mark', 'change'].flatMap(
    (what) => [`text:${what}-start`, `text:${what}-end`],
  ),
  'field:fieldmark-start',
  'field:fieldmark-end',
]);

/** How many marks a part has of each range: a comment without an end has one. */
export function countPartners(root: XmlElement): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const element of descendants(root, MARKS)) {
    const key = partnerKey(element);
    if (key !== undefined) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}
