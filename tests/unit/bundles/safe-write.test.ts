import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import * as fs from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { writeBytesSafely, writeSafely, type Disk } from '#main/bundles/safe-write.ts';
import { AdaptaError } from '#shared/model/errors.ts';
import { tempFolder } from '#tests/builders/temp-folder.ts';

const MODULE = new URL('../../../main/bundles/safe-write.ts', import.meta.url).href;
const BYTES = new TextEncoder().encode('carpeta del taller');

function systemError(code: string): Error {
  return Object.assign(new Error(code), { code });
}

/** The real disk but for what the test breaks. */
function disk(broken: Partial<Disk>): Disk {
  return { ...fs, ...broken };
}

function mountSmall(folder: string): boolean {
  try {
    mkdirSync(folder, { recursive: true });
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', folder], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

describe('writeSafely', () => {
  it('gives size and hash of what is on the disk', async () => {
    const path = join(await tempFolder(), 'a.zip');
    const written = await writeBytesSafely(path, BYTES);
    expect(written).toEqual({ size: BYTES.length, sha256: createHash('sha256').update(BYTES).digest('hex') });
    expect(new Uint8Array(await fs.readFile(path))).toEqual(BYTES);
  });

  it('shows nothing under the final name before it is verified', async () => {
    const path = join(await tempFolder(), 'a.zip');
    let seen = true;
    await writeBytesSafely(path, BYTES, { verify: async () => void (seen = existsSync(path)) });
    expect(seen).toBe(false);
  });

  it('flushes the file before the rename and the folder after it', async () => {
    const folder = await tempFolder();
    const steps: string[] = [];
    const tracing = disk({
      open: async (...args) => {
        const handle = await fs.open(...args);
        const sync = handle.sync.bind(handle);
        handle.sync = async () => {
          steps.push(args[0] === folder ? 'sync folder' : 'sync file');
          await sync();
        };
        return handle;
      },
      rename: async (...args) => {
        steps.push('rename');
        await fs.rename(...args);
      },
    });
    await writeBytesSafely(join(folder, 'a.zip'), BYTES, {
      disk: tracing,
      verify: async () => void steps.push('verify'),
    });
    expect(steps).toEqual(['sync file', 'verify', 'rename', 'sync folder']);
  });

  it('keeps the old file and leaves no other when the new one is refused', async () => {
    const folder = await tempFolder();
    const path = join(folder, 'a.zip');
    await fs.writeFile(path, 'old');
    await expect(
      writeBytesSafely(path, BYTES, { verify: () => Promise.reject(new AdaptaError('bundleChanged')) }),
    ).rejects.toMatchObject({ code: 'bundleChanged' });
    expect(await fs.readFile(path, 'utf8')).toBe('old');
    expect(await fs.readdir(folder)).toEqual(['a.zip']);
  });

  it('finds bytes the medium swallowed', async () => {
    const folder = await tempFolder();
    const lossy = disk({
      open: async (path, flags) => {
        if (flags === 'r' && path !== folder) await fs.truncate(path, 3);
        return fs.open(path, flags);
      },
    });
    await expect(writeBytesSafely(join(folder, 'a.zip'), BYTES, { disk: lossy })).rejects.toMatchObject({
      code: 'exportNotVerified',
    });
    expect(await fs.readdir(folder)).toEqual([]);
  });

  it.each([
    ['ENOSPC', 'diskFull'],
    ['EDQUOT', 'diskFull'],
    ['EFBIG', 'diskFull'],
    ['EIO', 'ioError'],
    ['EROFS', 'ioError'],
  ])('names %s at the flush %s', async (system, code) => {
    const folder = await tempFolder();
    const failing = disk({
      open: async (...args) => {
        const handle = await fs.open(...args);
        handle.sync = () => Promise.reject(systemError(system));
        return handle;
      },
    });
    await expect(writeBytesSafely(join(folder, 'a.zip'), BYTES, { disk: failing })).rejects.toMatchObject({ code });
    expect(await fs.readdir(folder)).toEqual([]);
  });

  it('says the disk is full on a disk that is full', async ({ skip }) => {
    const folder = join(await tempFolder(), 'small');
    if (!mountSmall(folder)) skip('mounting a tmpfs is not permitted here; ENOSPC is simulated above');
    onTestFinished(() => void execFileSync('umount', [folder]));
    await expect(writeBytesSafely(join(folder, 'a.zip'), new Uint8Array(400_000))).rejects.toMatchObject({
      code: 'diskFull',
    });
    expect(await fs.readdir(folder)).toEqual([]);
  });

  it('puts nothing in the place of what is no file', async ({ skip }) => {
    skip(process.platform === 'win32', 'has no pipes in folders');
    const folder = await tempFolder();
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    await expect(writeBytesSafely(join(folder, 'pipe'), BYTES)).rejects.toMatchObject({ code: 'ioError' });
    expect((await fs.stat(join(folder, 'pipe'))).isFIFO()).toBe(true);
    expect(await fs.readdir(folder)).toEqual(['pipe']);
  });

  it('says the disk is full where a file may not grow any more, as on FAT32 beyond 4 GB', async () => {
    const folder = await tempFolder();
    const script = `import { writeBytesSafely } from ${JSON.stringify(MODULE)};
      await writeBytesSafely(${JSON.stringify(join(folder, 'a.zip'))}, new Uint8Array(3e6)).catch(({ code }) => console.log(code));`;
    const limited = `ulimit -f 1024; exec "$0" --input-type=module -e "$1"`;
    expect(execFileSync('bash', ['-c', limited, process.execPath, script], { encoding: 'utf8' })).toBe('diskFull\n');
    expect(await fs.readdir(folder)).toEqual([]);
  });

  it('waits on Windows for a scanner that holds the file', async () => {
    const path = join(await tempFolder(), 'a.zip');
    let tries = 0;
    const held = disk({
      rename: async (...args) => {
        tries += 1;
        if (tries < 4) throw systemError(['EPERM', 'EACCES', 'EBUSY'][tries % 3] ?? '');
        await fs.rename(...args);
      },
    });
    await writeBytesSafely(path, BYTES, { disk: held, platform: 'win32' });
    expect([tries, existsSync(path)]).toEqual([4, true]);
  });

  it('does not wait elsewhere', async () => {
    const refusing = disk({ rename: () => Promise.reject(systemError('EACCES')) });
    const path = join(await tempFolder(), 'a.zip');
    await expect(writeBytesSafely(path, BYTES, { disk: refusing, platform: 'linux' })).rejects.toMatchObject({
      code: 'ioError',
    });
  });

  it('stops when cancelled, without a trace', async () => {
    const folder = await tempFolder();
    const abort = new AbortController();
    const writing = writeSafely(
      join(folder, 'a.zip'),
      async (sink) => {
        await sink.write(BYTES);
        abort.abort();
        await sink.write(BYTES);
      },
      { signal: abort.signal },
    );
    await expect(writing).rejects.toMatchObject({ code: 'cancelled' });
    expect(await fs.readdir(folder)).toEqual([]);
  });

  it('killed in the middle, it leaves nothing under the final name, and the next write sweeps the rest', async () => {
    const folder = await tempFolder();
    const path = join(folder, 'a.zip');
    const script = `import { writeSafely } from ${JSON.stringify(MODULE)};
      await writeSafely(${JSON.stringify(path)}, async (sink) => { await sink.write(new Uint8Array(2e6)); console.log('half'); await new Promise((done) => setTimeout(done, 60000)); });`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await new Promise((resolve) => child.stdout.once('data', resolve));
    child.kill('SIGKILL');
    await new Promise((resolve) => child.once('exit', resolve));
    expect(await fs.readdir(folder)).toEqual([expect.stringMatching(/^\.adapta-\d+-[0-9a-f]{8}\.part$/u)]);
    await writeBytesSafely(path, BYTES);
    expect(await fs.readdir(folder)).toEqual(['a.zip']);
  });

  it('leaves the temporary of a living process alone', async () => {
    const folder = await tempFolder();
    const foreign = `.adapta-${process.ppid}-00000000.part`;
    await fs.writeFile(join(folder, foreign), 'being written');
    await writeBytesSafely(join(folder, 'a.zip'), BYTES);
    expect(await fs.readdir(folder)).toContain(foreign);
  });
});
