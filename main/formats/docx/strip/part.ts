import { descendants, parseXml, type XmlElement } from '#main/formats/package/xml.ts';
import { fieldName, pairFields } from '../fields.ts';
import { onOff, type Styles } from '../styles.ts';
import { Splicer } from '#main/formats/common/splice.ts';

/** Inside runs and paragraphs: gone with everything in them. */
const REMOVED = new Set([
  'w:del',
  'w:moveFrom',
  'w:commentRangeStart',
  'w:commentRangeEnd',
  'w:commentReference',
  'w:annotationRef',
  'w:permStart',
  'w:permEnd',
  'w:moveFromRangeStart',
  'w:moveFromRangeEnd',
  'w:moveToRangeStart',
  'w:moveToRangeEnd',
  'w:customXmlInsRangeStart',
  'w:customXmlInsRangeEnd',
  'w:customXmlDelRangeStart',
  'w:customXmlDelRangeEnd',
  'w:customXmlMoveFromRangeStart',
  'w:customXmlMoveFromRangeEnd',
  'w:customXmlMoveToRangeStart',
  'w:customXmlMoveToRangeEnd',
  'w:rPrChange',
  'w:pPrChange',
  'w:sectPrChange',
  'w:tblPrChange',
  'w:tblPrExChange',
  'w:tblGridChange',
  'w:trPrChange',
  'w:tcPrChange',
  'w:numberingChange',
  'w:cellIns',
  'w:cellDel',
  'w:cellMerge',
  'w:dataBinding',
  'w15:dataBinding',
  'w:printerSettings',
  'w:rsids',
  'w:rsid',
  'w:attachedTemplate',
  'w:mailMerge',
  'w:docVars',
  'w:trackRevisions',
  'w:saveThroughXslt',
]);
const UNWRAPPED = new Set(['w:ins', 'w:moveTo']);
/** Where `w:ins` and `w:del` say something of the parent rather than enclose text. */
const PROPERTIES = new Set(['w:rPr', 'w:trPr', 'w:numPr', 'w:tcPr', 'm:ctrlPr']);
/** Fields whose result names a person or a folder of theirs. */
const PERSONAL_FIELDS = new Set([
  'AUTHOR',
  'LASTSAVEDBY',
  'USERNAME',
  'USERINITIALS',
  'USERADDRESS',
  'FILENAME',
  'TEMPLATE',
]);
const SHOWN = new Set([
  'w:t',
  'w:sym',
  'w:tab',
  'w:br',
  'w:cr',
  'w:drawing',
  'w:pict',
  'w:object',
  'w:noBreakHyphen',
  'mc:AlternateContent',
]);
const NOTES = new Set(['w:footnote', 'w:endnote']);
const REFERENCES = new Set(['w:footnoteReference', 'w:endnoteReference']);
const TEXT = new Set(['w:t']);
const DELETIONS = new Set(['w:del', 'w:moveFrom']);
const BOOKMARKS = new Set(['w:bookmarkStart', 'w:bookmarkEnd']);
/** What may stand between two paragraphs without being one. */
const MARKS = new Set([...REMOVED, 'w:bookmarkStart', 'w:bookmarkEnd', 'w:proofErr']);
const REVISION_IDS = /\s(?:[\w.-]+:)?rsid\w*\s*=\s*(?:"[^"]*"|'[^']*')/gu;
/** A path on somebody's disk, as Word leaves it in pictures' descriptions. */
const LOCAL_PATH = /^(?:[a-z]:[\\/]|\\\\|file:|\/(?:Users|home)\/)/iu;

export interface StripContext {
  readonly styles: Styles;
  /** Notes that something still refers to, as `footnote:3`; `undefined` keeps all. */
  readonly notes: ReadonlySet<string> | undefined;
}

/** The notes a part refers to, as `footnote:3`. */
export function noteReferences(text: string, name: string): string[] {
  if (!text.includes('noteReference')) return [];
  const found: string[] = [];
  for (const element of descendants(parseXml(text, name), REFERENCES)) {
    found.push(`${element.name.slice(2, -'Reference'.length)}:${element.attributes['w:id'] ?? ''}`);
  }
  return found;
}

/**
 * A WordprocessingML part without anything personal: tracked changes accepted, comments and permissions gone, revision
 * ids, hidden text and the results of fields that name a person removed, notes nobody refers to any more left out.
 */
export function stripPart(text: string, name: string, context: StripContext): string {
  const root = parseXml(text, name);
  if (!root.name.startsWith('w:')) return text;
  const splicer = new Splicer(text);
  new Stripper(splicer, context).visit(root);
  stripPersonalFields(root, splicer);
  return splicer.changed ? splicer.render() : text;
}

class Stripper {
  readonly #splicer: Splicer;
  readonly #context: StripContext;

  constructor(splicer: Splicer, context: StripContext) {
    this.#splicer = splicer;
    this.#context = context;
  }

  visit(element: XmlElement): void {
    for (const [index, child] of element.children.entries()) {
      if (this.#isRemoved(child, element)) this.#remove(child);
      else {
        this.#tag(child);
        if (UNWRAPPED.has(child.name)) this.#unwrap(child);
        if (child.name === 'w:r') this.#run(child);
        if (child.name === 'w:p') this.#joinNext(child, element.children, index);
        this.visit(child);
      }
    }
  }

  #isRemoved(element: XmlElement, parent: XmlElement): boolean {
    const { name } = element;
    if (REMOVED.has(name)) return true;
    if (UNWRAPPED.has(name)) return PROPERTIES.has(parent.name);
    if (name === 'w:tr') return isDeletedRow(element);
    if (name === 'w:tc') return isDeletedCell(element);
    if (name === 'w:tbl') return childrenOf(element, 'w:tr').every(isDeletedRow);
    if (NOTES.has(name)) return this.#isOrphan(element);
    return false;
  }

