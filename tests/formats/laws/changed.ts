import type { Format, ReadFile, WriteFinding } from '#main/formats/format.ts';
import { isText, textRun, type Content } from '#shared/model/content.ts';
import { readArchive, type ArchiveEntry } from './archive.ts';
import { clip, seeded, type Failure } from './failures.ts';
import { containersOf, requestFor } from './request.ts';

/** How a format's bytes are compared. */
export interface ByteRules {
  /** The parts of a file, where it is no archive. */
  readonly open?: (file: Uint8Array) => readonly ArchiveEntry[];
  /** Parts that differ, and what is wrong with the list of them. */
  compareArchives(
    before: readonly ArchiveEntry[],
    after: readonly ArchiveEntry[],
  ): { readonly failures: Failure[]; readonly changed: readonly string[] };
  /** What differs in a part beside what was asked for, and the marks found in what was. */
  comparePart(
    name: string,
    before: Uint8Array,
    after: Uint8Array,
  ): { readonly failures: readonly Failure[]; readonly markers: readonly string[] };
  /** Findings that are none of this law's. */
  readonly allowed: readonly WriteFinding['code'][];
}

export function failBytes(code: string, detail: string): Failure {
  return { law: 'bytes', code, detail: clip(detail) };
}

/** Content with a mark behind its last words; undefined where it has none. */
export function mark(content: Content, marker: string): Content | undefined {
  const last = content.findLastIndex((run) => isText(run) && run.text.trim() !== '');
  const run = content[last];
  if (run === undefined || !isText(run)) return undefined;
  return content.with(last, textRun(run.text + marker, run.marks, run));
}

/** Law 2, second half: `count` seeded units changed, and nothing differs beside what the rules let differ. */
export async function changedUnder(
  rules: ByteRules,
  format: Format,
  skeleton: Uint8Array,
  file: ReadFile,
  count: number,
  seed: number,
): Promise<readonly Failure[]> {
  const random = seeded(seed);
  const candidates = file.blocks.filter((block) => mark(block.content, 'x') !== undefined);
  const changed = new Map<string, Content>();
  for (let k = 0; k < count && candidates.length > 0; k++) {
    const [block] = candidates.splice(Math.floor(random() * candidates.length), 1);
    if (block !== undefined) changed.set(block.anchor, mark(block.content, `Zq${k}Zq`) as Content);
  }
  const result = await format.write(requestFor(skeleton, containersOf(file, changed)));
  const { open = readArchive } = rules;
  const [before, after] = [open(skeleton), open(result.bytes)];
  const { failures, changed: parts } = rules.compareArchives(before, after);
  const markers = new Set<string>();
  for (const name of parts) {
    const [old, now] = [before, after].map(
      (entries) => entries.find((entry) => entry.name === name)?.bytes ?? new Uint8Array(),
    ) as [Uint8Array, Uint8Array];
    const compared = rules.comparePart(name, old, now);
    failures.push(...compared.failures);
    for (const marker of compared.markers) markers.add(marker);
  }
  const said = result.findings.filter(({ code }) => !rules.allowed.includes(code));
  failures.push(...said.map(({ code, params }) => failBytes(`finding:${code}`, JSON.stringify(params))));
  if (failures.length === 0 && markers.size !== changed.size)
    failures.push(failBytes('unwritten', `${changed.size - markers.size} of ${changed.size} changes`));
  return failures;
}
