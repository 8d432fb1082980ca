import { spawn } from 'node:child_process';

/** Seconds of wall clock and of processor, and megabytes at the peak, of a process and what it started. */
export interface Cost {
  readonly wall: number;
  readonly cpu: number;
  readonly peakMemory: number;
}

/** Runs a command to its end; undefined when it is not installed or fails. Costs come from the kernel (wait4 by time). */
export function cost(command: string, args: readonly string[]): Promise<Cost | undefined> {
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

/** The median of several runs; null when the command is not installed or fails. */
export async function measure(runs: number, command: string, args: readonly string[]): Promise<Cost | null> {
  const costs: Cost[] = [];
  for (let run = 0; run < runs; run++) {
    const found = await cost(command, args);
    if (found === undefined) return null;
    costs.push(found);
  }
  return median(costs);
}
