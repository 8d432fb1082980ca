import type { XmlElement } from '#main/formats/package/xml.ts';
import type { Scope } from './scope.ts';
import { prefixOf } from './structure.ts';
import type { Report } from './violation.ts';

/** Reports every element whose id another one of the same list has. */
export function checkUnique(elements: Iterable<XmlElement>, rule: string, report: Report): void {
  const seen = new Set<string>();
  for (const element of elements) {
    const { id } = element.attributes;
    if (id === undefined) continue;
    if (seen.has(id)) report(rule, element, id);
    seen.add(id);
  }
}

/** Ids among the files of the document and within each file (4.3.1.21, `id`). */
export function checkFileIds(root: XmlElement, report: Report): void {
  const files = root.children.filter(({ name }) => name === 'xlf:file');
  checkUnique(files, 'fileIdUnique', report);
  for (const file of files) {
    const inside = [...structureOf(file)];
    checkUnique(
      inside.filter(({ name }) => name === 'xlf:group'),
      'groupIdUnique',
      report,
    );
    checkUnique(
      inside.filter(({ name }) => name === 'xlf:unit'),
      'unitIdUnique',
      report,
    );
    for (const element of [file, ...inside]) checkOwnIds(element, report);
  }
}

function* structureOf(parent: XmlElement): Generator<XmlElement> {
  for (const child of parent.children) {
    if (child.name !== 'xlf:group' && child.name !== 'xlf:unit') continue;
    yield child;
    if (child.name === 'xlf:group') yield* structureOf(child);
  }
}

function checkOwnIds(element: XmlElement, report: Report): void {
  checkUnique(element.child('xlf:notes')?.children ?? [], 'noteIdUnique', report);
  const seen = new Set<string>();
  for (const child of element.children) if (isExtension(child)) checkExtensionIds(child, seen, report);
}

function isExtension({ name }: XmlElement): boolean {
  return prefixOf(name) === '{}';
}

/** An extension's `id` and `xml:id` are unique within the nearest file, group or unit, nested ones included (4.7.1). */
function checkExtensionIds(element: XmlElement, seen: Set<string>, report: Report): void {
  const id = element.attributes['id'] ?? element.attributes['xml:id'];
  if (id !== undefined) {
    const key = `${element.name.slice(0, element.name.indexOf('}'))} ${id}`;
    if (seen.has(key)) report('extensionIdUnique', element, id);
    seen.add(key);
  }
  for (const child of element.children) checkExtensionIds(child, seen, report);
}

/** Ids within a unit or match: parts and codes share one space; a target's codes repeat the source's or are new. */
export function checkScopeIds(scope: Scope, report: Report): void {
  const { element, parts } = scope;
  checkUnique(element.child('xlf:originalData')?.children ?? [], 'dataIdUnique', report);
  const segments = element === scope.unit ? parts : [];
  const source = scope.sourceInlines;
  const target = scope.targetInlines;
  checkUnique([...segments, ...source], 'partIdUnique', report);
  checkUnique(target, 'targetIdUnique', report);
  const taken = new Set(segments.map(({ attributes }) => attributes['id']));
  const originals = new Map(source.map((each) => [each.attributes['id'], each]));
  for (const each of target) {
    const { id } = each.attributes;
    if (id === undefined) continue;
    const original = originals.get(id);
    if (taken.has(id)) report('targetIdUnique', each, id);
    if (original !== undefined && kindOf(original) !== kindOf(each)) report('targetCodeMatchesSource', each, id);
  }
}

/** A spanning code and its markers are two spellings of one thing, as are an annotation and its (4.7.2.3). */
function kindOf({ name }: XmlElement): string {
  if (name === 'xlf:pc') return 'xlf:sc';
  return name === 'xlf:mrk' ? 'xlf:sm' : name;
}
