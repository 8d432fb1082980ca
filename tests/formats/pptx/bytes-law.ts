import type { Format, ReadFile } from '#main/formats/format.ts';
import { isText, textRun, type Content } from '#shared/model/content.ts';
import { partText, readArchive } from '#tests/formats/laws/archive.ts';
import { compareArchives } from '#tests/formats/laws/bytes-law.ts';
import { compareDrawing } from '#tests/formats/laws/drawing-bytes.ts';
import { clip, seeded, type Failure } from '#tests/formats/laws/failures.ts';
import { containersOf, requestFor } from '#tests/formats/laws/request.ts';

function fail(code: string, detail: string): Failure {
  return { law: 'bytes', code, detail: clip(detail) };
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
    const compared = compareDrawing(name, old ?? '', now ?? '');
    failures.push(...compared.failures);
    for (const marker of compared.markers) markers.add(marker);
  }
  const said = result.findings.filter(({ code }) => code !== 'boxOverflow' && code !== 'chartWorkbookKept');
  failures.push(...said.map((finding) => fail(`finding:${finding.code}`, JSON.stringify(finding.params))));
  if (failures.length === 0 && markers.size !== changed.size)
    failures.push(fail('unwritten', `${changed.size - markers.size} of ${changed.size} changes`));
  return failures;
}
