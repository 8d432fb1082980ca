import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { GivenEntry } from '#main/services/term-entry.ts';
import { readStarter } from '#main/services/term-starter.ts';
import { unsigned } from '#tests/builders/glossary.ts';
import { importText, openClient, withModule } from '#tests/builders/client.ts';
import { temporaryFolder } from '#tests/builders/workspace.ts';

const RESOURCES = join(import.meta.dirname, '../../resources');
const entries = readStarter(RESOURCES);

/** A client whose application brings the glossary, and no sample. */
async function withStarter() {
  const resources = join(temporaryFolder(), 'resources');
  mkdirSync(resources);
  cpSync(join(RESOURCES, 'glossary'), join(resources, 'glossary'), { recursive: true });
  const it = await openClient({ resources });
  await withModule(it.client);
  return it;
}

const textsOf = ({ terms }: GivenEntry, language: string): readonly string[] =>
  terms.filter((term) => term.language === language && term.status === 'preferred').map(({ text }) => text);

test('it comes in once', async () => {
  const { client } = await withStarter();
  expect(await client.terms.importStarter({})).toEqual({
    added: entries.length,
    merged: 0,
    unchanged: 0,
    skipped: [],
  });
  expect(await client.terms.importStarter({})).toMatchObject({ added: 0, merged: 0, unchanged: entries.length });
});

test('what people changed stays when it comes in again', async () => {
  const { client } = await withStarter();
  await client.terms.importStarter({});
  const { concepts } = await client.terms.list({ filter: { text: 'toolkit' }, from: 0, count: 10 });
  for (const toolkit of concepts) {
    await client.terms.write({ concept: { ...unsigned(toolkit), definition: 'La nuestra' } });
  }
  expect(await client.terms.importStarter({})).toMatchObject({ merged: 0 });
  const again = await client.terms.list({ filter: { text: 'toolkit' }, from: 0, count: 10 });
  expect(again.concepts[0]?.definition).toBe('La nuestra');
});

test('every concept has a Spanish term, a definition and a source', () => {
  const poor = entries.filter(
    (entry) => entry.definition === '' || entry.source === '' || textsOf(entry, 'es').length !== 1,
  );
  expect(poor).toEqual([]);
});

test('no term of it is wrong in one concept and right in another', () => {
  const right = new Set(entries.flatMap((entry) => textsOf(entry, 'es').map((text) => text.toLowerCase())));
  const wrong = entries.flatMap(({ terms }) =>
    terms.filter(({ status }) => status === 'forbidden' || status === 'deprecated').map(({ text }) => text),
  );
  expect(wrong.filter((text) => right.has(text.toLowerCase()))).toEqual([]);
});

test('the seventeen goals have their official names', () => {
  const goals = entries.filter(({ definition }) => /^Objetivo \d+:/u.test(definition));
  expect(goals.map((entry) => textsOf(entry, 'es')[0])).toEqual([
    'Fin de la pobreza',
    'Hambre cero',
    'Salud y bienestar',
    'Educación de calidad',
    'Igualdad de género',
    'Agua limpia y saneamiento',
    'Energía asequible y no contaminante',
    'Trabajo decente y crecimiento económico',
    'Industria, innovación e infraestructura',
    'Reducción de las desigualdades',
    'Ciudades y comunidades sostenibles',
    'Producción y consumo responsables',
    'Acción por el clima',
    'Vida submarina',
    'Vida de ecosistemas terrestres',
    'Paz, justicia e instituciones sólidas',
    'Alianzas para lograr los objetivos',
  ]);
});

test('its terms are found in a document', async () => {
  const it = await withStarter();
  await it.client.terms.importStarter({});
  const source = 'Localizing the SDGs: leaving no one behind in municipal councils';
  const target = 'Localicemos los ODS: no dejemos a nadie atrás en los consejos municipales';
  const document = await importText(it, source, target);
  const { units } = await it.client.units.page({ document, from: 0, count: 1 });
  const found = await it.client.terms.ofUnit({ unit: units[0]?.id ?? '' });
  expect(found.source.map(({ from, to }) => source.slice(from, to))).toEqual([
    'Localizing the SDGs',
    'leaving no one behind',
    'municipal councils',
  ]);
  expect(found.target.map(({ from, to, status }) => [target.slice(from, to), status])).toEqual([
    ['Localicemos los ODS', 'preferred'],
    ['no dejemos a nadie atrás', 'preferred'],
    ['consejos municipales', 'forbidden'],
  ]);
});
