import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createClient } from '#shared/contract/client.ts';
import { methodsByName, type Client } from '#shared/contract/index.ts';
import type { EventMessage } from '#shared/contract/wire.ts';
import { startEngine, type Engine } from '#main/engine/engine.ts';
import type { ConvertPort, PrintPort } from '#main/services/deps.ts';
import type { Office } from '#main/services/office.ts';
import { directOffice } from '#main/services/office-direct.ts';
import { textOffice } from './client-text-office.ts';
import { temporaryFolder } from './workspace.ts';

export interface TestClient {
  readonly client: Client;
  readonly engine: Engine;
  readonly workspace: string;
  /** Every event so far. */
  readonly events: readonly EventMessage[];
  /** A grant to read a file, written here from text when there is one. */
  grant(name: string, text?: string): string;
  /** Path and grant of a file to be written. */
  target(name: string): { path: string; token: string };
  readonly close: () => Promise<void>;
}

export interface ClientOptions {
  readonly workspace?: string;
  /** Real files, or lines of text. */
  readonly office?: 'real' | 'text';
  readonly print?: PrintPort;
  readonly convert?: ConvertPort;
  readonly resources?: string;
  readonly now?: () => string;
}

/** {@link makeClient} on a workspace of its own; closed when the test ends. */
export async function openClient(options: ClientOptions = {}): Promise<TestClient> {
  const it = await makeClient({ ...options, workspace: options.workspace ?? temporaryFolder() });
  onTestFinished(it.close);
  return it;
}

/** The contract in memory: real router, services and SQLite file; what crosses is cloned as by a port, and checked. */
export async function makeClient(options: ClientOptions & { readonly workspace: string }): Promise<TestClient> {
  const { workspace } = options;
  const office: Office = options.office === 'real' ? directOffice : textOffice;
  const engine = await startEngine({
    workspace,
    resources: options.resources ?? join(workspace, 'no-resources'),
    version: '0.0.0',
    office,
    print: options.print ?? null,
    convert: options.convert ?? null,
    ...(options.now === undefined ? {} : { now: options.now }),
  });
  const events: EventMessage[] = [];
  engine.onEvent((message) => events.push(structuredClone(message)));
  const methods = methodsByName();
  const client = createClient(async (method, params) => {
    const result = await engine.router.call(method, structuredClone(params));
    return methods.get(method)?.output.parse(structuredClone(result));
  });
  let open = true;
  const close = async (): Promise<void> => {
    if (open) await engine.close();
    open = false;
  };
  const grant = (name: string, text?: string): string => {
    const path = join(workspace, name);
    if (text !== undefined) writeFileSync(path, text);
    return engine.grants.allow(path, 'read');
  };
  const target = (name: string): { path: string; token: string } => {
    const path = join(workspace, name);
    return { path, token: engine.grants.allow(path, 'write') };
  };
  return { client, engine, workspace, events, grant, target, close };
}

/** A toolkit `t` with a module `m`. */
export async function withModule(client: Client): Promise<void> {
  const language = { sourceLanguage: 'en', targetLanguage: 'es-BO' };
  await client.library.apply({
    command: { type: 'createToolkit', id: 't', name: 'Kit', publisher: 'ONU', ...language },
  });
  await client.library.apply({ command: { type: 'createModule', id: 'm', toolkit: 't', number: '1', title: 'Uno' } });
}

/** Imports lines of text as an original, with a received translation when given; gives the document's id. */
export async function importText(it: TestClient, source: string, received?: string): Promise<string> {
  const plan = await it.client.imports.plan({
    source: it.grant('source.txt', source),
    ...(received === undefined ? {} : { received: it.grant('received.txt', received) }),
  });
  const { document } = await it.client.imports.commit({
    plan: plan.plan,
    links: plan.links,
    module: 'm',
    kind: 'reading',
    title: 'Documento',
  });
  return document;
}
