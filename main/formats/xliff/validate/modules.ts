import { descendants, type XmlElement } from '#main/formats/package/xml.ts';
import { checkUnique } from './ids.ts';
import type { Report } from './violation.ts';

const LOOKED_AT: ReadonlySet<string> = new Set([
  'xlf:skeleton',
  'gls:glossary',
  'mtc:matches',
  'mda:metadata',
  'res:resourceData',
  'val:rule',
]);
const GLOSSARY: ReadonlySet<string> = new Set(['gls:glossEntry', 'gls:translation']);
const GROUPS: ReadonlySet<string> = new Set(['mda:metaGroup']);
const CONDITIONS = ['isPresent', 'isNotPresent', 'startsWith', 'endsWith'] as const;

/** Constraints of the modules that schemas leave open (5.1 to 5.8), and of the skeleton (4.2.2.3). */
export function checkFileModules(file: XmlElement, report: Report): void {
  const items = new Set<string>();
  for (const element of descendants(file, LOOKED_AT)) {
    switch (element.name) {
      case 'xlf:skeleton':
        checkHrefOrContent(element, 'skeletonHref', report);
        break;
      case 'gls:glossary':
        checkGlossary(element, report);
        break;
      case 'mtc:matches':
        checkMatches(element, report);
        break;
      case 'mda:metadata':
        checkUnique([element, ...descendants(element, GROUPS)], 'metadataIdUnique', report);
        break;
      case 'res:resourceData':
        checkResources(element, items, report);
        break;
      default:
        checkValidationRule(element, report);
    }
  }
  checkStyles(file, report);
}

function checkHrefOrContent(element: XmlElement, rule: string, report: Report): void {
  const isEmpty = element.children.length === 0 && element.text.trim() === '';
  if ((element.attributes['href'] !== undefined) !== isEmpty) report(rule, element);
}

function checkGlossary(glossary: XmlElement, report: Report): void {
  checkUnique(descendants(glossary, GLOSSARY), 'glossaryIdUnique', report);
  for (const entry of glossary.children) {
    const hasMeaning = entry.child('gls:translation') ?? entry.child('gls:definition');
    if (hasMeaning === undefined) report('glossaryEntry', entry);
  }
}

function checkMatches(matches: XmlElement, report: Report): void {
  checkUnique(matches.children, 'matchIdUnique', report);
  for (const match of matches.children) {
    const { type, subType } = match.attributes;
    if (subType !== undefined && type === undefined) report('subTypeWithoutType', match);
  }
}

/** Items can be referred to by what comes after them in the file. */
function checkResources(data: XmlElement, items: Set<string>, report: Report): void {
  checkUnique(data.children, 'resourceIdUnique', report);
  for (const item of data.children) {
    const { id, ref = '' } = item.attributes;
    if (item.name === 'res:resourceItemRef' && !items.has(ref)) report('resourceReference', item, ref);
    if (item.name !== 'res:resourceItem') continue;
    if (id !== undefined) items.add(id);
    for (const child of item.children) {
      if (child.name !== 'res:reference') checkHrefOrContent(child, 'resourceHref', report);
    }
  }
}

/** One condition per rule, or one of another namespace (5.8.4.2). */
function checkValidationRule(rule: XmlElement, report: Report): void {
  const given = CONDITIONS.filter((name) => rule.attributes[name] !== undefined);
  const isForeign = Object.keys(rule.attributes).some((name) => /^(?!xml)[^:]+:|^\{/u.test(name));
  if (given.length > 1 || (given.length === 0 && !isForeign)) report('validationRule', rule);
  if (rule.attributes['occurs'] !== undefined && given[0] !== 'isPresent') report('validationRule', rule, 'occurs');
}

/** `fs:subFs` details a style, so there must be one (5.3.6.2). */
function checkStyles(element: XmlElement, report: Report): void {
  if (element.attributes['fs:subFs'] !== undefined && element.attributes['fs:fs'] === undefined) {
    report('styleMissing', element);
  }
  if (element.attributes['slr:sizeInfo'] !== undefined && element.attributes['slr:sizeInfoRef'] !== undefined) {
    report('sizeInfo', element);
  }
  for (const child of element.children) checkStyles(child, report);
}
