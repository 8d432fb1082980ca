import { parseXml, type XmlElement } from '../package/xml.ts';
import type { PackageOutput } from '../package/output.ts';
import { Splicer } from './splice.ts';

/**
 * Relationships to files inside the file: OLE objects, the workbooks of charts (`package`), texts Word takes in when it
 * opens the file (`aFChunk`). They have authors, comments and changes of their own, and nested archives are never opened:
 * none goes to participants. The picture an object shows and what a chart has drawn stay.
 */
export const EMBEDDED_TYPES: ReadonlySet<string> = new Set(['oleObject', 'package', 'aFChunk']);

/**
 * Drops the elements of a part that name one of the relationships (`o:OLEObject`, `c:externalData`, `w:altChunk` …), given
 * as id to target. Returns the targets that were named: one only an omitted unit had is missed by nobody.
 */
export async function dropElementsNaming(
  targets: ReadonlyMap<string, string>,
  part: string,
  output: PackageOutput,
): Promise<readonly string[]> {
  const text = await output.text(part);
  if (text === undefined) return [];
  const splicer = new Splicer(text);
  const found = naming(targets, parseXml(text, part));
  for (const { start, end } of found) splicer.replace(start, end, '');
  if (splicer.changed) await output.setText(part, splicer.render());
  return [...new Set(found.map(({ attributes }) => targets.get(attributes['r:id'] ?? '') ?? ''))];
}

function naming(targets: ReadonlyMap<string, string>, element: XmlElement): readonly XmlElement[] {
  return element.children.flatMap((child) => {
    const id = child.attributes['r:id'];
    return id !== undefined && targets.has(id) ? [child] : naming(targets, child);
  });
}
