import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { docxFormat } from '#main/formats/docx/index.ts';
import { AdaptaError } from '#shared/model/errors.ts';
import { changedLaw, untouchedLaw } from './bytes-law.ts';
import { rewriteLaw } from './edits-law.ts';
import { clip, type Failure } from './failures.ts';
import { balanceLaw, marksLaw } from './marks-law.ts';
import { structureLaw } from './structure-law.ts';
import { textLaw } from './text-law.ts';
import { errorsOf, validLaw } from './valid-law.ts';
import { walkText } from './walk.ts';

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

interface CheckOptions {
  readonly seed?: number;
  /** Whether to ask the validator (slow). */
  readonly validate?: boolean;
  /** Where to leave the rewritten and the restructured file. */
  readonly keep?: string;
}

class Clock {
  readonly ms: Record<string, number> = {};

  async time<T>(step: string, work: () => T | Promise<T>): Promise<T> {
    const start = performance.now();
    try {
      return await work();
    } finally {
      this.ms[step] = Math.round(performance.now() - start);
    }
  }
}

function crash(step: string, error: unknown): Failure {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { law: 'crash', code: step, detail: clip(text, 300) };
}

async function validated(
  path: string,
  files: ReadonlyMap<string, Uint8Array>,
  keep: string | undefined,
): Promise<readonly Failure[]> {
  const folder = keep ?? (await mkdtemp(join(tmpdir(), 'laws-')));
  try {
    const known = await errorsOf(path);
    const failures: Failure[] = [];
    for (const [what, bytes] of files)
      failures.push(...(await validLaw(what, bytes, join(folder, `${basename(path, '.docx')}.${what}.docx`), known)));
    return failures;
  } finally {
    if (keep === undefined) await rm(folder, { recursive: true });
  }
}

/** Tries every law on one file. Never throws: what breaks is a failure. */
export async function checkFile(path: string, options: CheckOptions = {}): Promise<Verdict> {
  const clock = new Clock();
  const failures: Failure[] = [];
  let blocks = 0;
  const done = (refused?: string): Verdict => ({
    file: basename(path),
    ...(refused === undefined ? {} : { refused }),
    failures,
    blocks,
    ms: clock.ms,
    megabytes: Math.round(process.resourceUsage().maxRSS / 1024),
  });
  const bytes = new Uint8Array(await readFile(path));
  let step = 'read';
  try {
    const file = await clock.time('read', () => docxFormat.read(bytes));
    blocks = file.blocks.length;
    const run = async (name: string, work: () => readonly Failure[] | Promise<readonly Failure[]>): Promise<void> => {
      step = name;
      try {
        failures.push(...(await clock.time(name, work)));
      } catch (error) {
        failures.push(crash(name, error));
      }
    };
    const files = new Map<string, Uint8Array>();
    await run('text', () => textLaw(walkText(bytes), file.blocks));
    await run('untouched', () => untouchedLaw(docxFormat, bytes, file));
    await run('changed', () => changedLaw(docxFormat, bytes, file, 7, options.seed));
    await run('rewrite', async () => {
      const written = await rewriteLaw(docxFormat, bytes, file);
      files.set('rewrite', written.bytes);
      return [...written.failures, ...marksLaw(bytes, written.bytes)];
    });
    await run('structure', async () => {
      const written = await structureLaw(docxFormat, bytes, file, options.seed);
      files.set('structure', written.bytes);
      return [...written.failures, ...balanceLaw(bytes, written.bytes)];
    });
    if (options.validate === true) await run('validate', () => validated(path, files, options.keep));
    return done();
  } catch (error) {
    if (step === 'read' && error instanceof AdaptaError && error.code !== 'internal') return done(error.code);
    failures.push(crash(step, error));
    return done();
  }
}
