import { spawnSync } from 'node:child_process';
import { dirname } from 'node:path';
import { inRoot } from '#scripts/lib/root.ts';

export interface CliResult {
  readonly code: number | null;
  readonly stdout: string;
  /** The whole output as JSON. */
  readonly json: unknown;
}

/** Runs the command line as people do, in a process of its own; without a display, so that nothing is printed. */
export function adapta(...args: readonly string[]): CliResult {
  const env = { ...process.env, DISPLAY: '', WAYLAND_DISPLAY: '', PATH: dirname(process.execPath) };
  const { status, stdout } = spawnSync(process.execPath, [inRoot('main/cli/index.ts'), ...args], {
    encoding: 'utf8',
    env,
  });
  return { code: status, stdout, json: parsed(stdout) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** One line of `adapta units`. */
export interface UnitLine {
  readonly id: string;
  readonly kind: string;
  readonly level?: number;
  readonly cell?: string;
  readonly source: string;
  readonly received: string;
  readonly target: string;
  readonly content: readonly { readonly text?: string; readonly marks?: readonly string[] }[];
  readonly mode: string;
  readonly status: string;
  readonly audience: string;
}

export function linesOf(stdout: string): readonly UnitLine[] {
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as UnitLine);
}
