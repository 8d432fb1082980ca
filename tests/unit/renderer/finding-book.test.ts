import { describe, expect, test, vi } from 'vitest';
import type { BlockView } from '#shared/contract/unit.ts';
import { plain } from '#shared/model/content.ts';
import type { UnitRecord } from '#shared/model/unit.ts';
import { DocumentModel } from '#renderer/editor/model/document-model.ts';
import { checkUnitOf } from '#renderer/features/findings/check-unit.ts';
import { FindingBook } from '#renderer/features/findings/finding-book.ts';
import { unit } from '#tests/unit/editor/units.ts';

const LANGUAGES = { sourceLanguage: 'en', targetLanguage: 'es-BO' };
/** A slow machine is not a failure. */
const PATIENCE = { timeout: 15_000 };

function block(id: string, text: string): BlockView {
  return { id: `s-${id}`, side: 'source', kind: 'paragraph', container: 'body', content: plain(text) };
}

/** A document of originals and their texts, opened and checked. */
async function opened(...pairs: readonly (readonly [source: string, target: string])[]) {
  const model = new DocumentModel('doc');
  const units = pairs.map(([, target], index) => unit(`u${index}`, `a${index}`, target));
  model.append(
    units,
    pairs.map(([source], index) => block(`u${index}`, source)),
  );
  const rows = { sourceOf: (one: UnitRecord) => model.sourceOf(one), receivedOf: () => [] };
  const book = new FindingBook({
    model: () => model,
    given: (one) => checkUnitOf(one, rows, false),
    languages: () => LANGUAGES,
  });
  book.begin();
  await vi.waitFor(() => expect(book.complete).toBe(true), PATIENCE);
  const type = (index: number, text: string): UnitRecord => {
    const before = model.get(`u${index}`) ?? unit('none', '');
    const after = { ...before, content: plain(text) };
    model.apply([{ unit: before.id, before, after }]);
    book.heard([{ unit: before.id, before, after }]);
    return after;
  };
  return { book, type, record: (index: number) => model.get(`u${index}`) ?? unit('none', '') };
}

const codes = (findings: readonly { readonly code: string }[]): readonly string[] => findings.map(({ code }) => code);

describe('the findings of an open document', () => {
  test('are all there in reading order once it is read', async () => {
    const { book } = await opened(['Good.', 'Bien.'], ['Is it?', 'Es?'], ['Two words.', 'Dos  palabras.']);
    expect(book.all().map(({ at, finding }) => [at, finding.code])).toEqual([
      [1, 'openingMarkMissing'],
      [2, 'doubleSpace'],
    ]);
  });

  test('of a unit are those of its text as it stands', async () => {
    const { book, type } = await opened(['Is it?', '¿Es?']);
    expect(codes(book.of(type(0, 'Es?')).open)).toEqual(['openingMarkMissing']);
  });

  test('of one unit follow what is written in another', async () => {
    const source = 'Write each service on a card of its own.';
    const text = 'Escriba cada servicio en una tarjeta propia.';
    const { book, type, record } = await opened([source, text], [source, text]);
    type(1, 'Anote cada servicio en una tarjeta aparte.');
    await vi.waitFor(() => expect(book.complete).toBe(true), PATIENCE);
    expect(codes(book.of(record(0)).open)).toEqual(['sameSourceDiffers']);
  });

  test('that were left are told again when the text changes', async () => {
    const { book, type, record } = await opened(['Is it?', 'Es?']);
    const [finding] = book.of(record(0)).open;
    if (finding === undefined) throw new Error('nothing found');
    const because = {
      ...book.identify(record(0), finding),
      reason: 'cita',
      author: 'María',
      at: '2026-01-01T00:00:00Z',
    };
    book.leave(because);
    expect([codes(book.of(record(0)).open), book.of(record(0)).ignored.length]).toEqual([[], 1]);
    expect(codes(book.of(type(0, 'Es así?')).open)).toEqual(['openingMarkMissing']);
  });

  test('of a check the toolkit does not want are gone', async () => {
    const { book, record } = await opened(['Is it?', 'Es?']);
    book.set({ off: ['opening-marks'], quotes: 'any' }, []);
    expect(codes(book.of(record(0)).open)).toEqual([]);
  });

  test('know when a box has become too small, whichever of its texts grew', async () => {
    const { book, type, record } = await opened(['First', 'Primero'], ['Second', 'Segundo']);
    const box = { container: 'body', what: 'text', x: 0, y: 0, width: 100, height: 30, fontSize: 18 } as const;
    book.setSlides([{ number: 1, story: 'body', hidden: false, width: 254, height: 190, boxes: [box] }]);
    await vi.waitFor(() => expect(book.complete).toBe(true), PATIENCE);
    expect(codes(book.of(record(0)).open)).toEqual([]);
    type(1, 'Un texto que ya no cabe. '.repeat(20).trim());
    await vi.waitFor(() => expect(book.complete).toBe(true), PATIENCE);
    expect(codes(book.of(record(0)).open)).toEqual(['outOfBox']);
  });
});
