import { isText, type Content } from '#shared/model/content.ts';
import type { Mode, UnitRecord } from '#shared/model/unit.ts';

/** Every finding there can be; the sentences are in the locales. */
export type CheckCode =
  | 'targetEmpty'
  | 'targetEqualsSource'
  | 'reasonMissing'
  | 'noteMissing'
  | 'referenceMissing'
  | 'placeholderMissing'
  | 'placeholderExtra'
  | 'placeholderPairing'
  | 'openingMarkMissing'
  | 'closingMarkMissing';

/** `error`: an export may insist on none. `info`: shown only when asked for. */
export type Severity = 'error' | 'warning' | 'info';

/** A stretch of the target, in content positions; `to` is not in it. */
export interface ContentRange {
  readonly from: number;
  readonly to: number;
}

/** Something a person should look at (aviso). */
export interface Finding {
  readonly code: CheckCode;
  readonly params: Readonly<Record<string, string | number>>;
  readonly severity: Severity;
  readonly range?: ContentRange;
}

/** What a check sees: a unit as it is, and its source blocks joined by line feeds, in the document's placeholder numbers. */
export interface CheckUnit {
  readonly record: UnitRecord;
  readonly source: Content;
}

/** BCP 47. */
export interface CheckSettings {
  readonly sourceLanguage: string;
  readonly targetLanguage: string;
}

/** One quality check: pure, and run only in the modes it names (checks.md). */
export interface Check {
  readonly name: string;
  readonly modes: readonly Mode[];
  run(unit: CheckUnit, settings: CheckSettings): readonly Finding[];
}

/** Text with one character per content position: placeholders are U+FFFC. Its offsets are content positions. */
export function textByPosition(content: Content): string {
  return content.map((run) => (isText(run) ? run.text : '\uFFFC')).join('');
}

/** `es` of `es-BO`. */
export function primaryLanguage(tag: string): string {
  return tag.split('-', 1)[0]?.toLowerCase() ?? '';
}
