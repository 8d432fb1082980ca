import { LANGUAGE_MODES, type Check, type Finding } from '../check.ts';

/**
 * Zero-width spaces, byte order marks, word joiners, marks of direction and control characters. Joiners inside pictographs
 * and scripts that need them are not meant, nor soft hyphens: they say where a word may be broken.
 */
const INVISIBLE =
  /[\u200B\u2060\uFEFF\u200E\u200F\u202A-\u202E\u2066-\u2069]+|(?<![\p{Extended_Pictographic}\uFE0F\p{Script=Arabic}\p{Script=Devanagari}])[\u200C\u200D]+|[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u0084\u0086-\u009F]+/gu;
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;

/** Characters nobody sees: searching and comparing stumble over them. */
export const invisibleCharacters: Check = {
  name: 'invisible-characters',
  modes: LANGUAGE_MODES,
  run({ targetText }) {
    if (
      !/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u0084\u0086-\u009F\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/u.test(
        targetText,
      )
    )
      return [];
    if (RIGHT_TO_LEFT.test(targetText)) return [];
    return Array.from(targetText.matchAll(INVISIBLE), ({ 0: found, index }): Finding => {
      const range = { from: index, to: index + found.length };
      const character = `U+${found.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
      return {
        code: 'invisibleCharacter',
        params: { character },
        severity: 'warning',
        range,
        fix: [{ ...range, text: '' }],
      };
    });
  },
};
