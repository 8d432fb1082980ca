import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { performance } from 'node:perf_hooks';
import { docxFormat } from '#main/formats/docx/index.ts';
import { AdaptaError } from '#shared/model/errors.ts';
import { changedLaw, untouchedLaw } from './bytes-law.ts';
import { rewriteLaw } from './edits-law.ts';
import { clip, type Failure } from './failures.ts';
import { balanceLaw, marksLaw } from './marks-law.ts';
import { structureLaw } from './structure-law.ts';
import { stripLaw } from './strip-law.ts';
import { textLaw } from './text-law.ts';
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
  /** Path under which to leave the rewritten and the restructured file: `.rewrite.docx` and `.structure.docx` are added. */
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
    const keep = async (what: string, written: Uint8Array): Promise<void> => {
      if (options.keep !== undefined) await writeFile(`${options.keep}.${what}.docx`, written);
    };
    await run('text', () => textLaw(walkText(bytes), file.blocks));
    await run('untouched', () => untouchedLaw(docxFormat, bytes, file));
    await run('changed', () => changedLaw(docxFormat, bytes, file, 7, options.seed));
    await run('rewrite', async () => {
      const written = await rewriteLaw(docxFormat, bytes, file);
      await keep('rewrite', written.bytes);
      return [...written.failures, ...marksLaw(bytes, written.bytes)];
    });
    await run('structure', async () => {
      const written = await structureLaw(docxFormat, bytes, file, options.seed);
      await keep('structure', written.bytes);
      return [...written.failures, ...balanceLaw(bytes, written.bytes)];
    });
    await run('strip', () => stripLaw(docxFormat, bytes, file, options.seed));
    return done();
  } catch (error) {
    if (step === 'read' && error instanceof AdaptaError && error.code !== 'internal') return done(error.code);
    failures.push(crash(step, error));
    return done();
  }
}
