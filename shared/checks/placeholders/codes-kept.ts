import type { Check, Finding } from '../check.ts';
import type { Piece } from '../protected-text.ts';

/** Variables and tags written in the text itself: `%s`, `{name}`, `${x}`, `<b>`. Addresses, paths and options are not meant. */
const CODE = /^(?:%(?!%)|[$#]?\{|\$\(|<)/u;

interface Code extends Piece {
  /** Equal for what is the same in another place. */
  readonly key: string;
}

/** Variables and tags in the text that got lost or came in: a program would print them, or fail. */
export const codesKept: Check = {
  name: 'codes-kept',
  modes: ['faithful', 'adapted'],
  run({ targetText, sourcePieces, targetPieces }) {
    if (targetText === '' || (sourcePieces.length === 0 && targetPieces.length === 0)) return [];
    const source = codesOf(sourcePieces);
    const target = codesOf(targetPieces);
    if (source.length === 0 && target.length === 0) return [];
    if (source.map(({ key }) => key).join(' ') === target.map(({ key }) => key).join(' ')) return [];
    const out: Finding[] = without(source, target).map(({ text }) => ({
      code: 'codeMissing',
      params: { piece: text },
      severity: 'warning',
    }));
    for (const { text, at } of without(target, source)) {
      out.push({
        code: 'codeExtra',
        params: { piece: text },
        severity: 'warning',
        range: { from: at, to: at + text.length },
      });
    }
    return out;
  },
};

/** Tags people write into texts; any other word in angle brackets is one to be replaced by whoever types a command. */
const TAG =
  /^<\/?(?:a|abbr|b|big|blockquote|body|br|center|code|div|em|font|h[1-6]|head|hr|html|i|img|kbd|li|ol|p|pre|q|s|small|span|strong|style|sub|sup|table|tbody|td|th|tr|tt|u|ul)(?![\w-])|\s[\w:-]+=|^<\/|\/>$/iu;

/** Of a tag only its name counts: an attribute may hold words. A numbered variable is the same as one without a number. */
function codesOf(pieces: readonly Piece[]): readonly Code[] {
  return pieces.flatMap((piece): readonly Code[] => {
    const { text } = piece;
    if (!CODE.test(text) || (text.startsWith('<') && !TAG.test(text))) return [];
    const key = text.startsWith('<')
      ? text.replace(/[\s/]*(?:\s[^]*)?>$/u, '>').toLowerCase()
      : text.replace(/^%\d+\$/u, '%');
    return [{ ...piece, key }];
  });
}

function without(a: readonly Code[], b: readonly Code[]): readonly Code[] {
  const left = b.map(({ key }) => key);
  return a.filter(({ key }) => {
    const index = left.indexOf(key);
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
}
