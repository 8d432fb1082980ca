import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { storeError } from './errors.ts';
import { writeDurably } from './folder.ts';

/** Presentations one goes back and forth between; a drawn one is a few megabytes. */
const KEPT = 24;

/**
 * What was drawn of stored files, named by the SHA-256 of the file that was drawn. The folder may be thrown away at any
 * moment: it is in no backup, and everything in it is made again when somebody asks.
 */
export class PreviewStore {
  readonly #folder: string;

  /** Sweeps what an interrupted write left. The folder itself comes with the first drawing. */
  constructor(workspace: string) {
    this.#folder = join(workspace, 'previews');
    for (const name of this.#names()) {
      if (name.endsWith('.part')) rmSync(join(this.#folder, name), { force: true });
    }
  }

  /** Null when it has not been drawn, or is no longer kept. */
  get(sha256: string): Uint8Array | null {
    try {
      return new Uint8Array(readFileSync(join(this.#folder, sha256)));
    } catch {
      return null;
    }
  }

  /** Keeps a drawing and lets the oldest go. Throws diskFull, ioError. */
  async put(sha256: string, bytes: Uint8Array): Promise<void> {
    try {
      mkdirSync(this.#folder, { recursive: true });
      await writeDurably(join(this.#folder, sha256), bytes);
    } catch (cause) {
      throw storeError(cause);
    }
    const byAge = this.#names()
      .map((name) => ({ path: join(this.#folder, name), at: statSync(join(this.#folder, name)).mtimeMs }))
      .toSorted((one, other) => other.at - one.at);
    for (const { path } of byAge.slice(KEPT)) rmSync(path, { force: true });
  }

  #names(): readonly string[] {
    return existsSync(this.#folder) ? readdirSync(this.#folder) : [];
  }
}
