import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { AdaptaError } from '#shared/model/errors.ts';
import { expandedName, isKnownPrefix } from './namespaces.ts';

/** Deeper nesting would end recursion somewhere; the deepest honest file seen nests some sixty levels. */
export const MAX_DEPTH = 400;
/** A book of 437 pages has 150,000 elements. */
export const MAX_ELEMENTS = 1_000_000;
/** UTF-16 units of one part. */
export const MAX_LENGTH = 100_000_000;

/**
 * An element with its exact place in the part's text (UTF-16 indices): `start` at `<`, `end` after its last `>`,
 * content between `contentStart` and `contentEnd` (equal to `end` for `<a/>`). Names of elements and attributes are
 * expanded, see {@link expandedName}; `text` is the character data directly inside.
 */
export class XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly parent: XmlElement | null;
  readonly start: number;
  readonly contentStart: number;
  contentEnd = 0;
  end = 0;
  text = '';
  /** Leaves, the most by far, share one empty list. */
  children: readonly XmlElement[] = NO_CHILDREN;

  constructor(
    name: string,
    attributes: Readonly<Record<string, string>>,
    parent: XmlElement | null,
    start: number,
    contentStart: number,
  ) {
    this.name = name;
    this.attributes = attributes;
    this.parent = parent;
    this.start = start;
    this.contentStart = contentStart;
  }

  /** Text and elements in their order, only where {@link parseXml} was asked for mixed content. */
  get nodes(): readonly (string | XmlElement)[] {
    return NO_CHILDREN;
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

/** A class of its own: of half a million elements even a list that stays empty is seen in memory. */
class MixedElement extends XmlElement {
  #nodes: (string | XmlElement)[] | undefined;

  override get nodes(): readonly (string | XmlElement)[] {
    return this.#nodes ?? NO_CHILDREN;
  }

  /** Text a comment or a CDATA section cuts in two is one. */
  add(node: string | XmlElement): void {
    const nodes = this.#nodes;
    const last = nodes?.at(-1);
    if (nodes === undefined) this.#nodes = [node];
    else if (typeof node === 'string' && typeof last === 'string') nodes[nodes.length - 1] = last + node;
    else nodes.push(node);
  }
}

const NO_CHILDREN: readonly XmlElement[] = [];
const NO_ATTRIBUTES: Readonly<Record<string, string>> = {};

/** The parser's own records are slow dictionaries: what is kept is a plain object. */
function compactAttributes(attributes: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const compact: Record<string, string> = {};
  for (const name in attributes) compact[name] = attributes[name] as string;
  return compact;
}

/** Every element below `root` of one of the names, in document order; the matches' own content is searched too. */
export function* descendants(root: XmlElement, names: ReadonlySet<string>): Generator<XmlElement> {
  for (const child of root.children) {
    if (names.has(child.name)) yield child;
    if (child.children.length > 0) yield* descendants(child, names);
  }
}

interface Scope {
  readonly uris: ReadonlyMap<string, string>;
  readonly elements: Map<string, string>;
  /** By the tag as it is written: a long document says the same few thousand tags again and again. */
  readonly attributes: Map<string, Readonly<Record<string, string>>>;
  /** Every prefix is the one the code uses, so attribute names need no mapping. */
  readonly plain: boolean;
  readonly depth: number;
}

/**
 * Parses a part. Throws doctype before anything else is looked at, malformedXml, tooDeep and tooManyNodes.
 * saxes was chosen over parse-xml by measure (3.5 MB: 0.10 s against 0.27 s) and because it needs no recursion. `mixed`
 * keeps where text stands among the elements; `elements` is how many there may be.
 */
export function parseXml(
  text: string,
  part: string,
  { mixed = false, elements = MAX_ELEMENTS }: { mixed?: boolean; elements?: number } = {},
): XmlElement {
  if (text.length > MAX_LENGTH) throw new AdaptaError('fileTooLarge', { part });
  refuseDoctype(text, part);
  refuseCrowd(text, part, elements);
  const Element = mixed ? MixedElement : XmlElement;
  const parser = new SaxesParser({ xmlns: false, position: true, fragment: false });
  const scopes: Scope[] = [rootScope()];
  let root: XmlElement | null = null;
  let current: XmlElement | null = null;
  let depth = 0;
  parser.on('error', (error) => {
    throw new AdaptaError('malformedXml', { part, at: parser.position }, { cause: error });
  });
  parser.on('doctype', () => {
    throw new AdaptaError('doctype', { part });
  });
  parser.on('opentag', (tag: SaxesTagPlain) => {
    depth += 1;
    if (depth > MAX_DEPTH) throw new AdaptaError('tooDeep', { part });
    const end = parser.position;
    const start = text.lastIndexOf('<', end - 1);
    const written = text.slice(start, end);
    if (written.includes('xmlns')) enterScope(scopes, tag.attributes, depth);
    const scope = scopes.at(-1) as Scope;
    const attributes = attributesOf(scope, tag.attributes, written);
    const element = new Element(elementName(scope, tag.name, part), attributes, current, start, end);
    if (current === null) root = element;
    else if (current.children === NO_CHILDREN) current.children = [element];
    else (current.children as XmlElement[]).push(element);
    if (current instanceof MixedElement) current.add(element);
    current = element;
  });
  const takeText = (data: string): void => {
    if (current === null) return;
    current.text += data;
    if (current instanceof MixedElement) current.add(data);
  };
  parser.on('text', takeText);
  parser.on('cdata', takeText);
  parser.on('closetag', (tag: SaxesTagPlain) => {
    const closed = current as XmlElement;
    const end = parser.position;
    closed.end = end;
    closed.contentEnd = tag.isSelfClosing ? end : text.lastIndexOf('<', end - 1);
    // A list that grew has room for sixteen more: of half a million elements that is a third of their memory.
    if (closed.children.length > 1) closed.children = closed.children.slice();
    current = closed.parent;
    if (scopes.at(-1)?.depth === depth) scopes.pop();
    depth -= 1;
  });
  try {
    parser.write(text).close();
  } catch (error) {
    if (error instanceof AdaptaError) throw error;
    throw new AdaptaError('malformedXml', { part }, { cause: error });
  }
  if (root === null) throw new AdaptaError('malformedXml', { part });
  return root;
}

/** Counts what could be a tag before any element is made: a million of them in memory would break the limit they are refused for. */
function refuseCrowd(text: string, part: string, most: number): void {
  let count = 0;
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
    if (text[at + 1] !== '/') count += 1;
    if (count > most) throw new AdaptaError('tooManyNodes', { part });
  }
}

