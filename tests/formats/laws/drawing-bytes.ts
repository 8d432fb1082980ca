import { clip, type Failure } from './failures.ts';
import { child, childrenOf, parserText, tree, type Node } from './tree.ts';

function fail(code: string, detail: string): Failure {
  return { law: 'bytes', code, detail: clip(detail) };
}

const MARKER = /Zq\d+Zq/gu;

/** Where text stands that may be written anew: inside paragraphs, in values of charts, in attributes that describe. */
function editable(node: Node, text: string): readonly { start: number; end: number }[] {
  if (node.name === 'a:p') {
    const from = child(node, 'a:pPr')?.end ?? text.indexOf('>', node.start) + 1;
    const to = child(node, 'a:endParaRPr')?.start ?? text.lastIndexOf('<', node.end - 1);
    return from < to ? [{ start: from, end: to }] : [];
  }
  const spans = childrenOf(node).flatMap((inner) => editable(inner, text));
  if (node.name === 'c:v' || node.name === 'cx:v' || node.name === 'cx:pt')
    return [{ start: text.indexOf('>', node.start) + 1, end: text.lastIndexOf('<', node.end - 1) }];
  if (!node.name.endsWith(':cNvPr')) return spans;
  const tag = text.slice(node.start, text.indexOf('>', node.start));
  const said = [...tag.matchAll(/\s(?:descr|title)\s*=\s*("[^"]*"|'[^']*')/gu)].map((match) => ({
    start: node.start + match.index + match[0].length - (match[1] ?? '').length + 1,
    end: node.start + match.index + match[0].length - 1,
  }));
  return [...said, ...spans];
}

function cut(xml: string): { around: string; texts: readonly string[] } {
  const text = parserText(xml);
  const spans = editable(tree(xml), text).toSorted((a, b) => a.start - b.start);
  let at = 0;
  let around = '';
  for (const { start, end } of spans) {
    around += `${text.slice(at, start)}\u0000`;
    at = end;
  }
  return { around: around + text.slice(at), texts: spans.map(({ start, end }) => text.slice(start, end)) };
}

/** Where two texts of a part of DrawingML differ besides paragraphs, values and descriptions that were marked. */
export function compareDrawing(
  name: string,
  before: string,
  after: string,
): { failures: Failure[]; markers: string[] } {
  const [old, now] = [cut(before), cut(after)];
  if (old.around !== now.around)
    return { failures: [fail('around', `${name}: bytes between texts differ`)], markers: [] };
  const changed = now.texts.filter((text, index) => text !== old.texts[index]);
  return {
    failures: changed.filter((text) => !text.includes('Zq')).map((text) => fail('touched', `${name}: ${text}`)),
    markers: changed.flatMap((text) => text.match(MARKER) ?? []),
  };
}
