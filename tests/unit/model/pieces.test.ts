import { expect, test } from 'vitest';
import { Assembly, inPieces } from '#shared/contract/pieces.ts';

const LONG = Array.from({ length: 1000 }, (_, index) => ({ id: `u${index}`, content: [{ text: 'Hola' }] }));

/** As through a port: every piece is a copy, and so is the frame. */
function carried(value: unknown): { back: unknown; largest: number; pieces: number } {
  const assembly = new Assembly();
  const { frame, pieces } = inPieces(value);
  let [largest, count] = [0, 0];
  for (const piece of pieces) {
    largest = Math.max(largest, piece.items.length);
    count += 1;
    assembly.add(structuredClone(piece));
  }
  return { back: assembly.whole(structuredClone(frame)), largest, pieces: count };
}

test.each([
  ['a long list', LONG],
  ['long lists at several places', { source: LONG, received: LONG, links: [], title: 'T' }],
  ['arguments that are long lists', [LONG, [], LONG]],
  [
    'a long list within a short one',
    {
      containers: [
        { container: 'body', units: LONG },
        { container: 'note', units: [] },
      ],
    },
  ],
  ['long lists within a long one', LONG.map((each, index) => (index % 400 === 0 ? { ...each, units: LONG } : each))],
])('%s comes out as it went in, a few hundred items at a time', (_, value) => {
  const { back, largest } = carried(value);
  expect(back).toEqual(value);
  expect(largest).toBeLessThanOrEqual(256);
});

test('what is small goes in one piece, as it is', () => {
  const value = { bytes: new Uint8Array([1, 2]), places: new Map([[1, 2]]), list: [1, 2, 3], none: null };
  expect(inPieces(value).frame).toBe(value);
  expect(carried(value)).toEqual({ back: value, largest: 0, pieces: 0 });
});

test('what is taken apart stays as it was', () => {
  const value = { units: LONG, more: [{ units: LONG }] };
  carried(value);
  expect(value).toEqual({ units: LONG, more: [{ units: LONG }] });
});
