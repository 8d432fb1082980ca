import type { CheckSettings, CheckUnit, Finding } from '#shared/checks/check.ts';
import { CHECKS, runSome } from '#shared/checks/registry.ts';
import { plain, type Content, type PlaceholderKind, type PlaceholderRun } from '#shared/model/content.ts';
import type { Adaptation, UnitRecord } from '#shared/model/unit.ts';
import { unitRecord } from './unit-record.ts';

export const ENGLISH_TO_BOLIVIA: CheckSettings = { sourceLanguage: 'en', targetLanguage: 'es-BO' };

export function checkRecord(content: Content | string, more: Partial<UnitRecord> = {}): UnitRecord {
  return unitRecord('u1', content, more);
}

export function checkUnit(
  target: Content | string,
  source: Content | string,
  more: Partial<UnitRecord> = {},
): CheckUnit {
  return { record: checkRecord(target, more), source: typeof source === 'string' ? plain(source) : source };
}

/** What the named checks find, in the order of the list. */
export function findingsBy(
  names: readonly string[],
  unit: CheckUnit,
  settings: CheckSettings = ENGLISH_TO_BOLIVIA,
): readonly Finding[] {
  const checks = CHECKS.filter(({ name }) => names.includes(name));
  if (checks.length !== names.length) throw new Error(`no such check: ${names.join(', ')}`);
  return runSome(checks, unit, settings);
}

export function chip(placeholder: number, kind: PlaceholderKind = 'image', label = ''): PlaceholderRun {
  return { placeholder, kind, label };
}

export function because(reason: Adaptation['reason'], more: Partial<Adaptation> = {}): Adaptation {
  return { reason, author: 'María', at: '2026-01-01T00:00:00Z', ...more };
}
