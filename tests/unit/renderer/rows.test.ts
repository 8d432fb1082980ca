import { array, assert, nat, property, record } from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  accept,
  countRows,
  link,
  linksOf,
  nextToLookAt,
  place,
  rowsOf,
  shift,
  unlink,
  type Rows,
} from '#renderer/features/import/rows.ts';

/** Lines as text: `0=0 1~1 2- -2`; `~` is a link to look at. */
function told(rows: Rows): string {
  return rows
    .map(({ source, received, accepted }) => {
      const sign = source.length > 0 && received.length > 0 ? (accepted ? '=' : '~') : '-';
      return `${source.join('+')}${sign}${received.join('+')}`;
    })
    .join(' ');
}

function numbers(list: string): number[] {
  return list === '' ? [] : list.split('+').map(Number);
}

/** A plan from the same writing. */
function plan(text: string) {
  const parts = text.split(' ').map((part) => {
    const [, left = '', sign = '-', right = ''] = /^([\d+]*)([=~-])([\d+]*)$/u.exec(part) ?? [];
    return { source: numbers(left), received: numbers(right), confidence: sign === '=' ? 0.95 : 0.4 };
  });
  const most = (side: 'source' | 'received'): number => Math.max(-1, ...parts.flatMap((part) => part[side])) + 1;
  return {
    source: Array.from({ length: most('source') }),
    received: Array.from({ length: most('received') }),
    links: parts.filter((part) => part.source.length > 0 && part.received.length > 0),
    threshold: 0.7,
  };
}

const rows = (text: string): Rows => rowsOf(plan(text));

describe('the lines of a plan', () => {
  test('stand in the order of the original, text without original behind the line before it', () => {
    expect(told(rows('0=0 -1 1=2 2- 3~3'))).toBe('0=0 -1 1=2 2- 3~3');
  });
  test('text without original before the first line comes first', () => {
    expect(told(rows('-0 0=1'))).toBe('-0 0=1');
  });
  test('a moved translation stands beside its original', () => {
    expect(told(rows('0=2 1=0 2=1'))).toBe('0=2 1=0 2=1');
  });
  test('become links again; lines without counterpart need none', () => {
    expect(linksOf(rows('0=0 -1 1~2 2-'))).toEqual([
      { source: [0], received: [0], confidence: 0.95 },
      { source: [1], received: [2], confidence: 0.4 },
    ]);
  });
  test('are counted', () => {
    expect(countRows(rows('0=0 -1 1~2 2-'))).toEqual({ pairs: 2, weak: 1, onlySource: 1, onlyReceived: 1 });
  });
});

describe('mending', () => {
  test('the next line to look at goes round and past what is sure', () => {
    const lines = rows('0~0 1=1 2-');
    expect(nextToLookAt(lines, 0, 1)).toBe(2);
    expect(nextToLookAt(lines, 2, 1)).toBe(0);
    expect(nextToLookAt(rows('0=0 1=1'), 0, 1)).toBeUndefined();
  });
  test('accepting makes a line sure, with or without counterpart', () => {
    expect(told(accept(rows('0~0'), 0))).toBe('0=0');
    expect(nextToLookAt(accept(rows('0=0 1-'), 1), 0, 1)).toBeUndefined();
  });
  test('unlinking takes the sides apart', () => {
    expect(told(unlink(rows('0=0 1=1'), 0))).toBe('0- -0 1=1');
  });
  test('unlinking several blocks pairs them one by one and leaves the rest to be looked at', () => {
    const lines = unlink(rows('0+1=0 2=1'), 0);
    expect(told(lines)).toBe('0=0 1- 2=1');
    expect(nextToLookAt(lines, 0, 1)).toBe(1);
    expect(told(unlink(rows('0=0+1'), 0))).toBe('0=0 -1');
  });
  test('linking joins with the line below', () => {
    expect(told(link(rows('0- -0 1=1'), 0))).toBe('0=0 1=1');
    expect(told(link(rows('0=0 1=1'), 0))).toBe('0+1=0+1');
  });
  test('the last line has none below to link with', () => {
    const lines = rows('0=0');
    expect(link(lines, 0)).toBe(lines);
  });
  test('shifting down pushes weak neighbours on to the first gap', () => {
    expect(told(shift(rows('0~0 1~1 2- 3=2'), 0, 1))).toBe('0- 1=0 2=1 3=2');
  });
  test('shifting joins a sure neighbour instead of pushing it', () => {
    expect(told(shift(rows('0~0 1=1'), 0, 1))).toBe('0- 1=0+1');
  });
  test('shifting up fills the gap above', () => {
    expect(told(shift(rows('0- 1~0 2=1'), 1, -1))).toBe('0=0 1- 2=1');
  });
  test('a dragged translation joins what is in the line it is dropped on', () => {
    expect(told(place(rows('0=0 1- 2=1'), 2, 1))).toBe('0=0 1=1 2-');
    expect(told(place(rows('0=0 -1 1=2'), 1, 0))).toBe('0=0+1 1=2');
  });
  test('a translation without original shifts into the line it meets', () => {
    expect(told(shift(rows('0=0 -1 1-'), 1, 1))).toBe('0=0 1=1');
  });
  test('at the end there is nowhere to shift to', () => {
    const lines = rows('0=0');
    expect(shift(lines, 0, 1)).toBe(lines);
  });

  test('whatever is done, every text stays in exactly one line', () => {
    const deed = record({ what: nat(5), at: nat(11) });
    assert(
      property(array(deed, { maxLength: 30 }), (deeds) => {
        let lines = rows('0=0 1~1 2- -2 3~3+4 4=5 5+6~6 7-');
        for (const { what, at } of deeds) {
          const index = at % lines.length;
          if (what === 0) lines = unlink(lines, index);
          else if (what === 1) lines = link(lines, index);
          else if (what === 2) lines = shift(lines, index, 1);
          else if (what === 3) lines = shift(lines, index, -1);
          else if (what === 4) lines = accept(lines, index);
          else lines = place(lines, index, (at * 5) % lines.length);
        }
        const all = (side: 'source' | 'received'): number[] =>
          lines.flatMap((row) => row[side]).toSorted((a, b) => a - b);
        expect(all('source')).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
        expect(all('received')).toEqual([0, 1, 2, 3, 4, 5, 6]);
        expect(new Set(lines.map((row) => row.key)).size).toBe(lines.length);
      }),
    );
  });
});
