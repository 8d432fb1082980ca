import type { XmlElement } from '../package/xml.ts';

/** Elements that stand around paragraphs, rows and cells and are none of them (17.5.1, 17.13.5). */
export const TRANSPARENT_BLOCKS = new Set(['w:customXml', 'w:ins', 'w:moveTo', 'w:smartTag', 'w:sdtContent']);
const BETWEEN = new Set(['w:bookmarkStart', 'w:bookmarkEnd', 'w:proofErr', 'w:commentRangeStart', 'w:commentRangeEnd']);

/** Rows of a table or cells of a row, through the content controls and wrappers that may stand between. */
export function* below(parent: XmlElement, name: string): Generator<XmlElement> {
  for (const child of parent.children) {
    if (child.name === name) yield child;
    else if (child.name === 'w:sdt' || TRANSPARENT_BLOCKS.has(child.name)) yield* below(child, name);
  }
}

/** Whether a paragraph's mark is deleted: with the change accepted it is one with the next (17.13.5.15). */
export function hasDeletedMark(paragraph: XmlElement): boolean {
  const properties = paragraph.child('w:pPr');
  const mark = properties?.child('w:rPr');
  // Whoever accepts the change loses the section that ends here; nobody who edits a text asks for that.
  if (properties?.child('w:sectPr') !== undefined) return false;
  return mark?.child('w:del') !== undefined || mark?.child('w:moveFrom') !== undefined;
}

/** Whether the next sibling people would see is a paragraph. */
export function isParagraphNext(siblings: readonly XmlElement[], index: number): boolean {
  for (let next = index + 1; next < siblings.length; next++) {
    const { name } = siblings[next] as XmlElement;
    if (name === 'w:p') return true;
    if (!BETWEEN.has(name)) return false;
  }
  return false;
}
