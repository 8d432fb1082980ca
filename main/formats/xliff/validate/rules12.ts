import { descendants, type XmlElement } from '#main/formats/package/xml.ts';
import { child12, name12 } from '../names12.ts';
import type { Report, Violation } from './violation.ts';

const INLINE: ReadonlySet<string> = new Set(['g', 'x', 'bx', 'ex', 'bpt', 'ept', 'ph', 'it', 'mrk', 'sub']);
const EMPTY: ReadonlySet<string> = new Set(['x', 'bx', 'ex']);
const NEEDS_ID: ReadonlySet<string> = new Set(['g', 'x', 'bx', 'ex', 'bpt', 'ept', 'ph', 'it']);
const CODE_INSIDE: ReadonlySet<string> = new Set(['bpt', 'ept', 'ph', 'it']);

/**
 * The constraints of XLIFF 1.2 a translation depends on: the frame of files and units, ids, and inline codes. Tools of
 * that time extend it freely, so everything else is let through, and comes back as it was.
 */
export function violationsOf12(root: XmlElement): readonly Violation[] {
  const violations: Violation[] = [];
  const report: Report = (rule, element, detail) => {
    violations.push({ rule, element, ...(detail === undefined ? {} : { detail }) });
  };
  const files = root.children.filter((child) => name12(child) === 'file');
  if (files.length === 0) report('missingElement', root, 'file');
  for (const file of files) {
    if (file.attributes['source-language'] === undefined) report('missingAttribute', file, 'source-language');
    if (child12(file, 'body') === undefined) report('missingElement', file, 'body');
    checkUnits(file, report);
  }
  return violations;
}

const UNITS: ReadonlySet<string> = new Set(['xlf12:trans-unit', 'trans-unit']);

function checkUnits(file: XmlElement, report: Report): void {
  const seen = new Set<string>();
  for (const unit of descendants(file, UNITS)) {
    const { id } = unit.attributes;
    if (id === undefined) report('missingAttribute', unit, 'id');
    else if (seen.has(id)) report('unitIdUnique', unit, id);
    seen.add(id ?? '');
    const sources = unit.children.filter((child) => name12(child) === 'source');
    const targets = unit.children.filter((child) => name12(child) === 'target');
    if (sources.length === 0) report('missingElement', unit, 'source');
    if (sources.length > 1) report('unexpectedElement', sources[1] as XmlElement);
    if (targets.length > 1) report('unexpectedElement', targets[1] as XmlElement);
    for (const content of [...sources, ...targets]) checkInline(content, report);
  }
}

function checkInline(content: XmlElement, report: Report): void {
  const starts = new Set<string>();
  const ends: XmlElement[] = [];
  const visit = (element: XmlElement): void => {
    for (const child of element.children) {
      const name = name12(child);
      if (!INLINE.has(name)) {
        // Elements of other namespaces may stand anywhere; the standard's own may not.
        if (!name.startsWith('{') && !child.name.includes(':')) report('unexpectedElement', child);
        else if (child.name.startsWith('xlf12:')) report('unexpectedElement', child);
        continue;
      }
      const { id, rid } = child.attributes;
      if (NEEDS_ID.has(name) && id === undefined) report('missingAttribute', child, 'id');
      if (EMPTY.has(name) && child.nodes.length > 0) report('unexpectedText', child);
      if (
        CODE_INSIDE.has(name) &&
        child.children.some((inner) => INLINE.has(name12(inner)) && name12(inner) !== 'sub')
      ) {
        report('unexpectedElement', child);
      }
      if (name === 'bpt') starts.add(rid ?? id ?? '');
      if (name === 'ept') ends.push(child);
      visit(child);
    }
  };
  visit(content);
  for (const end of ends) {
    const { id, rid } = end.attributes;
    if (!starts.has(rid ?? id ?? '')) report('eptWithoutBpt', end, rid ?? id ?? '');
  }
}
