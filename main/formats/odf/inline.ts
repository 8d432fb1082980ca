import type { PlaceholderKind } from '#shared/model/content.ts';
import type { XmlElement } from '../package/xml.ts';
import type { Inherited, Look } from './look.ts';
import type { Looks } from './looks.ts';
import type { LinkTemplate, PairElement } from './model.ts';
import { isShape } from './shapes.ts';
import type { StyleScope } from './styles.ts';

/** A piece of a paragraph: text, a placeholder, or one end of a pair. */
export interface Token {
  readonly type: 'text' | 'placeholder' | 'open' | 'close';
  readonly kind: PlaceholderKind;
  readonly text: string;
  readonly look: Look | undefined;
  readonly elements: XmlElement[];
  readonly chain: readonly string[];
  readonly link: LinkTemplate | undefined;
  /** Has no width: kept out of the content at a paragraph's edges. */
  readonly zero: boolean;
  readonly pair?: PairElement;
  /** Made anew by whoever opens the file: a paragraph of nothing else is no unit. */
  readonly derived?: boolean;
}

export interface Inline {
  readonly tokens: readonly Token[];
  /** Marks of tracked changes. */
  readonly changes: readonly XmlElement[];
  readonly annotations: readonly XmlElement[];
  /** The look of an empty span at the beginning, which the writer left to say the base look. */
  readonly hint: Look | undefined;
}

/** Elements without width that name a place. */
const ZERO = new Set([
  'text:bookmark',
  'text:bookmark-start',
  'text:bookmark-end',
  'text:reference-mark',
  'text:reference-mark-start',
  'text:reference-mark-end',
  'text:toc-mark',
  'text:toc-mark-start',
  'text:toc-mark-end',
  'text:user-index-mark',
  'text:user-index-mark-start',
  'text:user-index-mark-end',
  'text:alphabetical-index-mark',
  'text:alphabetical-index-mark-start',
  'text:alphabetical-index-mark-end',
  'text:hidden-paragraph',
  'text:number',
  'text:script',
  'text:execute-macro',
  'field:fieldmark',
  'field:fieldmark-start',
  'field:fieldmark-separator',
  'field:fieldmark-end',
  'delta:removed-content',
  'delta:merge',
]);
const CHANGES = new Set(['text:change', 'text:change-start', 'text:change-end']);
/** Elements one keeps around what they enclose. */
const PAIRS = new Set(['text:meta', 'text:ruby', 'loext:content-control']);
/** Shown as they stand until people type over them; every other field is worked out when the file is opened. */
const WRITTEN_FIELDS = new Set([
  'text:placeholder',
  'text:text-input',
  'text:variable-set',
  'text:variable-get',
  'text:variable-input',
  'text:user-field-get',
  'text:user-field-input',
  'text:user-defined',
  'text:conditional-text',
  'text:bibliography-mark',
  'text:meta-field',
  'text:expression',
  'text:drop-down',
  'text:database-display',
  'text:hidden-text',
]);

const MOST_BLANKS = 1000;

/** Everything inside a paragraph in document order, blanks collapsed (ODF 1.3 part 3, 6.1.2 and 6.1.3). */
export function readInline(paragraph: XmlElement, scope: StyleScope, looks: Looks, inherited: Inherited): Inline {
  const reader = new InlineReader(scope, looks, inherited);
  reader.walk(paragraph, []);
  return reader;
}

class InlineReader implements Inline {
  readonly tokens: Token[] = [];
  readonly changes: XmlElement[] = [];
  readonly annotations: XmlElement[] = [];
  hint: Look | undefined;
  readonly #scope: StyleScope;
  readonly #looks: Looks;
  readonly #inherited: Inherited;
  #link: LinkTemplate | undefined;
  /** The character before is a blank, or there is none: a blank here is not shown. */
  #afterBlank = true;

  constructor(scope: StyleScope, looks: Looks, inherited: Inherited) {
    this.#scope = scope;
    this.#looks = looks;
    this.#inherited = inherited;
  }

  walk(parent: XmlElement, chain: readonly string[]): void {
    for (const node of parent.nodes) {
      if (typeof node === 'string') this.#text(collapse(node), chain, parent);
      else this.#element(node, chain);
    }
  }

