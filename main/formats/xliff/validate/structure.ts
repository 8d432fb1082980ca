import type { XmlElement } from '#main/formats/package/xml.ts';
import type { ElementRule, Slot } from './element-rule.ts';
import { ELEMENTS } from './elements.ts';
import { VALUE_TYPES } from './values.ts';
import type { Report } from './violation.ts';

/** Namespaces whose every element is in the table: another name in them is a mistake. */
const CLOSED: ReadonlySet<string> = new Set(['xlf', 'mtc', 'gls', 'mda', 'res', 'slr', 'val', 'fs']);
/** Modules whose attributes may stand on inline codes. */
const MODULES: ReadonlySet<string> = new Set(['fs', 'slr', 'its', 'itsm', 'ctr', 'xml', 'xmlns']);
/** Attributes modules define for elements of others; every other name in their namespaces is a mistake. */
const MODULE_ATTRIBUTES: Readonly<Record<string, keyof typeof VALUE_TYPES>> = {
  'fs:fs': 'style',
  'fs:subFs': 'text',
  'slr:equivStorage': 'text',
  'slr:sizeInfo': 'text',
  'slr:sizeInfoRef': 'id',
  'slr:sizeRestriction': 'text',
  'slr:storageRestriction': 'text',
};

/**
 * Content models and attribute values: what the schemas of XLIFF 2.1 can express, and the limits on extensions they
 * leave open (4.7.1, 4.3.1). Extensions are not looked into.
 */
export function checkStructure(root: XmlElement, report: Report): void {
  const rule = ELEMENTS.get(root.name);
  if (rule === undefined) {
    if (CLOSED.has(prefixOf(root.name))) report('unexpectedElement', root);
    return;
  }
  checkAttributes(root, rule, report);
  checkContent(root, rule, report);
  checkModules(root, report);
  for (const child of root.children) checkStructure(child, report);
}

function checkAttributes(element: XmlElement, rule: ElementRule, report: Report): void {
  const { attributes } = element;
  for (const name of rule.required) if (attributes[name] === undefined) report('missingAttribute', element, name);
  for (const name in attributes) {
    const type = rule.attributes.get(name) ?? MODULE_ATTRIBUTES[name];
    const value = attributes[name] as string;
    if (type === undefined) {
      if (!isAllowed(name, rule)) report('unexpectedAttribute', element, name);
    } else if (!VALUE_TYPES[type](value)) {
      report('attributeValue', element, name);
    } else if (!rule.attributes.has(name) && !isAllowed(name, rule)) {
      report('unexpectedAttribute', element, name);
    }
  }
}

function isAllowed(name: string, { foreign, attributes }: ElementRule): boolean {
  if (name === 'xmlns' || name.startsWith('xmlns:')) return true;
  const prefix = prefixOf(name);
  if (prefix === '') return false;
  if (CLOSED.has(prefix) && MODULE_ATTRIBUTES[name] === undefined) return false;
  if (prefix === 'xml') return foreign === 'any' || attributes.has(name);
  return foreign === 'any' || (foreign === 'modules' && MODULES.has(prefix));
}

function checkContent(element: XmlElement, rule: ElementRule, report: Report): void {
  if (!rule.hasText && element.text.trim() !== '') report('unexpectedText', element);
  let at = 0;
  let filled = false;
  for (const child of element.children) {
    let slot = rule.slots[at];
    while (slot !== undefined && !(takes(slot, child) && (!filled || slot.isRepeatable))) {
      if (slot.isRequired && !filled) report('missingElement', element, shortName(slot));
      at += 1;
      filled = false;
      slot = rule.slots[at];
    }
    if (slot === undefined) {
      report('unexpectedElement', child);
      return;
    }
    filled = true;
  }
  for (const [index, slot] of rule.slots.entries()) {
    const isMissing = slot.isRequired && (index > at || (index === at && !filled));
    if (isMissing) report('missingElement', element, shortName(slot));
  }
}

function takes({ names }: Slot, { name }: XmlElement): boolean {
  return names === null ? prefixOf(name) !== 'xlf' : names.has(name);
}

function shortName({ names }: Slot): string {
  const [first = 'other'] = names ?? [];
  return first.slice(first.indexOf(':') + 1);
}

/** Each module says of its outermost element: zero or one per element it extends. */
function checkModules(element: XmlElement, report: Report): void {
  if (!EXTENSIBLE.has(element.name)) return;
  const seen = new Set<string>();
  for (const child of element.children) {
    if (!SINGLE.has(child.name)) continue;
    if (seen.has(child.name)) report('moduleOnce', child);
    seen.add(child.name);
  }
}

const EXTENSIBLE: ReadonlySet<string> = new Set(['xlf:file', 'xlf:group', 'xlf:unit']);
const SINGLE: ReadonlySet<string> = new Set([
  'mtc:matches',
  'gls:glossary',
  'mda:metadata',
  'res:resourceData',
  'slr:profiles',
  'slr:data',
  'val:validation',
]);

/** The prefix by which the code knows a name's namespace; a namespace it does not know is a prefix of its own. */
export function prefixOf(name: string): string {
  if (name.startsWith('{')) return '{}';
  const colon = name.indexOf(':');
  return colon < 0 ? '' : name.slice(0, colon);
}
