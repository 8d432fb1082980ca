import type { XmlElement } from '../package/xml.ts';
import { applyEdits, type Edit } from './edits.ts';
import { name12 } from './names12.ts';
import type { OpenXliff } from './open.ts';
import { attributesOf, withAttribute } from './tags.ts';
import { prefixOf } from './validate/structure.ts';

/** Elements of the standard in which people's words and names stand beside the text itself. */
const REMOVED: ReadonlySet<string> = new Set([
  'xlf:notes',
  'xlf:skeleton',
  'note',
  'alt-trans',
  'prop-group',
  'context-group',
  'phase-group',
  'reference',
  'skl',
  'glossary',
]);
const CORE: ReadonlySet<string> = new Set(['xlf', 'xlf12', '']);
/** Modules whose attributes say how text looks and how long it may be. */
const KEPT: ReadonlySet<string> = new Set(['xml', 'xmlns', 'fs', 'slr']);
/** Attributes that may name people or files of theirs. */
const PERSONAL: ReadonlySet<string> = new Set([
  'contact-name',
  'contact-email',
  'contact-phone',
  'job-id',
  'phase-name',
  'comment',
]);
const COMMENT_EDGES: ReadonlySet<string> = new Set(['xlf:mrk', 'xlf:sm', 'xlf:em']);

/** A file for participants holds the two texts and their codes, nothing that people wrote beside them (trust.md). */
export function stripped({ root, part }: Pick<OpenXliff, 'root' | 'part'>): string {
  const edits: Edit[] = [];
  const comments = new Set<string>();
  const visit = (element: XmlElement): void => {
    if (isComment(element, comments)) {
      edits.push({ start: element.start, end: element.contentStart, text: '' });
      if (element.contentEnd < element.end) edits.push({ start: element.contentEnd, end: element.end, text: '' });
    } else {
      edits.push(...attributeEdit(element, part.text));
    }
    for (const child of element.children) {
      const isGone = REMOVED.has(name12(child)) || REMOVED.has(child.name) || !CORE.has(prefixOf(child.name));
      if (isGone) edits.push({ start: child.start, end: child.end, text: '' });
      else visit(child);
    }
  };
  visit(root);
  return applyEdits(part.text, edits);
}

/** A comment on a span goes with its marks; ids of markers without an element around are remembered for their ends. */
function isComment({ name, attributes }: XmlElement, seen: Set<string>): boolean {
  if (!COMMENT_EDGES.has(name)) return false;
  if (name === 'xlf:em') return seen.has(attributes['startRef'] ?? '');
  if (attributes['type'] !== 'comment') return false;
  seen.add(attributes['id'] ?? '');
  return true;
}

function attributeEdit(element: XmlElement, text: string): readonly Edit[] {
  const tag = text.slice(element.start, element.contentStart);
  let clean = tag;
  for (const name of attributesOf(tag).keys()) {
    const colon = name.indexOf(':');
    const isGone = colon < 0 ? PERSONAL.has(name) : !KEPT.has(name.slice(0, colon));
    if (isGone) clean = withAttribute(clean, name, null);
  }
  if (element.attributes['original'] !== undefined) clean = withAttribute(clean, 'original', '');
  return clean === tag ? [] : [{ start: element.start, end: element.contentStart, text: clean }];
}
