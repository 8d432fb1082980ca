import type { OfficePackage, Relationship } from '../package/package.ts';
import { descendants, type XmlElement } from '../package/xml.ts';
import { fieldName } from './fields.ts';
import type { DocxPart } from './model.ts';
import type { Tally } from './tally.ts';

const TRACKED = new Set(['w:ins', 'w:del', 'w:moveTo', 'w:moveFrom', 'w:subDoc']);
const PROPERTIES = new Set(['w:rPr', 'w:trPr']);
/** What a hyperlink points at is a link, not something Word would fetch. */
const LINK_TYPES = new Set(['hyperlink']);

/** Notes what people should know about a part before they work on it: tracked changes, remote things, code, objects. */
export function inspectPart(part: DocxPart, tally: Tally): void {
  if (/:(?:ins|del|moveTo|moveFrom|subDoc)[ />]/u.test(part.text)) countTracked(part.root, tally);
  for (const { field, role } of part.fields.values()) {
    if (role !== 'begin') continue;
    const name = fieldName(field.instruction);
    if (name === 'TOC') tally.note('tableOfContents');
    if (name === 'DDE' || name === 'DDEAUTO') tally.note('dde');
  }
  for (const relationship of part.relationships.values()) inspectRelationship(relationship, tally);
}

function countTracked(root: XmlElement, tally: Tally): void {
  for (const element of descendants(root, TRACKED)) {
    if (element.name === 'w:subDoc') tally.note('subDocument');
    else if (element.name === 'w:moveTo') tally.trackedMoves += PROPERTIES.has(element.parent?.name ?? '') ? 0 : 1;
    else if (element.name === 'w:ins') tally.trackedInsertions += 1;
    else if (element.name === 'w:del') tally.trackedDeletions += 1;
  }
  if (tally.trackedDeletions > 0) tally.noteOnce('deletedText');
}

function inspectRelationship({ type, target, external }: Relationship, tally: Tally): void {
  if (external && type === 'attachedTemplate') tally.note('remoteTemplate', hostOf(target));
  else if (external && !LINK_TYPES.has(type)) tally.note('externalTarget', hostOf(target));
  else if (type === 'vbaProject') tally.note('macros');
}

/** The host of an address, or the address shortened: enough for people to recognise it. */
function hostOf(target: string): string {
  return URL.canParse(target) ? new URL(target).host || target.slice(0, 80) : target.slice(0, 80);
}

const ARCHIVE = /\.(?:zip|docx|xlsx|pptx|jar|7z|rar)$/iu;

/** Notes about the package as a whole: embedded files, vector pictures, parts nobody reads. */
export function inspectPackage(pack: OfficePackage, tally: Tally): void {
  for (const { name } of pack.archive.entries) {
    if (/\/embeddings\//u.test(name) && ARCHIVE.test(name))
      tally.note('nestedArchive', name.slice(name.lastIndexOf('/') + 1));
    if (/\.svg$/iu.test(name)) tally.note('svg', name.slice(name.lastIndexOf('/') + 1));
    if (/vbaProject\.bin$/iu.test(name)) tally.noteOnce('macros');
    if (name.endsWith('/glossary/document.xml')) tally.note('unreadPart', name);
  }
}
