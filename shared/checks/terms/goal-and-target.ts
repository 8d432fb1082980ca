import type { Check, Finding } from '../check.ts';

/** Where it is about the Sustainable Development Goals; elsewhere goals and targets are whatever they are. */
const SDG =
  /\bSDGs?\b|sustainable development|2030 agenda|agenda 2030|\bgoals? \d{1,2}\b|\btargets? \d{1,2}\.[\da-z]/iu;
/** So many of them: "17 Goals and 169 targets". */
const SO_MANY_GOALS = /\b(\d+) (?:[a-z]+ ){0,2}goals?\b/giu;
const SO_MANY_TARGETS = /\b(\d+) (?:[a-z]+ ){0,2}targets?\b/giu;
const NUMBERED_GOAL = /\b(?:goal|SDG) (\d{1,2})(?![\d.]*\d)/giu;
const NUMBERED_TARGET = /\btarget (\d{1,2}\.[\da-z]{1,2})\b/giu;

/** A Goal of the SDGs is "Objetivo", a target "meta". A published catalogue has the two the other way round. */
export const goalAndTarget: Check = {
  name: 'goal-and-target',
  modes: ['faithful', 'adapted', 'added'],
  run({ sourceProse, targetProse, isSpanish, isFromEnglish }) {
    if (!isSpanish || !isFromEnglish || !/meta|objetivo/iu.test(targetProse) || !SDG.test(sourceProse)) return [];
    return [
      ...numbered(sourceProse, targetProse, NUMBERED_GOAL, 'metas?', 'goalAsMeta'),
      ...numbered(sourceProse, targetProse, NUMBERED_TARGET, 'objetivos?', 'targetAsObjetivo'),
      ...counted(sourceProse, targetProse, SO_MANY_GOALS, 'metas?', 'goalAsMeta'),
      ...counted(sourceProse, targetProse, SO_MANY_TARGETS, 'objetivos?', 'targetAsObjetivo'),
      ...named(sourceProse, targetProse),
      ...worded(sourceProse, targetProse),
    ].slice(0, 2);
  },
};

/** "Goal 11" as "Meta 11": there is no doubt. */
function numbered(
  source: string,
  target: string,
  pattern: RegExp,
  wrong: string,
  code: 'goalAsMeta' | 'targetAsObjetivo',
): readonly Finding[] {
  return Array.from(source.matchAll(pattern)).flatMap(([, number = '']): readonly Finding[] => {
    const swapped = new RegExp(
      String.raw`(?<!\p{L})${wrong} (?:n\.º )?${number.replace('.', '\\.')}(?![\d.]*\d)`,
      'iu',
    ).exec(target);
    if (swapped === null) return [];
    return [{ code, params: { number }, severity: 'error', range: rangeOf(swapped) }];
  });
}

/** "17 Goals" as "17 metas". */
function counted(
  source: string,
  target: string,
  pattern: RegExp,
  wrong: string,
  code: 'goalAsMeta' | 'targetAsObjetivo',
): readonly Finding[] {
  return Array.from(source.matchAll(pattern)).flatMap(([, number = '']): readonly Finding[] => {
    const swapped = new RegExp(String.raw`(?<![\d.,])${number} ${wrong}(?!\p{L})`, 'iu').exec(target);
    return swapped === null ? [] : [{ code, params: { number }, severity: 'error', range: rangeOf(swapped) }];
  });
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
