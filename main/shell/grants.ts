/** Turns what a person chose into tokens. Paths stay on this side and in the engine. */
import { randomBytes } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { basename, isAbsolute, normalize } from 'node:path';
import type { FileGrant } from '#shared/contract/bridge.ts';
import type { Grant } from '#shared/contract/control.ts';

const KEPT = 500;

export class Grants {
  readonly #byToken = new Map<string, Grant>();
  readonly #tell: (grant: Grant) => void;

  /** `tell` passes a new grant to the engine; it runs before the page learns the token. */
  constructor(tell: (grant: Grant) => void) {
    this.#tell = tell;
  }

  /** For a new engine, which knows none of them. */
  all(): Iterable<Grant> {
    return this.#byToken.values();
  }

  path(token: string): string | undefined {
    return this.#byToken.get(token)?.path;
  }

  /** An ordinary file that exists, to be read; `null` when it is none. */
  async read(path: string): Promise<FileGrant | null> {
    if (!isAbsolute(path) || path.includes('\0')) return null;
    const facts = await stat(path).catch(() => null);
    return facts?.isFile() === true ? this.#give(path, 'read', 'file', facts.size) : null;
  }

  /** A file to be written; it need not exist. */
  write(path: string): FileGrant {
    return this.#give(path, 'write', 'file', 0);
  }

  folder(path: string): FileGrant {
    return this.#give(path, 'write', 'folder', 0);
  }

  #give(path: string, access: Grant['access'], kind: Grant['kind'], size: number): FileGrant {
    const token = randomBytes(16).toString('hex');
    const grant: Grant = { token, path: normalize(path), access, kind };
    this.#byToken.set(token, grant);
    const [oldest] = this.#byToken.keys();
    if (this.#byToken.size > KEPT && oldest !== undefined) this.#byToken.delete(oldest);
    this.#tell(grant);
    return { token, name: basename(grant.path), size };
  }
}
