import type { XmlElement } from '#main/formats/package/xml.ts';
import { checkCodes } from './codes.ts';
import { checkFileIds, checkScopeIds } from './ids.ts';
import { checkLanguages } from './languages.ts';
import { checkFileModules } from './modules.ts';
import { checkPairs } from './pairs.ts';
import { checkReferences } from './references.ts';
import { scopesOf, unitsOf } from './scope.ts';
import { checkSequence } from './sequence.ts';
import { checkStructure } from './structure.ts';
import type { Report, Violation } from './violation.ts';

const VERSIONS: ReadonlySet<string> = new Set(['2.0', '2.1']);

/**
 * Every constraint of XLIFF 2.1 (core and modules) a document breaks, those of the structure first: what schemas check and
 * what they cannot. The constraints on contents are tried only on a document whose structure is right.
 */
export function violationsOf(root: XmlElement): readonly Violation[] {
  const violations: Violation[] = [];
  const report: Report = (rule, element, detail) => {
    violations.push({ rule, element, ...(detail === undefined ? {} : { detail }) });
  };
  checkStructure(root, report);
  if (!VERSIONS.has(root.attributes['version'] ?? '')) report('version', root);
  if (violations.length > 0) return violations;
  checkFileIds(root, report);
  for (const file of root.children) checkFile(root, file, report);
  return violations;
}

function checkFile(root: XmlElement, file: XmlElement, report: Report): void {
  checkFileModules(file, report);
  const units = unitsOf(file);
  const ids = new Set(units.flatMap(({ attributes }) => attributes['id'] ?? []));
  for (const unit of units) {
    if (unit.child('xlf:segment') === undefined) report('unitWithoutSegment', unit);
    for (const part of unit.children) {
      const { state, subState } = part.attributes;
      if (part.name === 'xlf:segment' && subState !== undefined && state === undefined)
        report('subStateWithoutState', part);
    }
    for (const scope of scopesOf(unit)) {
      checkLanguages(root, scope, report);
      checkCodes(scope, ids, report);
      checkPairs(scope, report);
      checkScopeIds(scope, report);
      checkSequence(scope, report);
      checkReferences(scope, report);
    }
  }
}
