import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { performance } from 'node:perf_hooks';
import { pptxFormat } from '#main/formats/pptx/index.ts';
import { AdaptaError } from '#shared/model/errors.ts';
import { untouchedLaw } from '#tests/formats/laws/bytes-law.ts';
import type { Verdict } from '#tests/formats/laws/check-file.ts';
import { rewriteLaw } from '#tests/formats/laws/edits-law.ts';
import { clip, type Failure } from '#tests/formats/laws/failures.ts';
import { requestFor } from '#tests/formats/laws/request.ts';
import { textLaw } from '#tests/formats/laws/text-law.ts';
import { changedLaw } from './bytes-law.ts';
import { twinsLaw } from './twins-law.ts';
import { structureLaw } from './structure-law.ts';
import { stripLaw } from './strip-law.ts';
import { walkDeck } from './walk.ts';

/** Tries every law on one presentation. Never throws: what breaks is a failure. */
export async function checkFile(
  path: string,
  { seed = 1, keep }: { seed?: number; keep?: string } = {},
): Promise<Verdict> {
  const failures: Failure[] = [];
  const ms: Record<string, number> = {};
  let blocks = 0;
  const done = (refused?: string): Verdict => ({
    file: basename(path),
    ...(refused === undefined ? {} : { refused }),
    failures,
    blocks,
    ms,
    megabytes: Math.round(process.resourceUsage().maxRSS / 1024),
  });
  const crash = (step: string, error: unknown): void => {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    failures.push({ law: 'crash', code: step, detail: clip(text, 300) });
  };
  const run = async (step: string, work: () => readonly Failure[] | Promise<readonly Failure[]>): Promise<void> => {
    const start = performance.now();
    try {
      failures.push(...(await work()));
    } catch (error) {
      crash(step, error);
    }
    ms[step] = Math.round(performance.now() - start);
  };
  const leave = async (what: string, bytes: Uint8Array): Promise<void> => {
    if (keep !== undefined) await writeFile(`${keep}.${what}.pptx`, bytes);
  };
  let bytes = new Uint8Array(await readFile(path));
  const start = performance.now();
  try {
    let file = await pptxFormat.read(bytes);
    if (file.report.notes.some(({ code }) => code === 'macros')) {
      // Macros are never written back: the laws hold for what is left without them.
      bytes = new Uint8Array((await pptxFormat.write(requestFor(bytes, []))).bytes);
      file = await pptxFormat.read(bytes);
    }
    ms['read'] = Math.round(performance.now() - start);
    blocks = file.blocks.length;
    await run('text', () => textLaw(walkDeck(bytes), file.blocks));
    await run('untouched', () => untouchedLaw(pptxFormat, bytes, file));
    await run('changed', () => changedLaw(pptxFormat, bytes, file, seed));
    await run('rewrite', async () => {
      const written = await rewriteLaw(pptxFormat, bytes, file);
      await leave('rewrite', written.bytes);
      return [...written.failures, ...twinsLaw(bytes, written.bytes)];
    });
    await run('structure', async () => {
      const written = await structureLaw(pptxFormat, bytes, file, seed);
      await leave('structure', written.bytes);
      return written.failures;
    });
    await run('strip', () => stripLaw(pptxFormat, bytes, file, seed));
  } catch (error) {
    if (error instanceof AdaptaError && error.code !== 'internal') return done(error.code);
    crash('read', error);
  }
  return done();
}
