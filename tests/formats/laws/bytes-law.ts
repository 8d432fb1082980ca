import type { Format, ReadFile } from '#main/formats/format.ts';
import { partText, readArchive, type ArchiveEntry } from './archive.ts';
import { changedUnder, failBytes, type ByteRules } from './changed.ts';
import { compareDrawing } from './drawing-bytes.ts';
import type { Failure } from './failures.ts';
import { containersOf, requestFor } from './request.ts';
import { at, child, childrenOf, parserText, tree, type Node } from './tree.ts';

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
    return { failures: [failBytes('entries', `${before.length} entries became ${after.length}`)], changed: [] };
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
    failures.push(...names, ...changed.map((name) => failBytes('untouched', `${name} differs, ${how}`)));
    failures.push(
      ...result.findings.map((finding) =>
        failBytes(`finding:${finding.code}`, `${how} ${JSON.stringify(finding.params)}`),
      ),
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
    return { failures: [failBytes('around', `${name}: text between paragraphs differs`)], markers: [] };
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
    if (found.length === 0) failures.push(failBytes('touched', `${name}, paragraph ${index}: ${was?.own}`));
    if (was?.properties !== is.properties)
      failures.push(failBytes('properties', `${name}, paragraph ${index}: ${was?.properties}`));
  }
  if (next !== old.paragraphs.length) {
    failures.push(failBytes('paragraphs', `${name}: ${old.paragraphs.length} became ${now.paragraphs.length}`));
  }
  return { failures, markers };
}

/** Parts of charts and diagrams have no paragraphs of the text. */
function compare(name: string, before: Uint8Array, after: Uint8Array): ReturnType<typeof comparePart> {
  return tree(partText(before)).name.startsWith('w:')
    ? comparePart(name, before, after)
    : compareDrawing(name, partText(before), partText(after));
}

/** Law 2 for paragraphs of WordprocessingML: nothing outside them differs, and no paragraph's properties do. */
export function changedLaw(
  format: Format,
  skeleton: Uint8Array,
  file: ReadFile,
  count = 7,
  seed = 1,
): Promise<readonly Failure[]> {
  const rules: ByteRules = { compareArchives, comparePart: compare, allowed: ['chartWorkbookKept'] };
  return changedUnder(rules, format, skeleton, file, count, seed);
}
