import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const WRITES = 'pwrite64,write,ftruncate,fsync,fdatasync,rename,unlink,copy_file_range,sendfile';

/** A file system call of the main thread: the n-th of its kind, since strace counts each kind by itself. */
export interface Call {
  readonly name: string;
  readonly nth: number;
}

/** Runs `program WORKSPACE` under strace, its log in the workspace; with `at`, killed as it makes that call. */
export function runKilled(program: string, workspace: string, at?: Call): void {
  const inject = at === undefined ? [] : ['-e', `inject=${at.name}:signal=SIGKILL:when=${at.nth}`];
  const log = join(workspace, 'strace');
  const args = ['-f', '-qq', '-e', `trace=${WRITES}`, ...inject, '-o', log, process.execPath, program, workspace];
  spawnSync('strace', args, { stdio: 'ignore', timeout: 30_000 });
}

/** What the thread that renames did, in order; other threads at most copy a file. */
export function callsOf(workspace: string): readonly Call[] {
  const lines = readFileSync(join(workspace, 'strace'), 'utf8').split('\n');
  const thread = lines.find((line) => line.includes(' rename('))?.split(' ')[0] ?? '';
  const seen = new Map<string, number>();
  return lines.flatMap((line) => {
    const [, name] = /^\d+ +(\w+)\(/u.exec(line) ?? [];
    if (name === undefined || !line.startsWith(`${thread} `)) return [];
    const nth = (seen.get(name) ?? 0) + 1;
    seen.set(name, nth);
    return [{ name, nth }];
  });
}
