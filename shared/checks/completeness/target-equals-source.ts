import { textOf } from '#shared/model/content.ts';
import { normalizeText } from '#shared/text/normalize.ts';
import { primaryLanguage, type Check } from '../check.ts';

/** Blanks and invisible characters that texts said to be equal may differ by. */
const FOLDED = 8;
const LETTER = /[A-Za-z]/;
const ADDRESS_OR_CODE = /[\p{L}\p{N}][@/\\_.:=][\p{L}\p{N}/\\]|\p{N}/u;
const WORD = /\p{L}{3,}/gu;
const ACRONYM = /^\p{Lu}+$/u;
const ORDINARY = /^\p{Ll}/u;

/**
 * A unit left in the original's language. Addresses, code, numbers and acronyms are the same in every language and are
 * not reported; a word or two, or names only, may well be ("Total", "Naciones Unidas"): these are of severity info.
 */
export const targetEqualsSource: Check = {
  name: 'target-equals-source',
  modes: ['faithful'],
  run({ record, source, sourceText, targetText, hasPlaceholders }, settings) {
    if (primaryLanguage(settings.sourceLanguage) === primaryLanguage(settings.targetLanguage)) return [];
    const before = hasPlaceholders ? textOf(source) : sourceText;
    const after = hasPlaceholders ? textOf(record.content) : targetText;
    if (before !== after && areFarApart(before, after)) return [];
    const text = normalizeText(after);
    if (text === '' || text !== normalizeText(before)) return [];
    const telling = text.split(' ').filter((piece) => !ADDRESS_OR_CODE.test(piece));
    const words = telling.flatMap((piece) => piece.match(WORD) ?? []).filter((word) => !ACRONYM.test(word));
    if (words.length === 0) return [];
    const ordinary = words.filter((word) => ORDINARY.test(word)).length;
    const severity = words.length > 2 && ordinary > 1 ? 'warning' : 'info';
    return [{ code: 'targetEqualsSource', params: {}, severity }];
  },
};

/** Cheap to see: most translations are of another length, or begin with another letter. */
function areFarApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > FOLDED) return true;
  return differ(a.charAt(0), b.charAt(0)) || differ(a.slice(-1), b.slice(-1));
}

function differ(a: string, b: string): boolean {
  return a !== b && LETTER.test(a) && LETTER.test(b);
}
