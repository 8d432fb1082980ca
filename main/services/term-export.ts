import { writeSafely, type Written } from '#main/bundles/safe-write.ts';
import { writeTable } from '#main/formats/table/write.ts';
import type { TbxEntry } from '#main/formats/tbx/model.ts';
import { writeTbx } from '#main/formats/tbx/write.ts';
import type { Concept } from '#shared/model/concept.ts';
import { nextTurn } from './slices.ts';
import { tableRows } from './term-table.ts';
import { toTbx } from './term-tbx.ts';

const HEADER = { language: 'es', title: 'Glosario', origin: 'Adapta' } as const;

/** Writes concepts as a file, verified like every other, piece by piece. Throws what writeSafely throws. */
export async function exportTerms(
  path: string,
  as: 'tbx' | 'csv',
  concepts: readonly Concept[],
  signal: AbortSignal,
): Promise<Written> {
  const pieces = as === 'tbx' ? writeTbx(HEADER, entriesOf(concepts)) : writeTable(tableRows(concepts));
  return await writeSafely(
    path,
    async (sink) => {
      for await (const piece of pieces) {
        await sink.write(piece);
        await nextTurn();
      }
    },
    { signal },
  );
}

/** One at a time: a written entry is never in memory with the others. */
function* entriesOf(concepts: readonly Concept[]): Generator<TbxEntry> {
  for (const concept of concepts) yield toTbx(concept);
}
