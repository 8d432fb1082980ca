import { descendants } from '#main/formats/package/xml.ts';
import type { OdfPart } from '../model.ts';

const REGIONS = new Set(['text:changed-region']);

/**
 * Takes out the tracked changes no mark of the written text names any more: they were accepted with the paragraphs they
 * stood in, and what they had deleted is not to stay behind unseen.
 */
export function dropLostChanges(part: OdfPart, rendered: string): string {
  if (!rendered.includes('changed-region')) return rendered;
  const named = new Set(Array.from(rendered.matchAll(/change-id\s*=\s*["']([^"']*)["']/gu), (match) => match[1]));
  let out = rendered;
  for (const { attributes, start, end } of descendants(part.root, REGIONS)) {
    const ids = [attributes['xml:id'], attributes['text:id']].filter((id) => id !== undefined);
    const had = ids.some((id) => part.text.includes(`change-id="${id}"`));
    // Nothing inside a region is ever edited, so it stands there as it did.
    if (had && !ids.some((id) => named.has(id))) out = out.replace(part.text.slice(start, end), () => '');
  }
  return out;
}
