import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Command } from '#shared/model/commands.ts';
import { plain, textOf, textRun, type Content } from '#shared/model/content.ts';
import { AdaptaError } from '#shared/model/errors.ts';
import { needsWork, STATUSES, type UnitRecord } from '#shared/model/unit.ts';
import { MemoryDocument, unit } from '#tests/builders/memory-document.ts';

const three = () => new MemoryDocument([unit('a0', 'uno'), unit('a1', 'dos'), unit('a2', 'tres')]);
const texts = (document: MemoryDocument) => document.all().map((record) => textOf(record.content));

function codeOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof AdaptaError) return error.code;
    throw error;
  }
  return 'none';
}

describe('editing text', () => {
  test.each(['reviewed', 'approved'] as const)('takes %s back to draft', (status) => {
    const document = new MemoryDocument([unit('a0', 'uno', { status })]);
    document.apply({ type: 'edit', unit: 'a0', content: plain('otro') });
    expect(document.get('a0')?.status).toBe('draft');
  });

  test('leaves a translated unit translated', () => {
    const document = new MemoryDocument([unit('a0', 'uno', { status: 'translated' })]);
    document.apply({ type: 'edit', unit: 'a0', content: plain('otro') });
    expect(document.get('a0')?.status).toBe('translated');
  });

  test('that changes nothing is no change', () => {
    const { changes } = three().apply({ type: 'edit', unit: 'a0', content: plain('uno') });
    expect(changes).toEqual([]);
  });

  test('to nothing makes the unit untranslated', () => {
    const document = three();
    document.apply({ type: 'edit', unit: 'a0', content: plain(' ') });
    expect(document.get('a0')?.status).toBe('untranslated');
  });
});

describe('restoring', () => {
  test('what is there already is no change, whichever objects say so', () => {
    const document = three();
    document.apply({ type: 'mode', unit: 'a0', mode: 'adapted', why: { reason: 'law', reference: 'Ley 482' } });
    const record = structuredClone(document.get('a0') ?? null);
    expect(document.apply({ type: 'restore', records: [{ unit: 'a0', record }] }).changes).toEqual([]);
  });

  test('an earlier record is a change', () => {
    const document = three();
    const record = document.get('a0') ?? null;
    document.apply({ type: 'edit', unit: 'a0', content: plain('otro') });
    expect(document.apply({ type: 'restore', records: [{ unit: 'a0', record }] }).changes).toHaveLength(1);
  });
});

describe('leaving faithful', () => {
  test('needs a reason', () => {
    expect(codeOf(() => three().apply({ type: 'mode', unit: 'a0', mode: 'adapted' }))).toBe('reasonRequired');
  });

  test('for another reason needs a note', () => {
    const command: Command = { type: 'mode', unit: 'a0', mode: 'omitted', why: { reason: 'other' } };
    expect(codeOf(() => three().apply(command))).toBe('noteRequired');
  });

  test('records who and when', () => {
    const document = three();
    document.apply({ type: 'mode', unit: 'a0', mode: 'adapted', why: { reason: 'law', reference: 'Ley 482' } });
    expect(document.get('a0')?.adaptation).toEqual({
      reason: 'law',
      reference: 'Ley 482',
      author: 'María',
      at: '2026-03-02T14:00:00.000Z',
    });
  });

  test('an omitted unit keeps its text', () => {
    const document = three();
    document.apply({ type: 'mode', unit: 'a1', mode: 'omitted', why: { reason: 'infrastructure' } });
    expect(texts(document)).toEqual(['uno', 'dos', 'tres']);
  });
});

