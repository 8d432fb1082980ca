import { AdaptaError } from '#shared/model/errors.ts';
import { expandedName } from './namespaces.ts';
import { isBlank, isReference, rawAttributes, XmlElement, type Scope } from './xml-element.ts';

export { XmlElement };

/** Deeper nesting would end recursion somewhere; the deepest honest file seen nests some sixty levels. */
export const MAX_DEPTH = 400;
/** A book of 437 pages has 150,000 elements. */
export const MAX_ELEMENTS = 1_000_000;
/** UTF-16 units of one part. */
export const MAX_LENGTH = 100_000_000;

/** Every element below `root` of one of the names, in document order; the matches' own content is searched too. */
export function* descendants(root: XmlElement, names: ReadonlySet<string>): Generator<XmlElement> {
  for (const child of root.children) {
    if (names.has(child.name)) yield child;
    if (child.children.length > 0) yield* descendants(child, names);
  }
}

/**
 * Parses a part. Throws doctype before anything else is looked at, malformedXml, tooDeep and tooManyNodes.
 * What an Office file may hold is small (no document type, no entities of its own), so this scanner keeps places alone
 * and needs no recursion. By measure: a book of 3.5 MB in 0.18 s of processor time (saxes 0.25, parse-xml 0.6), a hostile
 * part of 990,000 elements in 0.7 s and 420 MB (saxes 1.4 s, 500 MB). It refuses what saxes refuses, which the tests try.
 */
export function parseXml(text: string, part: string): XmlElement {
  if (text.length > MAX_LENGTH) throw new AdaptaError('fileTooLarge', { part });
  refuseDoctype(text, part);
  refuseCrowd(text, part);
  return new Scanner(text, part).scan();
}

/** Counts what could be a tag before any element is made: a million of them in memory would break the limit they are refused for. */
function refuseCrowd(text: string, part: string): void {
  let count = 0;
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
    if (text[at + 1] !== '/') count += 1;
    if (count > MAX_ELEMENTS) throw new AdaptaError('tooManyNodes', { part });
  }
}

/** A document type can stand only before the first element; comments and instructions may precede it (XML 1.0, 22). */
function refuseDoctype(text: string, part: string): void {
  const prolog = /^\uFEFF?(?:\s|<\?[\s\S]*?\?>|<!--[\s\S]*?-->)*/u.exec(text)?.[0] ?? '';
  if (text.startsWith('<!', prolog.length)) throw new AdaptaError('doctype', { part });
}

/** 1: may begin a name, 2: may only go on (XML 1.0, 4 and 4a). Surrogates pass: names beyond the first plane are legal. */
const NAME = new Uint8Array(0x1_00_00);
const BEGINS: readonly (readonly [number, number])[] = [
  [0x3a, 0x3a],
  [0x41, 0x5a],
  [0x5f, 0x5f],
  [0x61, 0x7a],
  [0xc0, 0xd6],
  [0xd8, 0xf6],
  [0xf8, 0x2ff],
  [0x370, 0x37d],
  [0x37f, 0x1fff],
  [0x200c, 0x200d],
  [0x2070, 0x218f],
  [0x2c00, 0x2fef],
  [0x3001, 0xdfff],
  [0xf900, 0xfdcf],
  [0xfdf0, 0xfffd],
];
const GOES_ON: readonly (readonly [number, number])[] = [
  [0x2d, 0x2e],
  [0x30, 0x39],
  [0xb7, 0xb7],
  [0x300, 0x36f],
  [0x203f, 0x2040],
];
for (const [from, to] of BEGINS) NAME.fill(1, from, to + 1);
for (const [from, to] of GOES_ON) NAME.fill(2, from, to + 1);

const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/;
const DECLARATION =
  /<\?xml[ \t\r\n]+version[ \t\r\n]*=[ \t\r\n]*(["'])1\.\d+\1(?:[ \t\r\n]+encoding[ \t\r\n]*=[ \t\r\n]*(["'])[A-Za-z][\w.-]*\2)?(?:[ \t\r\n]+standalone[ \t\r\n]*=[ \t\r\n]*(["'])(?:yes|no)\3)?[ \t\r\n]*\?>/y;
const NOT_BLANK = /[^ \t\r\n]/;
const SLASH = 0x2f;
const GREATER = 0x3e;
const EQUALS = 0x3d;

