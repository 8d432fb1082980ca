import {
  isText,
  normalizeContent,
  placeholdersOf,
  textOf,
  textRun,
  type Content,
  type PlaceholderRun,
  type Run,
} from '#shared/model/content.ts';
import { numbersOf, type NumberFound } from '#shared/text/numbers.ts';

const PIECES = /⟦⟦|⟦(-?\d+)⟧|[^⟦]+|⟦/gu;

/**
 * The target of a match as the unit wants it: placeholders are the unit's, in the order of its original (what it has not
 * is left out, what only it has is for the person to place); numbers that stand in the match's original are those of the
 * unit's, where both have as many, written as the target writes its own. `target` is content, or plain text.
 */
export function carryOver(matchSource: string, target: Content | string, unitSource: Content): Content {
  const runs = typeof target === 'string' ? runsOf(target) : target;
  return withNumbers(withPlaceholders(runs, matchSource, unitSource), matchSource, unitSource);
}

/** Plain text as runs; what kind a placeholder is, only the unit knows. */
function runsOf(text: string): readonly Run[] {
  return Array.from(text.matchAll(PIECES), ([piece, id]) =>
    id === undefined
      ? textRun(piece === '⟦⟦' ? '⟦' : piece)
      : { placeholder: Number(id), kind: 'object' as const, label: '' },
  );
}

function withPlaceholders(runs: readonly Run[], matchSource: string, unitSource: Content): readonly Run[] {
  const own = placeholdersOf(unitSource);
  const theirs = Array.from(matchSource.matchAll(PIECES), ([, id]) => id).filter((id) => id !== undefined);
  const waiting = new Map<number, PlaceholderRun[]>();
  for (const [index, id] of theirs.entries()) {
    const run = own[index];
    if (run !== undefined) waiting.set(Number(id), [...(waiting.get(Number(id)) ?? []), run]);
  }
  const given = runs.flatMap((run): readonly Run[] => {
    if (isText(run)) return [run];
    const mine = waiting.get(run.placeholder)?.shift();
    if (mine !== undefined) return [mine];
    // A break or a tab typed in Adapta belongs to the text itself.
    return run.placeholder <= 0 ? [breakOrTab(run)] : [];
  });
  return given.filter((run) => isText(run) || isPaired(run, given));
}

function breakOrTab({ placeholder }: PlaceholderRun): PlaceholderRun {
  return placeholder === 0 ? { placeholder, kind: 'break', label: '\n' } : { placeholder, kind: 'tab', label: '\t' };
}

function isPaired({ placeholder, kind }: PlaceholderRun, all: readonly Run[]): boolean {
  if (kind !== 'open' && kind !== 'close') return true;
  const other = kind === 'open' ? 'close' : 'open';
  return all.some((run) => !isText(run) && run.placeholder === placeholder && run.kind === other);
}

function withNumbers(runs: readonly Run[], matchSource: string, unitSource: Content): Content {
  const theirs = numbersOf(matchSource.replace(/⟦-?\d+⟧/gu, ' '));
  const own = numbersOf(textOf(unitSource));
  const isSame = theirs.length === own.length && theirs.every(({ key }, index) => key === own[index]?.key);
  if (isSame || theirs.length !== own.length) return normalizeContent(runs);
  const left = theirs.map((number, index) => ({ number, own: own[index] as NumberFound }));
  return normalizeContent(
    runs.map((run): Run => {
      if (!isText(run)) return run;
      let text = '';
      let at = 0;
      for (const found of numbersOf(run.text)) {
        const place = left.findIndex(({ number }) => number.key === found.key);
        const [pair] = place < 0 ? [] : left.splice(place, 1);
        if (pair === undefined) continue;
        text += run.text.slice(at, found.at) + writtenAs(found, pair.number, pair.own);
        at = found.at + found.text.length;
      }
      return at === 0 ? run : { ...run, text: text + run.text.slice(at) };
    }),
  );
}

/** `own` as the target writes it: where it writes the number it knew otherwise than the original, point and comma change places. */
function writtenAs(inTarget: NumberFound, inSource: NumberFound, own: NumberFound): string {
  if (inTarget.text === inSource.text || own.value === undefined) return own.text;
  return own.text.replaceAll(/[.,]/gu, (sign) => (sign === '.' ? ',' : '.'));
}
