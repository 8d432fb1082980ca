/**
 * `node fuzz-main.ts FILE… [--rounds N] [--seed N]`: N damaged copies of the files are read, changed and written, each in a thread
 * with limits. Prints one JSON line: what came out, and every round that did not end in a result or in a refusal with a code.
 * Run under Node's permission model it can write nothing (see fuzz.test.ts).
 */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { WorkerOffice } from '#main/engine/worker-office.ts';
import { openTmx } from '#main/formats/tmx/read.ts';
import type { ReadFile, WriteContainer } from '#main/formats/format.ts';
import { AdaptaError, errorGroup } from '#shared/model/errors.ts';
import { seeded } from '../laws/failures.ts';
import { mutate } from './mutate.ts';

const LIMITS = { memory: 512, time: 5000 } as const;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string', default: '200' }, seed: { type: 'string', default: '1' } },
});

interface Bad {
  readonly round: number;
  readonly file: string;
  readonly code: string;
  readonly detail: string;
}

const office = new WorkerOffice(LIMITS);
const originals = positionals.map((path) => ({ name: basename(path), bytes: new Uint8Array(readFileSync(path)) }));
const outcomes: Record<string, number> = {};
const bad: Bad[] = [];
let slowest = 0;

function containersOf({ blocks }: ReadFile): readonly WriteContainer[] {
  return [...Map.groupBy(blocks, ({ container }) => container)].map(([container, inside]) => ({
    container,
    units: inside.map(({ anchor, kind, content }) => ({
      anchors: [anchor],
      kind,
      content: content.map((run) => ('text' in run ? { ...run, text: `${run.text}x` } : run)),
    })),
  }));
}

/** A memory has no layout to be written into: its units are read to the last. */
async function readMemory(bytes: Uint8Array): Promise<string> {
  const { units } = await openTmx([bytes]);
  let count = 0;
  for await (const unit of units) count += unit.variants.length;
  return count === 0 ? 'read, empty' : 'read';
}

async function attempt(name: string, bytes: Uint8Array, strip: boolean): Promise<string> {
  if (name.endsWith('.tmx')) return await readMemory(bytes);
  const file = await office.read({ name, bytes });
  const places = file.blocks
    .flatMap(({ content }) => content)
    .flatMap((run) =>
      'text' in run ? [] : [[run.placeholder, { file: 'skeleton' as const, id: run.placeholder }] as const],
    );
  const order = { format: file.format, skeleton: bytes, containers: containersOf(file), omit: [], strip };
  const written = await office.write({ ...order, places });
  await office.read({ name, bytes: written.bytes });
  return 'read and written';
}

for (let round = 0; round < Number(values.rounds); round += 1) {
  const random = seeded(Number(values.seed) * 100_003 + round);
  const original = originals[round % originals.length];
  if (original === undefined) break;
  const { name } = original;
  const bytes = await mutate(original.bytes, random);
  const start = performance.now();
  try {
    const outcome = await attempt(name, bytes, random() < 0.3);
    outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
  } catch (cause) {
    const code = cause instanceof AdaptaError ? cause.code : 'untyped';
    outcomes[code] = (outcomes[code] ?? 0) + 1;
    const isRefusal = cause instanceof AdaptaError && errorGroup(cause.code) === 'refused';
    if (!isRefusal || code === 'timeLimit' || code === 'memoryLimit') {
      bad.push({
        round,
        file: name,
        code,
        detail: String(cause instanceof Error ? (cause.cause ?? cause) : cause).slice(0, 300),
      });
    }
  }
  slowest = Math.max(slowest, performance.now() - start);
}

const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
process.stdout.write(
  `${JSON.stringify({ rounds: Number(values.rounds), outcomes, slowestMs: Math.round(slowest), megabytes, bad })}\n`,
);
process.exit(bad.length > 0 ? 1 : 0);
