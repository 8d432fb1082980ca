import { expect, it } from 'vitest';
import { prepareText, scoreOf } from '#shared/memory/score.ts';
import { openMemory } from '#main/store/memory/database.ts';
import { MemorySearch } from '#main/store/memory/search.ts';
import { MemoryWriter } from '#main/store/memory/writer.ts';
import { damagedSentence, sentences } from '#tests/builders/memory-sentences.ts';
import { temporaryFolder } from '#tests/builders/workspace.ts';

const MEMORY = 1;
const OTHER = 2;

function open() {
  const db = openMemory(temporaryFolder());
  const create = db.prepare(
    "INSERT INTO memory (uid, name, kind, source_language, target_language, position) VALUES (?, ?, 'imported', 'en', 'es', ?)",
  );
  create.run('a', 'A', 'a0');
  create.run('b', 'B', 'a1');
  const writer = new MemoryWriter(db);
  const search = new MemorySearch(db);
  return {
    db,
    search,
    add: (memory: number, sources: readonly string[], young?: number) => {
      writer.add(
        memory,
        sources.map((source) => ({ source, target: `es ${source}` })),
        writer.pairsOf(memory),
        young,
      );
      search.forget();
    },
    find: (text: string, memories = [MEMORY], count = 5) => search.find({ text, memories, count, least: 70 }),
  };
}

function bestByScan(sources: readonly string[], text: string): number {
  const query = prepareText(text);
  return Math.max(...sources.map((source) => scoreOf(query, prepareText(source)).score));
}

it.each([
  ['in chunks', 1],
  ['younger than every chunk', 1_000_000],
])('finds the best match a full scan would find, entries being %s', (_, young) => {
  const all = sentences(2000, 1);
  const { add, find } = open();
  add(MEMORY, all, young);
  for (let query = 0; query < 60; query += 1) {
    const text = damagedSentence(all, query);
    const best = bestByScan(all, text);
    const [found] = find(text);
    expect({ text, score: found?.score ?? 0 }).toEqual({ text, score: best >= 70 ? best : 0 });
  }
});

it('gives the others from best to worst, each pair once', () => {
  const { add, find } = open();
  add(MEMORY, ['Write it on a card', 'Write it on a card.', 'Write it on the card.', 'Sing.']);
  add(OTHER, ['Write it on a card.']);
  const found = find('Write it on a card.', [OTHER, MEMORY]);
  expect(found.map(({ source, memory }) => [source, memory])).toEqual([
    ['Write it on a card.', OTHER],
    ['Write it on a card', MEMORY],
    ['Write it on the card.', MEMORY],
  ]);
});

it('asks only the memories wanted', () => {
  const { add, find } = open();
  add(MEMORY, ['Write it on a card.']);
  expect(find('Write it on a card.', [OTHER])).toEqual([]);
});

it('does not find what is gone', () => {
  const { add, find, db } = open();
  add(MEMORY, ['Write it on a card.'], 1);
  db.prepare('DELETE FROM entry').run();
  expect(find('Write it on a card.')).toEqual([]);
});

it('adds no pair twice, over writers too', () => {
  const { add, find, db } = open();
  add(MEMORY, ['Write it on a card.'], 1);
  add(MEMORY, ['Write it on a card.', 'Read it.']);
  const again = new MemoryWriter(db);
  again.add(MEMORY, [{ source: 'Read it.', target: 'es Read it.' }], again.pairsOf(MEMORY));
  expect(db.prepare('SELECT count(*) AS count FROM entry').get()).toEqual({ count: 2 });
  expect(find('Read it.')).toHaveLength(1);
});

it('sees what another connection adds', () => {
  const folder = temporaryFolder();
  const db = openMemory(folder);
  db.prepare(
    "INSERT INTO memory (uid, name, kind, source_language, target_language, position) VALUES ('a', 'A', 'own', 'en', 'es', 'a0')",
  ).run();
  const reader = openMemory(folder);
  const search = new MemorySearch(reader);
  const wanted = { text: 'Read it.', memories: [MEMORY], count: 5, least: 70 };
  expect(search.find(wanted)).toEqual([]);
  const writer = new MemoryWriter(db);
  writer.add(MEMORY, [{ source: 'Read it.', target: 'Léalo.' }], writer.pairsOf(MEMORY));
  expect(search.find(wanted).map(({ target }) => target)).toEqual(['Léalo.']);
  writer.writeIndex(MEMORY);
  expect(search.find(wanted).map(({ target }) => target)).toEqual(['Léalo.']);
});

it('copes with nothing, with a very long text and with signs of other scripts', () => {
  const { add, find } = open();
  const long = 'a long text of many words '.repeat(500);
  add(MEMORY, ['', long, 'ᐃᓄᒃᑎᑐᑦ ᐊᓪᓚᖕᓂᖅ ᑎᑎᕋᐅᓯᖅ']);
  expect(find('')[0]?.score).toBe(100);
  expect(find(`${long}more`)[0]?.source).toBe(long);
  expect(find('ᐃᓄᒃᑎᑐᑦ ᐊᓪᓚᖕᓂᖅ ᑎᑎᕋᐅᓯ')[0]?.score).toBeGreaterThan(90);
});

it('reads what a cut-off import left without chunks, some of it at each look-up', () => {
  const folder = temporaryFolder();
  const db = openMemory(folder);
  db.prepare(
    "INSERT INTO memory (uid, name, kind, source_language, target_language, position) VALUES ('a', 'A', 'imported', 'en', 'es', 'a0')",
  ).run();
  const writer = new MemoryWriter(db);
  const pairs = Array.from({ length: 25_000 }, (_, index) => ({ source: `sentence ${index}`, target: `${index}` }));
  writer.add(MEMORY, pairs, writer.pairsOf(MEMORY), 1_000_000);
  db.close();
  const search = new MemorySearch(openMemory(folder));
  const find = (): number =>
    search.find({ text: 'sentence 24999', memories: [MEMORY], count: 1, least: 70 })[0]?.score ?? 0;
  expect(find()).toBeLessThan(100);
  expect(find()).toBe(100);
});
