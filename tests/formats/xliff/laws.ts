import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { performance } from 'node:perf_hooks';
import { AdaptaError } from '#shared/model/errors.ts';
import { xliffFormat } from '#main/formats/xliff/index.ts';
import type { Verdict } from '#tests/formats/laws/trial.ts';
import { clip } from '#tests/formats/laws/failures.ts';
import { laws } from './file-laws.ts';

/** Tries every law on one file. Never throws: what breaks is a failure. Schemas are left to the tests. */
export async function checkFile(path: string): Promise<Verdict> {
  const bytes = new Uint8Array(await readFile(path));
  const start = performance.now();
  const verdict = (blocks: number, found: Pick<Verdict, 'failures' | 'refused'>): Verdict => ({
    file: basename(path),
    blocks,
    ...found,
    ms: { all: Math.round(performance.now() - start) },
    megabytes: Math.round(process.resourceUsage().maxRSS / 1024),
  });
  try {
    const { blocks } = await xliffFormat.read(bytes);
    const failures = await laws(bytes, { faults: () => [] });
    return verdict(blocks.length, {
      failures: failures.map((detail) => ({ law: 'edits', code: 'xliff', detail: clip(detail, 200) })),
    });
  } catch (error) {
    if (error instanceof AdaptaError && error.code !== 'internal')
      return verdict(0, { refused: error.code, failures: [] });
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return verdict(0, { failures: [{ law: 'crash', code: 'all', detail: clip(text, 300) }] });
  }
}
