import { descendants, type XmlElement } from '#main/formats/package/xml.ts';
import { checkUnique } from './ids.ts';
import type { Report } from './violation.ts';

const GLOSSARY: ReadonlySet<string> = new Set(['gls:glossEntry', 'gls:translation']);
const GROUPS: ReadonlySet<string> = new Set(['mda:metaGroup']);
const CONDITIONS = ['isPresent', 'isNotPresent', 'startsWith', 'endsWith'] as const;

/** Constraints of the modules that schemas leave open (5.1 to 5.8), and of the skeleton (4.2.2.3). */
export function checkFileModules(file: XmlElement, report: Report): void {
  const items = new Set<string>();
  const visit = (element: XmlElement): void => {
    checkStyle(element, report);
    if (element.name === 'xlf:skeleton') checkHrefOrContent(element, 'skeletonHref', report);
    else if (element.name === 'gls:glossary') checkGlossary(element, report);
    else if (element.name === 'mtc:matches') checkMatches(element, report);
    else if (element.name === 'res:resourceData') checkResources(element, items, report);
    else if (element.name === 'val:rule') checkValidationRule(element, report);
    else if (element.name === 'mda:metadata') {
      checkUnique([element, ...descendants(element, GROUPS)], 'metadataIdUnique', report);
    }
    for (const child of element.children) visit(child);
  };
  visit(file);
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
function checkStyle(element: XmlElement, report: Report): void {
  const { attributes } = element;
  if (attributes['fs:subFs'] !== undefined && attributes['fs:fs'] === undefined) report('styleMissing', element);
  const isTwice = attributes['slr:sizeInfo'] !== undefined && attributes['slr:sizeInfoRef'] !== undefined;
  if (isTwice) report('sizeInfo', element);
}
