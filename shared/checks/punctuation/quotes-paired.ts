import { LANGUAGE_MODES, type Check, type Finding } from '../check.ts';

const PAIRED: readonly (readonly [string, string])[] = [
  ['«', '»'],
  ['“', '”'],
];
/** Straight ones behind a figure are inches or seconds. */
const STRAIGHT = /(?<!\d\s?)"|(?<=["“«][^"]*\d)"/gu;

/** Quotation marks that are opened and never closed, or the other way round; what the original leaves open may stay open. */
export const quotesPaired: Check = {
  name: 'quotes-paired',
  modes: LANGUAGE_MODES,
  run({ targetProse, sourceProse, record }) {
    if (!/["«»“”]/u.test(targetProse)) return [];
    const source = record.mode === 'added' ? '' : sourceProse;
    if (isOpenEnded(source)) return [];
    const out: Finding[] = [];
    for (const [opening, closing] of PAIRED) {
      const at = unbalanced(targetProse, opening, closing);
      // „German“ and “” mixed: the same sign may open in one style and close in another.
      if (at === null || (opening === '“' && /[„‟]/u.test(targetProse))) continue;
      out.push(unpaired(targetProse.charAt(at), targetProse.charAt(at) === opening ? closing : opening, at));
    }
    const straight = Array.from(targetProse.matchAll(STRAIGHT));
    const lone = straight.at(-1);
    if (straight.length % 2 === 1 && lone !== undefined && out.length === 0) out.push(unpaired('"', '"', lone.index));
    return out;
  },
};

function unpaired(mark: string, expected: string, at: number): Finding {
  return { code: 'quoteUnpaired', params: { mark, expected }, severity: 'warning', range: { from: at, to: at + 1 } };
}

function isOpenEnded(text: string): boolean {
  const straight = text.match(STRAIGHT)?.length ?? 0;
  const opening = text.match(/[“«‘]/gu)?.length ?? 0;
  const closing = text.match(/[”»]|(?<!\p{L})’|’(?!\p{L})/gu)?.length ?? 0;
  return straight % 2 === 1 || opening !== closing;
}

/** Position of the first mark without its counterpart; null when there is none. */
function unbalanced(text: string, opening: string, closing: string): number | null {
  if (!text.includes(opening) && !text.includes(closing)) return null;
  const open: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (sign === opening) open.push(at);
    else if (sign === closing && open.pop() === undefined) return at;
  }
  return open[0] ?? null;
}
