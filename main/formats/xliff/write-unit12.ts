import { contentEquals, type Content } from '#shared/model/content.ts';
import type { WriteFinding } from '../format.ts';
import { allInFirst, distribute } from './distribute.ts';
import { indentOf, type Edit } from './edits.ts';
import type { XliffModel } from './model.ts';
import { child12 } from './names12.ts';
import { editOwnElement12 } from './own-data.ts';
import { stateOf } from './read.ts';
import { ownFields, STATE12_OF } from './state.ts';
import { prefixIn, tagName, withAttribute } from './tags.ts';
import type { Piece, XliffUnit } from './unit.ts';
import { saysAlready, type Wish } from './wish.ts';
import { InlineWriter } from './write-inline.ts';

/** Makes a unit of an XLIFF 1.2 document what is wished. */
export function editUnit12(
  model: XliffModel,
  unit: XliffUnit,
  wish: Wish,
  language: string | undefined,
): { readonly edits: readonly Edit[]; readonly findings: readonly WriteFinding[] } {
  const { text } = model.part;
  const facts = saysAlready(stateOf(model, unit), wish.facts) ? undefined : wish.facts;
  const edits: Edit[] = [];
  if (facts !== undefined)
    edits.push(...editOwnElement12(unit.element, ownFields(facts)), ...approvalEdits(unit, facts, text));
  const target = child12(unit.element, 'target');
  const content = wish.content ?? [];
  if (contentEquals(content, unit.target ?? [])) {
    if (facts === undefined || target === undefined) return { edits, findings: [] };
    const tag = text.slice(target.start, target.contentStart);
    const stated = withAttribute(tag, 'state', STATE12_OF[facts.status]);
    return { edits: [...edits, { start: target.start, end: target.contentStart, text: stated }], findings: [] };
  }
  const prefix = prefixIn(text.slice(unit.element.start, unit.element.contentStart));
  const writer = new InlineWriter(unit, { version: 1, prefix, isPreserved: unit.isPreserved });
  const pieces = distribute(content, unit.targets, language) ?? allInFirst(content, unit.targets);
  const written = writer.write(
    pieces,
    unit.targets.map(({ isSegment }) => isSegment),
  );
  const inner = innerOf(unit, content, written, text);
  const tag = target === undefined ? `<${prefix}target>` : text.slice(target.start, target.contentStart);
  const open = (facts === undefined ? tag : withAttribute(tag, 'state', STATE12_OF[facts.status])).replace(
    /\s*\/>$/u,
    '>',
  );
  const xml = `${open}${inner}</${tagName(open)}>`;
  if (target !== undefined) edits.push({ start: target.start, end: target.end, text: xml });
  else {
    const before = child12(unit.element, 'seg-source') ?? child12(unit.element, 'source') ?? unit.element;
    edits.push({ start: before.end, end: before.end, text: indentOf(text, before.start) + xml });
  }
  return { edits, findings: writer.findings };
}

/** The pieces with their segments' marks, or without any where the schema has no place for one of them. */
function innerOf(unit: XliffUnit, content: Content, written: readonly string[], text: string): string {
  if (content.length === 0) return '';
  const outer = child12(unit.element, 'seg-source')?.children ?? [];
  const known = new Set(outer.map(({ attributes }) => attributes['mid']));
  let depth = 0;
  let fits = true;
  for (const [index, { element, isSegment }] of unit.targets.entries()) {
    if (!isSegment) depth += depthOf(written[index] ?? '');
    // A segment directly in the target refers to one directly in the segmented source (1.2 schema, KR_tu_segsrc_mid).
    else if (element !== undefined && depth === 0 && !known.has(element.attributes['mid'])) fits = false;
  }
  return unit.targets
    .map((piece, index) => (fits ? enclosed(piece, written[index] ?? '', text) : written[index]))
    .join('');
}

/** How many more elements a text opens than it closes. */
function depthOf(xml: string): number {
  const tags = xml.match(/<[^>]*>/gu) ?? [];
  return tags.reduce((sum, tag) => (tag.endsWith('/>') ? sum : sum + (tag.startsWith('</') ? -1 : 1)), 0);
}

/** A segment's text in its `mrk` again. */
function enclosed({ element }: Piece, inner: string, text: string): string {
  if (element === undefined) return inner;
  const open = text.slice(element.start, element.contentStart).replace(/\s*\/>$/u, '>');
  return `${open}${inner}</${tagName(open)}>`;
}

/** `approved` follows the status where the file or the status says anything of it. */
function approvalEdits(unit: XliffUnit, { status }: NonNullable<Wish['facts']>, text: string): readonly Edit[] {
  const { start, contentStart, attributes } = unit.element;
  const approved = status === 'approved' ? 'yes' : attributes['approved'] === 'yes' ? 'no' : null;
  if (approved === null) return [];
  return [{ start, end: contentStart, text: withAttribute(text.slice(start, contentStart), 'approved', approved) }];
}
