import { readFile } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';
import { docxFormat } from '#main/formats/docx/index.ts';
import { AdaptaError } from '#shared/model/errors.ts';

/** Reads one file in a process of its own; prints what became of it, milliseconds and peak memory. */
const bytes = new Uint8Array(await readFile(process.argv[2] ?? ''));
const start = performance.now();
let outcome: string;
try {
  const file = await docxFormat.read(bytes);
  outcome = `read ${file.blocks.length}`;
} catch (error) {
  outcome = error instanceof AdaptaError ? error.code : `CRASH ${String(error)}`;
}
const ms = Math.round(performance.now() - start);
const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
process.stdout.write(`${JSON.stringify({ outcome, ms, megabytes })}\n`);
