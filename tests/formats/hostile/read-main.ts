import { readFile } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';
import { docxFormat } from '#main/formats/docx/index.ts';
import { AdaptaError } from '#shared/model/errors.ts';
import { HOSTILE_CASES } from '#tests/builders/hostile/cases.ts';

/** Reads one file, named by path or as `case:NUMBER`, in a process of its own; prints outcome, milliseconds and peak memory. */
const [name = ''] = process.argv.slice(2);
const number = /^case:(\d+)$/u.exec(name)?.[1];
const hostile = number === undefined ? undefined : HOSTILE_CASES[Number(number)];
const bytes = hostile === undefined ? new Uint8Array(await readFile(name)) : hostile.make();
const before = process.resourceUsage().maxRSS;
const start = performance.now();
let outcome: string;
try {
  const file = await docxFormat.read(bytes);
  outcome = `read ${file.blocks.length}`;
} catch (error) {
  outcome = error instanceof AdaptaError ? error.code : `CRASH ${String(error)}`;
}
const figures = {
  name: hostile?.name ?? name,
  outcome,
  ms: Math.round(performance.now() - start),
  megabytes: Math.round(process.resourceUsage().maxRSS / 1024),
  beforeMegabytes: Math.round(before / 1024),
};
process.stdout.write(`${JSON.stringify(figures)}\n`);
