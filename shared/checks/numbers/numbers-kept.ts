import { isText, type Content } from '#shared/model/content.ts';
import { numbersOf, type NumberFound } from '#shared/text/numbers.ts';
import { primaryLanguage, type Check, type CheckSettings, type Finding } from '../check.ts';
import type { CheckedUnit } from '../checked-unit.ts';
import { monthNumber } from './months.ts';
import { writtenOutNumbers } from './number-words.ts';

const DIGIT = /\d/u;

/**
 * Numbers of the original missing in the target, or the other way round, compared by value: however they are grouped, as
 * figures or in words, in Roman numerals, on a clock of 12 or 24 hours, with million, billion or mil millones. Numbers that
 * stand inside protected fields answer too.
 */
export const numbersKept: Check = {
  name: 'numbers-kept',
  modes: ['faithful'],
  run(unit, settings) {
    if (unit.targetText === '' || (!DIGIT.test(unit.sourceText) && !DIGIT.test(unit.targetText))) return [];
    const source = numbersOf(unit.sourceProse);
    const target = numbersOf(unit.targetProse);
    const missing = subtract(source, target);
    const extra = subtract(target, source);
    if (missing.length === 0 && extra.length === 0) return otherScale(source, target, unit);
    explain(missing, extra, unit, settings);
    return [...findings(missing, extra, target, unit), ...otherScale(source, target, unit)];
  },
};

/** Numbers of `a` without one of `b` for each: a number of its own list. */
function subtract(a: readonly NumberFound[], b: readonly NumberFound[]): NumberFound[] {
  const left = new Map<string, number>();
  for (const { key } of b) left.set(key, (left.get(key) ?? 0) + 1);
  return a.filter(({ key }) => {
    const count = left.get(key) ?? 0;
    left.set(key, count - 1);
    return count <= 0;
  });
}

/** Takes out what the other text says in another way. */
function explain(missing: NumberFound[], extra: NumberFound[], unit: CheckedUnit, settings: CheckSettings): void {
  const { sourceProse, targetProse } = unit;
  takePairs(missing, extra, (one, other) => sameOtherwise(one, other, sourceProse, targetProse));
  const inSource = keysOf(sourceProse);
  takeOut(extra, ({ key }) => inSource.has(key));
  explainAlone(missing, targetProse, unit.record.content, settings.targetLanguage);
  explainAlone(extra, sourceProse, unit.source, settings.sourceLanguage);
}

/** What the original says may be said once more. */
function keysOf(text: string): ReadonlySet<string> {
  return new Set(numbersOf(text).map(({ key }) => key));
}

/** By words, months and what protected fields show in the other text. */
function explainAlone(numbers: NumberFound[], text: string, content: Content, language: string): void {
  if (numbers.length === 0) return;
  const words = writtenOutNumbers(text, primaryLanguage(language));
  const months = new Set(Array.from(text.matchAll(/\p{L}{3,}/gu), ([word]) => monthNumber(word)));
  const labels = new Set(content.flatMap((run) => (isText(run) ? [] : numbersOf(run.label).map(({ key }) => key))));
  takeOut(numbers, ({ value, key }) => {
    if (labels.has(key)) return true;
    return value !== undefined && (words.has(value) || months.has(value));
  });
}

function takePairs(
  missing: NumberFound[],
  extra: NumberFound[],
  same: (one: NumberFound, other: NumberFound) => boolean,
): void {
  for (let index = missing.length - 1; index >= 0; index -= 1) {
    const one = missing[index] as NumberFound;
    const other = extra.findIndex((candidate) => same(one, candidate));
    if (other < 0) continue;
    missing.splice(index, 1);
    extra.splice(other, 1);
  }
}

function takeOut(numbers: NumberFound[], isExplained: (found: NumberFound) => boolean): void {
  const left = numbers.filter((found) => !isExplained(found));
  numbers.splice(0, numbers.length, ...left);
}

function sameOtherwise(one: NumberFound, other: NumberFound, source: string, target: string): boolean {
  return (
    pathOf(one.text) === pathOf(other.text) ||
    decimalReading(one) === other.value ||
    one.value === decimalReading(other) ||
    sameTime(one, other, source, target) ||
    sameDecade(one, other, source) ||
    scaled(one, source) === scaled(other, target)
  );
}

function pathOf(text: string): string {
  return text.replace(/[^\d]+/gu, '.').replace(/^0+(?=\d)/u, '');
}

/** 1.234 for "1,234" and "1.234", which are taken as thousands. */
function decimalReading({ ambiguous, text }: NumberFound): number | null {
  return ambiguous ? Number(text.replace(',', '.')) : null;
}

/** "2:30 p.m." is 14:30, "2 pm" is 14:00. */
function sameTime(one: NumberFound, other: NumberFound, source: string, target: string): boolean {
  const a = minutesOf(one, source);
  return a !== null && a === minutesOf(other, target);
}

