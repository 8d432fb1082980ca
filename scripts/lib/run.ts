import { type SpawnOptions, spawn } from 'node:child_process';
import { delimiter, dirname } from 'node:path';
import { ROOT, inRoot } from './root.ts';

export interface RunOptions extends SpawnOptions {
  /** Milliseconds after which the process is ended. */
  readonly limit?: number;
}

/** The environment for children: the clone's own tools first, and this very Node before any other of the machine. */
export function toolEnv(extra: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  const path = [inRoot('node_modules', '.bin'), dirname(process.execPath), process.env['PATH'] ?? ''].join(delimiter);
  return { ...process.env, PATH: path, ...extra };
}

/** Runs a program in the clone to its end, its output going to our standard error, and gives its exit code; 1 when it could not start or was ended by a signal. */
export function run(command: string, args: readonly string[], options: RunOptions = {}): Promise<number> {
  const { limit, ...rest } = options;
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: ROOT, stdio: ['ignore', 2, 2], env: toolEnv(), ...rest });
    const timer = limit === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), limit);
    child.on('error', (error) => {
      clearTimeout(timer);
      process.stderr.write(`${command}: ${error.message}\n`);
      resolve(1);
    });
    child.on('exit', (code) => {
      clearTimeout(timer);
      resolve(code ?? 1);
    });
  });
}

/** Standard output of a program, or `null` when it fails. */
export function capture(command: string, args: readonly string[], options: RunOptions = {}): Promise<string | null> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: ROOT, env: toolEnv(), ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout?.setEncoding('utf8').on('data', (text: string) => (output += text));
    child.on('error', () => resolve(null));
    child.on('exit', (code) => resolve(code === 0 ? output : null));
  });
}
