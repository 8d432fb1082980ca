import type { XmlElement } from '#main/formats/package/xml.ts';
import type { Scope } from './scope.ts';
import type { Report } from './violation.ts';

/** Attributes a start and its end must agree in, with their defaults (4.2.3.4, 4.2.3.5). */
const SHARED = ['canCopy', 'canDelete', 'canOverlap'] as const;

/** Starts find their ends and ends their starts, in the reading order of each side. */
export function checkPairs({ sourceInlines, targetInlines }: Scope, report: Report): void {
  for (const side of [sourceInlines, targetInlines]) {
    checkCodePairs(side, report);
    checkMarkerPairs(side, report);
  }
}

function checkCodePairs(inlines: readonly XmlElement[], report: Report): void {
  const starts = new Map<string, XmlElement>();
  const ended = new Set<string>();
  for (const code of inlines) {
    if (code.name === 'xlf:sc') starts.set(code.attributes['id'] ?? '', code);
    if (code.name === 'xlf:ec') checkEnd(code, starts, ended, report);
  }
  for (const [id, start] of starts) {
    if (start.attributes['isolated'] !== 'yes' && !ended.has(id)) report('scWithoutEc', start, id);
  }
}

function checkEnd(end: XmlElement, starts: ReadonlyMap<string, XmlElement>, ended: Set<string>, report: Report): void {
  const { id, startRef, isolated, dir } = end.attributes;
  const isIsolated = isolated === 'yes';
  if (!isIsolated && (end.attributes['fs:fs'] ?? end.attributes['fs:subFs']) !== undefined) report('styleOnEc', end);
  if (isIsolated) {
    if (startRef !== undefined || id === undefined) report('isolatedEc', end);
    if (startRef !== undefined && starts.has(startRef)) report('isolatedInUnit', end, startRef);
    return;
  }
  if (startRef === undefined || id !== undefined || dir !== undefined) {
    report('ecWithoutStartRef', end);
    return;
  }
  const start = starts.get(startRef);
  if (start === undefined) report('ecWithoutSc', end, startRef);
  else if (start.attributes['isolated'] === 'yes') report('isolatedInUnit', start, startRef);
  else checkAgreement(start, end, report);
  if (ended.has(startRef)) report('ecRepeated', end, startRef);
  ended.add(startRef);
}

function checkAgreement(start: XmlElement, end: XmlElement, report: Report): void {
  for (const name of SHARED) {
    if ((start.attributes[name] ?? 'yes') !== (end.attributes[name] ?? 'yes')) report('scEcAgree', end, name);
  }
  const order = start.attributes['canReorder'] ?? 'yes';
  // The start may be the first of a sequence; its end then goes on with it.
  const expected = order === 'firstNo' ? 'no' : order;
  if ((end.attributes['canReorder'] ?? 'yes') !== expected) report('scEcAgree', end, 'canReorder');
}

function checkMarkerPairs(inlines: readonly XmlElement[], report: Report): void {
  const open = new Map<string, XmlElement>();
  for (const marker of inlines) {
    if (marker.name === 'xlf:sm') open.set(marker.attributes['id'] ?? '', marker);
    if (marker.name !== 'xlf:em') continue;
    const { startRef = '' } = marker.attributes;
    if (!open.delete(startRef)) report('emWithoutSm', marker, startRef);
  }
  for (const [id, marker] of open) report('smWithoutEm', marker, id);
}
