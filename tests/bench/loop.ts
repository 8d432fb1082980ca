/**
 * `npm run bench -- loop [SOURCE[+RECEIVED]…]`: the longest time the engine's loop stood still (no timer, no other request
 * served) while a big document is planned, stored, opened, written and sent out for review. Without
 * files: d200 of the corpus with its translation, and 20,000 paragraphs. JSON on stdout, milliseconds, medians of 3 runs;
 * every page is asked for by a thread of its own over a port, as the application does.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { MessageChannel, Worker } from 'node:worker_threads';
import { startEngine } from '#main/engine/engine.ts';
import { WorkerOffice } from '#main/engine/worker-office.ts';
import { docx, p } from '#tests/builders/docx/index.ts';
import type { LoopStep } from './lib/loop-client.ts';

const CORPUS = fileURLToPath(new URL('../../../shared/corpus/', import.meta.url));
const RUNS = 3;
/** How often the loop is looked at. */
const TICK = 2;

interface Figure {
  /** Longest gap between two looks at the loop, less the time between looks: on a busy machine also what others took. */
  readonly gap: number;
  /** Most processor time of the engine's thread between two looks: the same, whatever else runs; without waiting for disks. */
  readonly cpu: number;
  readonly ms: number;
}

const folder = mkdtempSync(join(tmpdir(), 'adapta-loop-'));

function writeParagraphs(name: string, text: (index: number) => string): string {
  const path = join(folder, name);
  const paragraphs = Array.from({ length: 20_000 }, (_, index) => p(text(index)));
  writeFileSync(path, docx(...paragraphs));
  return path;
}

/** As many paragraphs as a document may have and stay quick. */
function longest(): readonly [string, string] {
  return [
    writeParagraphs('long.en.docx', (index) => `Paragraph ${index} says what is done with ${index * 7} bolivianos.`),
    writeParagraphs('long.es.docx', (index) => `El párrafo ${index} dice qué se hace con ${index * 7} bolivianos.`),
  ];
}

function given(): readonly (readonly [string, string?])[] {
  const named = process.argv.slice(2);
  if (named.length > 0) return named.map((pair) => pair.split('+') as [string, string?]);
  return [[join(CORPUS, 'pairs/d200.en.docx'), join(CORPUS, 'pairs/d200.es.docx')], longest()];
}

/** The longest the loop stood still while `work` went on. */
async function watched(work: () => Promise<void>): Promise<Figure> {
  const start = performance.now();
  let last = start;
  let used = cpuOf();
  let [gap, cpu] = [0, 0];
  const look = (): void => {
    const [now, nowUsed] = [performance.now(), cpuOf()];
    gap = Math.max(gap, now - last - TICK);
    cpu = Math.max(cpu, nowUsed - used);
    [last, used] = [now, nowUsed];
  };
  const timer = setInterval(look, TICK);
  await work();
  look();
  clearInterval(timer);
  return { gap, cpu, ms: performance.now() - start };
}

/** Milliseconds this thread has computed. */
function cpuOf(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

/** A fresh engine and every step once. */
async function once([source, received]: readonly [string, string?]): Promise<Readonly<Record<string, Figure>>> {
  const workspace = mkdtempSync(join(folder, 'workspace-'));
  const engine = await startEngine({
    workspace,
    resources: workspace,
    version: '0',
    office: new WorkerOffice(),
    print: null,
    sample: false,
  });
  const { port1, port2 } = new MessageChannel();
  engine.connect(0, {
    postMessage: (message) => {
      port1.postMessage(message);
    },
    onMessage: (listener) => {
      port1.on('message', listener);
    },
  });
  const page = new Worker(new URL('./lib/loop-client.ts', import.meta.url), {
    workerData: { port: port2 },
    transferList: [port2],
  });
  const said = async (): Promise<void> => {
    const { promise, resolve, reject } = Promise.withResolvers<{ failed?: string }>();
    page.once('message', resolve).once('error', reject);
    const { failed } = await promise;
    page.off('error', reject);
    if (failed !== undefined) throw new Error(failed);
  };
  await said();
  const ask = async (order: LoopStep): Promise<void> => {
    page.postMessage(order);
    await said();
  };
  const read = (path: string): string => engine.grants.allow(path, 'read');
  const write = (name: string): string => engine.grants.allow(join(workspace, name), 'write');
  const steps: readonly (readonly [string, LoopStep])[] = [
    ['plan', { step: 'plan', source: read(source), ...(received === undefined ? {} : { received: read(received) }) }],
    ['commit', { step: 'commit' }],
    ['firstPage', { step: 'page', from: 0, count: 200 }],
    ['nextPage', { step: 'page', from: 200, count: 10_000 }],
    ['library', { step: 'library' }],
    ['export', { step: 'export', to: write('out.docx') }],
    ['exchange', { step: 'exchange', to: write('out.xlf') }],
  ];
  const figures: Record<string, Figure> = {};
  for (const [name, order] of steps) figures[name] = await watched(async () => await ask(order));
  await page.terminate();
  await engine.close();
  rmSync(workspace, { recursive: true });
  return figures;
}

function median(numbers: readonly number[]): number {
  return Math.round(numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0);
}

const pairs: Record<string, unknown> = {};
for (const pair of given()) {
  const runs: Readonly<Record<string, Figure>>[] = [];
  for (let run = 0; run < RUNS; run += 1) runs.push(await once(pair));
  const names = Object.keys(runs[0] ?? {});
  const figureOf = (name: string, key: keyof Figure): number => median(runs.map((run) => run[name]?.[key] ?? 0));
  pairs[basename(pair[0])] = Object.fromEntries(
    names.map((name) => [name, { gap: figureOf(name, 'gap'), cpu: figureOf(name, 'cpu'), ms: figureOf(name, 'ms') }]),
  );
}
rmSync(folder, { recursive: true });
const load = loadavg().map((value) => Number(value.toFixed(1)));
process.stdout.write(`${JSON.stringify({ cores: availableParallelism(), load, runs: RUNS, pairs }, null, 2)}\n`);
