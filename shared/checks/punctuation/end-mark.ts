import type { Check, Finding } from '../check.ts';
import { OBJECT } from '../checked-unit.ts';

/** By character: marks that end a text, quotes, brackets and blanks in between and behind. */
const END = new Uint8Array(0x10000);
for (const sign of '.,;:!?…。 \t\n\r\u00A0\u202F\u2028»”’"\')]}') END[sign.charCodeAt(0)] = 1;
const MARKS = /[.,;:!?…]/gu;
/** One of these in common is enough. */
const STRONG = ['?', '!', '…', ':', ';', ','];
/** A stop before a list may as well be a colon. */
const LEADS_ON = new Set(['.:', ':.']);
const ABBREVIATION =
  /(?:^|[\s(«“"\u00A0\uFFFC])(?:\p{L}\.?|etc|ej|núm|pág|págs|art|arts|sr|sra|dr|dra|lic|ing|arq|abog|prof|vol|ed|cap|fig|inc|ltd|corp|approx|no|vs|st|jr|max|min|máx|mín|tel|av|bs|u\.s|u\.k|e\.g|i\.e|a\.m|p\.m|[ap]m|uu|hh|ss|s\.a|s\.l|s\.r\.l|d\.s)\.$/iu;

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
  run({ sourceProse, targetProse, sourceText, targetText, isSpanish, isFromEnglish }) {
    if (!isSpanish || !isFromEnglish || !/\p{L}/u.test(targetProse) || !/\p{L}/u.test(sourceProse)) return [];
    const source = endOf(sourceProse, sourceText);
    const target = endOf(targetProse, targetText);
    if (agree(source.mark, target.mark)) return [];
    if ((source.isAbbreviation && source.mark === '.') || (target.isAbbreviation && target.mark === '.')) return [];
    return [finding(source, target, targetProse)];
  },
};

function endOf(prose: string, text: string): End {
  let at = prose.length;
  while (at > 0 && (END[prose.charCodeAt(at - 1)] === 1 || isPassedOver(prose, text, at - 1))) at -= 1;
  if (at === prose.length) return { mark: '', at, isAbbreviation: false };
  // "«?»": a sign that is spoken of.
  const isSpokenOf = /[«“"'(]/u.test(prose.charAt(at - 1)) || /^\s*["'][.,;:!?…]+["']/u.test(prose.slice(at));
  const tail = isSpokenOf ? '' : prose.slice(at);
  const first = tail.search(MARKS);
  const isAbbreviation =
    first === 0 && (/^\.[)\]]/u.test(tail) || ABBREVIATION.test(prose.slice(Math.max(0, at - 12), at + 1)));
  return { mark: classOf(tail.match(MARKS) ?? []), at: first < 0 ? at : at + first, isAbbreviation };
}

/** A note's mark, an image, a tag end no sentence; a variable or an address stands for words. */
function isPassedOver(prose: string, text: string, at: number): boolean {
  if (prose.charAt(at) !== OBJECT) return false;
  let end = at + 1;
  while (end < prose.length && prose.charAt(end) === OBJECT) end += 1;
  return text.charAt(at) === OBJECT || text.slice(0, end).endsWith('>');
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
  const isMild =
    ['!', ',', ';'].includes(source.mark) || target.mark === '!' || LEADS_ON.has(source.mark + target.mark);
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
