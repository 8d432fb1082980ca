import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { textOf } from '#shared/model/content.ts';
import type { UnitRecord } from '#shared/model/unit.ts';
import { inRoot } from '#scripts/lib/root.ts';
import { makeClient } from '#tests/builders/client.ts';
import { sampleDocuments } from '#tests/builders/sample.ts';

/** Units of the sample by document and the text of each of their original's blocks. */
const units = new Map<string, UnitRecord>();

beforeAll(async () => {
  const workspace = await mkdtemp(join(tmpdir(), 'adapta-test-'));
  const it = await makeClient({ office: 'real', resources: inRoot('resources'), workspace });
  for (const { id, title } of (await it.client.library.read({})).documents) {
    const page = await it.client.units.page({ document: id, from: 0, count: 1000 });
    const blocks = new Map(page.blocks.map((block) => [block.id, textOf(block.content)]));
    for (const unit of page.units) for (const block of unit.source) units.set(`${title}: ${blocks.get(block)}`, unit);
  }
  await it.close();
  await rm(workspace, { recursive: true });
});

const edits = sampleDocuments().flatMap(({ title, edits: done }) =>
  done.map((edit) => ({ name: `${title.es}: ${edit.source}`, edit })),
);

test.each(edits)('the prepared work is done on $name', ({ name, edit }) => {
  const unit = units.get(name);
  const done = {
    target: textOf(unit?.content ?? []),
    mode: unit?.mode,
    status: unit?.status,
    audience: unit?.audience,
    ...unit?.adaptation,
  };
  expect(done).toMatchObject(without(edit, 'source'));
});

function without<T extends object>(object: T, key: keyof T): Partial<T> {
  return Object.fromEntries(Object.entries(object).filter(([name]) => name !== key)) as Partial<T>;
}
