import type { Content } from '#shared/model/content.ts';
import type { Mode, UnitRecord } from '#shared/model/unit.ts';
import type { CheckedUnit } from './checked-unit.ts';
import type { CheckCode } from './codes.ts';
import type { TermFinder } from './terms/term-finder.ts';

export type { CheckCode } from './codes.ts';

/** `error`: surely wrong; an export may insist on none. `info`: shown only when asked for. */
export type Severity = 'error' | 'warning' | 'info';

/** A stretch of the target, in content positions; `to` is not in it. */
export interface ContentRange {
  readonly from: number;
  readonly to: number;
}

/** Text to be put in place of a stretch of the target; see `applyFix`. */
export interface Replacement extends ContentRange {
  readonly text: string;
}

/** Something a person should look at (aviso). */
export interface Finding {
  readonly code: CheckCode;
  readonly params: Readonly<Record<string, string | number>>;
  readonly severity: Severity;
  readonly range?: ContentRange;
  /** What mends it without a doubt, in order and apart from each other; absent where a person has to decide. */
  readonly fix?: readonly Replacement[];
}

/** What is checked: a unit as it is, and its source blocks joined by line feeds, in the document's placeholder numbers. */
export interface CheckUnit {
  readonly record: UnitRecord;
  readonly source: Content;
  /** Its received blocks likewise; where they are not given, nothing is compared with them. */
  readonly received?: Content;
  /** Whether it no longer fits the box it stands in (`outgrowsBox` of shared/text). */
  readonly outgrowsBox?: boolean;
  /** Where a whole toolkit is checked: whether the unit stands in an agenda, which repeats the titles of activities. */
  readonly inAgenda?: boolean;
}

/** Which quotation marks a toolkit uses: «», “”, "" or whichever. */
export type QuoteStyle = 'any' | 'angular' | 'curly' | 'straight';

/** Languages are BCP 47. */
export interface CheckSettings {
  readonly sourceLanguage: string;
  readonly targetLanguage: string;
  /** Names of checks that do not run. */
  readonly off?: readonly string[];
  readonly quotes?: QuoteStyle;
  /** The glossary; without it terms are not checked. */
  readonly terms?: TermFinder;
}

/** One quality check: pure, and run only in the modes it names (checks.md). */
export interface Check {
  readonly name: string;
  readonly modes: readonly Mode[];
  run(unit: CheckedUnit, settings: CheckSettings): readonly Finding[];
}

const primary = new Map<string, string>();

/** `es` of `es-BO`. */
export function primaryLanguage(tag: string): string {
  const known = primary.get(tag);
  if (known !== undefined) return known;
  const language = tag.split('-', 1)[0]?.toLowerCase() ?? '';
  primary.set(tag, language);
  return language;
}

/** The modes of a check that looks at the target's language alone. */
export const LANGUAGE_MODES: readonly Mode[] = ['faithful', 'adapted', 'added'];
