import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentLength, placeholdersOf, plain, sliceContent, textRun, type Content } from '#shared/model/content.ts';
import { fromPlainText, positionAtPlainOffset, toPlainText } from '#shared/model/plain-text.ts';
import { cpuTime } from '#tests/builders/cpu-time.ts';
import { bareContent, content } from '#tests/builders/arbitrary-content.ts';

describe('plain text', () => {
  it('is read back as it was written', () => {
    fc.assert(
      fc.property(bareContent, (runs) => {
        expect(fromPlainText(toPlainText(runs), placeholdersOf(runs))).toEqual({ content: runs });
      }),
    );
  });

  it('doubles a real ⟦', () => {
    expect(toPlainText(plain('a ⟦1⟧ b'))).toBe('a ⟦⟦1⟧ b');
  });

  it('gives pairs back in order: first use opens', () => {
    const runs: Content = [
      { placeholder: 3, kind: 'open', label: '' },
      textRun('aquí'),
      { placeholder: 3, kind: 'close', label: '' },
    ];
    expect(fromPlainText('Vea ⟦3⟧aquí⟦3⟧', placeholdersOf(runs))).toEqual({ content: [textRun('Vea '), ...runs] });
  });

  it('names a number that is not known', () => {
    expect(fromPlainText('Vea ⟦7⟧', [])).toEqual({ unknown: 7 });
  });

  it('keeps a ⟦ that opens nothing', () => {
    expect(fromPlainText('a ⟦ b', [])).toEqual({ content: plain('a ⟦ b') });
  });
});

describe('an offset in plain text', () => {
  it('leads to the position it was written at', () => {
    fc.assert(
      fc.property(content, (runs) => {
        for (let position = 0; position <= contentLength(runs); position += 1) {
          const before = toPlainText(sliceContent(runs, 0, position));
          if (/[\uD800-\uDBFF]$/.test(before)) continue;
          expect(positionAtPlainOffset(runs, before.length)).toBe(position);
        }
      }),
    );
  });

  it('inside a placeholder snaps before it', () => {
    const runs: Content = [textRun('ab'), { placeholder: 12, kind: 'image', label: '' }, textRun('c')];
    expect([2, 3, 5, 6, 7].map((offset) => positionAtPlainOffset(runs, offset))).toEqual([2, 2, 2, 3, 4]);
  });

  it('is found quickly in a long unit', () => {
    const long = plain('palabra '.repeat(5000));
    expect(cpuTime(() => void positionAtPlainOffset(long, 39_000))).toBeLessThan(500);
  });
});
