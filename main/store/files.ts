import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { AdaptaError } from '#shared/model/errors.ts';
import { storeError } from './errors.ts';
import { syncFolder, writeDurably } from './folder.ts';

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
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

  /** Durable when it returns. Gives the SHA-256. Throws diskFull, ioError. */
  put(bytes: Uint8Array): string {
    const sha256 = sha256Of(bytes);
    const path = join(this.#folder, sha256);
    try {
      if (!existsSync(path) || !this.#holds(path, sha256)) writeDurably(path, bytes);
    } catch (cause) {
      throw storeError(cause);
    }
    return sha256;
  }

  /** The bytes, checked against their name. Throws `workspaceDamaged` when they are not what was stored. */
  get(sha256: string): Uint8Array {
    const path = join(this.#folder, sha256);
    if (!existsSync(path)) throw new AdaptaError('workspaceDamaged', { file: sha256 });
    const bytes = readFileSync(path);
    if (sha256Of(bytes) !== sha256) throw new AdaptaError('workspaceDamaged', { file: sha256 });
    return bytes;
  }

  /** Size in bytes; 0 when the file is gone. */
  size(sha256: string): number {
    return statSync(join(this.#folder, sha256), { throwIfNoEntry: false })?.size ?? 0;
  }

  #holds(path: string, sha256: string): boolean {
    return sha256Of(readFileSync(path)) === sha256;
  }
}
