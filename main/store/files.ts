import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { AdaptaError } from '#shared/model/errors.ts';
import { storeError } from './errors.ts';
import { syncFolder, writeDurably } from './folder.ts';

/** Bytes hashed in one turn of the loop: a few milliseconds. */
const STRETCH = 2 * 1024 * 1024;

/** SHA-256 in hexadecimal. A file of many megabytes takes many turns of the loop. */
export async function hashOf(bytes: Uint8Array): Promise<string> {
  const hash = createHash('sha256');
  for (let at = 0; at < bytes.length; at += STRETCH) {
    if (at > 0) await setImmediate();
    hash.update(bytes.subarray(at, at + STRETCH));
  }
  return hash.digest('hex');
}

/** Originals and received translations, named by what they hold; written once, never changed. */
export class FileStore {
  readonly #folder: string;

  /** Sweeps what an interrupted write left. */
  constructor(workspace: string) {
    this.#folder = join(workspace, 'files');
    if (!existsSync(this.#folder)) {
      mkdirSync(this.#folder, { recursive: true });
      syncFolder(workspace);
    }
    for (const name of readdirSync(this.#folder)) {
      if (name.endsWith('.part')) rmSync(join(this.#folder, name), { force: true });
    }
  }

  /** Durable when it resolves. Gives the SHA-256. Throws diskFull, ioError. */
  async put(bytes: Uint8Array): Promise<string> {
    const sha256 = await hashOf(bytes);
    const path = join(this.#folder, sha256);
    try {
      if ((await this.#read(sha256)) === null) await writeDurably(path, bytes);
    } catch (cause) {
      throw storeError(cause);
    }
    return sha256;
  }

  /** The bytes, checked against their name. Throws `workspaceDamaged` when they are not what was stored. */
  async get(sha256: string): Promise<Uint8Array> {
    const bytes = await this.#read(sha256);
    if (bytes === null) throw new AdaptaError('workspaceDamaged', { file: sha256 });
    return bytes;
  }

  /** Size in bytes; 0 when the file is gone. */
  size(sha256: string): number {
    return statSync(join(this.#folder, sha256), { throwIfNoEntry: false })?.size ?? 0;
  }

  /** Null when the file is not there, or not what its name says. */
  async #read(sha256: string): Promise<Uint8Array | null> {
    const path = join(this.#folder, sha256);
    if (!existsSync(path)) return null;
    const bytes = await readFile(path);
    return (await hashOf(bytes)) === sha256 ? bytes : null;
  }
}
