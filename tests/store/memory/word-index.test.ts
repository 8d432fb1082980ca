import { expect, it } from 'vitest';
import { openMemory } from '#main/store/memory/database.ts';
import { MemoryWriter } from '#main/store/memory/writer.ts';
import { wordIndex } from '#main/store/memory/word-index.ts';
import { temporaryFolder } from '#tests/builders/workspace.ts';

const ALL = 1_000_000;

function open(pairs: readonly (readonly [string, string])[]) {
  const db = openMemory(temporaryFolder());
  db.exec(
    "INSERT INTO memory (uid, name, kind, source_language, target_language, position) VALUES ('a', 'A', 'imported', 'en', 'es', 'a0')",
  );
  const writer = new MemoryWriter(db);
  writer.add(
    1,
    pairs.map(([source, target]) => ({ source, target })),
    writer.pairsOf(1),
  );
  const words = wordIndex(db);
  return { db, words, find: (...stems: string[]) => words.find(stems, ALL, 100) };
}

it('finds words of either side by their beginning, whatever their accents and case', () => {
  const { words, find } = open([
    ['Public education', 'Educación pública'],
    ['Write it', 'Anótelo'],
  ]);
  words.grow(ALL);
  expect([find('educac'), find('anotel'), find('write'), find('public', 'educ')]).toEqual([[1], [2], [2], [1]]);
});

it('gives the youngest first, up to a number', () => {
  const { words } = open([
    ['Sing one', 'a'],
    ['Sing two', 'b'],
    ['Sing three', 'c'],
  ]);
  words.grow(ALL);
  expect(words.find(['sing'], ALL, 2)).toEqual([3, 2]);
  expect(words.find(['sing'], 1, 2)).toEqual([1]);
});

it('grows from where it was left, and says when it has everything', () => {
  const { words, find } = open([
    ['Sing one', 'a'],
    ['Sing two', 'b'],
  ]);
  expect([words.grow(1), words.upTo(), find('sing')]).toEqual([false, 1, [1]]);
  expect([words.grow(1), words.upTo(), find('sing')]).toEqual([true, 2, [2, 1]]);
});

it('finds an entry by what it says now', () => {
  const { db, words, find } = open([['Sing', 'Cante']]);
  words.grow(ALL);
  db.exec("UPDATE entry SET target = 'Entone' WHERE id = 1");
  words.renew(1);
  expect(find('enton')).toEqual([1]);
});

it('begins anew when most of what it names is gone', () => {
  const { words, find } = open([['Sing', 'Cante']]);
  words.grow(ALL);
  words.shrink(0);
  expect([words.upTo(), find('sing')]).toEqual([0, []]);
  words.grow(ALL);
  expect(find('sing')).toEqual([1]);
});
