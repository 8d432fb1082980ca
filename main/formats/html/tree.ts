import { defaultTreeAdapter, html, parse, type DefaultTreeAdapterTypes as Tree, type TreeAdapter } from 'parse5';
import { AdaptaError } from '#shared/model/errors.ts';

export type Element = Tree.Element;
export type Node = Tree.ChildNode;
export type TextNode = Tree.TextNode;

/** Browsers stop nesting at 512; beyond it reading would cost the square of the depth. */
const MAX_DEPTH = 512;
const MAX_NODES = 1_000_000;

export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Parses a page with the place of everything in it; nothing is run or fetched. Throws tooDeep, tooManyNodes. */
export function parseHtml(text: string): Tree.Document {
  let depth = 0;
  let nodes = 0;
  const count = (): void => {
    nodes += 1;
    if (nodes > MAX_NODES) throw new AdaptaError('tooManyNodes', { part: 'html' });
  };
  const treeAdapter: TreeAdapter<Tree.DefaultTreeAdapterMap> = {
    ...defaultTreeAdapter,
    createElement: (name, namespace, attributes) => {
      count();
      return defaultTreeAdapter.createElement(name, namespace, attributes);
    },
    onItemPush: () => {
      depth += 1;
      if (depth > MAX_DEPTH) throw new AdaptaError('tooDeep', { part: 'html' });
    },
    onItemPop: () => {
      depth -= 1;
    },
  };
  return parse(text, { sourceCodeLocationInfo: true, scriptingEnabled: false, treeAdapter });
}

export function isElement(node: { readonly nodeName: string }): node is Element {
  return 'tagName' in node;
}

export function isTextNode(node: Node): node is TextNode {
  return node.nodeName === '#text';
}

export function isHtml({ namespaceURI }: Element): boolean {
  return namespaceURI === html.NS.HTML;
}

export function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((each) => each.name === name)?.value;
}

/** Where a node stands in the source; `undefined` for elements the parser supplies itself. */
export function rangeOf({ sourceCodeLocation: place }: Node): Range | undefined {
  return place === undefined || place === null ? undefined : { start: place.startOffset, end: place.endOffset };
}

/** Where the content of an element stands: after its start tag, before its end tag or what closes it. */
export function innerRange(element: Element): Range | undefined {
  const place = element.sourceCodeLocation;
  const start = place?.startTag?.endOffset;
  if (place === undefined || place === null || start === undefined) return undefined;
  return { start, end: Math.max(start, place.endTag?.startOffset ?? place.endOffset) };
}

/** The first element of that name below, in document order. */
export function find(root: Tree.ParentNode, name: string): Element | undefined {
  for (const node of descendants(root)) if (isElement(node) && node.tagName === name) return node;
  return undefined;
}

export function* descendants(root: Tree.ParentNode): Generator<Node> {
  const stack = root.childNodes.toReversed();
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    yield node;
    if (isElement(node)) stack.push(...node.childNodes.toReversed());
  }
}

/** All text below, as the parser decodes it. */
export function textBelow(element: Element): string {
  let out = '';
  for (const node of descendants(element)) if (isTextNode(node)) out += node.value;
  return out;
}
