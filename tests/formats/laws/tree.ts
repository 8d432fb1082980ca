import { parseXml, XmlCdata, XmlElement, XmlText } from '@rgrove/parse-xml';

/** An element with its expanded name; strict and transitional names are told by the same short key. */
export interface Node {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (Node | string)[];
  readonly start: number;
  readonly end: number;
}

const TRANSITIONAL = 'http://schemas.openxmlformats.org/';
const STRICT = 'http://purl.oclc.org/ooxml/';

/** Short keys by what follows the edition's own root (ECMA-376 Part 1, Annex A, and Part 4, Annex A). */
const EDITIONS: Readonly<Record<string, string>> = {
  'wordprocessingml/2006/main': 'w',
  'wordprocessingml/main': 'w',
  'officeDocument/2006/math': 'm',
  'officeDocument/math': 'm',
  'officeDocument/2006/relationships': 'r',
  'officeDocument/relationships': 'r',
  'drawingml/2006/wordprocessingDrawing': 'wp',
  'drawingml/wordprocessingDrawing': 'wp',
  'drawingml/2006/main': 'a',
  'drawingml/main': 'a',
  'presentationml/2006/main': 'p',
  'presentationml/main': 'p',
  'drawingml/2006/chart': 'c',
  'drawingml/chart': 'c',
  'drawingml/2006/diagram': 'dgm',
  'drawingml/diagram': 'dgm',
  'drawingml/2006/picture': 'pic',
  'drawingml/picture': 'pic',
  'markup-compatibility/2006': 'mc',
};

const OTHERS: Readonly<Record<string, string>> = {
  'urn:schemas-microsoft-com:vml': 'v',
  'http://schemas.microsoft.com/office/word/2010/wordprocessingShape': 'wps',
  'http://schemas.microsoft.com/office/word/2010/wordml': 'w14',
  'http://schemas.microsoft.com/office/drawing/2010/main': 'a14',
  'http://schemas.microsoft.com/office/drawing/2012/chart': 'c15',
  'http://schemas.microsoft.com/office/drawing/2014/chartex': 'cx',
  'http://schemas.microsoft.com/office/drawing/2008/diagram': 'dsp',
  'http://www.w3.org/XML/1998/namespace': 'xml',
};

function shortKey(namespace: string): string {
  for (const root of [TRANSITIONAL, STRICT]) {
    if (namespace.startsWith(root)) return EDITIONS[namespace.slice(root.length)] ?? namespace;
  }
  return OTHERS[namespace] ?? namespace;
}

type Scope = Readonly<Record<string, string>>;

function expand(name: string, scope: Scope, isAttribute: boolean): string {
  const colon = name.indexOf(':');
  if (colon < 0) return isAttribute || scope[''] === undefined ? name : `${shortKey(scope[''])}:${name}`;
  const namespace = scope[name.slice(0, colon)];
  return namespace === undefined ? name : `${shortKey(namespace)}:${name.slice(colon + 1)}`;
}

function convert(element: XmlElement, outer: Scope): Node {
  const declared: Record<string, string> = {};
  for (const [name, value] of Object.entries(element.attributes)) {
    if (name === 'xmlns') declared[''] = value;
    if (name.startsWith('xmlns:')) declared[name.slice(6)] = value;
  }
  const scope = Object.keys(declared).length === 0 ? outer : { ...outer, ...declared };
  const children: (Node | string)[] = [];
  for (const child of element.children) {
    if (child instanceof XmlElement) children.push(convert(child, scope));
    else if (child instanceof XmlText || child instanceof XmlCdata) children.push(child.text);
  }
  return {
    name: expand(element.name, scope, false),
    attributes: new Map(Object.entries(element.attributes).map(([name, value]) => [expand(name, scope, true), value])),
    children,
    start: element.start,
    end: element.end,
  };
}

/** Line ends as the parser counts them (XML 1.0, 2.11), without the byte order mark: what the offsets refer to. */
export function parserText(xml: string): string {
  return xml.replace(/^\uFEFF/u, '').replaceAll(/\r\n?/gu, '\n');
}

/** Parses a part; `start` and `end` are UTF-16 offsets into {@link parserText}. */
export function tree(xml: string): Node {
  const root = parseXml(parserText(xml), { includeOffsets: true, ignoreUndefinedEntities: false }).root;
  if (root === null) throw new RangeError('no root element');
  return convert(root, { xml: 'http://www.w3.org/XML/1998/namespace' });
}

export function childrenOf(node: Node): readonly Node[] {
  return node.children.filter((child): child is Node => typeof child !== 'string');
}

export function child(node: Node, name: string): Node | undefined {
  return childrenOf(node).find((candidate) => candidate.name === name);
}

/** The first descendant along a path of names. */
export function at(node: Node | undefined, ...path: readonly string[]): Node | undefined {
  let here = node;
  for (const name of path) here = here === undefined ? undefined : child(here, name);
  return here;
}

export function textIn(node: Node): string {
  return node.children.map((part) => (typeof part === 'string' ? part : textIn(part))).join('');
}

export function* descendants(node: Node): Generator<Node> {
  for (const inner of childrenOf(node)) {
    yield inner;
    yield* descendants(inner);
  }
}
