import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';

/** What a process did to its files, in order. `file`: name without folders. */
export type DiskEvent =
  | { readonly what: 'write'; readonly file: string; readonly at: number; readonly bytes: Buffer }
  | { readonly what: 'truncate'; readonly file: string; readonly length: number }
  | { readonly what: 'sync'; readonly file: string }
  | { readonly what: 'remove'; readonly file: string }
  | { readonly what: 'rename'; readonly file: string; readonly to: string };

const CALLS = 'pwrite64,write,ftruncate,fsync,fdatasync,unlink,rename';

/** Runs a Node program under strace and gives what it wrote and flushed. Throws when it fails. */
export function record(program: string, args: readonly string[], log: string): readonly DiskEvent[] {
  const strace = ['-f', '-qq', '-y', '-xx', '-s', '1000000', '-e', 'signal=none', '-e', `trace=${CALLS}`, '-o', log];
  const { status, stderr } = spawnSync('strace', [...strace, process.execPath, program, ...args], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`strace ended with ${status}: ${stderr}`);
  return [...parse(readFileSync(log, 'latin1'))];
}

const WRITE = /^\d+ +pwrite64\(\d+<([^>]*)>, "((?:\\x[\da-f]{2})*)", \d+, (\d+)/u;
const APPEND = /^\d+ +write\(\d+<([^>]*)>, "((?:\\x[\da-f]{2})*)", \d+/u;
const TRUNCATE = /^\d+ +ftruncate\(\d+<([^>]*)>, (\d+)/u;
const SYNC = /^\d+ +f(?:data)?sync\(\d+<([^>]*)>( <unfinished)?/u;
const RESUMED = /^(\d+) +<\.\.\. f(?:data)?sync resumed/u;
const REMOVE = /^\d+ +unlink\("((?:\\x[\da-f]{2})*)"\) += 0/u;
const RENAME = /^\d+ +rename\("((?:\\x[\da-f]{2})*)", "((?:\\x[\da-f]{2})*)"\) += 0/u;

function* parse(log: string): Generator<DiskEvent> {
  const sizes = new Map<string, number>();
  const pending = new Map<string, string>();
  for (const line of log.split('\n')) {
    const write = WRITE.exec(line);
    if (write !== null) {
      yield { what: 'write', file: nameOf(write[1]), bytes: unescape(write[2]), at: Number(write[3]) };
      continue;
    }
    const append = APPEND.exec(line);
    if (append !== null) {
      const [file, bytes] = [nameOf(append[1]), unescape(append[2])];
      const at = sizes.get(file) ?? 0;
      sizes.set(file, at + bytes.length);
      yield { what: 'write', file, bytes, at };
      continue;
    }
    const truncate = TRUNCATE.exec(line);
    if (truncate !== null) yield { what: 'truncate', file: nameOf(truncate[1]), length: Number(truncate[2]) };
    const sync = SYNC.exec(line);
    const thread = line.slice(0, line.indexOf(' '));
    // A flush counts from its return on, never from its call.
    if (sync?.[2] !== undefined) pending.set(thread, nameOf(sync[1]));
    else if (sync !== null) yield { what: 'sync', file: nameOf(sync[1]) };
    if (RESUMED.test(line)) yield { what: 'sync', file: pending.get(thread) ?? '' };
    const remove = REMOVE.exec(line);
    if (remove !== null) yield { what: 'remove', file: nameOf(remove[1]) };
    const rename = RENAME.exec(line);
    if (rename !== null) yield { what: 'rename', file: nameOf(rename[1]), to: nameOf(rename[2]) };
  }
}

/** strace prints paths of descriptors escaped too. */
function nameOf(path = ''): string {
  return basename(path.startsWith('\\x') ? unescape(path).toString('utf8') : path);
}

function unescape(text = ''): Buffer {
  return Buffer.from(text.replaceAll('\\x', ''), 'hex');
}
