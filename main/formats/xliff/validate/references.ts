import type { XmlElement } from '#main/formats/package/xml.ts';
import type { Scope } from './scope.ts';
import { isNmtoken } from './values.ts';
import type { Report } from './violation.ts';

/** Selectors of the structure, outermost first, and those that can only come last (4.1). */
const STRUCTURE = ['f', 'g', 'u'] as const;
const LEAVES: ReadonlySet<string> = new Set(['n', 'd', 't']);
/** Prefixes of the modules and those registered for extensions. */
const REGISTERED: ReadonlySet<string> = new Set(['gls', 'mtc', 'mda', 'res', 'ctr', 'slr', 'val', 'fs', 'its', 'tbx']);

interface Selector {
  readonly prefix: string | null;
  readonly id: string;
}

function selectorsOf(fragment: string): readonly Selector[] {
  return fragment
    .replace(/^\//u, '')
    .split('/')
    .map((word) => {
      const equals = word.indexOf('=');
      return equals < 0 ? { prefix: null, id: word } : { prefix: word.slice(0, equals), id: word.slice(equals + 1) };
    });
}

/** The rule a fragment identifier breaks (4.1): syntax, known prefixes, outer before inner, one leaf, last. */
function fragmentRule(fragment: string): string | null {
  const selectors = selectorsOf(fragment);
  if (selectors.some(({ prefix, id }) => !isNmtoken(id) || (prefix !== null && !isNmtoken(prefix)))) {
    return 'fragmentSyntax';
  }
  let level = -1;
  for (const [index, { prefix }] of selectors.entries()) {
    const at = STRUCTURE.indexOf(prefix as (typeof STRUCTURE)[number]);
    const isLeaf = at < 0;
    if (isLeaf && prefix !== null && !LEAVES.has(prefix) && !REGISTERED.has(prefix)) return 'fragmentPrefix';
    if (isLeaf && index < selectors.length - 1) return 'fragmentLeaf';
    if (!isLeaf && at <= level) return at === level ? 'fragmentRepeated' : 'fragmentOrder';
    if (!isLeaf) level = at;
  }
  return null;
}

/** References within the document: of annotations, matches and glossary entries. Those into other files are not followed. */
export function checkReferences(scope: Scope, report: Report): void {
  if (scope.element !== scope.unit) return;
  const markers = [...scope.sourceInlines, ...scope.targetInlines];
  for (const marker of markers) {
    if (marker.name !== 'xlf:mrk' && marker.name !== 'xlf:sm') continue;
    checkFragment(marker, report);
    if (marker.attributes['type'] === 'comment') checkComment(marker, scope, report);
    if (marker.attributes['type'] === 'mtc:match' && marker.attributes['ref'] !== undefined)
      report('matchMarker', marker);
  }
  checkPointers(scope, report);
}

function checkFragment(element: XmlElement, report: Report): boolean {
  const { ref } = element.attributes;
  const broken = ref?.startsWith('#') === true ? fragmentRule(ref.slice(1)) : null;
  if (broken !== null) report(broken, element, ref);
  return broken === null;
}

/** A comment is a value or a note of the same unit, one of the two (4.7.3.1.3). */
function checkComment(marker: XmlElement, { unit }: Scope, report: Report): void {
  const { ref, value } = marker.attributes;
  if ((ref === undefined) === (value === undefined)) {
    report('commentValueOrRef', marker);
    return;
  }
  if (ref !== undefined && !isNoteOf(unit, ref)) report('commentReference', marker, ref);
}

function isNoteOf(unit: XmlElement, ref: string): boolean {
  if (!ref.startsWith('#')) return false;
  const selectors = selectorsOf(ref.slice(1));
  const leaf = selectors.at(-1);
  const notes = unit.child('xlf:notes')?.children ?? [];
  if (leaf?.prefix !== 'n' || !notes.some(({ attributes }) => attributes['id'] === leaf.id)) return false;
  // Without a unit the path means the one it stands in, unless it names another place.
  const outer = selectors.slice(0, -1);
  if (outer.length === 0) return true;
  const named = new Map(outer.map(({ prefix, id }) => [prefix, id]));
  return named.get('u') === unit.attributes['id'] && (named.get('f') ?? fileId(unit)) === fileId(unit);
}

function fileId(unit: XmlElement): string | undefined {
  for (let at: XmlElement | null = unit; at !== null; at = at.parent)
    if (at.name === 'xlf:file') return at.attributes['id'];
  return undefined;
}

/** Matches and glossary entries point at text of their unit: a segment or a span of it (5.1.3.1, 5.2.3). */
function checkPointers(scope: Scope, report: Report): void {
  const pointers = scope.unit.children.flatMap((child) => {
    if (child.name === 'mtc:matches') return child.children;
    return child.name === 'gls:glossary' ? child.children.flatMap((entry) => [entry, ...entry.children]) : [];
  });
  const source = idsOf([...scope.parts, ...scope.sourceInlines]);
  const target = idsOf(scope.targetInlines);
  for (const pointer of pointers) {
    const { ref } = pointer.attributes;
    if (ref?.startsWith('#') !== true || !checkFragment(pointer, report)) continue;
    const selectors = selectorsOf(ref.slice(1));
    const leaf = selectors.at(-1);
    if (selectors.length > 1 || leaf === undefined) continue;
    const ids = leaf.prefix === 't' ? target : source;
    const isInUnit = leaf.prefix === null || leaf.prefix === 't';
    if (!isInUnit || !ids.has(leaf.id))
      report(pointer.name === 'mtc:match' ? 'matchReference' : 'glossaryReference', pointer, ref);
  }
}

function idsOf(elements: readonly XmlElement[]): ReadonlySet<string> {
  return new Set(elements.flatMap(({ attributes }) => attributes['id'] ?? []));
}
