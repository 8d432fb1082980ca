import { isInvisible, isProtected } from './inline.ts';
import { SILENT, WHOLE } from './names.ts';
import { attribute, innerRange, isElement, isTextNode, rangeOf, type Element, type Node, type Range } from './tree.ts';

/** From the first node to the last, as far as they lie where they belong: what the parser made anew begins elsewhere. */
export function spanOf(
  text: string,
  first: Node,
  last: Node,
  leaves: Range | undefined,
  limits: Range,
  verbatim: boolean,
): Range | undefined {
  const [from, to] = [rangeOf(first), rangeOf(last)];
  if (leaves === undefined) return undefined;
  let start =
    from !== undefined && from.start >= limits.start && from.start <= leaves.start ? from.start : leaves.start;
  let end = to !== undefined && to.end >= leaves.end && to.end <= limits.end ? to.end : leaves.end;
  if (verbatim) {
    if (isTextNode(first)) {
      start = Math.min(start, beginOfPre(first) ?? start);
      start += droppedLine(text.slice(start, end), first.value);
    }
    while (isTextNode(last) && end > start && /[\r\n]/u.test(text[end - 1] as string)) end -= 1;
    return { start, end };
  }
  while (isTextNode(first) && start < end && isBlankAt(text, start)) start += 1;
  while (isTextNode(last) && end > start && isBlankAt(text, end - 1)) end -= 1;
  return { start, end };
}

/** Where the neighbours of some nodes leave off, or what is around them. */
export function limitsOf(nodes: readonly Node[]): Range {
  const [first, last] = [nodes[0] as Node, nodes.at(-1) as Node];
  const siblings = first.parentNode?.childNodes ?? [];
  const [before, after] = [siblings[siblings.indexOf(first) - 1], siblings[siblings.indexOf(last) + 1]];
  const around = first.parentNode !== null && isElement(first.parentNode) ? innerRange(first.parentNode) : undefined;
  const start = (before === undefined ? undefined : rangeOf(before)?.end) ?? around?.start ?? 0;
  const end = (after === undefined ? undefined : rangeOf(after)?.start) ?? around?.end ?? Infinity;
  return { start: Math.max(start, around?.start ?? 0), end: Math.min(end, around?.end ?? Infinity) };
}

/** Where the text of a pre begins: behind the line end it drops the parser gives wrong places to references. */
function beginOfPre(first: Node): number | undefined {
  const { parentNode: parent } = first;
  if (parent === null || !isElement(parent) || parent.tagName !== 'pre' || parent.childNodes[0] !== first)
    return undefined;
  return innerRange(parent)?.start;
}

/** Length of the line end the parser drops at the beginning of a pre. */
function droppedLine(source: string, value: string): number {
  const written = /^(?:\r?\n)*/u.exec(source)?.[0] ?? '';
  const lines = written.split('\n').length - 1;
  const kept = /^\n*/u.exec(value)?.[0].length ?? 0;
  return lines > kept ? (/^\r?\n/u.exec(written)?.[0].length ?? 0) : 0;
}

function isBlankAt(text: string, index: number): boolean {
  return ' \t\n\f\r'.includes(text[index] as string);
}

/** Without what shows nothing at both ends. */
export function trimmed(nodes: readonly Node[]): readonly Node[] {
  const first = nodes.findIndex((node) => !isInvisible(node));
  const last = nodes.findLastIndex((node) => !isInvisible(node));
  return first < 0 ? [] : nodes.slice(first, last + 1);
}

const NOT_WRAPPERS = new Set('b strong i em u s strike del sup sub br wbr'.split(' '));

/** An element around the whole of a block that is neither mark nor link: it stays where it is. */
export function wrapper(nodes: readonly Node[], text: string): Element | undefined {
  const [only, more] = nodes;
  if (only === undefined || more !== undefined || !isElement(only)) return undefined;
  const name = only.tagName;
  if (NOT_WRAPPERS.has(name) || WHOLE.has(name) || SILENT.has(name) || isProtected(only)) return undefined;
  if (name === 'a' && /^\s*(?:https?|mailto):/iu.test(attribute(only, 'href') ?? '')) return undefined;
  const inner = innerRange(only);
  const isClosed = only.sourceCodeLocation?.endTag !== undefined;
  return isClosed && inner !== undefined && text.slice(inner.start, inner.end).trim() !== '' ? only : undefined;
}
