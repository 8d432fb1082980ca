import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { Format, ReadFile } from '#main/formats/format.ts';
import type { Content } from '#shared/model/content.ts';
import { AdaptaError } from '#shared/model/errors.ts';
import type { Verdict } from '#tests/formats/laws/check-file.ts';
import { clip, type Failure } from '#tests/formats/laws/failures.ts';
import { changedLaw, untouchedLaw } from './bytes-law.ts';
import { rewriteLaw, structureLaw, type IsFixed } from './structure-law.ts';

export interface FlatRig {
  readonly format: Format;
  readonly isFixed: IsFixed;
  /** Law 1 for the format. */
  text(bytes: Uint8Array, file: ReadFile): readonly Failure[];
  /** What the format makes of content when it can say no more; as given when absent. */
  readonly shown?: (content: Content) => Content;
  readonly extension: string;
}

export interface CheckOptions {
  readonly seed?: number;
  /** Path under which to leave what was written. */
  readonly keep?: string;
}

/** Tries the laws on a file of one piece. Never throws: what breaks is a failure. */
export async function checkFlat(rig: FlatRig, path: string, options: CheckOptions = {}): Promise<Verdict> {
  const bytes = new Uint8Array(await readFile(path));
  const ms: Record<string, number> = {};
  const failures: Failure[] = [];
  const verdict = (blocks: number, refused?: string): Verdict => ({
    file: basename(path),
    ...(refused === undefined ? {} : { refused }),
    failures,
    blocks,
    ms,
    megabytes: Math.round(process.resourceUsage().maxRSS / 1024),
  });
  const run = async (name: string, work: () => Promise<readonly Failure[]>): Promise<void> => {
    const start = performance.now();
    try {
      failures.push(...(await work()));
    } catch (error) {
      const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
      failures.push({ law: 'crash', code: name, detail: clip(detail, 400) });
    }
    ms[name] = Math.round(performance.now() - start);
  };
  const keep = async (what: string, written: Uint8Array): Promise<void> => {
    if (options.keep !== undefined) await writeFile(`${options.keep}.${what}.${rig.extension}`, written);
  };
  let file: ReadFile;
  try {
    file = await rig.format.read(bytes);
  } catch (error) {
    if (error instanceof AdaptaError && error.code !== 'internal') return verdict(0, error.code);
    failures.push({ law: 'crash', code: 'read', detail: clip(String(error), 400) });
    return verdict(0);
  }
  await run('text', async () => rig.text(bytes, file));
  await run('untouched', () => untouchedLaw(rig.format, bytes, file));
  await run('changed', () => changedLaw(rig.format, bytes, file, options.seed));
  await run('rewrite', async () => {
    const written = await rewriteLaw(rig.format, bytes, file, rig.shown);
    await keep('rewrite', written.bytes);
    return written.failures;
  });
  await run('structure', async () => {
    const written = await structureLaw(rig.format, bytes, file, rig.isFixed, options.seed, rig.shown);
    await keep('structure', written.bytes);
    return written.failures;
  });
  return verdict(file.blocks.length);
}
