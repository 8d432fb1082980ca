import type { Check, Finding } from '../check.ts';

/** Where it is about the Sustainable Development Goals; elsewhere goals and targets are whatever they are. */
const SDG =
  /\bSDGs?\b|sustainable development|2030 agenda|agenda 2030|\bgoals? \d{1,2}\b|\btargets? \d{1,2}\.[\da-z]/iu;
/** A Goal of the SDGs is "Objetivo", a target "meta". A published catalogue has the two the other way round. */
export const goalAndTarget: Check = {
  name: 'goal-and-target',
  modes: ['faithful', 'adapted', 'added'],
  run({ sourceProse, targetProse, isSpanish, isFromEnglish }) {
    if (!isSpanish || !isFromEnglish || !/meta|objetivo/iu.test(targetProse) || !SDG.test(sourceProse)) return [];
    return [
      ...numbered(sourceProse, targetProse),
      ...named(sourceProse, targetProse),
      ...worded(sourceProse, targetProse),
    ].slice(0, 2);
  },
};

interface Swap {
  /** What the original says, with its number. */
  readonly said: RegExp;
  /** The other word with the same number. */
  readonly wrong: (number: string) => string;
  readonly code: 'goalAsMeta' | 'targetAsObjetivo';
}

const behind = (word: string) => (number: string) =>
  String.raw`(?<!\p{L})${word} (?:n\.º )?${number.replace('.', '\\.')}(?![\d.]*\d)`;
const before = (word: string) => (number: string) => String.raw`(?<![\d.,])${number} ${word}(?!\p{L})`;

/** With a number there is no doubt: "Goal 11" as "Meta 11", "17 Goals" as "17 metas". */
const SWAPS: readonly Swap[] = [
  { said: /\b(?:goal|SDG) (\d{1,2})(?![\d.]*\d)/giu, wrong: behind('metas?'), code: 'goalAsMeta' },
  { said: /\btarget (\d{1,2}\.[\da-z]{1,2})\b/giu, wrong: behind('objetivos?'), code: 'targetAsObjetivo' },
  { said: /\b(\d+) (?:[a-z]+ ){0,2}goals?\b/giu, wrong: before('metas?'), code: 'goalAsMeta' },
  { said: /\b(\d+) (?:[a-z]+ ){0,2}targets?\b/giu, wrong: before('objetivos?'), code: 'targetAsObjetivo' },
];

function numbered(source: string, target: string): readonly Finding[] {
  return SWAPS.flatMap(({ said, wrong, code }) =>
    Array.from(source.matchAll(said)).flatMap(([, number = '']): readonly Finding[] => {
      const swapped = new RegExp(wrong(number), 'iu').exec(target);
      return swapped === null ? [] : [{ code, params: { number }, severity: 'error', range: rangeOf(swapped) }];
    }),
  );
}

/** The Goals have an official name, and this is not it. */
function named(source: string, target: string): readonly Finding[] {
  const wrong = /(?<!\p{L})metas? de desarrollo sostenible/iu.exec(target);
  if (wrong === null || !/\bsustainable development goals?\b|\bSDGs?\b/iu.test(source)) return [];
  return [{ code: 'goalAsMeta', params: { number: '' }, severity: 'error', range: rangeOf(wrong) }];
}

/** Only one of the two in the original, and only the other one in the target. */
function worded(source: string, target: string): readonly Finding[] {
  const hasGoal = /\bgoals?\b/iu.test(source);
  const hasTarget = /\btargets?\b/iu.test(source);
  const hasObjetivo = /(?<!\p{L})objetivos?(?!\p{L})/iu.test(
    target.replace(/objetivos? de desarrollo sostenible/giu, hasGoal ? '$&' : ''),
  );
  const meta = /(?<!\p{L})metas?(?!\p{L})/iu.exec(target);
  const objetivo = /(?<!\p{L})objetivos?(?!\p{L})(?! de desarrollo)/iu.exec(target);
  if (
    hasGoal &&
    !hasTarget &&
    meta !== null &&
    !hasObjetivo &&
    !/^metas? de desarrollo sostenible/iu.test(target.slice(meta.index))
  ) {
    return /\b[Gg]oals? \d/u.test(source) && new RegExp(`${meta[0]} \\d`, 'u').test(target)
      ? []
      : [{ code: 'goalAsMeta', params: { number: '' }, severity: 'warning', range: rangeOf(meta) }];
  }
  if (hasTarget && !hasGoal && meta === null && objetivo !== null) {
    return /\btargets? \d/iu.test(source) && new RegExp(`${objetivo[0]} \\d`, 'u').test(target)
      ? []
      : [{ code: 'targetAsObjetivo', params: { number: '' }, severity: 'warning', range: rangeOf(objetivo) }];
  }
  return [];
}

function rangeOf({ 0: text, index }: RegExpExecArray): { from: number; to: number } {
  return { from: index, to: index + text.length };
}
