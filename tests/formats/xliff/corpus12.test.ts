import { describe, expect, test } from 'vitest';
import { openXliff } from '#main/formats/xliff/open.ts';
import { corpusFiles } from '#tests/builders/xliff/corpus.ts';
import { schemaFaults12, schemaFaults2 } from '#tests/builders/xliff/schemas.ts';
import { laws } from './file-laws.ts';

const samples = corpusFiles('xliff12');

function judge(bytes: Uint8Array): readonly string[] {
  return openXliff(bytes).version === 2 ? schemaFaults2(bytes) : schemaFaults12(bytes, 'transitional');
}

/** A file's own faults are not ours; what is written must have no other. */
function newFaults(before: Uint8Array): (bytes: Uint8Array) => readonly string[] {
  const known = new Set(judge(before));
  return (bytes) => judge(bytes).filter((fault) => !known.has(fault));
}

describe('files of real tools', () => {
  test('are twelve', () => {
    expect(samples).toHaveLength(12);
  });

  test.each(samples)('$name is read and written equal in meaning', async ({ bytes }) => {
    expect(await laws(bytes, { faults: newFaults(bytes) })).toEqual([]);
  });
});
