import { resolvePartName } from '#main/formats/package/names.ts';
import { objectFolder } from '../embedded.ts';
import { descendants } from '#main/formats/package/xml.ts';
import type { OdfModel } from '../model.ts';

const HREF = /\bhref\s*=\s*(?:"([^"]*)"|'([^']*)')/gu;
const OBJECTS = new Set(['draw:object']);

/** Everything inside the package that the written texts name. */
export function referencesOf(texts: readonly string[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const text of texts) {
    for (const [, double, single] of text.matchAll(HREF)) {
      const href = (double ?? single ?? '').replaceAll('&amp;', '&');
      if (href !== '' && !href.startsWith('#') && !/^[a-z][a-z0-9+.-]+:/iu.test(href))
        names.add(resolvePartName('content.xml', href));
    }
  }
  return names;
}

/** Embedded documents by their folders: those that are shown from their own XML stay, all others are files in the file. */
export function objectsOf(
  references: ReadonlySet<string>,
  { source, parts }: OdfModel,
): { kept: ReadonlySet<string>; named: ReadonlySet<string> } {
  const kept = new Set<string>();
  for (const object of descendants(source.content.root, OBJECTS)) {
    const folder = objectFolder(object);
    const root = parts.get(`${folder ?? ''}/content.xml`)?.root;
    if (folder === undefined || root === undefined || !references.has(folder)) continue;
    const isDrawn = root.name === 'math:math' || root.child('office:body')?.child('office:chart') !== undefined;
    if (isDrawn) kept.add(folder);
  }
  return { kept, named: references };
}
