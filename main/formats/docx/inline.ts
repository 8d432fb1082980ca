import type { XmlElement } from '../package/xml.ts';
import { fieldKind, linkOfInstruction, linkTo, mergeLabel, textBelow } from './fields.ts';
import type { Inherited, Looks, RunLook } from './look.ts';
import { linearMath } from './math.ts';
import type { DocxPart, Item, ItemKind } from './model.ts';
import type { NoteNumbers } from './note-numbers.ts';
import { readableSymbol } from '../common/number-format.ts';

/** Elements that mark a place and have no width: they survive a rewrite wherever they stand. */
const ZERO = new Set([
  'w:bookmarkStart',
  'w:bookmarkEnd',
  'w:permStart',
  'w:permEnd',
  'w:moveFromRangeStart',
  'w:moveFromRangeEnd',
  'w:moveToRangeStart',
  'w:moveToRangeEnd',
  'w:customXmlInsRangeStart',
  'w:customXmlInsRangeEnd',
  'w:customXmlMoveToRangeStart',
  'w:customXmlMoveToRangeEnd',
]);
const COMMENT_RANGE = new Set(['w:commentRangeStart', 'w:commentRangeEnd']);
/** Wrappers one looks through: what they say is gone once their paragraph is rewritten (accepted changes, smart tags). */
const TRANSPARENT = new Set(['w:ins', 'w:moveTo', 'w:smartTag']);
const DELETED = new Set(['w:del', 'w:moveFrom']);
const KEPT_WRAPPERS = new Set(['w:sdt', 'w:customXml', 'w:bdo', 'w:dir']);
/** Deleted text, and what Word recomputes for itself. */
const LEFT_OUT = new Set([
  'w:proofErr',
  'w:pPr',
  'w:rPr',
  'w:lastRenderedPageBreak',
  'w:delText',
  'w:delInstrText',
  'w:smartTagPr',
  'w:customXmlPr',
  'w:customXmlDelRangeStart',
  'w:customXmlDelRangeEnd',
  'w:customXmlMoveFromRangeStart',
  'w:customXmlMoveFromRangeEnd',
  'w:sdtPr',
  'w:sdtEndPr',
]);

/** Inside a run: child element → kind. Text, fields, symbols and notes are treated apart. */
const RUN_KINDS: Readonly<Record<string, ItemKind>> = {
  'w:tab': 'tab',
  'w:ptab': 'tab',
  'w:br': 'break',
  'w:cr': 'break',
  'w:drawing': 'drawing',
  'w:pict': 'drawing',
  'w:object': 'drawing',
  'mc:AlternateContent': 'drawing',
  'w:footnoteReference': 'noteRef',
  'w:endnoteReference': 'noteRef',
  'w:commentReference': 'comment',
  'w:annotationRef': 'zero',
  'w:footnoteRef': 'zero',
  'w:endnoteRef': 'zero',
  'w:separator': 'zero',
  'w:continuationSeparator': 'zero',
  'w:instrText': 'instruction',
  'w:pgNum': 'field',
  'w:dayShort': 'field',
  'w:dayLong': 'field',
  'w:monthShort': 'field',
  'w:monthLong': 'field',
  'w:yearShort': 'field',
  'w:yearLong': 'field',
};

/** Gone from the page with the hidden run they stand in; marks of places and fields are not, nor references to notes. */
const VANISHING: ReadonlySet<ItemKind> = new Set(['tab', 'break', 'drawing']);

const SPACE_ENDS = /^[ \t\r\n]+|[ \t\r\n]+$/gu;
const LINE_BLANKS = /[\t\r\n]/gu;

export interface InlineContext {
  readonly part: DocxPart;
  readonly looks: Looks;
  readonly inherited: Inherited;
  readonly noteNumbers: NoteNumbers;
  /** The look of an empty text the writer left to say the block's base look: see {@link baseLookOf}. */
  hint?: { readonly look: RunLook; readonly element: XmlElement };
  /** Ids of bookmarks nobody needs (an empty `_GoBack`). */
  readonly ignoredBookmarks: Set<string>;
}

