import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { placeholdersOf, plain, textOf } from '#shared/model/content.ts';
import { docxFormat } from '#main/formats/docx/index.ts';
import * as b from '#tests/builders/docx/index.ts';
import { openClient, withModule } from '#tests/builders/client.ts';
import { exportOf, importFiles } from './real-files.ts';

const { docx, p } = b;

test('a note the translation dropped comes back with its reference, in the words given to it', async () => {
  const it = await openClient({ office: 'real' });
  await withModule(it.client);
  const [source, received] = [join(it.workspace, 's.docx'), join(it.workspace, 'r.docx')];
  writeFileSync(source, docx(p('A belief is a habit', b.footnote(p('See page 9.')), '.'), p('The end.')));
  writeFileSync(received, docx(p('Una creencia es un hábito.'), p('Fin.')));
  const document = await importFiles(it, source, received);
  const { units, blocks } = await it.client.units.page({ document, from: 0, count: 9 });
  const note = units.find((unit) => unit.kind === 'footnote');
  const [text] = units;
  const reference = blocks.flatMap((block) => placeholdersOf(block.content)).find((run) => run.kind === 'noteRef');
  if (note === undefined || text === undefined || reference === undefined) throw new Error('no note');
  await it.client.units.apply({
    document,
    commands: [
      { type: 'edit', unit: text.id, content: [...text.content, reference] },
      { type: 'edit', unit: note.id, content: plain('Véase la página 9.') },
    ],
  });
  const written = await docxFormat.read(new Uint8Array(await exportOf(it, document)));
  const told = written.blocks.map((block) => [block.kind, textOf(block.content).trim()]);
  expect(told).toEqual([
    ['paragraph', 'Una creencia es un hábito.'],
    ['footnote', 'Véase la página 9.'],
    ['paragraph', 'Fin.'],
  ]);
});
