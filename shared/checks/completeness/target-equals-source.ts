import { textOf } from '#shared/model/content.ts';
import { normalizeText } from '#shared/text/normalize.ts';
import { primaryLanguage, type Check } from '../check.ts';

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
  run({ record, source }, settings) {
    if (primaryLanguage(settings.sourceLanguage) === primaryLanguage(settings.targetLanguage)) return [];
    const text = normalizeText(textOf(record.content));
    if (text === '' || text !== normalizeText(textOf(source))) return [];
    const telling = text.split(' ').filter((piece) => !ADDRESS_OR_CODE.test(piece));
    const words = telling.flatMap((piece) => piece.match(WORD) ?? []).filter((word) => !ACRONYM.test(word));
    if (words.length === 0) return [];
    const ordinary = words.filter((word) => ORDINARY.test(word)).length;
    const severity = words.length > 2 && ordinary > 1 ? 'warning' : 'info';
    return [{ code: 'targetEqualsSource', params: {}, severity }];
  },
};
