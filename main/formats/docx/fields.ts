import { descendants, type XmlElement } from '../package/xml.ts';

/**
 * Fields whose result Word computes (ECMA-376 part 1, 17.16.5): it is no text of the document but follows from it, so
 * it is shown as a placeholder and never translated.
 */
export const DERIVED_FIELDS: ReadonlySet<string> = new Set([
  'TOC',
  'TOA',
  'INDEX',
  'PAGE',
  'NUMPAGES',
  'SECTION',
  'SECTIONPAGES',
  'REF',
  'PAGEREF',
  'NOTEREF',
  'FTNREF',
  'SEQ',
  'STYLEREF',
  'DATE',
  'TIME',
  'CREATEDATE',
  'SAVEDATE',
  'PRINTDATE',
  'EDITTIME',
  'AUTHOR',
  'LASTSAVEDBY',
  'USERNAME',
  'USERINITIALS',
  'USERADDRESS',
  'FILENAME',
  'FILESIZE',
  'NUMWORDS',
  'NUMCHARS',
  'REVNUM',
  'TEMPLATE',
  'LISTNUM',
  'AUTONUM',
  'AUTONUMLGL',
  'AUTONUMOUT',
  'BIBLIOGRAPHY',
  'CITATION',
  '=',
  'FORMULA',
]);

/** Fields that are an object or a control: one placeholder, whatever stands inside. */
const OBJECT_FIELDS: ReadonlySet<string> = new Set([
  'EMBED',
  'LINK',
  'OCX',
  'CONTROL',
  'INCLUDEPICTURE',
  'SHAPE',
  'FORMCHECKBOX',
  'FORMDROPDOWN',
  'MACROBUTTON',
  'GOTOBUTTON',
  'EQ',
  'ADVANCE',
  'SYMBOL',
  'DDE',
  'DDEAUTO',
  'HTMLCONTROL',
  'BARCODE',
  'DISPLAYBARCODE',
  'PRINT',
  // What a mail merge fills in for each person (17.16.5.35, 17.16.5.2, 17.16.5.22).
  'MERGEFIELD',
  'MERGEREC',
  'MERGESEQ',
  'ADDRESSBLOCK',
  'GREETINGLINE',
]);

/** Marks for an index or a table of contents: nothing of them is ever seen. */
const INVISIBLE_FIELDS: ReadonlySet<string> = new Set([
  'XE',
  'TC',
  'TA',
  'RD',
  'SET',
  'ASK',
  'PRIVATE',
  'DATA',
  'COMPARE',
  'NEXT',
  'NEXTIF',
  'SKIPIF',
]);

export type FieldKind = 'derived' | 'object' | 'invisible' | 'link' | 'open';

/** One complex field (17.16.18): its three marks and what it instructs. */
export interface Field {
  readonly begin: XmlElement;
  separate: XmlElement | undefined;
  end: XmlElement | undefined;
  instruction: string;
}

export interface FieldMark {
  readonly field: Field;
  readonly role: 'begin' | 'separate' | 'end';
}

