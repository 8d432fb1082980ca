import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { textOf } from '#shared/model/content.ts';
import * as b from '#tests/builders/docx/index.ts';
import { openClient, withModule } from '#tests/builders/client.ts';
import { readArchive } from '#tests/formats/laws/archive.ts';

const { docx, p } = b;

const PLANTED = [
  'Plantada Perfil',
  'nota plantada de la adaptación',
  'permiso plantado',
  'respuesta plantada',
  'answer planted',
  'comentario plantado',
  'borrado plantado',
  'omitido plantado',
];

/** Every byte of an archive and of the archives in it, unpacked. */
function everything(bytes: Uint8Array): string {
  return readArchive(bytes)
    .map((entry) => {
      const inner = entry.name.endsWith('.docx') ? everything(entry.bytes) : Buffer.from(entry.bytes).toString('utf8');
      return `${entry.name}\n${inner}`;
    })
    .join('\n');
}

test('a participants’ bundle holds nothing personal and nothing for the facilitator, in any byte', async () => {
  const it = await openClient({ office: 'real' });
  const { client } = it;
  await withModule(client);
  await client.settings.write({ profile: { name: 'Plantada Perfil', role: 'trainer', municipality: 'El Alto' } });
  const named = { type: 'renameToolkit', id: 't', name: 'Kit', permission: 'permiso plantado' } as const;
  await client.library.apply({ command: named });
  const file = (name: string, bytes: Uint8Array): string => {
    writeFileSync(join(it.workspace, name), bytes);
    return it.grant(name);
  };
  const source = file('s.docx', docx(p('For all'), p('The answer planted'), p('Left out')));
  const received = file(
    'r.docx',
    docx(
      p(b.comment('comentario plantado', 'Para todos'), b.del(' borrado plantado')),
      p('La respuesta plantada'),
      p('El omitido plantado'),
    ),
  );
  const plan = await client.imports.plan({ source, received });
  const links = [0, 1, 2].map((index) => ({ source: [index], received: [index], confidence: 1 }));
  const rest = { module: 'm', kind: 'activity', title: 'Actividad' } as const;
  const { document } = await client.imports.commit({ plan: plan.plan, links, ...rest });
  const { units } = await client.units.page({ document, from: 0, count: 9 });
  const idOf = (word: string): string => units.find((unit) => textOf(unit.content).includes(word))?.id ?? '';
  const note = 'nota plantada de la adaptación';
  await client.units.apply({
    document,
    commands: [
      { type: 'mode', unit: idOf('todos'), mode: 'adapted', why: { reason: 'other', note } },
      { type: 'audience', unit: idOf('respuesta'), audience: 'facilitator' },
      { type: 'mode', unit: idOf('omitido'), mode: 'omitted', why: { reason: 'audience' } },
    ],
  });
  const bundle = async (profile: 'participants' | 'facilitator'): Promise<string> => {
    const { path, token } = it.target(`${profile}.zip`);
    await client.exports.bundle({ documents: [document], profile, title: 'Taller', date: '2026-03-07', to: token });
    return everything(readFileSync(path));
  };
  const participants = await bundle('participants');
  expect(participants).toContain('Para todos');
  expect(PLANTED.filter((word) => participants.includes(word))).toEqual([]);
  const facilitator = await bundle('facilitator');
  // The facilitator's holds all of it but the original of a faithful unit, which no file of theirs shows.
  expect(PLANTED.filter((word) => !facilitator.includes(word))).toEqual(['answer planted']);
});
