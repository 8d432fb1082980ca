import type { XmlElement } from '#main/formats/package/xml.ts';
import { isCode, type Scope } from './scope.ts';
import type { Report } from './violation.ts';

/** `subType` values of the standard's own authority and the `type` each needs (4.3.1.39). */
const SUBTYPES: Readonly<Record<string, string>> = {
  'xlf:lb': 'fmt',
  'xlf:pb': 'fmt',
  'xlf:b': 'fmt',
  'xlf:i': 'fmt',
  'xlf:u': 'fmt',
  'xlf:var': 'ui',
};

const DATA_REFERENCES = ['dataRef', 'dataRefStart', 'dataRefEnd'] as const;
const SUB_FLOWS = ['subFlows', 'subFlowsStart', 'subFlowsEnd'] as const;

/** Constraints on each code by itself: what it refers to and which attributes need which (4.2.3, 4.3.1). */
export function checkCodes(scope: Scope, units: ReadonlySet<string>, report: Report): void {
  const all = [...scope.sourceInlines, ...scope.targetInlines];
  const byId = new Map<string, XmlElement>();
  for (const code of all) byId.set(code.attributes['id'] ?? '', code);
  for (const code of all) {
    if (code.name === 'xlf:cp') checkCodePoint(code, report);
    if (!isCode(code)) continue;
    checkData(code, scope, report);
    checkCopy(code, byId, report);
    checkEditing(code, report);
    checkType(code, report);
    for (const name of SUB_FLOWS) {
      const flows = code.attributes[name]?.trim().split(/\s+/u) ?? [];
      if (flows.some((flow) => !units.has(flow))) report('subFlowsReference', code, name);
    }
  }
  for (const data of scope.element.child('xlf:originalData')?.children ?? []) {
    for (const point of data.children) checkCodePoint(point, report);
  }
}

/** Only characters XML cannot hold are written as code points (4.2.3.1). */
function checkCodePoint(point: XmlElement, report: Report): void {
  const value = Number.parseInt(point.attributes['hex'] ?? '', 16);
  const isControl = value < 0x20 && value !== 0x09 && value !== 0x0a && value !== 0x0d;
  const isSurrogate = value >= 0xd800 && value <= 0xdfff;
  if (!(isControl || isSurrogate || value === 0xfffe || value === 0xffff)) report('codePointNeeded', point);
}

function checkData(code: XmlElement, { data }: Scope, report: Report): void {
  for (const name of DATA_REFERENCES) {
    const reference = code.attributes[name];
    if (reference !== undefined && !data.has(reference)) report('dataReference', code, name);
  }
}

function checkCopy(code: XmlElement, byId: ReadonlyMap<string, XmlElement>, report: Report): void {
  const { copyOf } = code.attributes;
  if (copyOf === undefined) return;
  const base = byId.get(copyOf);
  if (base === undefined || !isCode(base)) report('copyOfReference', code, copyOf);
  else if (base.attributes['canCopy'] === 'no') report('copyOfCanCopy', code, copyOf);
  if (
    [code, base].some(
      (each) => each !== undefined && DATA_REFERENCES.some((name) => each.attributes[name] !== undefined),
    )
  ) {
    report('copyOfWithData', code, copyOf);
  }
}

/** What must keep its place can neither be copied nor deleted (4.3.1.6). */
function checkEditing(code: XmlElement, report: Report): void {
  const { canReorder = 'yes', canCopy, canDelete } = code.attributes;
  if (canReorder !== 'yes' && !(canCopy === 'no' && canDelete === 'no')) report('canReorderContext', code);
}

function checkType(code: XmlElement, report: Report): void {
  const { type, subType } = code.attributes;
  if (subType === undefined) return;
  if (type === undefined) report('subTypeWithoutType', code);
  else if (subType.startsWith('xlf:') && SUBTYPES[subType] !== type) report('subTypeValue', code, subType);
}
