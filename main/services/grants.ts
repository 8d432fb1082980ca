import { randomBytes } from 'node:crypto';
import { AdaptaError } from '#shared/model/errors.ts';
import type { Grant } from '#shared/contract/control.ts';

/** Which files the renderer may name: tokens the shell handed out after a person chose the file. */
export class Grants {
  readonly #byToken = new Map<string, Grant>();

  add(grant: Grant): void {
    this.#byToken.set(grant.token, grant);
  }

  /** For the command line and tests, where the person named the path itself. */
  allow(path: string, access: Grant['access'], kind: Grant['kind'] = 'file'): string {
    const token = randomBytes(16).toString('hex');
    this.add({ token, path, access, kind });
    return token;
  }

  /** The path behind a token. Throws `unknownGrant` when it was never given, or not for this. */
  pathOf(token: string, access: Grant['access']): string {
    const grant = this.#byToken.get(token);
    if (grant === undefined || grant.access !== access) throw new AdaptaError('unknownGrant');
    return grant.path;
  }
}
