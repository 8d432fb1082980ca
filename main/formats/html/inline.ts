import { createHash } from 'node:crypto';
import {
  MARKS,
  normalizeContent,
  textRun,
  type Content,
  type FormatId,
  type PlaceholderKind,
  type Run,
} from '#shared/model/content.ts';
import { webLink } from '../common/links.ts';
import type { HtmlPlaceholder, MarkTags } from './model.ts';
import { MARK_OF } from '../common/mark-elements.ts';
import { SILENT, TAG_OF, WHOLE } from './names.ts';
import {
  attribute,
  descendants,
  isElement,
  isHtml,
  isTextNode,
  rangeOf,
  textBelow,
  type Element,
  type Node,
  type Range,
} from './tree.ts';

/** What a whole file's inline content shares. */
export interface InlineBook {
  readonly text: string;
  readonly placeholders: HtmlPlaceholder[];
  readonly formats: Map<FormatId, MarkTags>;
  readonly links: Map<string, Range>;
  /** Elements by the place of their start tag: the parser makes some anew that the page did not close. */
  readonly begun: Map<number, Element>;
}

interface Around {
  readonly marks: MarkTags;
  readonly link?: string;
}

/** A row of a table's own tags inside what should be one text: the parser moved the text out of the table. */
const TABLE_TAG = /<(?:table|tbody|thead|tfoot|tr|td|th|caption|col)[\s/>]/iu;
const BLANKS = /[ \t\n\f\r]+/gu;

/** Whether people are told not to translate it (HTML Standard 3.2.6.4, and the class translation programs know). */
export function isProtected(element: Element): boolean {
  const said = attribute(element, 'translate')?.toLowerCase();
  return said === 'no' || (said !== 'yes' && /(?:^|\s)notranslate(?:\s|$)/u.test(attribute(element, 'class') ?? ''));
}

/** Whether a node shows nothing: blanks, comments, scripts. */
export function isInvisible(node: Node): boolean {
  if (isTextNode(node)) return /^[ \t\n\f\r]*$/u.test(node.value);
  return !isElement(node) || SILENT.has(node.tagName);
}

function isHollow(element: Element): boolean {
  for (const node of descendants(element)) {
    if (
      isTextNode(node)
        ? /[^ \t\n\f\r]/u.test(node.value)
        : isElement(node) && (WHOLE.has(node.tagName) || node.tagName === 'br')
    )
      return false;
  }
  return true;
}

/** Reads the inline nodes of one block. */
export class InlineReader {
  /** Elements met, in order: their attributes may be units of their own. */
  readonly elements: Element[] = [];
  sound = true;
  /** From the first to the last text or whole thing, in the source. */
  leaves: Range | undefined;
  /** Whether there is anything to see. */
  visible = false;
  protectedParts = 0;
  readonly #book: InlineBook;
  readonly #verbatim: boolean;
  readonly #runs: Run[] = [];
  #blank = true;

  constructor(book: InlineBook, verbatim: boolean) {
    this.#book = book;
    this.#verbatim = verbatim;
  }

  read(nodes: readonly Node[]): Content {
    for (const node of nodes) this.#node(node, { marks: new Map() });
    if (!this.#verbatim) this.#trimEnd();
    else while (this.#endsInLine()) this.#dropLast();
    return normalizeContent(this.#runs);
  }

  #endsInLine(): boolean {
    const last = this.#runs.at(-1);
    return last !== undefined && 'kind' in last && last.kind === 'break' && this.#lastLiteral() === '\n';
  }

  #lastLiteral(): string | undefined {
    return this.#book.placeholders.at(-1)?.literal;
  }

  #dropLast(): void {
    this.#runs.pop();
    this.#book.placeholders.pop();
  }

