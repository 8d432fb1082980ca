import { expect, test } from 'vitest';
import { EditSession } from '#main/cli/edit-session.ts';
import { readEdit } from '#main/cli/edits.ts';
import type { OpenDocument } from '#main/cli/open-document.ts';
import { plain, textOf } from '#shared/model/content.ts';
import { AdaptaError } from '#shared/model/errors.ts';
import { MemoryDocument, unit } from '#tests/builders/memory-document.ts';

const added = { insertAfter: 'a0', kind: 'paragraph', target: 'Caso', reason: 'law' };

function open(): OpenDocument {
  const image = { placeholder: 3, kind: 'image', label: 'Mapa' } as const;
  return { units: [unit('a0', 'uno'), unit('a1', [...plain('dos '), image])], blocks: new Map() };
}

/** What the document is after the lines, or the code and parameters of the refusal. */
function after(...lines: readonly unknown[]): readonly string[] {
  const document = open();
  const session = new EditSession('doc', document);
  for (const line of lines) session.add(readEdit(JSON.stringify(line)));
  const memory = new MemoryDocument(document.units);
  for (const command of session.commands) memory.apply(command);
  return memory.all().map((record) => textOf(record.content));
}

function refusal(...lines: readonly unknown[]): unknown {
  try {
    after(...lines);
  } catch (cause) {
    if (cause instanceof AdaptaError) return { code: cause.code, ...cause.params };
    throw cause;
  }
  return null;
}

test.each([
  ['no object', 7, {}],
  ['no edit at all', { target: 'x' }, {}],
  ['two edits in one', { id: 'a0', split: 'a0', at: 1 }, {}],
  ['an unknown key', { id: 'a0', text: 'x' }, {}],
  ['a status that is none', { id: 'a0', status: 'done' }, { at: 'status' }],
  ['a kind that is none', { ...added, kind: 'poem' }, { at: 'kind' }],
  ['a level that is none', { ...added, level: 12 }, { at: 'level' }],
  ['an offset between two places', { split: 'a0', at: 1.5 }, { at: 'at' }],
  ['three units joined', { merge: ['a0', 'a1', 'a2'] }, { at: 'merge' }],
  ['a new unit without a text', { ...added, target: undefined }, { at: 'target' }],
  ['a text given twice', { id: 'a0', target: 'x', content: [] }, {}],
  ['a place the document does not have', { ...added, insertAfter: null, container: 'nowhere' }, { at: 'container' }],
  ['a control character', { id: 'a0', target: 'a\u0007b' }, { reason: 'characters' }],
  ['half a character', { id: 'a0', content: [{ text: '\uD83D', marks: [] }] }, { reason: 'characters' }],
  ['a control character in a note', { id: 'a0', mode: 'adapted', reason: 'other', note: '\u0000' }, {}],
  ['an original said to be added', { id: 'a0', mode: 'added', reason: 'law' }, { at: 'mode' }],
])('%s is refused, and what is wrong is named', (_what, line, params) => {
  expect(refusal(line)).toMatchObject({ code: 'badRequest', ...params });
});

test('a line that is no JSON is refused', () => {
  expect(() => readEdit('{"id": ')).toThrow(new AdaptaError('badRequest', { reason: 'json' }));
});

test.each([
  ['a new unit without a reason', 'reasonRequired', [{ ...added, reason: undefined }]],
  [
    'a name used before it is given',
    'unknownUnit',
    [
      { id: 'n', target: 'x' },
      { ...added, as: 'n' },
    ],
  ],
  [
    'a name given twice',
    'duplicateUnit',
    [
      { ...added, as: 'n' },
      { ...added, as: 'n' },
    ],
  ],
  ["a name that is a unit's", 'duplicateUnit', [{ ...added, as: 'a1' }]],
  ['a unit joined to itself', 'notNeighbours', [{ merge: ['a0', 'a0'] }]],
  ['a unit joined to the one before', 'notNeighbours', [{ merge: ['a1', 'a0'] }]],
  [
    "a placeholder of another kind than the document's",
    'unknownPlaceholder',
    [{ id: 'a0', content: [{ placeholder: 3, kind: 'field', label: '' }] }],
  ],
])('%s: %s', (_what, code, lines) => {
  expect(refusal(...lines)).toMatchObject({ code });
});

test('a name stands for the new unit in later lines', () => {
  expect(
    after(
      { ...added, as: 'case' },
      { split: 'case', at: 2, as: 'rest' },
      { id: 'rest', target: 'so dos' },
      { move: 'case', after: 'a1' },
      { merge: ['a0', 'rest'] },
    ),
  ).toEqual(['uno so dos', 'dos ', 'Ca']);
});

test('line ends of Windows are line ends', () => {
  expect(after({ id: 'a0', target: 'uno\r\ndos\rtres' })[0]).toBe('uno\ndos\ntres');
});

test('a split never goes through a character', () => {
  expect(after({ id: 'a0', target: 'a😀b' }, { split: 'a0', at: 2 })).toEqual(['a', '😀b', 'dos ']);
});

test('a placeholder keeps the label it has in the document', () => {
  const session = new EditSession('doc', open());
  const content = [{ placeholder: 3, kind: 'image', label: 'otro' }];
  session.add(readEdit(JSON.stringify({ id: 'a0', content })));
  expect(session.commands[0]).toMatchObject({ content: [{ placeholder: 3, label: 'Mapa' }] });
});
