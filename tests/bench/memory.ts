/**
 * `npm run bench -- memory --tmx FILE --queries FILE [--peers]`: imports a TMX by the command line in a process of its own,
 * looks up every line of the queries in another, and compares what was found with a full scan (cached, as it takes
 * minutes). With `--peers` also OmegaT and translate-toolkit where they are installed: loading, and translate-toolkit's
 * look-ups. JSON on stdout; seconds, milliseconds a look-up, megabytes.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { distance } from 'fastest-levenshtein';
import { cost } from './lib/cost.ts';
import { memoryPeers } from './lib/memory-peers.ts';
import { fullScan, type BestThereIs } from './lib/memory-scan.ts';

const { values } = parseArgs({
  options: {
    tmx: { type: 'string' },
    queries: { type: 'string' },
    peers: { type: 'boolean' },
    scan: { type: 'string' },
  },
});
const { tmx, queries } = values;
if (tmx === undefined || queries === undefined) {
  process.stderr.write('npm run bench -- memory --tmx FILE --queries FILE [--scan no] [--peers]\n');
  process.exit(2);
}

const CLI = fileURLToPath(new URL('../../main/cli/adapta.mjs', import.meta.url));
const ONCE = fileURLToPath(new URL('lib/memory-once.ts', import.meta.url));
/** Results are rounded; so is what they are compared with. */
const EQUAL = 2e-4;

interface Once {
  readonly first: number;
  readonly cold: readonly number[];
  readonly warm: readonly number[];
  readonly cpu: readonly number[];
  readonly memory: number;
  readonly found: readonly (readonly { readonly score: number; readonly source: string }[])[];
}

function round(value: number, digits = 2): number {
  return Number(value.toFixed(digits));
}

function percentiles(times: readonly number[]): Readonly<Record<string, number>> {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): number =>
    round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) };
}

function letters(query: string, source: string): number {
  return 1 - distance(query, source) / Math.max(1, query.length, source.length);
}

/** Shares of the queries that have a match at all for which the best there is came first, and came among the five. */
function recall(texts: readonly string[], { found }: Once, best: readonly BestThereIs[]): unknown {
  const byScore = { queries: 0, first: 0, five: 0 };
  const byLetters = { queries: 0, first: 0, five: 0 };
  for (const [index, { score, letters: most }] of best.entries()) {
    const answers = found[index] ?? [];
    const query = texts[index] ?? '';
    if (score > 0)
      count(
        byScore,
        answers.map((answer) => answer.score >= score - EQUAL),
      );
    if (most >= 0.7)
      count(
        byLetters,
        answers.map(({ source }) => letters(query, source) >= most - EQUAL),
      );
  }
  return { ownScore: shares(byScore), letters: shares(byLetters) };
}

type Tally = { queries: number; first: number; five: number };

function count(tally: Tally, isBest: readonly boolean[]): void {
  tally.queries += 1;
  tally.first += Number(isBest[0] === true);
  tally.five += Number(isBest.includes(true));
}

function shares({ queries: all, first, five }: Tally): unknown {
  return { queries: all, at1: round(first / all, 4), at5: round(five / all, 4) };
}

const folder = mkdtempSync(join(tmpdir(), 'adapta-bench-memory-'));
try {
  const workspace = join(folder, 'workspace');
  const imported = await cost(process.execPath, [CLI, 'tm', 'import', tmx, '--workspace', workspace]);
  const bytes = statSync(join(workspace, 'memory.sqlite')).size;
  const run = spawnSync(process.execPath, [ONCE, workspace, queries], { encoding: 'utf8', maxBuffer: 2 ** 30 });
  const once = JSON.parse(run.stdout) as Once;
  const texts = readFileSync(queries, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  const best = values.scan === 'no' ? undefined : await fullScan(tmx, queries, texts);
  const report = {
    cores: availableParallelism(),
    load: loadavg().map((each) => round(each)),
    tmx: round(statSync(tmx).size / 2 ** 20, 1),
    import: imported,
    database: { megabytes: round(bytes / 2 ** 20, 1), ofTmx: round(bytes / statSync(tmx).size, 3) },
    lookup: {
      first: round(once.first, 1),
      cold: percentiles(once.cold),
      warm: percentiles(once.warm),
      cpu: percentiles(once.cpu),
      memory: round(once.memory, 0),
    },
    recall: best === undefined ? null : recall(texts, once, best),
    peers: values.peers === true ? await memoryPeers(folder, tmx, texts) : null,
  };
  process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
