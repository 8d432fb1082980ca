import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { Format, ReadFile } from '#main/formats/format.ts';
import { AdaptaError } from '#shared/model/errors.ts';
import { clip, type Failure } from './failures.ts';

/** What the laws say about one file. */
export interface Verdict {
  readonly file: string;
  /** The code of a refusal; the laws are not tried then. */
  readonly refused?: string;
  readonly failures: readonly Failure[];
  readonly blocks: number;
  /** Milliseconds per step. */
  readonly ms: Readonly<Record<string, number>>;
  /** Peak resident memory of this process in megabytes. */
  readonly megabytes: number;
}

export interface CheckOptions {
  readonly seed?: number;
  /** Path under which to leave what was written: `.rewrite` and `.structure` are added, then the ending. */
  readonly keep?: string;
}

type Failures = readonly Failure[];

/** A file the laws are tried on. */
export interface Trial {
  readonly bytes: Uint8Array;
  readonly file: ReadFile;
  /** Tries one law; what it throws is a failure. */
  readonly run: (step: string, work: () => Failures | Promise<Failures>) => Promise<void>;
  /** As {@link run}, for a law that writes the file, which is left where the options say. */
  readonly write: (
    step: string,
    work: () => Promise<{ readonly bytes: Uint8Array; readonly failures: Failures }>,
    also?: (written: Uint8Array) => Failures,
  ) => Promise<void>;
}

/**
 * Reads a file and tries what `laws` tries. Never throws: a typed refusal is told as one, whatever else breaks is a
 * failure. `prepare` gives the bytes the laws hold for, where those of the file are not they.
 */
export async function tryLaws(
  format: Format,
  path: string,
  { keep, ending = path.slice(path.lastIndexOf('.') + 1) }: CheckOptions & { readonly ending?: string },
  laws: (trial: Trial) => Promise<void>,
  prepare: (bytes: Uint8Array, file: ReadFile) => Promise<Uint8Array> = (bytes) => Promise.resolve(bytes),
): Promise<Verdict> {
  const failures: Failure[] = [];
  const ms: Record<string, number> = {};
  const run: Trial['run'] = async (step, work) => {
    const start = performance.now();
    try {
      failures.push(...(await work()));
    } catch (error) {
      failures.push(crash(step, error));
    }
    ms[step] = Math.round(performance.now() - start);
  };
  const write: Trial['write'] = (step, work, also = () => []) =>
    run(step, async () => {
      const written = await work();
      if (keep !== undefined) await writeFile(`${keep}.${step}.${ending}`, written.bytes);
      return [...written.failures, ...also(written.bytes)];
    });
  const verdict = (blocks: number, refused?: string): Verdict => ({
    file: basename(path),
    ...(refused === undefined ? {} : { refused }),
    failures,
    blocks,
    ms,
    megabytes: Math.round(process.resourceUsage().maxRSS / 1024),
  });
  const start = performance.now();
  let bytes = new Uint8Array(await readFile(path));
  let file: ReadFile;
  try {
    file = await format.read(bytes);
    const prepared = await prepare(bytes, file);
    if (prepared !== bytes) {
      bytes = new Uint8Array(prepared);
      file = await format.read(bytes);
    }
  } catch (error) {
    if (error instanceof AdaptaError && error.code !== 'internal') return verdict(0, error.code);
    failures.push(crash('read', error));
    return verdict(0);
  }
  ms['read'] = Math.round(performance.now() - start);
  await laws({ bytes, file, run, write });
  return verdict(file.blocks.length);
}

function crash(step: string, error: unknown): Failure {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { law: 'crash', code: step, detail: clip(text, 300) };
}
