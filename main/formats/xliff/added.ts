import { EMPTY } from '#shared/model/content.ts';
import type { WriteFinding, WriteUnit } from '../format.ts';
import { escapeAttribute } from '../package/xml-text.ts';
import { unitElements, type XliffModel } from './model.ts';
import { metadataXml, ownElementXml } from './own-data.ts';
import { ownFields, STATE12_OF } from './state.ts';
import { prefixIn } from './tags.ts';
import type { XliffUnit } from './unit.ts';
import { inherited } from './validate/languages.ts';
import type { Wish } from './wish.ts';
import { InlineWriter } from './write-inline.ts';
import { withState } from './write-unit2.ts';

/** A unit with an empty source: text the original does not have. */
export function addedUnitXml(
  model: XliffModel,
  after: XliffUnit,
  { content, facts }: WriteUnit,
  taken: Set<string>,
): { readonly xml: string; readonly findings: readonly WriteFinding[] } {
  const { text } = model.part;
  const prefix = prefixIn(text.slice(after.element.start, after.element.contentStart));
  const blank: XliffUnit = { ...after, source: EMPTY, target: null, codes: new Map(), marks: new Map() };
  const writer = new InlineWriter(blank, { version: model.version, prefix, isPreserved: false });
  const [inner = ''] = writer.write([content], [true]);
  const own = facts ?? ({ mode: 'added', status: 'draft', audience: 'everyone', adaptation: null } as const);
  const id = freeId(taken, facts?.id);
  const xml = model.version === 2 ? unit2(model, after, own, inner, id) : unit12(prefix, own, inner, id);
  return { xml, findings: writer.findings };
}

type Own = NonNullable<Wish['facts']>;

/** Its language and whether it is translated are its neighbour's, which may differ from what the file says of itself. */
function unit2(model: XliffModel, { element }: XliffUnit, own: Own, inner: string, id: string): string {
  const { text, root } = { text: model.part.text, root: model.root };
  const prefix = prefixIn(text.slice(element.start, element.contentStart));
  const { srcLang = '', trgLang } = root.attributes;
  const isNamed = inherited(element, 'xml:lang') !== undefined;
  const [source, target] = isNamed ? [languageOf(srcLang), languageOf(trgLang ?? '')] : ['', ''];
  const translate = element.attributes['translate'] === 'yes' ? ' translate="yes"' : '';
  const segment = withState(`<${prefix}segment>`, own);
  return `<${prefix}unit id="${id}"${translate}>${metadataXml(ownFields(own))}${segment}<${prefix}source${source}/><${prefix}target${target}>${inner}</${prefix}target></${prefix}segment></${prefix}unit>`;
}

function languageOf(language: string): string {
  return language === '' ? '' : ` xml:lang="${escapeAttribute(language)}"`;
}

function unit12(prefix: string, own: Own, inner: string, id: string): string {
  const state = STATE12_OF[own.status];
  return `<${prefix}trans-unit id="${id}"><${prefix}source/><${prefix}target state="${state}">${inner}</${prefix}target>${ownElementXml(ownFields(own))}</${prefix}trans-unit>`;
}

/** Ids of the units of a file. */
export function unitIds({ root }: XliffModel): Set<string> {
  return new Set(unitElements(root).map(({ attributes }) => attributes['id'] ?? ''));
}

/** Takes an id that no unit of the file has. */
function freeId(taken: Set<string>, unit: string | undefined): string {
  let id = unit === undefined ? 'added-1' : `u-${unit}`;
  for (let next = 2; taken.has(id); next += 1) id = unit === undefined ? `added-${next}` : `u-${unit}-${next}`;
  taken.add(id);
  return id;
}
