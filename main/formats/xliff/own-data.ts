import { escapeAttribute, escapeXml } from '../package/xml-text.ts';
import type { XmlElement } from '../package/xml.ts';
import { indentOf, type Edit } from './edits.ts';
import { AUTHORITY, NAMESPACE, ownElement12, ownGroup } from './state.ts';
import { prefixIn } from './tags.ts';

const METADATA = 'urn:oasis:names:tc:xliff:metadata:2.0';

/** Puts what is to be told beside the text into a unit's metadata (XLIFF 2.1, 5.4), where it replaces what was told before. */
export function editMetadata(unit: XmlElement, fields: ReadonlyMap<string, string>, text: string): readonly Edit[] {
  const group = ownGroup(unit);
  const metadata = unit.child('mda:metadata');
  if (metadata === undefined) {
    if (fields.size === 0) return [];
    const xml = metadataXml(fields);
    return [{ start: unit.contentStart, end: unit.contentStart, text: indentOfFirst(unit, text) + xml }];
  }
  const prefix = prefixIn(text.slice(metadata.start, metadata.contentStart));
  if (group === undefined) {
    if (fields.size === 0) return [];
    return [{ start: metadata.contentEnd, end: metadata.contentEnd, text: groupXml(prefix, fields) }];
  }
  const isAlone = metadata.children.length === 1;
  const gone = fields.size === 0 && isAlone ? metadata : group;
  return [{ start: gone.start, end: gone.end, text: fields.size === 0 ? '' : groupXml(prefix, fields) }];
}

function indentOfFirst(unit: XmlElement, text: string): string {
  const [first] = unit.children;
  return first === undefined ? '' : indentOf(text, first.start);
}

/** A whole metadata element. */
export function metadataXml(fields: ReadonlyMap<string, string>): string {
  return `<mda:metadata xmlns:mda="${METADATA}">${groupXml('mda:', fields)}</mda:metadata>`;
}

function groupXml(prefix: string, fields: ReadonlyMap<string, string>): string {
  const metas = [...fields].map(([type, value]) => `<${prefix}meta type="${type}">${escapeXml(value)}</${prefix}meta>`);
  return `<${prefix}metaGroup category="${AUTHORITY}">${metas.join('')}</${prefix}metaGroup>`;
}

/** The same for XLIFF 1.2, where only an element of one's own can hold it (2.6). */
export function editOwnElement12(unit: XmlElement, fields: ReadonlyMap<string, string>): readonly Edit[] {
  const own = ownElement12(unit);
  const xml = fields.size === 0 ? '' : ownElementXml(fields);
  if (own === undefined) return xml === '' ? [] : [{ start: unit.contentEnd, end: unit.contentEnd, text: xml }];
  return [{ start: own.start, end: own.end, text: xml }];
}

export function ownElementXml(fields: ReadonlyMap<string, string>): string {
  const attributes = [...fields].map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`);
  return `<adapta:unit xmlns:adapta="${NAMESPACE}"${attributes.join('')}/>`;
}
