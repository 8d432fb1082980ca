import type { Format, ReadBlock, ReadFile, WriteFinding } from '#main/formats/format.ts';
import { isText, normalizeContent, textRun, type Content, type PlaceholderKind } from '#shared/model/content.ts';
import type { UnitKind } from '#shared/model/unit.ts';
import { clip, type Failure } from './failures.ts';
import { containersOf, requestFor } from './request.ts';

/** What a block is expected to read as. */
export interface Expected {
  readonly container: string;
  readonly kind: UnitKind;
  readonly level?: number | undefined;
  readonly content: Content;
}

/** Placeholders that show something of their own; a block of nothing but others and blanks need not be told. */
const SHOWN: ReadonlySet<PlaceholderKind> = new Set([
  'image',
  'field',
  'noteRef',
  'textBox',
  'equation',
  'symbol',
  'object',
]);
/** Kinds whose label is the file's own and must come back; others' labels are made from text that may have been edited. */
const LABELLED: ReadonlySet<PlaceholderKind> = new Set(['field', 'equation', 'symbol']);

/** Whether a block shows anything by itself. */
export function isShown(content: Content): boolean {
  return content.some((run) => (isText(run) ? run.text.trim() !== '' : SHOWN.has(run.kind)));
}

/** Marks of places and pairs around nothing may be told or not: that none is lost is counted elsewhere. */
function withoutEmptyPairs(content: Content): Content {
  const at = content.findIndex((run, index) => {
    const next = content[index + 1];
    if (isText(run) || run.kind !== 'open' || next === undefined || isText(next)) return false;
    return next.kind === 'close' && next.placeholder === run.placeholder;
  });
  return at < 0 ? content : withoutEmptyPairs(content.toSpliced(at, 2));
}

/** Content without the numbers only one reading knows. */
function signature(block: Expected): string {
  const runs = withoutEmptyPairs(
    normalizeContent(block.content.filter((run) => isText(run) || run.kind !== 'bookmark')),
  ).map((run) => {
    if (isText(run)) return [run.text, run.marks.join('+'), run.link ?? '', run.format ?? ''];
    return [run.kind, LABELLED.has(run.kind) ? run.label : '', run.link ?? ''];
  });
  // Hidden text is one placeholder however many runs it has.
  const told = runs.filter((run, at) => run[0] !== 'hidden' || JSON.stringify(run) !== JSON.stringify(runs[at - 1]));
  return JSON.stringify([block.kind, block.level ?? 0, ...told]);
}

/** Notes, text boxes and alternative text have numbers that shift when their anchors move: each container is told by what it holds. */
function isNumbered(container: string): boolean {
  return !/^(?:body|header|footer)(?:$|[:/])/u.test(container);
}

function told(blocks: readonly Expected[]): ReadonlyMap<string, readonly string[]> {
  const shown = blocks.filter((block) => isShown(block.content));
  const groups = Map.groupBy(shown, (block) => block.container);
  const out = new Map<string, readonly string[]>();
  const numbered: string[][] = [];
  for (const [container, group] of groups) {
    const lines = group.map((block) => signature(block));
    if (isNumbered(container)) numbered.push([container.split(/[:/]/u)[0] ?? '', ...lines]);
    else out.set(container, lines);
  }
  out.set('numbered', numbered.map((lines) => lines.join('\n')).toSorted());
  return out;
}

/** Where what was read again differs from what was asked. */
export function compareBlocks(
  code: string,
  expected: readonly Expected[],
  read: readonly ReadBlock[],
): readonly Failure[] {
  const [wanted, got] = [told(expected), told(read)];
  const failures: Failure[] = [];
  for (const container of new Set([...wanted.keys(), ...got.keys()])) {
    const [want, have] = [wanted.get(container) ?? [], got.get(container) ?? []];
    const at = want.findIndex((line, index) => line !== have[index]);
    if (at < 0 && want.length === have.length) continue;
    const place = at < 0 ? want.length : at;
    const detail = `${container} ${place} of ${want.length}/${have.length}: asked ${clip(want[place] ?? '-', 240)} read ${clip(have[place] ?? '-', 240)}`;
    failures.push({ law: 'edits', code, detail });
  }
  return failures;
}

/** Findings a law does not ask for. */
export function unasked(
  findings: readonly WriteFinding[],
  allowed: readonly WriteFinding['code'][] = [],
): readonly Failure[] {
  return findings
    .filter((finding) => !allowed.includes(finding.code))
    .map((finding) => ({
      law: 'edits',
      code: `finding:${finding.code}`,
      detail: clip(JSON.stringify(finding.params)),
    }));
}

function rot13(text: string): string {
  return text.replaceAll(/[A-Za-z]/gu, (letter) => {
    const base = letter <= 'Z' ? 65 : 97;
    return String.fromCodePoint((((letter.codePointAt(0) ?? 0) - base + 13) % 26) + base);
  });
}

/** A reversible translation that changes every text run, grows it, and needs escaping. */
export function pseudo(content: Content): Content {
  return content.map((run) => (isText(run) ? textRun(`«${rot13(run.text)}&<"»`, run.marks, run) : run));
}

export interface Written {
  readonly bytes: Uint8Array;
  readonly failures: readonly Failure[];
}

/** Law 3, every unit changed: read again, each block says what was asked. */
export async function rewriteLaw(format: Format, skeleton: Uint8Array, file: ReadFile): Promise<Written> {
  const changed = new Map(file.blocks.map((block) => [block.anchor, pseudo(block.content)]));
  const result = await format.write(requestFor(skeleton, containersOf(file, changed)));
  const expected = file.blocks.map((block) => ({ ...block, content: changed.get(block.anchor) ?? block.content }));
  const again = await format.read(result.bytes);
  const failures = [
    ...unasked(result.findings, ['boxOverflow', 'chartWorkbookKept']),
    ...compareBlocks('rewrite', expected, again.blocks),
  ];
  return { bytes: result.bytes, failures };
}
