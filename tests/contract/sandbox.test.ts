import { expect, test } from 'vitest';
import { inRoot } from '#scripts/lib/root.ts';
import { openClient, withModule } from '#tests/builders/client.ts';

test('a first start brings the sample, which nothing passes into or out of, and which can be reset', async () => {
  const it = await openClient({ office: 'real', resources: inRoot('resources') });
  await withModule(it.client);
  const { toolkits, modules, documents } = await it.client.library.read({});
  const sample = toolkits.find((toolkit) => toolkit.sandbox);
  const module = modules.find((each) => each.toolkit === sample?.id);
  const document = documents.find((each) => each.module === module?.id);
  expect([sample?.targetLanguage, modules.length, documents.length]).toEqual(['es-BO', 3, 8]);

  const moves = [
    { type: 'moveModule', id: 'm', toolkit: sample?.id ?? '' },
    { type: 'moveModule', id: module?.id ?? '', toolkit: 't' },
    { type: 'moveDocument', id: document?.id ?? '', module: 'm', after: null },
  ] as const;
  for (const command of moves) {
    await expect(it.client.library.apply({ command })).rejects.toMatchObject({ code: 'sandboxOnly' });
  }

  const { units } = await it.client.units.page({ document: document?.id ?? '', from: 0, count: 1 });
  const edit = { type: 'status', unit: units[0]?.id ?? '', status: 'approved' } as const;
  await it.client.units.apply({ document: document?.id ?? '', commands: [edit] });
  await it.client.terms.propose({ document: document?.id ?? '', source: 'goal', target: 'objetivo' });
  await it.client.library.resetSample({});
  const after = await it.client.library.read({});
  expect(after.documents.map((each) => each.progress)).toEqual(documents.map((each) => each.progress));
  expect(after.toolkits.map((toolkit) => toolkit.sandbox)).toEqual([false, true]);
  expect((await it.client.terms.list({ filter: {}, from: 0, count: 10 })).total).toBe(0);
});
