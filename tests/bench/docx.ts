/**
 * `npm run bench -- docx [FILE…]`: reads, changes every unit and writes a DOCX in a fresh process, beside pandoc
 * converting the same file to DOCX where pandoc is there. JSON on stdout: wall and cpu in seconds, memory in MB, process
 * start included; the median of several runs after one that fills the compile cache.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const CORPUS = fileURLToPath(new URL('../../../shared/corpus/', import.meta.url));
const FILES = [
  'pairs/d20.en.docx',
  'pairs/d200.en.docx',
  'docx/BackgroundReport_-_THE_WORKING_GROUP_ON_INTERNET_GOVERNANCE.docx',
].map((name) => join(CORPUS, name));
const RUNS = 5;
const ONCE = fileURLToPath(new URL('docx-once.mjs', import.meta.url));

interface Cost {
  readonly wall: number;
  readonly cpu: number;
  readonly peakMemory: number;
}

/** Runs a command to its end; undefined when it is not installed or fails. Costs come from the kernel (wait4 by time). */
function cost(command: string, args: readonly string[]): Promise<Cost | undefined> {
  const { promise, resolve } = Promise.withResolvers<Cost | undefined>();
  const started = performance.now();
  const child = spawn('/usr/bin/time', ['-f', '%U %S %M', command, ...args], { stdio: ['ignore', 'ignore', 'pipe'] });
  let text = '';
  child.stderr.on('data', (chunk: Buffer) => (text += chunk.toString()));
  child.on('error', () => resolve(undefined));
  child.on('close', (code) => {
    const wall = (performance.now() - started) / 1000;
    const [user = 0, system = 0, kilobytes = 0] = (text.trim().split('\n').at(-1) ?? '').split(' ').map(Number);
    resolve(code === 0 ? { wall, cpu: user + system, peakMemory: kilobytes / 1024 } : undefined);
  });
  return promise;
}

function median(costs: readonly Cost[]): Cost {
  const middle = (pick: (each: Cost) => number): number =>
    Number((costs.map(pick).toSorted((a, b) => a - b)[Math.floor(costs.length / 2)] ?? 0).toFixed(2));
  return {
    wall: middle((each) => each.wall),
    cpu: middle((each) => each.cpu),
    peakMemory: middle((each) => each.peakMemory),
  };
}

async function measure(runs: number, command: string, args: readonly string[]): Promise<Cost | null> {
  const costs: Cost[] = [];
  for (let run = 0; run < runs; run++) {
    const found = await cost(command, args);
    if (found === undefined) return null;
    costs.push(found);
  }
  return median(costs);
}

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
