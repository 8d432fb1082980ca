import fc from 'fast-check';
import { expect, it } from 'vitest';
import { foldedForm, signRoom, writeSigns } from '#shared/memory/normal-form.ts';
import { prepareText, scoreOf } from '#shared/memory/score.ts';

function score(a: string, b: string): number {
  return Math.round(scoreOf(prepareText(a), prepareText(b)).score * 10) / 10;
}

it('gives 100 to the very same text only', () => {
  expect(score('Write it on a card.', 'Write it on a card.')).toBe(100);
  expect(score('Write it on a card.', 'Write it on a card')).toBeLessThan(100);
});

it.each([
  ['“Goal 16”', '"Goal 16"', 99.5],
  ['Goal\u00A016', 'Goal 16', 99.5],
  ['Step 3', 'Step 4', 99],
  ['10:40–11:30', '10:50–11:20', 98],
  ['SESSION ONE', 'Session one', 97],
])('takes little off for what need not be translated again: %s | %s', (a, b, expected) => {
  expect(score(a, b)).toBe(expected);
});

it('takes the numbers of placeholders for what they are: any', () => {
  expect(score('See ⟦3⟧ and ⟦4⟧', 'See ⟦12⟧ and ⟦7⟧')).toBe(100);
  expect(score('⟦1⟧ pair ⟦1⟧', '⟦1⟧ pair ⟦2⟧')).toBe(99.5);
});

it('counts a missing placeholder as one sign', () => {
  expect(score('See ⟦3⟧now', 'See now')).toBe(Math.round(1000 * (1 - 1 / 8)) / 10);
});

it('counts letters that differ by the longer text', () => {
  expect(score('city', 'cities')).toBe(50);
});

it('says what differs', () => {
  const { differences } = scoreOf(prepareText('Module 2 begins'), prepareText('MODULE 3 BEGINS'));
  expect(differences).toEqual(['case', 'numbers']);
});

it('does not take numbers written otherwise for other numbers', () => {
  expect(scoreOf(prepareText('1,000.5 people'), prepareText('1.000,5 people')).differences).not.toContain('numbers');
});

it('knows 100 only as equality and stays within 0 and 100', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
      const { score: points } = scoreOf(prepareText(a), prepareText(b));
      expect(points).toBeGreaterThanOrEqual(0);
      expect(points === 100).toBe(a.normalize('NFC') === b.normalize('NFC'));
    }),
  );
});

it('writes the signs of the folded form, by the quick way and by the thorough one', () => {
  const room = signRoom();
  const latin = fc.string({ unit: fc.constantFrom(...Array.from('aZ 09.,-“»…ñ\u00A0⟦')), maxLength: 60 });
  fc.assert(
    fc.property(latin, (text) => {
      const written = room.slice(0, writeSigns(text, room));
      const folded = Array.from(foldedForm(text), (sign) => {
        const code = sign.charCodeAt(0);
        return code < 256 ? code : 128 + (Math.imul(code, 0x9e_37_79_b1) >>> 25);
      });
      expect([...written]).toEqual(folded);
    }),
  );
});
