import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createClient } from '#shared/contract/client.ts';
import type { Client } from '#shared/contract/index.ts';
import { AdaptaError } from '#shared/model/errors.ts';
import { startEngine, type Engine } from '#main/engine/engine.ts';
import { libreOffice } from '#main/engine/libre-office.ts';
import type { PrintPort } from '#main/services/deps.ts';
import { directOffice } from '#main/services/office-direct.ts';
import type { CommandLine } from './command.ts';
import { textOf } from './values.ts';

export interface Session {
  readonly client: Client;
  readonly engine: Engine;
}

export interface SessionOptions {
  /** Makes the workspace when there is none. */
  readonly create?: boolean;
  readonly print?: PrintPort | null;
}

/** Opens `--workspace`, runs `work` over the same contract as the application, and closes it again. */
export async function withSession<T>(
  line: CommandLine,
  work: (session: Session) => Promise<T>,
  options: SessionOptions = {},
): Promise<T> {
  const workspace = resolve(textOf(line, 'workspace'));
  if (options.create !== true && !existsSync(join(workspace, 'library.sqlite'))) {
    throw new AdaptaError('fileNotFound', { file: basename(workspace) });
  }
  const found = existsSync(workspace) ? readdirSync(workspace) : null;
  const engine = await startEngine({
    workspace,
    resources: fileURLToPath(new URL('../../resources', import.meta.url)),
    version: versionOfApp(),
    office: directOffice,
    print: options.print ?? null,
    convert: libreOffice(),
    sample: false,
  });
  const client = createClient(async (method, params) => await engine.router.call(method, params));
  let unwanted = false;
  try {
    return await work({ client, engine });
  } catch (cause) {
    const isNew = found === null || found.length === 0;
    unwanted = isNew && (await client.library.read({})).documents.length === 0;
    throw cause;
  } finally {
    await engine.close();
    if (unwanted) removeMade(workspace, found === null);
  }
}

/** Takes a workspace back that was made for work which was refused; a folder that was there before stays, empty. */
function removeMade(workspace: string, whole: boolean): void {
  const made = whole ? [workspace] : readdirSync(workspace).map((name) => join(workspace, name));
  for (const path of made) rmSync(path, { recursive: true, force: true });
}

/** The command line runs from a clone only: the manifest is beside the sources. */
function versionOfApp(): string {
  const manifest: unknown = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  const hasVersion = typeof manifest === 'object' && manifest !== null && 'version' in manifest;
  return hasVersion && typeof manifest.version === 'string' ? manifest.version : '';
}
