import type { Mark, PlaceholderKind } from '#shared/model/content.ts';
import type { XmlElement } from '../package/xml.ts';
import { labelOf, textTokens, type CodeToken, type Token } from './inline.ts';
import { textOf } from './inline2.ts';
import { name12 } from './names12.ts';
import { inherited } from './validate/languages.ts';

const MARKS: Readonly<Record<string, Mark>> = {
  bold: 'bold',
  italic: 'italic',
  underlined: 'underline',
  'x-strike': 'strike',
  'x-superscript': 'superscript',
  'x-subscript': 'subscript',
};
const OPENS: ReadonlySet<string> = new Set(['bpt', 'bx']);
const CLOSES: ReadonlySet<string> = new Set(['ept', 'ex']);

/** The inline content of a `source` or `target` of XLIFF 1.2 (2.4, 2.5) in reading order. */
export function readInline12(content: XmlElement, text: string): readonly Token[] {
  const preserve = inherited(content, 'xml:space') === 'preserve';
  const tokens: Token[] = [];
  let count = 0;
  const next = (): number => (count += 1);
  const pairs = pairsIn(content);
  const visit = (parent: XmlElement): void => {
    for (const node of parent.nodes) {
      if (typeof node === 'string') {
        tokens.push(...textTokens(node, preserve, parent, next));
        continue;
      }
      const name = name12(node);
      if (name === 'mrk' && node.attributes['mtype'] === 'seg') {
        tokens.push({ segment: 'start', element: node });
        visit(node);
        tokens.push({ segment: 'end', element: node });
      } else if (name === 'g' || (name === 'mrk' && node.attributes['mtype'] !== 'protected')) {
        // A paired code is a spanning one in two parts.
        const key = name === 'g' ? pairKey(node) : `mrk:${node.attributes['mid'] ?? next()}`;
        tokens.push(spanEdge(node, 'open', key, text));
        visit(node);
        tokens.push(spanEdge(node, 'close', key, text));
      } else {
        tokens.push(pointOf(node, name, pairs, text, next));
      }
    }
  };
  visit(content);
  return tokens;
}

/** Keys of starts that have their end in the same content. */
function pairsIn(content: XmlElement): ReadonlySet<string> {
  const starts = new Set<string>();
  const pairs = new Set<string>();
  const visit = (parent: XmlElement): void => {
    for (const child of parent.children) {
      const name = name12(child);
      if (OPENS.has(name)) starts.add(pairKey(child));
      if (CLOSES.has(name) && starts.has(pairKey(child))) pairs.add(pairKey(child));
      visit(child);
    }
  };
  visit(content);
  return pairs;
}

function pairKey({ attributes }: XmlElement): string {
  return `pair:${attributes['rid'] ?? attributes['id'] ?? ''}`;
}

function spanEdge(element: XmlElement, edge: 'open' | 'close', key: string, text: string): CodeToken {
  const { attributes } = element;
  const isEmpty = element.contentEnd === element.end;
  const tag = text.slice(element.start, element.contentStart);
  const name = /^<([^\s/>]+)/u.exec(tag)?.[1] ?? '';
  const end = isEmpty ? `</${name}>` : text.slice(element.contentEnd, element.end);
  const mark = name12(element) === 'g' && attributes['clone'] !== 'no' ? MARKS[attributes['ctype'] ?? ''] : undefined;
  return {
    key,
    edge,
    kind: edge,
    label: edge === 'open' ? labelOf(attributes['equiv-text'], attributes['ctype'], attributes['mtype']) : '',
    ...(mark === undefined ? {} : { mark }),
    element,
    xml: edge === 'open' ? tag.replace(/\s*\/>$/u, '>') : end,
    isSpan: true,
  };
}

function pointOf(
  element: XmlElement,
  name: string,
  pairs: ReadonlySet<string>,
  text: string,
  next: () => number,
): CodeToken {
  const pair = pairKey(element);
  const edge = pairs.has(pair) ? (OPENS.has(name) ? 'open' : CLOSES.has(name) ? 'close' : 'point') : 'point';
  const id = element.attributes['id'];
  return {
    key: edge === 'point' ? `${name === 'mrk' ? 'mrk:' : ''}${id ?? `${name}:${next()}`}` : pair,
    edge,
    kind: edge === 'point' ? kindOf(element, name) : edge,
    label: labelAt(element, name),
    element,
    xml: text.slice(element.start, element.end),
    isSpan: false,
  };
}

function kindOf({ attributes }: XmlElement, name: string): PlaceholderKind {
  const { ctype } = attributes;
  if (OPENS.has(name) || CLOSES.has(name) || name === 'it') return 'bookmark';
  if (ctype === 'lb' || ctype === 'pb') return 'break';
  if (ctype === 'x-tab') return 'tab';
  return ctype === 'image' ? 'image' : 'field';
}

function labelAt(element: XmlElement, name: string): string {
  const { attributes } = element;
  if (attributes['ctype'] === 'lb') return '\n';
  if (attributes['ctype'] === 'pb') return '\f';
  if (attributes['ctype'] === 'x-tab') return '\t';
  return labelOf(
    attributes['equiv-text'],
    textOf(element),
    attributes['ctype'],
    CLOSES.has(name) ? '' : attributes['id'],
  );
}
