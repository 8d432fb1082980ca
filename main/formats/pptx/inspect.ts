import type { Tally } from '../common/tally.ts';
import type { DrawingPart } from '../drawingml/model.ts';
import type { OfficePackage, Relationship } from '../package/package.ts';
import type { XmlElement } from '../package/xml.ts';

/** What a click leads to is a link, not something PowerPoint would fetch. */
const LINKS = new Set(['hyperlink']);
const MEDIA = new Set(['video', 'audio']);
const ARCHIVE = /\.(?:zip|docx|xlsx|xlsm|pptx|jar|7z|rar)$/iu;

/** Notes what people should know about a slide or its notes before they work on it. */
export function inspectSlide(part: DrawingPart, tally: Tally): void {
  countElements(part.root, tally);
  for (const relationship of part.relationships.values()) inspectRelationship(relationship, tally);
}

function countElements(element: XmlElement, tally: Tally): void {
  for (const child of element.children) {
    if (child.name === 'mc:Fallback' && element.child('mc:Choice') !== undefined) continue;
    if (child.name === 'p:pic') tally.images += 1;
    else if (child.name === 'a:tbl') tally.tables += 1;
    else if (child.name === 'p:oleObj' || child.name === 'p:control') tally.note('oleObject');
    if (child.children.length > 0) countElements(child, tally);
  }
}

function inspectRelationship({ type, target, external }: Relationship, tally: Tally): void {
  if (MEDIA.has(type)) tally.note('media', external ? hostOf(target) : lastOf(target));
  else if (external && !LINKS.has(type)) tally.note('externalTarget', hostOf(target));
}

/** The host of an address, or the address shortened: enough for people to recognise it. */
function hostOf(target: string): string {
  return URL.canParse(target) ? new URL(target).host || target.slice(0, 80) : target.slice(0, 80);
}

function lastOf(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1);
}

/** Notes about the package as a whole: embedded files, vector pictures, code. */
export function inspectPackage(pack: OfficePackage, tally: Tally): void {
  for (const { name } of pack.archive.entries) {
    if (/\/embeddings\//u.test(name) && ARCHIVE.test(name)) tally.note('nestedArchive', lastOf(name));
    if (/\.svg$/iu.test(name)) tally.note('svg', lastOf(name));
    if (/vbaProject\.bin$/iu.test(name)) tally.noteOnce('macros');
  }
}