describe('structure', () => {
  test('a unit is added behind another', () => {
    const document = three();
    document.apply({ type: 'insert', unit: 'new', after: 'a0', kind: 'paragraph', content: plain('caso') });
    expect(texts(document)).toEqual(['uno', 'caso', 'dos', 'tres']);
    expect(document.get('new')?.mode).toBe('added');
  });

  test('both halves of a split keep the links', () => {
    const document = three();
    document.apply({ type: 'split', unit: 'a1', at: 1, into: 'new' });
    expect(texts(document)).toEqual(['uno', 'd', 'os', 'tres']);
    expect(document.get('new')?.source).toEqual(['s-a1']);
  });

  test('merging joins texts and links', () => {
    const document = three();
    document.apply({ type: 'merge', unit: 'a0', with: 'a1' });
    expect(texts(document)).toEqual(['uno dos', 'tres']);
    expect(document.get('a0')?.source).toEqual(['s-a0', 's-a1']);
  });

  test.each([
    ['everyone', 'facilitator', 'facilitator'],
    ['facilitator', 'everyone', 'facilitator'],
    ['everyone', 'everyone', 'everyone'],
  ] as const)('text for %s joined with text for %s is for %s', (a, b, expected) => {
    const document = new MemoryDocument([unit('a0', 'uno', { audience: a }), unit('a1', 'dos', { audience: b })]);
    document.apply({ type: 'merge', unit: 'a0', with: 'a1' });
    expect(document.get('a0')?.audience).toBe(expected);
  });

  test.each([
    ['translated', 'translated', 'translated'],
    ['translated', 'draft', 'draft'],
    ['draft', 'translated', 'draft'],
    ['translated', 'approved', 'translated'],
    ['approved', 'translated', 'draft'],
  ] as const)('%s and %s give %s', (a, b, expected) => {
    const document = new MemoryDocument([unit('a0', 'uno', { status: a }), unit('a1', 'dos', { status: b })]);
    document.apply({ type: 'merge', unit: 'a0', with: 'a1' });
    expect(document.get('a0')?.status).toBe(expected);
  });

  test('an approved text that takes on an untranslated original is a draft again', () => {
    const open = unit('a1', '', { status: 'untranslated' });
    const document = new MemoryDocument([unit('a0', 'uno', { status: 'approved' }), open]);
    document.apply({ type: 'merge', unit: 'a0', with: 'a1' });
    expect(document.get('a0')?.status).toBe('draft');
  });

  test('joining an empty unit without an original takes no approval back', () => {
    const empty = unit('a1', '', { status: 'untranslated', source: [], received: [] });
    const document = new MemoryDocument([unit('a0', 'uno', { status: 'approved' }), empty]);
    document.apply({ type: 'merge', unit: 'a0', with: 'a1' });
    expect(document.get('a0')?.status).toBe('approved');
  });

  test('no split goes through a character', () => {
    const document = new MemoryDocument([unit('a0', 'a😀b')]);
    expect(codeOf(() => document.apply({ type: 'split', unit: 'a0', at: 2, into: 'a1' }))).toBe('badPosition');
  });

  test('only neighbours merge', () => {
    expect(codeOf(() => three().apply({ type: 'merge', unit: 'a0', with: 'a2' }))).toBe('notNeighbours');
  });

  test('nothing crosses a container', () => {
    const cell = unit('b0', 'celda', { placement: { container: 'body/t1r1c1', position: 'b0' } });
    const document = new MemoryDocument([unit('a0'), cell]);
    expect(codeOf(() => document.apply({ type: 'move', unit: 'a0', after: 'b0' }))).toBe('crossesContainer');
    expect(codeOf(() => document.apply({ type: 'merge', unit: 'a0', with: 'b0' }))).toBe('crossesContainer');
  });

  test('a unit with an original cannot vanish', () => {
    expect(codeOf(() => three().apply({ type: 'remove', unit: 'a0' }))).toBe('cannotRemove');
  });

  test.each([
    ['a2', null, ['tres', 'uno', 'dos']],
    ['a0', 'a1', ['dos', 'uno', 'tres']],
    ['a0', 'a2', ['dos', 'tres', 'uno']],
    ['a1', 'a0', ['uno', 'dos', 'tres']],
  ] as const)('%s moved behind %s', (moved, after, expected) => {
    const document = three();
    document.apply({ type: 'move', unit: moved, after });
    expect(texts(document)).toEqual(expected);
  });
});

test.each([
  ['added', ['s0'], 'badRequest'],
  ['faithful', [], 'badRequest'],
  ['added', [], 'none'],
  ['faithful', ['s0'], 'none'],
] as const)('%s over the originals %j: %s', (mode, source, expected) => {
  const document = new MemoryDocument([unit('a0', 'uno', { source, mode: 'omitted' })]);
  expect(codeOf(() => document.apply({ type: 'mode', unit: 'a0', mode, why: { reason: 'law' } }))).toBe(expected);
});

test('confirming a stale unit settles it', () => {
  const document = new MemoryDocument([unit('a0', 'uno', { stale: true, status: 'translated' })]);
  document.apply({ type: 'status', unit: 'a0', status: 'translated' });
  expect(needsWork(document.get('a0') as UnitRecord)).toBe(false);
});

const content: fc.Arbitrary<Content> = fc.string({ maxLength: 12 }).map((text) => (text === '' ? [] : [textRun(text)]));
const existing = (ids: readonly string[], at: number) => ids[at % ids.length] as string;

/** A command that fits the document as it is, from three random numbers. */
function commandFor(document: MemoryDocument, pick: number, at: number, text: Content, serial: number): Command {
  const ids = document.all().map((record) => record.id);
  const id = existing(ids, at);
  const next = document.next(id, 'body')?.id;
  const fresh = `n${serial}`;
  const why = { reason: 'law' } as const;
  const choices: Command[] = [
    { type: 'edit', unit: id, content: text },
    { type: 'status', unit: id, status: STATUSES[at % STATUSES.length] ?? 'draft' },
    { type: 'mode', unit: id, mode: 'adapted', why },
    document.get(id)?.source.length === 0
      ? { type: 'mode', unit: id, mode: 'added', why }
      : { type: 'mode', unit: id, mode: 'faithful' },
    { type: 'audience', unit: id, audience: 'facilitator' },
    { type: 'insert', unit: fresh, after: at % 3 === 0 ? null : id, kind: 'paragraph', content: text, why },
    { type: 'split', unit: id, at: 0, into: fresh },
    { type: 'move', unit: id, after: existing(ids, at + 1) },
    ...(next === undefined ? [] : [{ type: 'merge', unit: id, with: next } as const]),
  ];
  return choices[pick % choices.length] as Command;
}

test('the inverses of any run of commands, newest first, restore the document', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(), fc.nat(), content), { maxLength: 25 }), (steps) => {
      const document = three();
      const before = document.all();
      const inverses = steps.map(
        ([pick, at, text], serial) => document.apply(commandFor(document, pick, at, text, serial)).inverse,
      );
      for (const inverse of inverses.toReversed()) document.apply(inverse);
      expect(document.all()).toEqual(before);
    }),
  );
});
