import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentLength, cutsCharacter, textOf, type Content } from '#shared/model/content.ts';
import type { UnitRecord } from '#shared/model/unit.ts';
import { content } from '#tests/builders/arbitrary-content.ts';
import { MemoryDocument, unit } from '#tests/builders/memory-document.ts';

function two(first: Content, second: Content): MemoryDocument {
  return new MemoryDocument([unit('a0', first), unit('a1', second)]);
}

function order(document: MemoryDocument): readonly string[] {
  return document.all().map((record) => record.id);
}

describe('merging', () => {
  it('the halves of a split gives the words back', () => {
    fc.assert(
      fc.property(content, fc.nat(), (runs, number) => {
        const document = two(runs, []);
        const at = number % (contentLength(runs) + 1);
        document.apply({ type: 'split', unit: 'a0', at: cutsCharacter(runs, at) ? at - 1 : at, into: 'half' });
        document.apply({ type: 'merge', unit: 'a0', with: 'half' });
        expect(textOf(document.get('a0')?.content ?? []).replaceAll(/\s/gu, '')).toBe(
          textOf(runs).replaceAll(/\s/gu, ''),
        );
      }),
    );
  });

  it('keeps the links of both parts', () => {
    fc.assert(
      fc.property(content, content, (first, second) => {
        const document = two(first, second);
        document.apply({ type: 'merge', unit: 'a0', with: 'a1' });
        expect(document.get('a0')?.source).toEqual(['s-a0', 's-a1']);
      }),
    );
  });
});

describe('order', () => {
  it('follows any run of insertions and moves', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.boolean(), fc.nat(), fc.nat()), { maxLength: 40 }), (steps) => {
        const document = two([], []);
        let expected: readonly string[] = order(document);
        for (const [serial, [inserts, from, to]] of steps.entries()) {
          const after = expected[to % expected.length] as string;
          const moved = inserts ? `n${serial}` : (expected[from % expected.length] as string);
          if (inserts) document.apply({ type: 'insert', unit: moved, after, kind: 'paragraph', content: [] });
          else document.apply({ type: 'move', unit: moved, after });
          if (moved === after) continue;
          const rest = expected.filter((id) => id !== moved);
          expected = rest.toSpliced(rest.indexOf(after) + 1, 0, moved);
          expect(order(document)).toEqual(expected);
        }
      }),
    );
  });

  it('has room behind a unit brought back to a place taken since', () => {
    const document = two([], []);
    document.apply({ type: 'insert', unit: 'n1', after: 'a0', kind: 'paragraph', content: [] });
    const gone = document.get('n1') as UnitRecord;
    document.apply({ type: 'remove', unit: 'n1' });
    document.apply({ type: 'insert', unit: 'n2', after: 'a0', kind: 'paragraph', content: [] });
    document.apply({ type: 'restore', records: [{ unit: 'n1', record: gone }] });
    document.apply({ type: 'insert', unit: 'n3', after: 'n1', kind: 'paragraph', content: [] });
    expect(order(document)).toEqual(['a0', 'n1', 'n2', 'n3', 'a1']);
  });
});
