import { describe, expect, test } from 'vitest';
import type { DocumentSummary, Library } from '#shared/contract/library.ts';
import { compareNumbers, moduleName, neighbourFor, searched, shelves } from '#renderer/features/library/order.ts';

const progress = {
  units: 0,
  words: 0,
  doneWords: 0,
  byStatus: { untranslated: 0, draft: 0, translated: 0, reviewed: 0, approved: 0 },
  byMode: { faithful: 0, adapted: 0, added: 0, omitted: 0 },
  stale: 0,
  findings: 0,
};
function document(id: string, position: string, archived = false): DocumentSummary {
  return {
    id,
    module: 'm',
    title: id,
    kind: 'activity',
    position,
    archived,
    hasReceived: true,
    format: 'docx',
    extension: 'docx',
    progress,
    lastEdit: null,
  };
}
const toolkit = (id: string, name: string, sandbox = false) => ({
  id,
  name,
  publisher: '',
  sourceLanguage: 'en',
  targetLanguage: 'es-BO',
  permission: '',
  sandbox,
  archived: false,
});
const library: Library = {
  toolkits: [toolkit('s', 'A sample', true), toolkit('t', 'Innovación')],
  modules: [
    { id: 'n', toolkit: 't', number: '2.10', title: 'Diez', archived: false },
    { id: 'm', toolkit: 't', number: '2.2', title: 'Dos', archived: false },
  ],
  documents: [document('b', 'a1'), document('a', 'a0'), document('old', 'Zz', true)],
};

describe('module numbers are paths', () => {
  test.each([
    ['2.2', '2.10'],
    ['2', '2.1'],
    ['1.9.9', '2'],
    ['2.1', '2.1a'],
    ['10', 'A'],
  ])('%s before %s', (a, b) => {
    expect(compareNumbers(a, b)).toBeLessThan(0);
    expect(compareNumbers(b, a)).toBeGreaterThan(0);
  });
  test('equal numbers are equal', () => expect(compareNumbers('2.1', '2.1')).toBe(0));
});

describe('shelves', () => {
  test('put the sandbox last, modules by number, documents by position', () => {
    const [first, second] = shelves(library, false);
    expect(second?.toolkit.sandbox).toBe(true);
    expect(first?.modules.map((shelf) => shelf.module.number)).toEqual(['2.2', '2.10']);
    expect(first?.modules[0]?.documents.map(({ id }) => id)).toEqual(['a', 'b']);
  });
  test('show what is archived only when asked', () => {
    expect(shelves(library, true)[0]?.modules[0]?.documents.map(({ id }) => id)).toEqual(['old', 'a', 'b']);
  });
});

describe('moving by one', () => {
  const three = [document('a', 'a0'), document('b', 'a1'), document('c', 'a2')];
  test('down goes behind the next', () => expect(neighbourFor(three, 'a', 1)).toEqual({ after: 'b' }));
  test('up goes behind the one before the one before', () =>
    expect(neighbourFor(three, 'c', -1)).toEqual({ after: 'a' }));
  test('up to the top goes behind none', () => expect(neighbourFor(three, 'b', -1)).toEqual({ after: null }));
  test('the ends stay', () => {
    expect(neighbourFor(three, 'a', -1)).toBeUndefined();
    expect(neighbourFor(three, 'c', 1)).toBeUndefined();
  });
});

test('a module without number is called by its title', () => {
  expect(moduleName({ number: '', title: 'Anexos' })).toBe('Anexos');
  expect(moduleName({ number: '2.1', title: 'Instituciones' })).toBe('2.1 Instituciones');
});

function titles(query: string): string[] {
  return searched(shelves(library, false), query).flatMap(({ modules }) =>
    modules.flatMap(({ documents }) => documents.map(({ title }) => title)),
  );
}

describe('searching', () => {
  test('nothing typed shows everything', () => expect(titles('  ')).toEqual(['a', 'b']));
  test('a title is found without its accents and in any case', () => {
    const accented = { ...library, documents: [{ ...document('x', 'a0'), title: 'Evaluación ñandú' }] };
    expect(searched(shelves(accented, false), 'NANDU evaluacion')[0]?.modules).toHaveLength(1);
  });
  test('a module that is named brings all its documents', () => expect(titles('2.2')).toEqual(['a', 'b']));
  test('modules without a match are left out', () => {
    expect(searched(shelves(library, false), 'zzz').flatMap(({ modules }) => modules)).toEqual([]);
  });
});
