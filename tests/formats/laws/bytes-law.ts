import type { Format, ReadFile } from '#main/formats/format.ts';
import { isText, textRun, type Content } from '#shared/model/content.ts';
import { partText, readArchive, type ArchiveEntry } from './archive.ts';
import { compareDrawing } from './drawing-bytes.ts';
import { clip, seeded, type Failure } from './failures.ts';
import { containersOf, requestFor } from './request.ts';
import { at, child, childrenOf, parserText, tree, type Node } from './tree.ts';

function fail(code: string, detail: string): Failure {
  return { law: 'bytes', code, detail: clip(detail) };
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}

function names(entries: readonly ArchiveEntry[]): string {
  return entries.map((entry) => entry.name).join('\n');
}

/** Entries whose stored bytes differ, and whether the lists of names do. */
export function compareArchives(
  before: readonly ArchiveEntry[],
  after: readonly ArchiveEntry[],
): { failures: Failure[]; changed: string[] } {
  if (names(before) !== names(after))
    return { failures: [fail('entries', `${before.length} entries became ${after.length}`)], changed: [] };
  const changed = before.filter((entry, index) => !sameBytes(entry.raw, after[index]?.raw ?? new Uint8Array()));
  return { failures: [], changed: changed.map((entry) => entry.name) };
}

/** Nothing changed: the same entries in the same order with the same stored bytes, whether units are named or not. */
export async function untouchedLaw(format: Format, skeleton: Uint8Array, file: ReadFile): Promise<readonly Failure[]> {
  const before = readArchive(skeleton);
  const failures: Failure[] = [];
  for (const [how, containers] of [['none named', []] as const, ['all named', containersOf(file)] as const]) {
    const result = await format.write(requestFor(skeleton, containers));
    const { failures: names, changed } = compareArchives(before, readArchive(result.bytes));
    failures.push(...names, ...changed.map((name) => fail('untouched', `${name} differs, ${how}`)));
    failures.push(
      ...result.findings.map((finding) => fail(`finding:${finding.code}`, `${how} ${JSON.stringify(finding.params)}`)),
    );
  }
  return failures;
}

/** A paragraph's own text, nested paragraphs left out, and its properties. */
interface Slice {
  readonly own: string;
  readonly properties: string;
  /** The mark is deleted: with the change accepted the paragraph is one with the next. */
  readonly runsOn: boolean;
}

const HOLE = '\u0000';

/** Neighbouring paragraphs count as one place: how many there are is compared apart. */
function withoutRepeats(around: string): string {
  return around.replaceAll(/\0+/gu, HOLE);
}

/** A control around a changed paragraph is untied from its data, else Word would put the old text back: no difference. */
const BINDING = /<\w+:dataBinding\b[^>]*\/>/gu;

/** The text of a part around its outermost paragraphs, and of every paragraph around those nested in it. */
function slices(xml: string): { around: string; paragraphs: readonly Slice[] } {
  const text = parserText(xml);
  const paragraphs: Slice[] = [];
  const own = (node: Node): string => {
    let out = '';
    let from = node.start;
    const visit = (parent: Node): void => {
      for (const inner of childrenOf(parent)) {
        if (inner.name !== 'w:p') {
          visit(inner);
          continue;
        }
        out += text.slice(from, inner.start) + HOLE;
        from = inner.end;
        const place = paragraphs.push({ own: '', properties: '', runsOn: false }) - 1;
        const properties = child(inner, 'w:pPr');
        paragraphs[place] = {
          own: own(inner),
          properties: properties === undefined ? '' : text.slice(properties.start, properties.end),
          runsOn: ['w:del', 'w:moveFrom'].some((mark) => at(properties, 'w:rPr', mark) !== undefined),
        };
      }
    };
    visit(node);
    return withoutRepeats(out + text.slice(from, node.end)).replaceAll(BINDING, '');
  };
  const root = tree(xml);
  return { around: text.slice(0, root.start) + own(root) + text.slice(root.end), paragraphs };
}