/** A document type can stand only before the first element; comments and instructions may precede it (XML 1.0, 22). */
function refuseDoctype(text: string, part: string): void {
  const prolog = /^\uFEFF?(?:\s|<\?[\s\S]*?\?>|<!--[\s\S]*?-->)*/u.exec(text)?.[0] ?? '';
  if (text.startsWith('<!', prolog.length)) throw new AdaptaError('doctype', { part });
}

function rootScope(): Scope {
  const uris = new Map([
    ['xml', 'http://www.w3.org/XML/1998/namespace'],
    ['', ''],
  ]);
  return { uris, elements: new Map(), attributes: new Map(), plain: true, depth: 0 };
}

/** What a tag declares holds from the tag itself on. */
function enterScope(scopes: Scope[], attributes: Readonly<Record<string, string>>, depth: number): void {
  const outer = scopes.at(-1) as Scope;
  let uris: Map<string, string> | undefined;
  for (const name in attributes) {
    if (!name.startsWith('xmlns')) continue;
    if (name === 'xmlns') (uris ??= new Map(outer.uris)).set('', attributes[name] as string);
    else if (name[5] === ':') (uris ??= new Map(outer.uris)).set(name.slice(6), attributes[name] as string);
  }
  if (uris === undefined) return;
  const plain = [...uris].every(([prefix, uri]) => {
    const known = expandedName(uri, '');
    return prefix === '' || known === `${prefix}:` || (known.startsWith('{') && !isKnownPrefix(prefix));
  });
  scopes.push({ uris, elements: new Map(), attributes: new Map(), plain, depth });
}

function elementName(scope: Scope, name: string, part: string): string {
  const known = scope.elements.get(name);
  if (known !== undefined) return known;
  const colon = name.indexOf(':');
  const uri = scope.uris.get(colon < 0 ? '' : name.slice(0, colon));
  if (uri === undefined) throw new AdaptaError('malformedXml', { part, name });
  const expanded = expandedName(uri, name.slice(colon + 1));
  scope.elements.set(name, expanded);
  return expanded;
}

/** Equal tags share one record of their attributes. */
function attributesOf(
  scope: Scope,
  attributes: Readonly<Record<string, string>>,
  tag: string,
): Readonly<Record<string, string>> {
  // Most tags have none, and need not be looked up.
  if (!tag.includes('=')) return NO_ATTRIBUTES;
  let known = scope.attributes.get(tag);
  if (known === undefined) {
    known = scope.plain ? compactAttributes(attributes) : mapAttributes(scope, attributes);
    scope.attributes.set(tag, known);
  }
  return known;
}

function mapAttributes(scope: Scope, attributes: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const mapped: Record<string, string> = {};
  for (const name in attributes) {
    const colon = name.indexOf(':');
    const prefix = colon < 0 ? '' : name.slice(0, colon);
    const uri = prefix === '' || prefix === 'xmlns' ? undefined : scope.uris.get(prefix);
    mapped[uri === undefined ? name : expandedName(uri, name.slice(colon + 1))] = attributes[name] as string;
  }
  return mapped;
}
