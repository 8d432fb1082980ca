/** Builds `out/` when a source has changed since. */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { copyPrintFonts } from './fonts.ts';
import { CACHE, ROOT, inRoot } from './root.ts';
import { run } from './run.ts';

const SOURCES = ['main', 'renderer', 'shared', 'resources', 'scripts/config', 'package.json', 'package-lock.json'];
const STAMP = inRoot('out', '.built');
const LOCK = join(CACHE, 'build.lock');
const LOCK_LIMIT = 180_000;

/** Brings `out/` up to date. Two callers at the same time take turns. Throws when the build fails. */
export async function ensureBuilt(say: (line: string) => void): Promise<void> {
  await lock();
  try {
    const wanted = sourcesHash();
    if (readStamp() === wanted) return;
    say('Building …');
    rmSync(STAMP, { force: true });
    if (
      (await run('electron-vite', [
        'build',
        '--config',
        'scripts/config/electron.vite.config.ts',
        '--logLevel',
        'warn',
      ])) !== 0
    ) {
      throw new Error('The build failed.');
    }
    copyPrintFonts();
    writeFileSync(STAMP, wanted);
  } finally {
    rmSync(LOCK, { recursive: true, force: true });
  }
}

function readStamp(): string | null {
  try {
    return readFileSync(STAMP, 'utf8');
  } catch {
    return null;
  }
}

/** Names, sizes and times; contents would take longer than most builds. */
function sourcesHash(): string {
  const hash = createHash('sha256');
  const visit = (path: string): void => {
    const facts = statSync(path);
    if (!facts.isDirectory()) {
      hash.update(`${path}\0${facts.size}\0${facts.mtimeMs}\n`);
      return;
    }
    for (const name of readdirSync(path).toSorted()) visit(join(path, name));
  };
  for (const source of SOURCES) visit(join(ROOT, source));
  return hash.digest('hex');
}

async function lock(): Promise<void> {
  mkdirSync(CACHE, { recursive: true });
  for (;;) {
    try {
      mkdirSync(LOCK);
      return;
    } catch {
      if (lockAge() > LOCK_LIMIT) rmSync(LOCK, { recursive: true, force: true });
      await pause(200);
    }
  }
}

function lockAge(): number {
  try {
    return Date.now() - statSync(LOCK).mtimeMs;
  } catch {
    return 0;
  }
}
