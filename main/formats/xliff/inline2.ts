import { MARK_OF } from '../common/mark-elements.ts';
import type { Mark, PlaceholderKind } from '#shared/model/content.ts';
import type { XmlElement } from '../package/xml.ts';
import { labelOf, textTokens, type CodeToken, type Token } from './inline.ts';
import { inherited } from './validate/languages.ts';

/** Looks of codes, by the standard's own sub-types, Adapta's, and the Format Style module. */
const MARK_TYPES: Readonly<Record<string, Mark>> = {
  'xlf:b': 'bold',
  'xlf:i': 'italic',
  'xlf:u': 'underline',
  'adapta:strike': 'strike',
  'adapta:superscript': 'superscript',
  'adapta:subscript': 'subscript',
};

/** A unit while its sources and targets are read: original data by id, and which marker starts have their ends here. */
export interface InlineContext {
  readonly text: string;
  readonly data: ReadonlyMap<string, string>;
}

/** The inline content of a `source` or `target` of XLIFF 2.1 (4.2.3) in reading order. */
export function readInline2(content: XmlElement, context: InlineContext): readonly Token[] {
  const preserve = inherited(content, 'xml:space') === 'preserve';
  const tokens: Token[] = [];
  let count = 0;
  const next = (): number => (count += 1);
  const visit = (parent: XmlElement): void => {
    for (const node of parent.nodes) {
      if (typeof node === 'string') tokens.push(...textTokens(node, preserve, parent, next));
      else if (isProtected(node) || !SPANS.has(node.name)) tokens.push(pointOf(node, context, next));
      else {
        tokens.push(spanEdge(node, 'open', context));
        visit(node);
        tokens.push(spanEdge(node, 'close', context));
      }
    }
  };
  visit(content);
  return tokens;
}

const SPANS: ReadonlySet<string> = new Set(['xlf:pc', 'xlf:mrk']);

function isProtected({ name, attributes }: XmlElement): boolean {
  return name === 'xlf:mrk' && attributes['translate'] === 'no';
}

function spanEdge(element: XmlElement, edge: 'open' | 'close', { text, data }: InlineContext): CodeToken {
  const { attributes } = element;
  const [suffix, from, to] =
    edge === 'open' ? ['Start', element.start, element.contentStart] : ['End', element.contentEnd, element.end];
  const mark = element.name === 'xlf:pc' ? markOf(attributes) : undefined;
  return {
    key: attributes['id'] ?? '',
    edge,
    kind: edge,
    label: labelOf(
      attributes[`disp${suffix}`],
      attributes[`equiv${suffix}`],
      data.get(attributes[`dataRef${suffix}`] ?? ''),
      edge === 'open' ? (attributes['value'] ?? attributes['type']) : undefined,
    ),
    ...(mark === undefined ? {} : { mark }),
    element,
    // An empty element has no end tag of its own.
    xml:
      element.contentEnd === element.end ? emptyEdge(text.slice(from, to), edge, text, element) : text.slice(from, to),
    isSpan: true,
  };
}

function emptyEdge(tag: string, edge: 'open' | 'close', text: string, element: XmlElement): string {
  if (edge === 'open') return tag.replace(/\s*\/>$/u, '>');
  const name = /^<([^\s/>]+)/u.exec(text.slice(element.start, element.contentStart))?.[1] ?? '';
  return `</${name}>`;
}

/** Anything that ties a code to its place or to native code people must not multiply is more than a look. */
function markOf(attributes: XmlElement['attributes']): Mark | undefined {
  const { type, subType, canCopy, canDelete, canReorder, copyOf } = attributes;
  const isFree = canCopy !== 'no' && canDelete !== 'no' && (canReorder ?? 'yes') === 'yes' && copyOf === undefined;
  if (!isFree || attributes['subFlowsStart'] !== undefined) return undefined;
  if (subType !== undefined) return MARK_TYPES[subType];
  const style = attributes['fs:fs'];
  if (style === undefined || attributes['fs:subFs'] !== undefined) return undefined;
  return type === undefined || type === 'fmt' ? MARK_OF[style] : undefined;
}

function pointOf(element: XmlElement, { text, data }: InlineContext, next: () => number): CodeToken {
  const { attributes, name } = element;
  const { id, startRef } = attributes;
  const isPaired = attributes['isolated'] !== 'yes';
  const edge = isPaired ? (EDGES[name] ?? 'point') : 'point';
  return {
    key: (edge === 'close' ? startRef : id) ?? `${name}:${next()}`,
    edge,
    kind: edge === 'point' ? kindOf(element) : edge,
    label: labelAt(element, data),
    element,
    xml: text.slice(element.start, element.end),
    isSpan: false,
  };
}

const EDGES: Readonly<Record<string, 'open' | 'close'>> = {
  'xlf:sc': 'open',
  'xlf:sm': 'open',
  'xlf:ec': 'close',
  'xlf:em': 'close',
};

function kindOf({ name, attributes }: XmlElement): PlaceholderKind {
  if (name === 'xlf:cp') return 'symbol';
  if (name !== 'xlf:ph') return name === 'xlf:mrk' ? 'field' : 'bookmark';
  const { type, subType } = attributes;
  if (subType === 'xlf:lb' || subType === 'xlf:pb') return 'break';
  if (subType === 'adapta:tab') return 'tab';
  return type === 'image' ? 'image' : 'field';
}

function labelAt(element: XmlElement, data: ReadonlyMap<string, string>): string {
  const { attributes, name } = element;
  if (name === 'xlf:cp') return `U+${attributes['hex'] ?? ''}`;
  if (name === 'xlf:mrk') return labelOf(textOf(element));
  if (attributes['subType'] === 'xlf:lb') return '\n';
  if (attributes['subType'] === 'xlf:pb') return '\f';
  if (attributes['subType'] === 'adapta:tab') return '\t';
  return labelOf(
    attributes['disp'],
    attributes['equiv'],
    data.get(attributes['dataRef'] ?? ''),
    attributes['value'],
    name === 'xlf:ph' ? attributes['id'] : undefined,
  );
}

/** All text inside an element. */
export function textOf(element: XmlElement): string {
  return element.nodes.map((node) => (typeof node === 'string' ? node : textOf(node))).join('');
}
