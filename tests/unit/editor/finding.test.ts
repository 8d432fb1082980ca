import { describe, expect, it } from 'vitest';
import type { BlockView } from '#shared/contract/unit.ts';
import { plain, type Content } from '#shared/model/content.ts';
import { findAll } from '#renderer/editor/find.ts';
import { DocumentModel } from '#renderer/editor/model/document-model.ts';
import { wordEdge } from '#renderer/editor/words.ts';
import { cellOf, storyOf, tableOf } from '#renderer/editor/surface/where.ts';
import { headingsOf } from '#renderer/features/editor/headings.ts';
import { missingPlaceholders } from '#renderer/features/editor/missing-placeholders.ts';
import { unit } from './units.ts';

function block(id: string, content: Content): BlockView {
  return { id, side: 'source', kind: 'paragraph', container: 'body', content };
}

function model(): DocumentModel {
  const doc = new DocumentModel('doc');
  doc.append(
    [
      unit('a', 'a0', 'Sesión uno y sesión dos'),
      unit('b', 'a1', 'otra', { kind: 'heading', level: 1, status: 'translated' }),
      unit('c', 'a2', ''),
    ],
    [block('s-a', plain('Session one')), block('s-b', plain('other')), block('s-c', plain('SESIÓN'))],
  );
  return doc;
}

describe('finding', () => {
  it('finds without accents and case, originals before texts, row by row', () => {
    expect(findAll(model(), 'sesion')).toEqual([
      { unit: 'a', side: 'target', nth: 0 },
      { unit: 'a', side: 'target', nth: 1 },
      { unit: 'c', side: 'source', nth: 0 },
    ]);
  });

  it('finds nothing for nothing', () => {
    expect(findAll(model(), '')).toEqual([]);
  });
});

describe('the outline', () => {
  it('says the least status below a heading, and nothing when all is done', () => {
    const doc = model();
    expect(headingsOf(doc, []).map(({ id, behind }) => [id, behind])).toEqual([['b', 'draft']]);
  });

  it('keeps headings that did not change', () => {
    const doc = model();
    const first = headingsOf(doc, []);
    expect(headingsOf(doc, first)[0]).toBe(first[0]);
  });
});

describe('deleting by words', () => {
  it.each([
    ['uno dos', 7, true, 4],
    ['uno dos ', 8, true, 4],
    ['uno, dos', 4, true, 3],
    ['uno dos', 0, false, 3],
    ['uno dos', 3, false, 7],
    ['ñandú', 5, true, 0],
  ])('%j from %i (backward: %s) reaches %i', (text, at, backward, to) => {
    expect(wordEdge(plain(text), at, backward)).toBe(to);
  });

  it('takes a placeholder as a word of its own', () => {
    const content: Content = [...plain('a'), { placeholder: 1, kind: 'image', label: '' }];
    expect(wordEdge(content, 2, true)).toBe(1);
  });
});

describe('where a unit stands', () => {
  it('reads cell, table and story from the container', () => {
    expect(cellOf('body/t2r1c3')).toEqual({ table: 2, row: 1, column: 3 });
    expect(cellOf('body/t2r1c3/t1r4c5')).toEqual({ table: 1, row: 4, column: 5 });
    expect(tableOf('body/t2r1c3/t1r4c5')).toBe('body/t2');
    expect(cellOf('body')).toBeNull();
    expect(storyOf('footnote:4')).toBe('footnote');
  });
});

describe('missing placeholders', () => {
  it('offers what the received translation has and the text lacks, else the original', () => {
    const image = { placeholder: 1, kind: 'image', label: 'foto' } as const;
    const doc = new DocumentModel('doc');
    doc.append(
      [unit('a', 'a0', 'x'), unit('b', 'a1', '', { content: [image] })],
      [block('s-a', [image]), block('s-b', [image])],
    );
    const missing = ['a', 'b'].map((id) => missingPlaceholders(doc.get(id) ?? unit('none', ''), doc));
    expect(missing).toEqual([[image], []]);
  });
});
