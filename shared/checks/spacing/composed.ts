import { LANGUAGE_MODES, type Check } from '../check.ts';

const COMBINING = /[\p{L}\p{M}][\u0300-\u036F]+/gu;

/** Letters and their accents apart (not NFC): what is made here never is, what comes from elsewhere may be. */
export const composed: Check = {
  name: 'composed',
  modes: LANGUAGE_MODES,
  run({ targetText }) {
    if (!/[\u0300-\u036F]/u.test(targetText)) return [];
    const apart = Array.from(targetText.matchAll(COMBINING)).filter(([piece]) => piece.normalize('NFC') !== piece);
    const [first] = apart;
    if (first === undefined) return [];
    const fix = apart.map(({ 0: piece, index }) => ({
      from: index,
      to: index + piece.length,
      text: piece.normalize('NFC'),
    }));
    const range = { from: first.index, to: first.index + first[0].length };
    return [{ code: 'notComposed', params: { count: apart.length }, severity: 'warning', range, fix }];
  },
};
