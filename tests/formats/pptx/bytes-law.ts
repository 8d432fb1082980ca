import type { Format, ReadFile } from '#main/formats/format.ts';
import { partText } from '#tests/formats/laws/archive.ts';
import { compareArchives } from '#tests/formats/laws/bytes-law.ts';
import { changedUnder, type ByteRules } from '#tests/formats/laws/changed.ts';
import { compareDrawing } from '#tests/formats/laws/drawing-bytes.ts';
import type { Failure } from '#tests/formats/laws/failures.ts';

const RULES: ByteRules = {
  compareArchives,
  comparePart: (name, before, after) => compareDrawing(name, partText(before), partText(after)),
  allowed: ['boxOverflow', 'chartWorkbookKept'],
};

/** Seeded units changed: nothing outside their texts differs, in any part. */
export function changedLaw(
  format: Format,
  skeleton: Uint8Array,
  file: ReadFile,
  seed: number,
): Promise<readonly Failure[]> {
  return changedUnder(RULES, format, skeleton, file, 9, seed);
}