/** The first word of an instruction, upper case; a formula counts as `=`. */
export function fieldName(instruction: string): string {
  const trimmed = instruction.trim();
  if (trimmed.startsWith('=')) return '=';
  return (/^[^\s\\"]+/u.exec(trimmed)?.[0] ?? '').toUpperCase();
}

export function fieldKind(instruction: string): FieldKind {
  const name = fieldName(instruction);
  if (DERIVED_FIELDS.has(name)) return 'derived';
  if (OBJECT_FIELDS.has(name)) return 'object';
  if (INVISIBLE_FIELDS.has(name)) return 'invisible';
  return name === 'HYPERLINK' && linkOfInstruction(instruction) !== undefined ? 'link' : 'open';
}

/** What stands for a mail-merge field before anything is filled in: `«Name»`; empty for any other field. */
export function mergeLabel(instruction: string): string {
  const [, quoted, bare] = /^\s*MERGEFIELD\s+(?:"([^"]*)"|([^\s\\]+))/iu.exec(instruction) ?? [];
  const name = quoted ?? bare ?? '';
  return name === '' ? '' : `«${name}»`;
}

/** The target of a HYPERLINK instruction: `address`, `#anchor` or both; undefined when it names none. */
export function linkOfInstruction(instruction: string): string | undefined {
  const tokens = [...instruction.trim().matchAll(/"((?:\\.|[^"\\])*)"|(\\[a-z])|(\S+)/giu)].slice(1);
  let address = '';
  let anchor = '';
  for (let index = 0; index < tokens.length; index++) {
    const [, quoted, flag, bare] = tokens[index] as RegExpMatchArray;
    if (flag === undefined) {
      if (address === '') address = (quoted ?? bare ?? '').replaceAll(/\\(.)/gu, '$1');
    } else if (/^\\[lotms]$/iu.test(flag)) {
      if (/^\\[ots]$/iu.test(flag)) index += 1;
      if (/^\\l$/iu.test(flag)) {
        index += 1;
        anchor = tokens[index]?.[1] ?? tokens[index]?.[3] ?? '';
      }
    }
  }
  return linkTo(address, anchor);
}

const SCHEMES = new Set(['http:', 'https:', 'mailto:']);

/**
 * A link as content has it: `address`, `#anchor` or both; undefined when there is neither, or for an address nobody shall
 * follow (any scheme but http, https and mailto). A link that is none stays in the file as a pair of placeholders.
 */
export function linkTo(address: string, anchor: string): string | undefined {
  if (address === '' && anchor === '') return undefined;
  if (URL.canParse(address) && !SCHEMES.has(new URL(address).protocol)) return undefined;
  return anchor === '' ? address : `${address}#${anchor}`;
}

const CONTAINERS = new Set(['w:txbxContent', 'w:footnote', 'w:endnote', 'w:comment']);
const DELETED = new Set(['w:del', 'w:moveFrom']);

/**
 * Pairs the marks of every complex field of a part. A mark that finds no partner is left out of the map, so its text
 * counts as ordinary text. Fields nest, and one inside a text box is none of its anchor's.
 */
export function pairFields(root: XmlElement): ReadonlyMap<XmlElement, FieldMark> {
  const marks = new Map<XmlElement, FieldMark>();
  walk(root, [], marks);
  return marks;
}

function walk(element: XmlElement, stack: Field[], marks: Map<XmlElement, FieldMark>): void {
  for (const child of element.children) {
    if (DELETED.has(child.name)) continue;
    if (child.name === 'w:fldChar') mark(child, stack, marks);
    else if (child.name === 'w:instrText') {
      const field = stack.at(-1);
      if (field !== undefined && field.separate === undefined) field.instruction += child.text;
    } else if (child.children.length > 0) walk(child, CONTAINERS.has(child.name) ? [] : stack, marks);
  }
}

function mark(element: XmlElement, stack: Field[], marks: Map<XmlElement, FieldMark>): void {
  const type = element.attributes['w:fldCharType'];
  if (type === 'begin') {
    stack.push({ begin: element, separate: undefined, end: undefined, instruction: '' });
    return;
  }
  const field = type === 'end' ? stack.pop() : stack.at(-1);
  if (field === undefined) return;
  if (type === 'separate') {
    field.separate ??= element;
    return;
  }
  field.end = element;
  marks.set(field.begin, { field, role: 'begin' });
  if (field.separate !== undefined) marks.set(field.separate, { field, role: 'separate' });
  marks.set(element, { field, role: 'end' });
}

const TEXT = new Set(['w:t', 'm:t', 'w:noBreakHyphen', 'w:sym']);

/** The visible text below an element, as a label. */
export function textBelow(element: XmlElement): string {
  let text = '';
  for (const found of descendants(element, TEXT)) text += found.text;
  return text;
}
