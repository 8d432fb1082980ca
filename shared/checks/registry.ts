import type { Mode } from '#shared/model/unit.ts';
import { adaptedAlike } from './adaptation/adapted-alike.ts';
import { reasonGiven } from './adaptation/reason-given.ts';
import { unmodifiedCopy } from './adaptation/unmodified-copy.ts';
import type { Check, CheckSettings, CheckUnit, Finding } from './check.ts';
import { CheckedUnit } from './checked-unit.ts';
import { sentenceCount } from './completeness/sentence-count.ts';
import { targetEmpty } from './completeness/target-empty.ts';
import { targetEqualsSource } from './completeness/target-equals-source.ts';
import { capitalNames } from './language/capital-names.ts';
import { capsHeading } from './language/caps-heading.ts';
import { doubledWord } from './language/doubled-word.ts';
import { inclusiveHints } from './language/inclusive-hints.ts';
import { longSentence } from './language/long-sentence.ts';
import { pluralInBrackets } from './language/plural-in-brackets.ts';
import { cellLength } from './length/cell-length.ts';
import { slideLength } from './length/slide-length.ts';
import { agendaMinutes } from './numbers/agenda-minutes.ts';
import { billion } from './numbers/billion.ts';
import { datesKept } from './numbers/dates-kept.ts';
import { numberFormat } from './numbers/number-format.ts';
import { numbersKept } from './numbers/numbers-kept.ts';
import { percentAndCurrency } from './numbers/percent-and-currency.ts';
import { codesKept } from './placeholders/codes-kept.ts';
import { placeholderOrder } from './placeholders/placeholder-order.ts';
import { placeholderPairs } from './placeholders/placeholder-pairs.ts';
import { placeholdersKept } from './placeholders/placeholders-kept.ts';
import { brackets } from './punctuation/brackets.ts';
import { doubleSpace } from './punctuation/double-space.ts';
import { ellipsis } from './punctuation/ellipsis.ts';
import { endMark } from './punctuation/end-mark.ts';
import { openingMarks } from './punctuation/opening-marks.ts';
import { quoteStyle } from './punctuation/quote-style.ts';
import { quotesPaired } from './punctuation/quotes-paired.ts';
import { spacesAtMarks } from './punctuation/spaces-at-marks.ts';
import { addressesKept } from './references/addresses-kept.ts';
import { crossReferencesKept } from './references/cross-references-kept.ts';
import { noteMarksKept } from './references/note-marks-kept.ts';
import { composed } from './spacing/composed.ts';
import { edgeBlanks } from './spacing/edge-blanks.ts';
import { invisibleCharacters } from './spacing/invisible-characters.ts';
import { lookAlikes } from './spacing/look-alikes.ts';
import { acronymsKept } from './terms/acronyms-kept.ts';
import { forbiddenTerms } from './terms/forbidden-terms.ts';
import { goalAndTarget } from './terms/goal-and-target.ts';
import { termsUsed } from './terms/terms-used.ts';

/** All checks of a unit by itself, in the order people read them: a new one is a file and a line here. */
export const CHECKS: readonly Check[] = [
  targetEmpty,
  targetEqualsSource,
  sentenceCount,
  reasonGiven,
  adaptedAlike,
  unmodifiedCopy,
  placeholdersKept,
  placeholderPairs,
  placeholderOrder,
  codesKept,
  numbersKept,
  datesKept,
  percentAndCurrency,
  billion,
  numberFormat,
  agendaMinutes,
  termsUsed,
  forbiddenTerms,
  goalAndTarget,
  acronymsKept,
  addressesKept,
  noteMarksKept,
  crossReferencesKept,
  endMark,
  openingMarks,
  brackets,
  quotesPaired,
  quoteStyle,
  spacesAtMarks,
  doubleSpace,
  ellipsis,
  edgeBlanks,
  invisibleCharacters,
  lookAlikes,
  composed,
  doubledWord,
  capitalNames,
  capsHeading,
  pluralInBrackets,
  longSentence,
  inclusiveHints,
  slideLength,
  cellLength,
];

const DEFAULTS: CheckSettings = { sourceLanguage: 'en', targetLanguage: 'es-BO' };
/** What else is found in a text that is not there says nothing new. */
const WITHOUT_TEXT = new Set(['target-empty', 'reason-given', 'placeholder-pairs']);
/** A text left in the original's language is told once, not by its missing ¿ and its English commas. */
const UNTRANSLATED = new Set(['target-equals-source', 'placeholders-kept', 'placeholder-pairs', 'codes-kept']);

/** What the checks of the unit's mode find, in the order of the list; those a toolkit does not want do not run. */
export function runChecks(unit: CheckUnit, settings: CheckSettings = DEFAULTS): readonly Finding[] {
  return runSome(CHECKS, unit, settings);
}

/** {@link runChecks} with some of the checks. */
export function runSome(checks: readonly Check[], unit: CheckUnit, settings: CheckSettings): readonly Finding[] {
  const checked = new CheckedUnit(unit, settings);
  const off = settings.off ?? [];
  let only = checked.targetText.trim() === '' ? WITHOUT_TEXT : null;
  const out: Finding[] = [];
  for (const check of inMode(checks, unit.record.mode)) {
    if (only !== null && !only.has(check.name)) continue;
    if (off.length > 0 && off.includes(check.name)) continue;
    const found = check.run(checked, settings);
    if (found.length === 0) continue;
    out.push(...found);
    if (check === targetEqualsSource) only = UNTRANSLATED;
  }
  return out;
}

const byMode = new WeakMap<readonly Check[], Map<Mode, readonly Check[]>>();

/** Sorted out once for each list: a document's units are checked ten thousand at a time. */
function inMode(checks: readonly Check[], mode: Mode): readonly Check[] {
  const known = byMode.get(checks) ?? new Map<Mode, readonly Check[]>();
  byMode.set(checks, known);
  const some = known.get(mode) ?? checks.filter(({ modes }) => modes.includes(mode));
  known.set(mode, some);
  return some;
}