  #element(element: XmlElement, chain: readonly string[]): void {
    const { name } = element;
    if (name === 'text:span') this.#span(element, chain);
    else if (name === 'text:s') this.#blanks(element, chain);
    else if (name === 'text:a') this.#anchor(element, chain);
    else if (name === 'text:tab') this.#show('tab', element, '\t', chain);
    else if (name === 'text:line-break') this.#show('break', element, '\n', chain);
    else if (name === 'text:note') this.#show('noteRef', element, citationOf(element), chain);
    else if (name === 'text:soft-page-break' || name === 'office:event-listeners') return;
    else if (CHANGES.has(name)) this.changes.push(element);
    else if (name === 'office:annotation') {
      this.annotations.push(element);
      this.#zero('comment', element);
    } else if (name === 'office:annotation-end') this.#zero('comment', element);
    else if (ZERO.has(name)) this.#zero('bookmark', element);
    else if (PAIRS.has(name)) this.#pair(element, chain);
    else if (isShape(element)) this.#show('object', element, '', chain);
    else if (name === 'text:hidden-text') this.#hiddenField(element, chain);
    else if (isField(name)) this.#field(element, chain);
    else this.#pair(element, chain);
  }

  #span(element: XmlElement, chain: readonly string[]): void {
    const style = element.attributes['text:style-name'];
    const inner = style === undefined || style === '' ? chain : [...chain, style];
    const look = this.#look(inner);
    if (element.nodes.length === 0) {
      if (this.tokens.length === 0) this.hint ??= look;
    } else if (look.hidden && !this.#inherited.hidden) {
      this.#hidden(element, textBelow(element), chain);
    } else this.walk(element, inner);
  }

  #look(chain: readonly string[]): Look {
    return this.#looks.of(chain, this.#scope, this.#inherited);
  }

  #text(collapsed: string, chain: readonly string[], parent: XmlElement): void {
    const text = this.#afterBlank && collapsed.startsWith(' ') ? collapsed.slice(1) : collapsed;
    if (text === '') return;
    this.#afterBlank = text.endsWith(' ');
    this.#push('text', 'object', text, [parent], chain, this.#look(chain));
  }

  #blanks(element: XmlElement, chain: readonly string[]): void {
    const count = Number(element.attributes['text:c'] ?? 1);
    const text = ' '.repeat(Number.isInteger(count) && count > 0 ? Math.min(count, MOST_BLANKS) : 1);
    this.#afterBlank = false;
    this.#push('text', 'object', text, [element], chain, this.#look(chain));
  }

  #show(kind: PlaceholderKind, element: XmlElement, label: string, chain: readonly string[]): void {
    this.#afterBlank = false;
    this.#push('placeholder', kind, label, [element], chain, undefined);
  }

  #field(element: XmlElement, chain: readonly string[]): void {
    this.#afterBlank = false;
    const text = fieldText(element);
    this.tokens.push({
      ...this.#token('placeholder', 'field', text, [element], chain),
      derived: !WRITTEN_FIELDS.has(element.name),
    });
  }

  /** Text shown only on a condition (7.7.6): hidden where the file says that it is. */
  #hiddenField(element: XmlElement, chain: readonly string[]): void {
    if (element.attributes['text:is-hidden'] === 'false') this.#field(element, chain);
    else this.#hidden(element, element.attributes['text:string-value'] ?? element.text, chain);
  }

  #hidden(element: XmlElement, label: string, chain: readonly string[]): void {
    this.#push('placeholder', 'hidden', label, [element], chain, undefined);
  }

  #anchor(element: XmlElement, chain: readonly string[]): void {
    const from = this.tokens.length;
    if (this.#link !== undefined) {
      this.#pair(element, chain);
      return;
    }
    this.#link = { link: element.attributes['xlink:href'] ?? '', element };
    this.walk(element, chain);
    this.#link = undefined;
    const inside = this.tokens.splice(from);
    if (inside.every((token) => token.zero)) this.#zero('bookmark', element);
    else this.tokens.push(...inside);
  }

  #pair(element: XmlElement, chain: readonly string[]): void {
    const inner = element.name === 'text:ruby' ? (element.child('text:ruby-base') ?? element) : element;
    const pair: PairElement = { element, inner };
    const label = element.name === 'text:ruby' ? (element.child('text:ruby-text')?.text ?? '') : '';
    const from = this.tokens.length;
    this.tokens.push({ ...this.#token('open', 'open', '', [element], chain), pair });
    this.walk(inner, chain);
    const isEmpty = this.tokens.slice(from + 1).every((token) => token.zero);
    if (!isEmpty || label !== '') {
      this.tokens.push({ ...this.#token('close', 'close', label, [element], chain), pair });
      return;
    }
    this.tokens.length = from;
    this.#zero('bookmark', element);
  }

  /** Neighbours without width are one placeholder. */
  #zero(kind: 'bookmark' | 'comment', element: XmlElement): void {
    const last = this.tokens.at(-1);
    if (last?.zero === true && last.link === this.#link) {
      last.elements.push(element);
      if (kind === 'comment') this.tokens[this.tokens.length - 1] = { ...last, kind };
    } else this.tokens.push({ ...this.#token('placeholder', kind, '', [element], []), zero: true });
  }

  #push(
    type: Token['type'],
    kind: PlaceholderKind,
    text: string,
    elements: XmlElement[],
    chain: readonly string[],
    look: Look | undefined,
  ): void {
    this.tokens.push({ ...this.#token(type, kind, text, elements, chain), look });
  }

  #token(
    type: Token['type'],
    kind: PlaceholderKind,
    text: string,
    elements: XmlElement[],
    chain: readonly string[],
  ): Token {
    return { type, kind, text, elements, chain, link: this.#link, zero: false, look: undefined };
  }
}

const BLANKS = /[\t\n\r ]+/g;

function collapse(text: string): string {
  return text.replace(BLANKS, ' ');
}

function isField(name: string): boolean {
  return name.startsWith('text:') || name.startsWith('presentation:') || FIELDS_ELSEWHERE.has(name);
}

const FIELDS_ELSEWHERE = new Set(['loext:table-formula', 'office:dde-source']);

/** A list of choices shows the chosen one. */
function fieldText(element: XmlElement): string {
  return collapse(element.name === 'text:drop-down' ? element.text : textBelow(element)).trim();
}

function citationOf(note: XmlElement): string {
  return (note.child('text:note-citation')?.text ?? '').trim();
}

/** The text of an element and all below it, as its character data and blanks say. */
export function textBelow(element: XmlElement): string {
  let out = '';
  for (const node of element.nodes) {
    if (typeof node === 'string') out += node;
    else if (node.name === 'text:s') out += ' ';
    else if (node.name === 'text:tab') out += '\t';
    else if (node.name !== 'office:annotation' && node.name !== 'text:note') out += textBelow(node);
  }
  return out;
}