const HALF_OF_DAY = /^\s?([ap])\.?\s?m\b/iu;

function minutesOf({ text, at }: NumberFound, whole: string): number | null {
  const [, hour, minute] = /^(\d{1,2})(?:[:.](\d{2}))?$/u.exec(text) ?? [];
  if (hour === undefined) return null;
  const half = HALF_OF_DAY.exec(whole.slice(at + text.length, at + text.length + 6))?.[1]?.toLowerCase();
  const base = half === undefined ? Number(hour) : (Number(hour) % 12) + (half === 'p' ? 12 : 0);
  return base * 60 + Number(minute ?? 0);
}

/** "the 1980s" are "los años 80". */
function sameDecade(one: NumberFound, other: NumberFound, source: string): boolean {
  return /^[’']?s\b/u.test(source.slice(one.at + one.text.length)) && Number(one.value) % 100 === other.value;
}

const SCALE =
  /^[\s\u00A0-]*(?:(mil millones|mil millón|thousand million|billones|billón|trillones|trillón|billion|trillion|bn)|(mil|thousand|k)|(million|millones|millón|m|mn))(?![\p{L}])/iu;

/** The value with the word behind it: 2 billion and 2.000 millones are the same, a Spanish billón is a thousand times more. */
function scaled({ text, value, at }: NumberFound, whole: string): number {
  if (value === undefined) return Number.NaN;
  const [, big, thousand, million] = SCALE.exec(whole.slice(at + text.length, at + text.length + 20)) ?? [];
  if (million !== undefined) return value * 1e6;
  if (thousand !== undefined) return value * 1e3;
  if (big === undefined) return value;
  const word = big.toLowerCase();
  if (word === 'trillion' || word.startsWith('billó') || word === 'billones') return value * 1e12;
  return word.startsWith('trill') ? value * 1e18 : value * 1e9;
}

/** "2 billion" as "2 millones": the same figure with a word of another size behind it. */
function otherScale(
  source: readonly NumberFound[],
  target: readonly NumberFound[],
  { sourceProse, targetProse }: CheckedUnit,
): readonly Finding[] {
  if (!/illion|illones|illón/iu.test(sourceProse) || !/illones|illón/iu.test(targetProse)) return [];
  return source.flatMap((one): readonly Finding[] => {
    const same = target.filter(({ key }) => key === one.key);
    const [other] = same;
    if (other === undefined || !isScaled(one, sourceProse) || !same.every((found) => isScaled(found, targetProse)))
      return [];
    if (same.some((found) => scaled(found, targetProse) === scaled(one, sourceProse))) return [];
    // A billion as billón is told by a check of its own.
    if (same.some((found) => scaled(found, targetProse) === 1000 * scaled(one, sourceProse))) return [];
    const params = { number: withScale(one, sourceProse), found: withScale(other, targetProse) };
    return [{ code: 'numberDiffers', params, severity: 'warning', range: rangeOf(other) }];
  });
}

function isScaled(found: NumberFound, text: string): boolean {
  return scaled(found, text) !== found.value;
}

function withScale({ text, at }: NumberFound, whole: string): string {
  return text + (SCALE.exec(whole.slice(at + text.length, at + text.length + 20))?.[0] ?? '');
}

/** One missing and one extra in the same order are one number that was changed. */
function findings(
  missing: readonly NumberFound[],
  extra: readonly NumberFound[],
  target: readonly NumberFound[],
  { sourceProse, targetProse }: CheckedUnit,
): readonly Finding[] {
  const out: Finding[] = [];
  const there = new Set(target.map(({ key }) => key));
  const changed = missing.length === extra.length ? missing.length : 0;
  for (const [index, number] of missing.entries()) {
    const other = index < changed ? extra[index] : undefined;
    if (other === undefined) {
      // Said once less than in the original, a pronoun may stand for it.
      const isMild = there.has(number.key) || isNamed(number, sourceProse);
      out.push({ code: 'numberMissing', params: { number: number.text }, severity: isMild ? 'info' : 'warning' });
    } else {
      const params = { number: number.text, found: other.text };
      out.push({ code: 'numberDiffers', params, severity: 'warning', range: rangeOf(other) });
    }
  }
  for (const number of extra.slice(changed)) {
    const severity = isNamed(number, targetProse) ? 'info' : 'warning';
    out.push({ code: 'numberExtra', params: { number: number.text }, severity, range: rangeOf(number) });
  }
  return out;
}

/** "RUTA2", "BR.26": part of a name, which may well be another in Spanish. */
function isNamed({ at }: NumberFound, text: string): boolean {
  return /\p{L}$|\p{Lu}{2,}[.-]$/u.test(text.slice(Math.max(0, at - 4), at));
}

function rangeOf({ at, text }: NumberFound): { from: number; to: number } {
  return { from: at, to: at + text.length };
}