  #trimEnd(): void {
    const last = this.#runs.at(-1);
    if (last === undefined || !('text' in last)) return;
    const text = last.text.replace(/[ ]+$/u, '');
    this.#runs.splice(-1, 1, ...(text === '' ? [] : [{ ...last, text }]));
  }

  #node(node: Node, around: Around): void {
    if (isTextNode(node)) this.#text(node.value, around, rangeOf(node));
    else if (isElement(node)) this.#element(node, around);
    else this.#whole('comment', node, '', around);
  }

  #text(value: string, around: Around, range: Range | undefined): void {
    this.#leaf(range, true);
    if (!this.#verbatim) {
      this.#push(value.replaceAll(BLANKS, ' '), around);
      return;
    }
    for (const [index, line] of value.split('\n').entries()) {
      if (index > 0) this.#add({ kind: 'break', label: '\n', literal: '\n', source: { start: 0, end: 0 } }, around);
      for (const [at, piece] of line.split('\t').entries()) {
        if (at > 0) this.#add({ kind: 'tab', label: '\t', literal: '\t', source: { start: 0, end: 0 } }, around);
        this.#push(piece, around);
      }
    }
  }

  /** What the parser moved out of a table, or cut in two, has no place of its own in the source. */
  #leaf(range: Range | undefined, isText: boolean): void {
    if (range === undefined) return;
    const { text } = this.#book;
    const end = this.leaves?.end ?? range.start;
    const isMoved = range.start < end || TABLE_TAG.test(text.slice(end, isText ? range.end : range.start));
    if (isMoved) this.sound = false;
    this.leaves = { start: this.leaves?.start ?? range.start, end: Math.max(end, range.end) };
  }

  #push(value: string, around: Around): void {
    const text = !this.#verbatim && this.#blank ? value.replace(/^ /u, '') : value;
    if (text === '') return;
    this.#blank = text.endsWith(' ');
    if (text.trim() !== '') this.visible = true;
    const format = this.#format(around.marks);
    const link = around.link === undefined ? {} : { link: around.link };
    this.#runs.push(textRun(text, [...around.marks.keys()], { ...link, ...(format === undefined ? {} : { format }) }));
  }

  #format(marks: MarkTags): FormatId | undefined {
    const unusual = MARKS.flatMap((mark) => {
      const tag = marks.get(mark);
      return tag === undefined || tag === `<${TAG_OF[mark]}>` ? [] : [[mark, tag] as const];
    });
    if (unusual.length === 0) return undefined;
    const id = `h${createHash('sha256').update(JSON.stringify(unusual)).digest('hex').slice(0, 12)}`;
    this.#book.formats.set(id, new Map(unusual));
    return id;
  }

  #element(element: Element, around: Around): void {
    const name = isHtml(element) ? element.tagName : 'svg';
    this.elements.push(element);
    if (this.#isMadeAnew(element) && (isHollow(element) || isPlaceLink(element))) {
      for (const child of element.childNodes) this.#node(child, around);
    } else if (isProtected(element)) {
      this.protectedParts += 1;
      this.visible = true;
      this.#whole('object', element, textBelow(element), around);
    } else if (name === 'br') {
      this.#trimBlank();
      this.#whole('break', element, '\n', around);
      this.#blank = true;
    } else if (WHOLE.has(name)) this.#object(element, name, around);
    else if (SILENT.has(name)) this.#whole('object', element, '', around);
    else if (name === 'wbr') this.#whole('bookmark', element, '', around);
    else if (isHollow(element) && !(name in MARK_OF && element.childNodes.length > 0)) this.#hollow(element, around);
    else this.#enclosing(element, name, around);
  }

  /** Something without text: an icon, a place. One that is not closed would swallow what follows it. */
  #hollow(element: Element, around: Around): void {
    const kind = isPlace(element) ? 'bookmark' : 'object';
    if (kind === 'object') this.#blank = false;
    if (element.sourceCodeLocation?.endTag !== undefined) this.#whole(kind, element, '', around);
    else if (kind === 'bookmark') {
      const literal = `${tagOf(element)}</${element.tagName}>`;
      this.#add({ kind, label: '', source: { start: 0, end: 0 }, literal }, around);
    }
  }

  #object(element: Element, name: string, around: Around): void {
    this.visible = true;
    if (name === 'img' || name === 'picture') {
      const image = name === 'img' ? element : [...descendants(element)].find((each) => each.nodeName === 'img');
      const alt = image !== undefined && isElement(image) ? attribute(image, 'alt') : undefined;
      if (image !== undefined && image !== element && isElement(image)) this.elements.push(image);
      this.#whole('image', element, alt ?? '', around);
    } else if (element.tagName === 'math') this.#whole('equation', element, labelOf(element), around);
    else this.#whole('object', element, labelOf(element), around);
    this.#blank = false;
  }

  #enclosing(element: Element, name: string, around: Around): void {
    const mark = MARK_OF[name];
    const inside = (next: Around): void => {
      for (const child of element.childNodes) this.#node(child, next);
    };
    if (mark !== undefined) {
      const tag = this.#startTag(element);
      inside(around.marks.has(mark) ? around : { ...around, marks: new Map([...around.marks, [mark, tag]]) });
      return;
    }
    const href = name === 'a' ? (attribute(element, 'href') ?? '') : '';
    const link = webLink(href);
    if (link !== undefined) {
      const start = startRange(element);
      if (start !== undefined && !this.#book.links.has(link)) this.#book.links.set(link, start);
      inside({ ...around, link });
      return;
    }
    if (name === 'a' && element.sourceCodeLocation?.endTag === undefined) {
      // A place written `<a id="x"/>`, as in XHTML, is open in HTML; it marks where it stands.
      if (isPlace(element)) this.#hollow(element, around);
      inside(around);
      return;
    }
    const source = startRange(element);
    const made = source === undefined ? { literal: tagOf(element) } : {};
    const id = this.#add(
      { kind: 'open', label: name, source: source ?? { start: 0, end: 0 }, ...made, pair: name },
      around,
    );
    inside(around);
    this.#runs.push({ placeholder: id, kind: 'close', label: name, ...linkOf(around) });
  }

  #isMadeAnew(element: Element): boolean {
    const start = startRange(element)?.start;
    if (start === undefined) return true;
    const first = this.#book.begun.get(start);
    if (first === undefined) this.#book.begun.set(start, element);
    return first !== undefined && first !== element;
  }

  #startTag(element: Element): string {
    const range = startRange(element);
    if (range === undefined) return tagOf(element);
    const source = this.#book.text.slice(range.start, range.end);
    return element.attrs.length === 0 ? `<${element.tagName}>` : source.replaceAll(BLANKS, ' ');
  }

  #whole(kind: PlaceholderKind, node: Node, label: string, around: Around): void {
    const source = rangeOf(node);
    this.#leaf(source, false);
    if (source !== undefined)
      this.#add({ kind, label: label.replaceAll(BLANKS, kind === 'break' ? '\n' : ' '), source }, around);
  }

  #add(placeholder: HtmlPlaceholder, around: Around): number {
    const id = this.#book.placeholders.push(placeholder);
    this.#runs.push({ placeholder: id, kind: placeholder.kind, label: placeholder.label, ...linkOf(around) });
    return id;
  }

  /** A blank before a line's end is not seen. */
  #trimBlank(): void {
    if (!this.#verbatim) this.#trimEnd();
  }
}

function linkOf({ link }: Around): { link?: string } {
  return link === undefined ? {} : { link };
}

function startRange(element: Element): Range | undefined {
  const tag = element.sourceCodeLocation?.startTag;
  return tag === undefined ? undefined : { start: tag.startOffset, end: tag.endOffset };
}

/** A link to nowhere people go, such as the place it marks. */
function isPlaceLink(element: Element): boolean {
  return element.tagName === 'a' && webLink(attribute(element, 'href') ?? '') === undefined;
}

/** The start tag of an element that has none in the source. */
function tagOf({ tagName, attrs }: Element): string {
  const said = attrs.map(({ name, value }) => ` ${name}="${value.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`);
  return `<${tagName}${said.join('')}>`;
}

function isPlace(element: Element): boolean {
  return attribute(element, 'id') !== undefined || attribute(element, 'name') !== undefined;
}

function labelOf(element: Element): string {
  const said = ['aria-label', 'value', 'placeholder', 'title', 'alt'].map((name) => attribute(element, name));
  return textBelow(element).trim() || (said.find((value) => value !== undefined && value.trim() !== '') ?? '');
}
