import type { Check, Finding } from '../check.ts';

/** Marks that end a text, quotes, brackets and what is protected in between and behind. */
const END = new Set('.,;:!?…。\uFFFC \t\n\r\u00A0\u202F\u2028»”’"\')]}*_~');
const MARKS = /[.,;:!?…]/gu;
/** One of these in common is enough. */
const STRONG = ['?', '!', '…', ':', ';', ','];
const ABBREVIATION =
  /(?:^|[\s(«“"\u00A0])(?:\p{L}\.?|etc|ej|núm|pág|págs|art|arts|sr|sra|dr|dra|lic|ing|arq|abog|prof|vol|ed|cap|fig|inc|ltd|corp|approx|no|vs|st|jr|max|min|máx|mín|tel|av|bs|u\.s|u\.k|e\.g|i\.e|a\.m|p\.m|[ap]m|uu|hh|ss|s\.a|s\.l|s\.r\.l|d\.s)\.$/iu;

interface End {
  readonly mark: string;
  readonly at: number;
  readonly isAbbreviation: boolean;
}

/**
 * The mark a text ends with is another than the original's. Marks inside and outside closing quotes both count, since
 * English puts the stop inside; a stop that belongs to an abbreviation is none.
 */
export const endMark: Check = {
  name: 'end-mark',
  modes: ['faithful'],
  run({ sourceProse, targetProse, isSpanish, isFromEnglish }) {
    if (!isSpanish || !isFromEnglish || !/\p{L}/u.test(targetProse) || !/\p{L}/u.test(sourceProse)) return [];
    const source = endOf(sourceProse);
    const target = endOf(targetProse);
    if (agree(source.mark, target.mark)) return [];
    if ((source.isAbbreviation && source.mark === '.') || (target.isAbbreviation && target.mark === '.')) return [];
    return [finding(source, target, targetProse)];
  },
};

function endOf(text: string): End {
  let at = text.length;
  while (at > 0 && END.has(text.charAt(at - 1))) at -= 1;
  const tail = text.slice(at);
  // What stands behind something protected ends the text; what stands right before it as well ("</b>"), but not with a
  // blank between (": {1}").
  const [before = ''] = tail.split('\uFFFC', 1);
  const behind = tail.slice(tail.lastIndexOf('\uFFFC') + 1).match(MARKS) ?? [];
  const mark = classOf(behind.length > 0 || /\s$/u.test(before) ? behind : (tail.match(MARKS) ?? []));
  const first = tail.search(MARKS);
  const isAbbreviation =
    first === 0 && (/^\.[)\]]/u.test(tail) || ABBREVIATION.test(text.slice(Math.max(0, at - 12), at + 1)));
  return { mark, at: first < 0 ? at : at + first, isAbbreviation };
}

function classOf(marks: readonly string[]): string {
  const joined = marks.join('');
  if (joined.includes('...') || joined.includes('…')) return joined.replace(/\.{3,}|…/u, '…').replaceAll('.', '');
  return joined;
}

/** `?` and `?.` agree, `!?` and `?` as well: one of the strong ones in common is enough. */
function agree(a: string, b: string): boolean {
  if (a === b) return true;
  return STRONG.some((mark) => a.includes(mark) && b.includes(mark)) || (last(a) === last(b) && a !== '' && b !== '');
}

function last(text: string): string {
  return text.slice(-1);
}

function finding(source: End, target: End, text: string): Finding {
  const isMild = source.mark === '!' || target.mark === '!' || source.mark === ',' || source.mark === ';';
  const range = { from: target.at, to: Math.min(text.length, target.at + 1) };
  const params = { source: source.mark, target: target.mark };
  const severity = isMild ? 'info' : 'warning';
  const isSafe = /^[.:…]$/u.test(source.mark) && /^[.:,;…]?$/u.test(target.mark);
  if (!isSafe || (target.mark === '' && target.at < text.trimEnd().length)) {
    return { code: 'endMarkDiffers', params, severity, range };
  }
  const length = target.mark === '…' && text.startsWith('...', target.at) ? 3 : target.mark.length;
  const fix = [{ from: target.at, to: target.at + length, text: source.mark }];
  return { code: 'endMarkDiffers', params, severity, range, fix };
}
