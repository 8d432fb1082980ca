import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, test } from 'vitest';
import { inRoot } from '#scripts/lib/root.ts';
import { openClient, withModule } from '#tests/builders/client.ts';
import { exportOf, importFiles } from './real-files.ts';

const corpus = (name: string): string => inRoot(`../shared/corpus/${name}`);

test.each(['docx/features.docx', 'docx/Comment033.docx', 'docx/stress023.docx', 'pairs/d20.en.docx'].map(corpus))(
  'an original nobody has touched goes out as it came: %#',
  async (path) => {
    const it = await openClient({ office: 'real' });
    await withModule(it.client);
    const document = await importFiles(it, path);
    expect([basename(path), Buffer.compare(await exportOf(it, document), readFileSync(path))]).toEqual([
      basename(path),
      0,
    ]);
  },
);

test('a received translation nobody has touched goes out as it came', async () => {
  const it = await openClient({ office: 'real' });
  await withModule(it.client);
  const [source, received] = [corpus('pairs/d20.en.docx'), corpus('pairs/d20.es.docx')];
  const document = await importFiles(it, source, received);
  expect(Buffer.compare(await exportOf(it, document), readFileSync(received))).toBe(0);
});