const MARKER = /Zq\d+Zq/gu;

function comparePart(name: string, before: Uint8Array, after: Uint8Array): { failures: Failure[]; markers: string[] } {
  const [old, now] = [slices(partText(before)), slices(partText(after))];
  if (old.around !== now.around) {
    return { failures: [fail('around', `${name}: text between paragraphs differs`)], markers: [] };
  }
  const failures: Failure[] = [];
  const markers: string[] = [];
  let next = 0;
  let isOwed = false;
  for (const [index, is] of now.paragraphs.entries()) {
    let was = old.paragraphs[next++];
    if (was?.own === is.own && !isOwed) continue;
    const found = is.own.match(MARKER) ?? [];
    markers.push(...found);
    // A rewritten paragraph takes those in that ran on into it; between them empty ones may stay, that run on too.
    while (was?.runsOn === true && was.own !== is.own && was.properties !== is.properties) {
      was = old.paragraphs[next++];
      isOwed = true;
    }
    if (found.length > 0) isOwed = false;
    if (was?.own === is.own && (!isOwed || is.runsOn)) continue;
    if (found.length === 0) failures.push(fail('touched', `${name}, paragraph ${index}: ${was?.own}`));
    if (was?.properties !== is.properties)
      failures.push(fail('properties', `${name}, paragraph ${index}: ${was?.properties}`));
  }
  if (next !== old.paragraphs.length) {
    failures.push(fail('paragraphs', `${name}: ${old.paragraphs.length} became ${now.paragraphs.length}`));
  }
  return { failures, markers };
}

/** Parts of charts and diagrams have no paragraphs of the text. */
function compare(name: string, before: Uint8Array, after: Uint8Array): ReturnType<typeof comparePart> {
  return tree(partText(before)).name.startsWith('w:')
    ? comparePart(name, before, after)
    : compareDrawing(name, partText(before), partText(after));
}

function mark(content: Content, marker: string): Content | undefined {
  const last = content.findLastIndex((run) => isText(run) && run.text.trim() !== '');
  const run = content[last];
  if (run === undefined || !isText(run)) return undefined;
  return content.with(last, textRun(run.text + marker, run.marks, run));
}

/** `count` seeded units changed: nothing outside their paragraphs differs, and no paragraph's properties do. */
export async function changedLaw(
  format: Format,
  skeleton: Uint8Array,
  file: ReadFile,
  count = 7,
  seed = 1,
): Promise<readonly Failure[]> {
  const random = seeded(seed);
  const candidates = file.blocks.filter((block) => mark(block.content, 'x') !== undefined);
  const changed = new Map<string, Content>();
  for (let k = 0; k < count && candidates.length > 0; k++) {
    const [block] = candidates.splice(Math.floor(random() * candidates.length), 1);
    if (block !== undefined) changed.set(block.anchor, mark(block.content, `Zq${k}Zq`) as Content);
  }
  const result = await format.write(requestFor(skeleton, containersOf(file, changed)));
  const [before, after] = [readArchive(skeleton), readArchive(result.bytes)];
  const { failures, changed: parts } = compareArchives(before, after);
  const markers = new Set<string>();
  for (const name of parts) {
    const bytes = [before, after].map(
      (entries) => entries.find((entry) => entry.name === name)?.bytes ?? new Uint8Array(),
    );
    const compared = compare(name, bytes[0] as Uint8Array, bytes[1] as Uint8Array);
    failures.push(...compared.failures);
    for (const marker of compared.markers) markers.add(marker);
  }
  const said = result.findings.filter(({ code }) => code !== 'chartWorkbookKept');
  failures.push(...said.map((finding) => fail(`finding:${finding.code}`, JSON.stringify(finding.params))));
  if (failures.length === 0 && markers.size !== changed.size)
    failures.push(fail('unwritten', `${changed.size - markers.size} of ${changed.size} changes`));
  return failures;
}
