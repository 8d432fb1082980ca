/**
 * `npm run bench -- align [--seeds N]`: precision and recall of alignment on the parallel manuals and the sample toolkit,
 * undamaged and damaged (5 % dropped, 5 % merged, 2 % moved; received styles flattened), as JSON. Paragraphs identical in
 * both languages are not scored.
 */
import { parseArgs } from 'node:util';
import { align } from '#shared/align/align.ts';
import type { AlignBlock } from '#shared/align/block.ts';
import { corpusPair, samplePairs, type Pair } from '#tests/builders/align-pairs.ts';
import { scoreLinks, type Score } from '#tests/builders/align-score.ts';
import { damage, type DamageOptions, type Damaged } from '#tests/builders/damage.ts';

const { values } = parseArgs({ options: { seeds: { type: 'string', default: '3' } } });
const SIDES = ['received', 'source', 'both'] as const;
const UNHURT = { dropped: 0, merged: 0, moved: 0 };

interface Row {
  readonly name: string;
  readonly damage: string;
  readonly seed?: number;
  readonly blocks: number;
  readonly ms: number;
  readonly cpu: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly types: Readonly<Record<string, string>>;
}

function measure(name: string, label: string, damaged: Damaged, seed?: number): Row {
  const start = performance.now();
  const before = process.cpuUsage();
  const links = align(damaged.source, damaged.received);
  const { user, system } = process.cpuUsage(before);
  const ms = Math.round(performance.now() - start);
  const { overall, byType } = scoreLinks(links, damaged);
  const types = Object.entries(byType)
    .filter(([, score]) => score.expected + score.proposed > 0)
    .map(([type, score]): [string, string] => [
      type,
      `${rounded(score.precision)} ${rounded(score.recall)} of ${score.expected}`,
    ]);
  return {
    name,
    damage: label,
    ...(seed === undefined ? {} : { seed }),
    blocks: damaged.source.length,
    ms,
    cpu: Math.round((user + system) / 1000),
    ...shortened(overall),
    types: Object.fromEntries(types),
  };
}

function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}

function shortened({ precision, recall, f1 }: Score): { precision: number; recall: number; f1: number } {
  return { precision: rounded(precision), recall: rounded(recall), f1: rounded(f1) };
}

function damagedRows(name: string, pair: Pair): readonly Row[] {
  const seeds = Array.from({ length: Number(values.seeds) }, (_, index) => index + 1);
  const runs = SIDES.flatMap((side) => seeds.map((seed): DamageOptions => ({ seed, side, flatten: true })));
  return runs.map((run) => measure(name, run.side, damage(pair.source, pair.received, run), run.seed));
}

/** The blocks of a sample document that stand for each other one by one: what damage can be done to. */
function parallelPart(sample: Damaged): Pair {
  const links = sample.truth
    .filter((link) => link.type === '1-1')
    .toSorted((a, b) => (a.source[0] ?? 0) - (b.source[0] ?? 0));
  return {
    source: links.map((link) => sample.source[link.source[0] as number] as AlignBlock),
    received: links.map((link) => sample.received[link.received[0] as number] as AlignBlock),
  };
}

const rows: Row[] = [];
for (const name of ['d20', 'd200'] as const) {
  const pair = await corpusPair(name);
  const unhurt = damage(pair.source, pair.received, { seed: 1, side: 'received', ...UNHURT });
  const flat = damage(pair.source, pair.received, { seed: 1, side: 'received', ...UNHURT, flatten: true });
  rows.push(measure(name, 'none', unhurt), measure(name, 'none, flattened', flat), ...damagedRows(name, pair));
}
for (const sample of await samplePairs()) {
  rows.push(measure(sample.name, 'as it is', sample), ...damagedRows(sample.name, parallelPart(sample)));
}
process.stdout.write(`${JSON.stringify({ rss: Math.round(process.memoryUsage().rss / 1e6), rows }, undefined, 1)}\n`);
