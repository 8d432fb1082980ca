import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openReadOnly } from '#main/store/connection.ts';
import { importText, openClient, withModule, type TestClient } from '#tests/builders/client.ts';

/** More than one slice of storing, on any machine. */
const LINES = Array.from({ length: 4000 }, (_, index) => `Line number ${index}`);
const TABLES = ['document', 'import', 'block', 'container', 'unit', 'target', 'link'];

async function planned(it: TestClient) {
  const { plan, links } = await it.client.imports.plan({ source: it.grant('big.txt', LINES.join('\n')) });
  return { plan, links, module: 'm', kind: 'reading', title: 'Grande' } as const;
}

/** Rows of every table an import writes to. */
function rows(path: string): Readonly<Record<string, number>> {
  const db = openReadOnly(path);
  try {
    const count = (table: string): number =>
      db.prepare<[], { count: number }>(`SELECT count(*) AS count FROM ${table}`).get()?.count ?? 0;
    return Object.fromEntries(TABLES.map((table) => [table, count(table)]));
  } finally {
    db.close();
  }
}

function library({ workspace }: TestClient): string {
  return join(workspace, 'library.sqlite');
}

/** Calls `use` each time the running import says how far it is with storing. */
function whileStoring(it: TestClient, use: (job: string) => void): void {
  it.engine.onEvent(({ event, payload }) => {
    if (event !== 'job') return;
    const { id, kind, state, progress } = payload as {
      id: string;
      kind: string;
      state: string;
      progress: number | null;
    };
    if (kind === 'imports.commit' && state === 'running' && (progress ?? 0) > 0.5) use(id);
  });
}

test('while a document is stored, others are read and written, and nobody sees it', async () => {
  const it = await openClient();
  await withModule(it.client);
  const document = await importText(it, 'One\nTwo', 'Uno\nDos');
  const order = await planned(it);
  const seen: Promise<readonly string[]>[] = [];
  const { units } = await it.client.units.page({ document, from: 0, count: 1 });
  const unit = units[0]?.id ?? '';
  whileStoring(it, () => {
    const content = [{ text: `Uno ${seen.length}`, marks: [] }];
    const edit = it.client.units.apply({ document, commands: [{ type: 'edit', unit, content }] });
    const listed = edit.then(async () => (await it.client.library.read({})).documents.map(({ title }) => title));
    seen.push(listed);
  });
  const made = await it.client.imports.commit(order);
  expect(seen.length).toBeGreaterThan(0);
  expect((await Promise.all(seen))[0]).toEqual(['Documento']);
  const { documents } = await it.client.library.read({});
  expect(documents.map(({ id, progress }) => [id, progress.units])).toEqual([
    [document, 2],
    [made.document, LINES.length],
  ]);
  expect((await it.client.units.history({ unit })).revisions).toHaveLength(seen.length);
});

test('of an import that is cancelled while it is stored nothing is left, and it can be taken up again', async () => {
  const it = await openClient();
  await withModule(it.client);
  const order = await planned(it);
  const before = rows(library(it));
  let cancelled = false;
  whileStoring(it, (job) => {
    if (!cancelled) void it.client.jobs.cancel({ job });
    cancelled = true;
  });
  await expect(it.client.imports.commit(order)).rejects.toMatchObject({ code: 'cancelled' });
  expect(rows(library(it))).toEqual(before);
  expect((await it.client.imports.commit(order)).units).toBe(LINES.length);
});

test('a backup asked for while a document is stored has all of it', async () => {
  const it = await openClient();
  await withModule(it.client);
  const order = await planned(it);
  const other = await it.client.imports.plan({ source: it.grant('small.txt', 'One') });
  const second: Promise<unknown>[] = [];
  whileStoring(it, () => {
    // An import makes one first.
    if (second.length === 0) second.push(it.client.imports.commit({ ...order, plan: other.plan, links: other.links }));
  });
  await it.client.imports.commit(order);
  await Promise.all(second);
  const { listBackups } = await import('#main/store/backup.ts');
  const backups = listBackups(it.workspace).map(({ path }) => rows(path));
  expect(backups.map(({ document, unit }) => [document, unit])).toEqual([
    [0, 0],
    [1, LINES.length],
  ]);
});

test('what a session that ended in the middle of storing left is removed at the next start', async () => {
  const it = await openClient();
  await withModule(it.client);
  const order = await planned(it);
  const empty = rows(library(it));
  const { promise, resolve } = Promise.withResolvers<undefined>();
  whileStoring(it, () => resolve(undefined));
  const storing = it.client.imports.commit(order).catch(() => undefined);
  await promise;
  await it.close();
  await storing;
  expect(rows(library(it)).document).toBe(1);
  const next = await openClient({ workspace: it.workspace });
  expect(rows(library(next))).toEqual(empty);
  expect((await next.client.imports.plan({ source: next.grant('big.txt') })).known).toEqual([]);
});