/** Everything inside a paragraph in document order, accepted changes in and deleted ones out. */
export function readInline(paragraph: XmlElement, context: InlineContext): Item[] {
  const items: Item[] = [];
  walk(paragraph, context, items);
  return items;
}

function walk(parent: XmlElement, context: InlineContext, items: Item[]): void {
  for (const child of parent.children) {
    const { name } = child;
    if (name === 'w:r') readRun(child, context, items);
    else if (DELETED.has(name)) readMarks(child, context, items);
    else if (LEFT_OUT.has(name)) continue;
    else if (ZERO.has(name)) readZero(child, context, items);
    else if (COMMENT_RANGE.has(name)) items.push(item('comment', child, null));
    else if (TRANSPARENT.has(name)) walk(child, context, items);
    else if (name === 'w:hyperlink') readHyperlink(child, context, items);
    else if (name === 'w:fldSimple') readSimpleField(child, context, items);
    else if (KEPT_WRAPPERS.has(name)) enclose('wrapOpen', 'wrapClose', child, context, items);
    else if (name === 'm:oMath' || name === 'm:oMathPara') items.push(item('equation', child, null, linearMath(child)));
    else if (name === 'mc:AlternateContent') items.push(item('drawing', child, null));
    else if (name === 'w:tbl') items.push(item('object', child, null));
    else items.push(item('object', child, null, textBelow(child)));
  }
}

/** Deleted text is gone, but the marks of places in it have partners outside: a bookmark's end, a comment's reference. */
function readMarks(deleted: XmlElement, context: InlineContext, items: Item[]): void {
  for (const child of deleted.children) {
    if (ZERO.has(child.name)) readZero(child, context, items);
    else if (COMMENT_RANGE.has(child.name)) items.push(item('comment', child, null));
    else if (child.name === 'w:r') {
      const reference = child.child('w:commentReference');
      if (reference !== undefined) items.push(item('comment', reference, child));
    } else readMarks(child, context, items);
  }
}

function item(kind: ItemKind, element: XmlElement, run: XmlElement | null, text = '', look?: RunLook): Item {
  return { kind, element, run, text, look };
}

function readZero(element: XmlElement, { ignoredBookmarks }: InlineContext, items: Item[]): void {
  const id = element.attributes['w:id'] ?? '';
  if (element.name === 'w:bookmarkStart' && isNeedless(element, id)) ignoredBookmarks.add(id);
  else if (element.name !== 'w:bookmarkEnd' || !ignoredBookmarks.has(id)) items.push(item('zero', element, null));
}

/** Word's mark of the last edit, around nothing. Around something its halves may go different ways: then it is like any other. */
function isNeedless(start: XmlElement, id: string): boolean {
  if (start.attributes['w:name'] !== '_GoBack') return false;
  const siblings = start.parent?.children ?? [];
  const next = siblings[siblings.indexOf(start) + 1];
  return next?.name === 'w:bookmarkEnd' && next.attributes['w:id'] === id;
}

/** The element whose content a wrapper's own content is. */
export function wrapperContent(wrapper: XmlElement): XmlElement | undefined {
  return wrapper.name === 'w:sdt' ? wrapper.child('w:sdtContent') : wrapper;
}

function enclose(
  open: ItemKind,
  close: ItemKind,
  element: XmlElement,
  context: InlineContext,
  items: Item[],
  link?: string,
): void {
  const content = wrapperContent(element);
  if (content === undefined || content.children.length === 0) {
    items.push(item('zero', element, null));
    return;
  }
  items.push({ ...item(open, element, null), link });
  walk(content, context, items);
  items.push({ ...item(close, element, null), link });
}

function readHyperlink(element: XmlElement, context: InlineContext, items: Item[]): void {
  const target = hyperlinkTarget(element, context.part);
  if (target === undefined) enclose('wrapOpen', 'wrapClose', element, context, items);
  else enclose('linkOpen', 'linkClose', element, context, items, target);
}

