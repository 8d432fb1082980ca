import type { Format, ReadFile } from '#main/formats/format.ts';
import { isText, textRun, type Content } from '#shared/model/content.ts';
import { clip, seeded, type Failure } from '#tests/formats/laws/failures.ts';
import { containersOf, requestFor } from '#tests/formats/laws/request.ts';

function fail(code: string, detail: string): Failure {
  return { law: 'bytes', code, detail: clip(detail, 240) };
}

/** Law 2, first half: nothing changed gives the same bytes, whether all blocks are named or none. */
export async function untouchedLaw(format: Format, skeleton: Uint8Array, file: ReadFile): Promise<readonly Failure[]> {
  const failures: Failure[] = [];
  for (const [how, containers] of [['none named', []] as const, ['all named', containersOf(file)] as const]) {
    const { bytes, findings } = await format.write(requestFor(skeleton, containers));
    if (!Buffer.from(bytes).equals(skeleton)) failures.push(fail('untouched', how));
    failures.push(...findings.map((finding) => fail(`finding:${finding.code}`, how)));
  }
  return failures;
}

function mark(content: Content, marker: string): Content | undefined {
  const last = content.findLastIndex((run) => isText(run) && run.text.trim() !== '');
  const run = content[last];
  if (run === undefined || !isText(run)) return undefined;
  return content.with(last, textRun(run.text.trimEnd() + marker, run.marks, run));
}

/**
 * Law 2, second half: one block changed, and the bytes before and behind a stretch no longer than what the block may take
 * are the same. `reach`: how many bytes a block's source may have beyond its text.
 */
export async function changedLaw(
  format: Format,
  skeleton: Uint8Array,
  file: ReadFile,
  seed = 1,
): Promise<readonly Failure[]> {
  const random = seeded(seed);
  const failures: Failure[] = [];
  const candidates = file.blocks.filter((block) => mark(block.content, 'x') !== undefined);
  for (let round = 0; round < 5 && candidates.length > 0; round++) {
    const [block] = candidates.splice(Math.floor(random() * candidates.length), 1);
    if (block === undefined) continue;
    const changed = new Map([[block.anchor, mark(block.content, `Zq${round}Zq`) as Content]]);
    const { bytes } = await format.write(requestFor(skeleton, containersOf(file, changed)));
    const [before, after] = [Buffer.from(skeleton), Buffer.from(bytes)];
    let start = 0;
    while (start < before.length && before[start] === after[start]) start++;
    let tail = 0;
    while (tail < before.length - start && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
    const written = after
      .subarray(start, after.length - tail)
      .toString('latin1')
      .replaceAll('\0', '');
    if (!written.includes(`q${round}Z`)) failures.push(fail('unwritten', written));
    // A copy with the stretch of another block inside would name its words.
    const others = file.blocks.filter((other) => other !== block && other.container !== block.container);
    const stretch = before.subarray(start, before.length - tail).toString('latin1');
    const alien = others.find((other) => {
      const text = other.content.map((run) => (isText(run) ? run.text : '')).join('');
      return text.length > 30 && /^[\x20-\x7E]+$/u.test(text) && stretch.includes(text) && other.kind !== 'altText';
    });
    if (alien !== undefined) failures.push(fail('around', stretch));
  }
  return failures;
}
