import { describe, expect, test } from 'vitest';
import type { BlockView } from '#shared/contract/unit.ts';
import type { Concept, TermStatus } from '#shared/model/concept.ts';
import { plain } from '#shared/model/content.ts';
import type { RowContext } from '#renderer/editor/surface/row-view.ts';
import { TermBook } from '#renderer/features/unit-terms/term-book.ts';
import { unit } from '#tests/unit/editor/units.ts';

function concept(id: string, ...terms: readonly (readonly [string, string, TermStatus])[]): Concept {
  const common = { toolkit: null, domain: '', definition: '', source: '', note: '', author: '', at: '' };
  return {
    id,
    ...common,
    terms: terms.map(([language, text, status], index) => ({
      id: `${id}${index}`,
      language,
      text,
      status,
      municipality: '',
      note: '',
    })),
  };
}

const TOOLKIT = concept(
  'toolkit',
  ['en', 'toolkit', 'preferred'],
  ['es', 'kit de herramientas', 'preferred'],
  ['es', 'caja de herramientas', 'forbidden'],
);

function bookOf(source: string, ...concepts: readonly Concept[]): TermBook {
  const block: BlockView = { id: 's', side: 'source', kind: 'paragraph', container: 'body', content: plain(source) };
  const rows = { sourceLanguage: 'en', targetLanguage: 'es-BO', sourceOf: () => [block] } as unknown as RowContext;
  const book = new TermBook(() => rows);
  book.set(concepts, '');
  return book;
}

describe('the terms of a unit', () => {
  test('are those of its original, and say whether the text has them', () => {
    const { terms } = bookOf('Two toolkits', TOOLKIT).of(unit('a', 'a0', 'Dos kits de herramientas'));
    expect(terms.map(({ source, used }) => [source?.term.text, used.map(({ from, to }) => [from, to])])).toEqual([
      ['toolkit', [[4, 24]]],
    ]);
  });

  test('tell how a thing is said from how it is not', () => {
    const [entry] = bookOf('A toolkit', TOOLKIT).of(unit('a', 'a0', '')).terms;
    expect(entry?.wanted.map(({ term }) => term.text)).toEqual(['kit de herramientas']);
    expect(entry?.unwanted.map(({ term }) => term.text)).toEqual(['caja de herramientas']);
  });

  test('hold what should not be said also where the original does not speak of it', () => {
    const { terms } = bookOf('A box', TOOLKIT).of(unit('a', 'a0', 'Una caja de herramientas'));
    expect(terms.map(({ concept, source }) => [concept.id, source])).toEqual([['toolkit', null]]);
  });

  test('are read anew with another glossary', () => {
    const book = bookOf('A toolkit', TOOLKIT);
    const record = unit('a', 'a0', 'x');
    const before = book.of(record).terms.length;
    book.set([], '');
    expect([before, book.of(record).terms.length, book.version()]).toEqual([1, 0, 2]);
  });
});