/** Where a `w:hyperlink` leads: an external address, `#bookmark`, or both; undefined when the file does not say. */
export function hyperlinkTarget(element: XmlElement, part: DocxPart): string | undefined {
  const id = element.attributes['r:id'];
  const relationship = id === undefined ? undefined : part.relationships.get(id);
  return linkTo(relationship?.target ?? '', element.attributes['w:anchor'] ?? '');
}

function readSimpleField(element: XmlElement, context: InlineContext, items: Item[]): void {
  const instruction = element.attributes['w:instr'] ?? '';
  const kind = fieldKind(instruction);
  if (kind === 'link') enclose('linkOpen', 'linkClose', element, context, items, linkOfInstruction(instruction));
  else if (kind === 'open') enclose('wrapOpen', 'wrapClose', element, context, items);
  else {
    const result = textBelow(element);
    const label = result === '' ? mergeLabel(instruction) : result;
    items.push(item(kind === 'invisible' ? 'zero' : 'field', element, null, label));
  }
}

function readRun(run: XmlElement, context: InlineContext, items: Item[]): void {
  const { part, looks, inherited } = context;
  const look = looks.of(part.text, run.child('w:rPr'), inherited);
  for (const child of run.children) {
    const { name } = child;
    if (name === 'w:t') {
      const text = visibleText(child);
      if (text !== '') items.push(item(look.hidden ? 'hidden' : 'text', child, run, text, look));
      else if (child.attributes['xml:space'] === 'default') context.hint ??= { look, element: run };
    } else if (name === 'w:noBreakHyphen' || name === 'w:softHyphen') {
      const text = name === 'w:softHyphen' ? '\u00AD' : '\u2011';
      items.push(item(look.hidden ? 'hidden' : 'text', child, run, text, look));
    } else if (name === 'w:fldChar') {
      const mark = part.fields.get(child);
      items.push({ ...item(mark === undefined ? 'zero' : 'fieldMark', child, run), mark });
    } else if (name === 'w:sym') {
      const text = readableSymbol(Number.parseInt(child.attributes['w:char'] ?? '', 16) || 0);
      items.push(item(look.hidden ? 'hidden' : 'symbol', child, run, text));
    } else if (name === 'w:ruby') {
      items.push(item('object', child, run, rubyLabel(child)));
    } else if (!LEFT_OUT.has(name)) {
      const kind = RUN_KINDS[name];
      if (kind === undefined) items.push(item('object', child, run, textBelow(child)));
      else if (look.hidden && VANISHING.has(kind)) items.push(item('hidden', child, run));
      else items.push(item(kind, child, run, labelOf(kind, child, context)));
    }
  }
}

/** Text and the annotation above it (17.3.3.25), which the file says first. */
function rubyLabel(ruby: XmlElement): string {
  const [base, above] = ['w:rubyBase', 'w:rt'].map((name) => {
    const found = ruby.child(name);
    return found === undefined ? '' : textBelow(found);
  });
  return above === '' ? (base ?? '') : `${base} (${above})`;
}

/** Blanks at the ends count only where the file says so; inside, every blank is a blank (17.3.3.31, XML 1.0 2.10). */
function visibleText(element: XmlElement): string {
  const { text } = element;
  const kept = element.attributes['xml:space'] === 'preserve' ? text : text.replace(SPACE_ENDS, '');
  return kept.replace(LINE_BLANKS, ' ').normalize('NFC');
}

function labelOf(kind: ItemKind, element: XmlElement, { noteNumbers }: InlineContext): string {
  if (kind === 'noteRef') return noteNumbers.next(element);
  if (kind === 'break') return breakLabel(element);
  return kind === 'tab' ? '\t' : '';
}

function breakLabel(element: XmlElement): string {
  const type = element.attributes['w:type'];
  return type === 'page' ? '\f' : type === 'column' ? '\v' : '\n';
}
