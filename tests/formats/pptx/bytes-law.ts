import type { Format, ReadFile } from '#main/formats/format.ts';
import { isText, textRun, type Content } from '#shared/model/content.ts';
import { partText, readArchive } from '#tests/formats/laws/archive.ts';
import { compareArchives } from '#tests/formats/laws/bytes-law.ts';
import { clip, seeded, type Failure } from '#tests/formats/laws/failures.ts';
import { containersOf, requestFor } from '#tests/formats/laws/request.ts';
import { child, childrenOf, parserText, tree, type Node } from '#tests/formats/laws/tree.ts';

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

function comparePart(name: string, before: string, after: string): { failures: Failure[]; markers: string[] } {
  const [old, now] = [cut(before), cut(after)];
  if (old.around !== now.around)
    return { failures: [fail('around', `${name}: bytes between texts differ`)], markers: [] };
  const changed = now.texts.filter((text, index) => text !== old.texts[index]);
  return {
    failures: changed.filter((text) => !text.includes('Zq')).map((text) => fail('touched', `${name}: ${text}`)),
    markers: changed.flatMap((text) => text.match(MARKER) ?? []),
  };
}

function mark(content: Content, marker: string): Content | undefined {
  const last = content.findLastIndex((run) => isText(run) && run.text.trim() !== '');
  const run = content[last];
  if (run === undefined || !isText(run)) return undefined;
  return content.with(last, textRun(run.text + marker, run.marks, run));
}

/** Seeded units changed: nothing outside their texts differs, in any part. */
export async function changedLaw(
  format: Format,
  skeleton: Uint8Array,
  file: ReadFile,
  seed: number,
): Promise<readonly Failure[]> {
  const random = seeded(seed);
  const candidates = file.blocks.filter((block) => mark(block.content, 'x') !== undefined);
  const changed = new Map<string, Content>();
  for (let k = 0; k < 9 && candidates.length > 0; k++) {
    const [block] = candidates.splice(Math.floor(random() * candidates.length), 1);
    if (block !== undefined) changed.set(block.anchor, mark(block.content, `Zq${k}Zq`) as Content);
  }
  const result = await format.write(requestFor(skeleton, containersOf(file, changed)));
  const [before, after] = [readArchive(skeleton), readArchive(result.bytes)];
  const { failures, changed: parts } = compareArchives(before, after);
  const markers = new Set<string>();
  for (const name of parts) {
    const [old, now] = [before, after].map((entries) =>
      partText(entries.find((entry) => entry.name === name)?.bytes ?? new Uint8Array()),
    );
    const compared = comparePart(name, old ?? '', now ?? '');
    failures.push(...compared.failures);
    for (const marker of compared.markers) markers.add(marker);
  }
  const said = result.findings.filter(({ code }) => code !== 'boxOverflow');
  failures.push(...said.map((finding) => fail(`finding:${finding.code}`, JSON.stringify(finding.params))));
  if (failures.length === 0 && markers.size !== changed.size)
    failures.push(fail('unwritten', `${changed.size - markers.size} of ${changed.size} changes`));
  return failures;
}
