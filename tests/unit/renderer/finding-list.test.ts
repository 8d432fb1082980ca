import { describe, expect, test } from 'vitest';
import type { Finding, Severity } from '#shared/checks/check.ts';
import {
  beginningOf,
  groupFindings,
  isInScope,
  passageOf,
  type PlacedFinding,
} from '#renderer/features/findings/finding-list.ts';
import { nextFrom } from '#renderer/features/findings/step-finding.ts';

function placed(at: number, code: Finding['code'], severity: Severity = 'warning', from?: number): PlacedFinding {
  const range = from === undefined ? {} : { range: { from, to: from + 1 } };
  return { unit: `u${at}`, at, finding: { code, params: {}, severity, ...range } };
}

describe('the findings of a document', () => {
  test('stand by kind, the gravest first, then the most frequent', () => {
    const groups = groupFindings([
      placed(0, 'doubleSpace'),
      placed(1, 'doubledWord'),
      placed(2, 'doubledWord'),
      placed(3, 'placeholderMissing', 'error'),
    ]);
    expect(groups.map(({ check, found }) => [check, found.length])).toEqual([
      ['placeholders-kept', 1],
      ['doubled-word', 2],
      ['double-space', 1],
    ]);
  });
});

describe('which findings are listed', () => {
  const { finding } = placed(0, 'doubleSpace', 'info');

  test.each([
    ['open', false],
    ['info', true],
    ['warning', false],
    ['punctuation', true],
    ['numbers', false],
  ] as const)('a hint of punctuation for %s: %s', (scope, isListed) => {
    expect(isInScope(finding, scope)).toBe(isListed);
  });
});

describe('from one finding to the next', () => {
  const all = [
    placed(1, 'doubleSpace', 'warning', 4),
    placed(1, 'doubledWord', 'warning', 9),
    placed(3, 'capsHeading'),
  ];

  test('is by place in the text, within a unit too', () => {
    expect(nextFrom(all, { at: 1, position: 4 }, 1)).toBe(all[1]);
    expect(nextFrom(all, { at: 1, position: 9 }, -1)).toBe(all[0]);
  });

  test('goes on from the other end', () => {
    expect(nextFrom(all, { at: 3, position: 0 }, 1)).toBe(all[0]);
    expect(nextFrom(all, { at: 1, position: 0 }, -1)).toBe(all[2]);
  });

  test('begins at the first where the caret is in no unit, and finds nothing in nothing', () => {
    expect(nextFrom(all, null, 1)).toBe(all[0]);
    expect(nextFrom([], null, 1)).toBeUndefined();
  });
});

describe('the passage of a finding', () => {
  test('is shown with whole words around it', () => {
    const text = 'Las personas participantes del taller van  a la plaza principal de la ciudad de El Alto';
    expect(passageOf(text, { from: 41, to: 43 })).toEqual({
      before: '…del taller van',
      marked: '  ',
      after: 'a la plaza principal de…',
    });
  });

  test('of a short text is the text', () => {
    expect(passageOf('Sí  no', { from: 2, to: 4 })).toEqual({ before: 'Sí', marked: '  ', after: 'no' });
  });

  test('a text is told by its first words', () => {
    expect(beginningOf('corto')).toBe('corto');
    expect(beginningOf(`${'palabra '.repeat(12)}fin`)).toMatch(/palabra…$/u);
  });
});
