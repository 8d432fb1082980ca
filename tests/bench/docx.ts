/**
 * `npm run bench -- docx [FILE…]`: reads, changes every unit and writes a DOCX in a fresh process, beside pandoc
 * converting the same file to DOCX where pandoc is there. JSON on stdout: wall and cpu in seconds, memory in MB, process
 * start included; the median of several runs after one that fills the compile cache.
 */
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cost, measure } from './lib/cost.ts';

const CORPUS = fileURLToPath(new URL('../../../shared/corpus/', import.meta.url));
const FILES = [
  'pairs/d20.en.docx',
  'pairs/d200.en.docx',
  'docx/BackgroundReport_-_THE_WORKING_GROUP_ON_INTERNET_GOVERNANCE.docx',
].map((name) => join(CORPUS, name));
const RUNS = 5;
const ONCE = fileURLToPath(new URL('rewrite-once.mjs', import.meta.url));

const folder = mkdtempSync(join(tmpdir(), 'adapta-bench-'));
const files = process.argv.length > 2 ? process.argv.slice(2) : FILES;
const results = [];
try {
  for (const file of files) {
    const target = join(folder, 'out.docx');
    await cost(process.execPath, [ONCE, file, target]);
    const adapta = await measure(RUNS, process.execPath, [ONCE, file, target]);
    const written = adapta === null ? 0 : statSync(target).size;
    const pandoc = await measure(1, 'pandoc', [file, '-f', 'docx', '-t', 'docx', '-o', join(folder, 'pandoc.docx')]);
    results.push({ file: basename(file), bytes: readFileSync(file).length, written, adapta, pandoc });
  }
  process.stdout.write(
    `${JSON.stringify({ node: process.version, cores: availableParallelism(), load: loadavg()[0], runs: RUNS, results }, null, 2)}\n`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
