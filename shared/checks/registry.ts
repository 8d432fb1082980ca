import { adaptationReason } from './adaptation-reason.ts';
import type { Check, CheckSettings, CheckUnit, Finding } from './check.ts';
import { openingMarks } from './opening-marks.ts';
import { placeholderPairs } from './placeholder-pairs.ts';
import { placeholdersKept } from './placeholders-kept.ts';
import { targetEmpty } from './target-empty.ts';
import { targetEqualsSource } from './target-equals-source.ts';

/** All checks: a new one is a file and a line here. */
export const CHECKS: readonly Check[] = [
  targetEmpty,
  targetEqualsSource,
  adaptationReason,
  placeholdersKept,
  placeholderPairs,
  openingMarks,
];

const DEFAULTS: CheckSettings = { sourceLanguage: 'en', targetLanguage: 'es-BO' };

/** What the checks of the unit's mode find. An empty target is told once, not once per placeholder it lacks. */
export function runChecks(unit: CheckUnit, settings: CheckSettings = DEFAULTS): readonly Finding[] {
  const findings = CHECKS.filter((check) => check.modes.includes(unit.record.mode)).flatMap((check) => [
    ...check.run(unit, settings),
  ]);
  const isEmpty = findings.some((finding) => finding.code === 'targetEmpty');
  return isEmpty ? findings.filter((finding) => finding.code !== 'placeholderMissing') : findings;
}
