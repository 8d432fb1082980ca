import { expandedName } from './namespaces.ts';

/** The namespaces in force at a place of a part's text. */
export interface Scope {
  readonly text: string;
  readonly uris: ReadonlyMap<string, string>;
  /** Expanded names of elements by the names the file gives them. */
  readonly elements: Map<string, string>;
  /** Every prefix is the one the code uses, so attribute names need no mapping. */
  readonly plain: boolean;
  readonly depth: number;
}

const NO_CHILDREN: readonly XmlElement[] = [];
const NO_ATTRIBUTES: Readonly<Record<string, string>> = {};

/**
 * An element with its exact place in the part's text (UTF-16 indices): `start` at `<`, `end` after its last `>`,
 * content between `contentStart` and `contentEnd` (equal to `end` for `<a/>`). Names of elements and attributes are
 * expanded, see {@link expandedName}. Attributes and text are read from the place when asked for: of the elements of a
 * book most are never asked, and what is not kept costs no memory.
 */
export class XmlElement {
  // Declared, not defined: a book has 150,000 elements, and a field defined before it is set costs as much again.
  declare readonly name: string;
  declare readonly parent: XmlElement | null;
  declare readonly start: number;
  declare readonly contentStart: number;
  declare contentEnd: number;
  declare end: number;
  /** Leaves, the most by far, share one empty list. */
  declare children: readonly XmlElement[];
  declare private readonly scope: Scope;
  declare private known: Readonly<Record<string, string>> | undefined;

  constructor(
    name: string,
    parent: XmlElement | null,
    start: number,
    contentStart: number,
    scope: Scope,
    hasAttributes: boolean,
  ) {
    this.name = name;
    this.parent = parent;
    this.start = start;
    this.contentStart = contentStart;
    this.contentEnd = contentStart;
    this.end = contentStart;
    this.children = NO_CHILDREN;
    this.scope = scope;
    this.known = hasAttributes ? undefined : NO_ATTRIBUTES;
  }

  get attributes(): Readonly<Record<string, string>> {
    this.known ??= attributesOf(this.scope, this.start, this.contentStart);
    return this.known;
  }

  /** The character data directly inside. */
  get text(): string {
    const { text } = this.scope;
    let out = '';
    let at = this.contentStart;
    for (const child of this.children) {
      out += characterData(text, at, child.start);
      at = child.end;
    }
    return out + characterData(text, at, this.contentEnd);
  }

  /** Adds the next child while parsing. */
  append(child: XmlElement): void {
    if (this.children === NO_CHILDREN) this.children = [child];
    else (this.children as XmlElement[]).push(child);
  }

  /** The first child of that name. */
  child(name: string): XmlElement | undefined {
    for (const child of this.children) if (child.name === name) return child;
    return undefined;
  }

  /** The `w:val` of the first child of that name, the commonest question in WordprocessingML. */
  value(name: string): string | undefined {
    return this.child(name)?.attributes['w:val'];
  }
}

/** The attributes of a tag that is known to be well-formed, as the file names them, in their order. */
export function rawAttributes(text: string, start: number, end: number): readonly (readonly [string, string])[] {
  const out: [string, string][] = [];
  const last = end - (text[end - 2] === '/' ? 2 : 1);
  let at = start;
  while (at < last && !isBlank(text.charCodeAt(at))) at += 1;
  for (;;) {
    while (at < last && isBlank(text.charCodeAt(at))) at += 1;
    if (at >= last) return out;
    const equals = text.indexOf('=', at);
    let opens = equals + 1;
    while (isBlank(text.charCodeAt(opens))) opens += 1;
    const closes = text.indexOf(text[opens] as string, opens + 1);
    const isTight = !isBlank(text.charCodeAt(equals - 1));
    const name = isTight ? text.slice(at, equals) : text.slice(at, equals).trimEnd();
    out.push([name, attributeValue(text.slice(opens + 1, closes))]);
    at = closes + 1;
  }
}

export function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}

function attributesOf({ text, plain, uris }: Scope, start: number, end: number): Readonly<Record<string, string>> {
  const out: Record<string, string> = {};
  const raw = rawAttributes(text, start, end);
  for (let index = 0; index < raw.length; index++) {
    const [name, value] = raw[index] as readonly [string, string];
    const colon = plain ? -1 : name.indexOf(':');
    const prefix = colon < 0 ? '' : name.slice(0, colon);
    const uri = prefix === '' || prefix === 'xmlns' ? undefined : uris.get(prefix);
    out[uri === undefined ? name : expandedName(uri, name.slice(colon + 1))] = value;
  }
  return out;
}

/** Line ends and tabs written as such are blanks, those written as references stay (XML 1.0, 3.3.3). */
function attributeValue(raw: string): string {
  return references(/[\t\r\n]/.test(raw) ? raw.replaceAll(/\r\n|[\t\r\n]/g, ' ') : raw);
}

const NO_TEXT = /<!\[CDATA\[([\s\S]*?)\]\]>|<!--[\s\S]*?-->|<\?[\s\S]*?\?>/g;

/** What stands between two tags: comments and instructions out, sections of character data as they are. */
function characterData(text: string, start: number, end: number): string {
  if (start >= end) return '';
  let raw = text.slice(start, end);
  if (raw.includes('\r')) raw = raw.replaceAll(/\r\n?/g, '\n');
  if (!raw.includes('<')) return references(raw);
  let out = '';
  let at = 0;
  for (const match of raw.matchAll(NO_TEXT)) {
    out += references(raw.slice(at, match.index)) + (match[1] ?? '');
    at = match.index + match[0].length;
  }
  return out + references(raw.slice(at));
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function references(raw: string): string {
  if (!raw.includes('&')) return raw;
  return raw.replaceAll(
    /&(?:#x([0-9a-fA-F]+)|#([0-9]+)|(\w+));/g,
    (_, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return NAMED[name] ?? '';
      return String.fromCodePoint(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16));
    },
  );
}

const REFERENCE = /&(?:amp|lt|gt|quot|apos|#x([0-9a-fA-F]+)|#([0-9]+));/y;

/** Whether a reference that XML knows without a document type begins at the place, to a character it can hold. */
export function isReference(text: string, at: number): boolean {
  REFERENCE.lastIndex = at;
  const match = REFERENCE.exec(text);
  if (match === null) return false;
  const [, hex, decimal] = match;
  if (hex === undefined && decimal === undefined) return true;
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  if (code < 0x20) return code === 0x9 || code === 0xa || code === 0xd;
  return code < 0xd800 || (code > 0xdfff && code < 0xfffe) || (code > 0xffff && code < 0x11_0000);
}
