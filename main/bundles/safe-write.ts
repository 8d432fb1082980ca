import { createHash, randomBytes } from 'node:crypto';
import * as nodeFs from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { AdaptaError } from '#shared/model/errors.ts';

/** The edge to the disk: what tests replace to make it full or slow. */
export type Disk = Pick<typeof nodeFs, 'open' | 'rename' | 'unlink' | 'readdir' | 'stat'>;

export interface SafeWriteOptions {
  readonly signal?: AbortSignal;
  readonly disk?: Disk;
  readonly platform?: NodeJS.Platform;
  /** Checks the complete file under its temporary name before anybody can see it; throws to refuse it. */
  readonly verify?: (path: string) => Promise<void>;
}

/** Takes the bytes of a file in order. */
export interface Sink {
  write(bytes: Uint8Array): Promise<void>;
}

export interface Written {
  readonly size: number;
  readonly sha256: string;
}

const TEMPORARY = /^\.adapta-(\d+)-[0-9a-f]{8}\.part$/u;
const DAY_MS = 24 * 60 * 60 * 1000;
/** Virus scanners and indexers hold a new file for a moment; 5 s in all. */
const RETRY_MS: readonly number[] = [20, 50, 100, 200, 400, 800, 1600, 1830];
const CHUNK = 1024 * 1024;
const writing = new Set<string>();

/**
 * Writes a file so that under its final name there is never anything but the old file or the complete new one
 * (trust.md, promise 5): temporary name in the target folder → fsync → reopened and its hash compared → `verify` → rename
 * → fsync of the folder. When it returns, the stick can be removed. Throws `diskFull`, `ioError`, `exportNotVerified`,
 * `cancelled`, and whatever `produce` or `verify` throw; then nothing is left under either name.
 */
export async function writeSafely(
  path: string,
  produce: (sink: Sink) => Promise<void>,
  options: SafeWriteOptions = {},
): Promise<Written> {
  const disk = options.disk ?? nodeFs;
  const platform = options.platform ?? process.platform;
  const folder = dirname(path);
  const temporary = join(folder, `.adapta-${process.pid}-${randomBytes(4).toString('hex')}.part`);
  await needFileOrNothing(path, disk);
  await sweepTemporaries(folder, disk);
  writing.add(basename(temporary));
  try {
    const written = await writeTemporary(temporary, produce, options, disk);
    stopIfCancelled(options.signal);
    await confirm(temporary, written, disk);
    await options.verify?.(temporary);
    stopIfCancelled(options.signal);
    await withRetries(() => disk.rename(temporary, path), platform);
    await syncFolder(folder, disk, platform);
    return written;
  } catch (cause) {
    await withRetries(() => disk.unlink(temporary), platform).catch(() => undefined);
    throw diskError(cause, path);
  } finally {
    writing.delete(basename(temporary));
  }
}

/** A rename would put a file in the place of a device or a pipe. */
async function needFileOrNothing(path: string, disk: Disk): Promise<void> {
  const there = await disk.stat(path).catch(() => undefined);
  if (there === undefined || there.isFile()) return;
  throw new AdaptaError('ioError', { file: basename(path), detail: there.isDirectory() ? 'EISDIR' : 'EINVAL' });
}

/** {@link writeSafely} for bytes at hand. */
export async function writeBytesSafely(
  path: string,
  bytes: Uint8Array,
  options: SafeWriteOptions = {},
): Promise<Written> {
  return writeSafely(path, (sink) => sink.write(bytes), options);
}

/**
 * Removes what an interrupted write left in a folder: temporaries whose process is gone, or older than a day (a process
 * number can come round again). Never throws: a folder that cannot be swept can still be written to.
 */
export async function sweepTemporaries(folder: string, disk: Disk = nodeFs): Promise<void> {
  const names = await disk.readdir(folder).catch(() => []);
  for (const name of names) {
    const owner = TEMPORARY.exec(name)?.[1];
    if (owner === undefined || writing.has(name)) continue;
    const path = join(folder, name);
    const isOld = await disk.stat(path).then(
      ({ mtimeMs }) => Date.now() - mtimeMs > DAY_MS,
      () => false,
    );
    if (isOld || Number(owner) === process.pid || !isAlive(Number(owner)))
      await disk.unlink(path).catch(() => undefined);
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return codeOf(cause) === 'EPERM';
  }
}

async function writeTemporary(
  path: string,
  produce: (sink: Sink) => Promise<void>,
  { signal }: SafeWriteOptions,
  disk: Disk,
): Promise<Written> {
  const handle = await disk.open(path, 'wx');
  const hash = createHash('sha256');
  let size = 0;
  try {
    await produce({
      write: async (bytes) => {
        for (let at = 0; at < bytes.length; at += CHUNK) {
          stopIfCancelled(signal);
          const chunk = bytes.subarray(at, at + CHUNK);
          await handle.writeFile(chunk);
          hash.update(chunk);
          size += chunk.length;
        }
      },
    });
    await handle.sync();
  } finally {
    await handle.close();
  }
  return { size, sha256: hash.digest('hex') };
}

/** A stick that swallowed bytes says so here, not in El Alto. */
async function confirm(path: string, expected: Written, disk: Disk): Promise<void> {
  const handle = await disk.open(path, 'r');
  const hash = createHash('sha256');
  let size = 0;
  try {
    for await (const chunk of handle.createReadStream({ highWaterMark: CHUNK, autoClose: false })) {
      hash.update(chunk as Uint8Array);
      size += (chunk as Uint8Array).length;
    }
  } finally {
    await handle.close();
  }
  if (size !== expected.size || hash.digest('hex') !== expected.sha256) {
    throw new AdaptaError('exportNotVerified', { file: basename(path) });
  }
}

/** Makes the new name durable. Windows cannot open a folder; some file systems of sticks refuse to flush one. */
async function syncFolder(folder: string, disk: Disk, platform: NodeJS.Platform): Promise<void> {
  if (platform === 'win32') return;
  const handle = await disk.open(folder, 'r');
  try {
    await handle.sync();
  } catch (cause) {
    if (!['EINVAL', 'ENOTSUP', 'ENOSYS'].includes(codeOf(cause))) throw cause;
  } finally {
    await handle.close();
  }
}

async function withRetries(work: () => Promise<void>, platform: NodeJS.Platform): Promise<void> {
  for (const wait of platform === 'win32' ? RETRY_MS : []) {
    try {
      return await work();
    } catch (cause) {
      if (!['EPERM', 'EACCES', 'EBUSY'].includes(codeOf(cause))) throw cause;
      await sleep(wait);
    }
  }
  return work();
}

function stopIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw new AdaptaError('cancelled');
}

/** `EFBIG` is what FAT32 says beyond 4 GB: for people the disk cannot take the file, so it is full. */
function diskError(cause: unknown, path: string): unknown {
  if (cause instanceof AdaptaError) return cause;
  const code = codeOf(cause);
  if (['ENOSPC', 'EDQUOT', 'EFBIG'].includes(code))
    return new AdaptaError('diskFull', { file: basename(path) }, { cause });
  if (code === 'ABORT_ERR') return new AdaptaError('cancelled', {}, { cause });
  if (/^E[A-Z0-9]+$/u.test(code)) return new AdaptaError('ioError', { file: basename(path), detail: code }, { cause });
  return cause;
}

function codeOf(cause: unknown): string {
  if (typeof cause !== 'object' || cause === null || !('code' in cause)) return '';
  return typeof cause.code === 'string' ? cause.code : '';
}