  #isOrphan(note: XmlElement): boolean {
    const { notes } = this.#context;
    const type = note.attributes['w:type'];
    if (notes === undefined || (type !== undefined && type !== 'normal')) return false;
    return !notes.has(`${note.name.slice(2)}:${note.attributes['w:id'] ?? ''}`);
  }

  /** Of deleted text the halves of bookmarks stay: their partners may stand outside it. */
  #remove(element: XmlElement): void {
    const marks = DELETIONS.has(element.name) ? [...descendants(element, BOOKMARKS)] : [];
    const kept = marks.map(({ start, end }) => this.#splicer.text.slice(start, end));
    this.#splicer.replace(element.start, element.end, kept.join(''));
  }

  #unwrap(element: XmlElement): void {
    this.#splicer.replace(element.start, element.contentStart, '');
    if (element.contentEnd < element.end) this.#splicer.replace(element.contentEnd, element.end, '');
  }

  /** The start tag without revision ids, and without a local path as a picture's description. */
  #tag(element: XmlElement): void {
    const tag = this.#splicer.text.slice(element.start, element.contentStart);
    let clean = tag.includes('rsid') ? tag.replaceAll(REVISION_IDS, '') : tag;
    for (const attribute of ['descr', 'alt', 'o:title', 'title', 'name'] as const) {
      const value = element.attributes[attribute];
      if (value !== undefined && LOCAL_PATH.test(value)) clean = blankAttribute(clean, attribute);
    }
    if (clean !== tag) this.#splicer.replace(element.start, element.contentStart, clean);
  }

  #run(run: XmlElement): void {
    const shown = this.#isHidden(run) ? run.children.filter((child) => SHOWN.has(child.name)) : [];
    const comments = run.children.filter((child) => REMOVED.has(child.name));
    const rest = run.children.filter(
      (child) => child.name !== 'w:rPr' && !shown.includes(child) && !comments.includes(child),
    );
    if (rest.length === 0 && shown.length + comments.length > 0) this.#remove(run);
    else for (const child of shown) this.#remove(child);
  }

  #isHidden(run: XmlElement): boolean {
    const { styles } = this.#context;
    const rPr = run.child('w:rPr');
    const paragraph = run.parent?.name === 'w:p' ? run.parent : undefined;
    const style = rPr?.value('w:rStyle');
    const outer = styles.paragraph(paragraph?.child('w:pPr')?.value('w:pStyle'));
    return (
      (onOff(rPr, 'w:vanish') ??
        (style === undefined ? undefined : styles.get(style)?.traits.hidden) ??
        outer?.traits.hidden) === true
    );
  }

  /** A paragraph whose mark is deleted runs on in the next one: its content moves there. */
  #joinNext(paragraph: XmlElement, siblings: readonly XmlElement[], index: number): void {
    const mark = paragraph.child('w:pPr')?.child('w:rPr');
    if (mark?.child('w:del') === undefined && mark?.child('w:moveFrom') === undefined) return;
    const next = siblings.slice(index + 1).find((sibling) => !MARKS.has(sibling.name));
    const hasSection = paragraph.child('w:pPr')?.child('w:sectPr') !== undefined;
    if (next?.name !== 'w:p' || hasSection || next.contentEnd === next.end) return;
    const removal = this.#splicer.replace(paragraph.start, paragraph.end, '');
    const from = paragraph.child('w:pPr')?.end ?? paragraph.contentStart;
    const at = next.child('w:pPr')?.end ?? next.contentStart;
    const render = (): string => this.#splicer.sliceWithin(removal, from, paragraph.contentEnd, true);
    this.#splicer.add({ start: at, end: at, render });
  }
}

function childrenOf(parent: XmlElement, name: string): readonly XmlElement[] {
  return parent.children.filter((child) => child.name === name);
}

/** Deleted itself, or with every cell it has. */
function isDeletedRow(row: XmlElement): boolean {
  const cells = childrenOf(row, 'w:tc');
  return row.child('w:trPr')?.child('w:del') !== undefined || (cells.length > 0 && cells.every(isDeletedCell));
}

function isDeletedCell(cell: XmlElement): boolean {
  return cell.child('w:tcPr')?.child('w:cellDel') !== undefined;
}

function blankAttribute(tag: string, attribute: string): string {
  return tag.replace(new RegExp(`(\\s${attribute}\\s*=\\s*)(?:"[^"]*"|'[^']*')`, 'u'), '$1""');
}

function stripPersonalFields(root: XmlElement, splicer: Splicer): void {
  const ranges: { start: number; end: number }[] = [];
  for (const { field, role } of pairFields(root).values()) {
    if (role !== 'begin' || !PERSONAL_FIELDS.has(fieldName(field.instruction))) continue;
    if (field.separate !== undefined && field.end !== undefined)
      ranges.push({ start: field.separate.end, end: field.end.start });
  }
  for (const simple of descendants(root, new Set(['w:fldSimple']))) {
    if (PERSONAL_FIELDS.has(fieldName(simple.attributes['w:instr'] ?? '')))
      ranges.push({ start: simple.start, end: simple.end });
  }
  if (ranges.length === 0) return;
  for (const text of descendants(root, TEXT)) {
    if (ranges.some(({ start, end }) => text.start >= start && text.end <= end))
      splicer.replace(text.start, text.end, '');
  }
}