class Scanner {
  readonly #text: string;
  readonly #part: string;
  readonly #scopes: Scope[];
  /** The names of the open elements as written. */
  readonly #open: string[] = [];
  /** Places of the attribute names of the tag being read: start, end, start, end … */
  readonly #names: number[] = [];
  #root: XmlElement | null = null;
  #current: XmlElement | null = null;
  /** The next places that have to be looked at, or -1. */
  #ampersand: number;
  #brackets: number;

  constructor(text: string, part: string) {
    this.#text = text;
    this.#part = part;
    const uris = new Map([
      ['xml', 'http://www.w3.org/XML/1998/namespace'],
      ['', ''],
    ]);
    this.#scopes = [{ text, uris, elements: new Map(), plain: true, depth: 0 }];
    this.#ampersand = text.indexOf('&');
    this.#brackets = text.indexOf(']]>');
  }

  scan(): XmlElement {
    const text = this.#text;
    if (FORBIDDEN.test(text) || !text.isWellFormed()) this.#fail(0);
    let at = text.startsWith('\uFEFF') ? 1 : 0;
    DECLARATION.lastIndex = at;
    if (/^<\?xml[ \t\r\n]/u.test(text.slice(at, at + 6)))
      at = DECLARATION.test(text) ? DECLARATION.lastIndex : this.#fail(at);
    for (;;) {
      const tag = text.indexOf('<', at);
      this.#characters(at, tag < 0 ? text.length : tag);
      if (tag < 0) break;
      const code = text.charCodeAt(tag + 1);
      if (code === SLASH) at = this.#close(tag);
      else if (code === 0x21) at = this.#special(tag);
      else if (code === 0x3f) at = this.#instruction(tag);
      else at = this.#element(tag);
    }
    if (this.#root === null || this.#current !== null) return this.#fail(text.length);
    return this.#root;
  }

  #fail(at: number): never {
    throw new AdaptaError('malformedXml', { part: this.#part, at });
  }

  #characters(from: number, to: number): void {
    if (from >= to) return;
    if (this.#current === null) {
      if (NOT_BLANK.test(this.#text.slice(from, to))) this.#fail(from);
      return;
    }
    this.#references(to);
    if (this.#brackets >= 0 && this.#brackets < to) this.#fail(this.#brackets);
  }

  /** Checks the references up to a place. */
  #references(to: number): void {
    while (this.#ampersand >= 0 && this.#ampersand < to) {
      if (!isReference(this.#text, this.#ampersand)) this.#fail(this.#ampersand);
      this.#ampersand = this.#text.indexOf('&', this.#ampersand + 1);
    }
  }

  /** Goes on behind something in which neither means anything. */
  #skip(to: number): number {
    if (this.#ampersand >= 0 && this.#ampersand < to) this.#ampersand = this.#text.indexOf('&', to);
    if (this.#brackets >= 0 && this.#brackets < to) this.#brackets = this.#text.indexOf(']]>', to);
    return to;
  }

  #special(at: number): number {
    const text = this.#text;
    if (text.startsWith('<!--', at)) {
      const end = text.indexOf('--', at + 4);
      return end < 0 || text.charCodeAt(end + 2) !== GREATER ? this.#fail(at) : this.#skip(end + 3);
    }
    if (text.startsWith('<!DOCTYPE', at)) throw new AdaptaError('doctype', { part: this.#part });
    const end = text.startsWith('<![CDATA[', at) && this.#current !== null ? text.indexOf(']]>', at + 9) : -1;
    return end < 0 ? this.#fail(at) : this.#skip(end + 3);
  }

  #instruction(at: number): number {
    const end = this.#text.indexOf('?>', at + 2);
    const name = this.#nameEnd(at + 2);
    const isOver = name === end || isBlank(this.#text.charCodeAt(name));
    if (end < 0 || name > end || !isOver || /^xml$/iu.test(this.#text.slice(at + 2, name))) this.#fail(at);
    return this.#skip(end + 2);
  }

  #close(at: number): number {
    const text = this.#text;
    const element = this.#current;
    const name = this.#open.pop();
    if (element === null || name === undefined || !text.startsWith(name, at + 2)) return this.#fail(at);
    const end = this.#blanks(at + 2 + name.length);
    if (text.charCodeAt(end) !== GREATER) this.#fail(at);
    if (this.#scopes.at(-1)?.depth === this.#open.length + 1) this.#scopes.pop();
    element.contentEnd = at;
    element.end = end + 1;
    this.#current = element.parent;
    return end + 1;
  }

  #element(at: number): number {
    const text = this.#text;
    if (this.#current === null && this.#root !== null) this.#fail(at);
    const nameEnd = this.#nameEnd(at + 1);
    const name = text.slice(at + 1, nameEnd);
    const tagEnd = this.#attributes(nameEnd);
    const isClosed = text.charCodeAt(tagEnd) === SLASH;
    const end = isClosed ? tagEnd + 2 : tagEnd + 1;
    // No value may hold another tag's beginning (XML 1.0, 10).
    const next = text.indexOf('<', at + 1);
    if (next >= 0 && next < end) this.#fail(next);
    if (this.#open.length >= MAX_DEPTH) throw new AdaptaError('tooDeep', { part: this.#part });
    const hasAttributes = this.#names.length > 0;
    const outer = this.#scopes.at(-1) as Scope;
    const scope = hasAttributes ? this.#scopeOf(outer, at, end) : outer;
    const element = new XmlElement(this.#expanded(scope, name), this.#current, at, end, scope, hasAttributes);
    if (this.#current === null) this.#root = element;
    else this.#current.append(element);
    if (isClosed) return end;
    if (scope !== outer) this.#scopes.push(scope);
    this.#open.push(name);
    this.#current = element;
    return end;
  }

  /** Reads the attributes of a tag and returns the place of its `>` or `/>`. */
  #attributes(from: number): number {
    const text = this.#text;
    this.#names.length = 0;
    for (let at = from; ;) {
      const start = this.#blanks(at);
      const code = text.charCodeAt(start);
      if (code === GREATER || (code === SLASH && text.charCodeAt(start + 1) === GREATER)) {
        if (this.#names.length > 0) this.#references(start);
        if (this.#brackets >= 0 && this.#brackets < start) this.#brackets = text.indexOf(']]>', start);
        return start;
      }
      const end = start === at ? this.#fail(at) : this.#nameEnd(start);
      this.#remember(start, end);
      const equals = this.#blanks(end);
      if (text.charCodeAt(equals) !== EQUALS) this.#fail(equals);
      const opens = this.#blanks(equals + 1);
      const quote = text[opens];
      const closes = quote === '"' || quote === "'" ? text.indexOf(quote, opens + 1) : -1;
      if (closes < 0) this.#fail(opens);
      at = closes + 1;
    }
  }

  /** Keeps the place of an attribute's name; the same name twice in one tag is refused. */
  #remember(start: number, end: number): void {
    const names = this.#names;
    for (let index = 0; index < names.length; index += 2) {
      const [from, to] = [names[index] as number, names[index + 1] as number];
      if (to - from === end - start && this.#text.startsWith(this.#text.slice(from, to), start)) this.#fail(start);
    }
    names.push(start, end);
  }

  #nameEnd(at: number): number {
    const text = this.#text;
    if (NAME[text.charCodeAt(at)] !== 1) this.#fail(at);
    let end = at + 1;
    while (NAME[text.charCodeAt(end)]) end += 1;
    return end;
  }

  #blanks(from: number): number {
    let at = from;
    while (isBlank(this.#text.charCodeAt(at))) at += 1;
    return at;
  }

  /** The namespaces inside a tag that may declare some. */
  #scopeOf(outer: Scope, start: number, end: number): Scope {
    const names = this.#names;
    let declares = false;
    for (let index = 0; index < names.length; index += 2)
      if (this.#text.startsWith('xmlns', names[index])) declares = true;
    if (!declares) return outer;
    const uris = new Map(outer.uris);
    for (const [name, uri] of rawAttributes(this.#text, start, end)) {
      if (name === 'xmlns') uris.set('', uri);
      else if (name.startsWith('xmlns:')) uris.set(name.slice(6), uri);
    }
    const plain = [...uris].every(([prefix, uri]) => {
      const known = expandedName(uri, '');
      return prefix === '' || known.startsWith('{') || known === `${prefix}:`;
    });
    return { text: this.#text, uris, elements: new Map(), plain, depth: this.#open.length + 1 };
  }

  #expanded(scope: Scope, name: string): string {
    const known = scope.elements.get(name);
    if (known !== undefined) return known;
    const colon = name.indexOf(':');
    const uri = scope.uris.get(colon < 0 ? '' : name.slice(0, colon));
    if (uri === undefined) throw new AdaptaError('malformedXml', { part: this.#part, name });
    const expanded = expandedName(uri, name.slice(colon + 1));
    scope.elements.set(name, expanded);
    return expanded;
  }
}
