/** `npm run package`: the unpacked application for this machine; prints where its program is. */
import { rmSync } from 'node:fs';
import { ensurePackaged } from './lib/package.ts';
import { inRoot } from './lib/root.ts';

const say = (line: string): void => void process.stderr.write(`${line}\n`);

try {
  // From nothing, so that no file of an earlier build comes along.
  rmSync(inRoot('out'), { recursive: true, force: true });
  process.stdout.write(`${await ensurePackaged(say)}\n`);
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
