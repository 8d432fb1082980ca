import { contentEquals } from '#shared/model/content.ts';
import type { WriteFinding } from '../format.ts';
import type { XmlElement } from '../package/xml.ts';
import { keepConstraints } from './constraints.ts';
import { allInFirst, distribute } from './distribute.ts';
import { indentOf, type Edit } from './edits.ts';
import type { XliffModel } from './model.ts';
import { editMetadata } from './own-data.ts';
import { stateOf } from './read.ts';
import { AUTHORITY, ownFields, STATE_OF } from './state.ts';
import { prefixIn, tagName, withAttribute } from './tags.ts';
import type { XliffUnit } from './unit.ts';
import { inherited } from './validate/languages.ts';
import { saysAlready, type Wish } from './wish.ts';
import { InlineWriter } from './write-inline.ts';

/** Makes a unit of an XLIFF 2.1 document what is wished. */
export function editUnit2(
  model: XliffModel,
  unit: XliffUnit,
  wish: Wish,
  language: string | undefined,
): { readonly edits: readonly Edit[]; readonly findings: readonly WriteFinding[] } {
  const { text } = model.part;
  const edits: Edit[] = [];
  const isSame = saysAlready(stateOf(model, unit), wish.facts);
  const facts = isSame ? undefined : wish.facts;
  if (facts !== undefined) edits.push(...editMetadata(unit.element, ownFields(facts), text));
  const content = keepConstraints(unit, wish.content);
  if (contentEquals(content ?? [], unit.target ?? [])) {
    return { edits: [...edits, ...stateEdits(unit, facts, text)], findings: [] };
  }
  const prefix = prefixIn(text.slice(unit.element.start, unit.element.contentStart));
  const writer = new InlineWriter(unit, { version: 2, prefix, isPreserved: unit.isPreserved });
  const cut = distribute(content ?? [], unit.targets, language);
  if (cut === null && canJoin(unit)) {
    edits.push(joinEdit(unit, writer.write([content ?? []], [true])[0] ?? '', facts, text));
    return { edits, findings: writer.findings };
  }
  const pieces = cut ?? allInFirst(content ?? [], unit.targets);
  const written = writer.write(
    pieces,
    pieces.map(() => true),
  );
  for (const [index, piece] of unit.targets.entries()) {
    const now = pieces[index] ?? [];
    const isKept = contentEquals(piece.content ?? [], now) && !writer.converted.has(index);
    if (isKept) continue;
    const wasRead = (piece.content ?? []).length > 0;
    edits.push(...targetEdits(model, piece.element as XmlElement, written[index] ?? '', wasRead, prefix));
  }
  return { edits: [...edits, ...stateEdits(unit, facts, text)], findings: writer.findings };
}

/** `wasRead`: something stood there, be it the original's blanks, and must not be read again. */
function targetEdits(
  model: XliffModel,
  part: XmlElement,
  inner: string,
  wasRead: boolean,
  prefix: string,
): readonly Edit[] {
  const { text } = model.part;
  const target = part.child('xlf:target');
  const source = part.child('xlf:source') as XmlElement;
  if (target === undefined) {
    if (inner === '' && !wasRead) return [];
    const open = newTargetTag(model, source, prefix);
    const xml = `${indentOf(text, source.start)}${open}${inner}</${prefix}target>`;
    return [{ start: source.end, end: source.end, text: xml }];
  }
  if (target.contentEnd < target.end) return [{ start: target.contentStart, end: target.contentEnd, text: inner }];
  const tag = text.slice(target.start, target.end);
  return [{ start: target.start, end: target.end, text: `${tag.replace(/\s*\/>$/u, '>')}${inner}</${tagName(tag)}>` }];
}

/** A target's tag that agrees with its source in white space and names its language where something around names another. */
function newTargetTag({ root, targetLanguage }: XliffModel, source: XmlElement, prefix: string): string {
  const space = source.attributes['xml:space'];
  const around = source.parent === null ? undefined : inherited(source.parent, 'xml:lang');
  const language = around === undefined ? undefined : (targetLanguage ?? root.attributes['trgLang']);
  let tag = `<${prefix}target>`;
  if (space !== undefined) tag = withAttribute(tag, 'xml:space', space);
  return language === undefined ? tag : withAttribute(tag, 'xml:lang', language);
}

function stateEdits(unit: XliffUnit, facts: Wish['facts'], text: string): readonly Edit[] {
  if (facts === undefined) return [];
  return unit.sources
    .filter(({ isSegment }) => isSegment)
    .map(({ element }) => {
      const { start, contentStart } = element as XmlElement;
      return { start, end: contentStart, text: withState(text.slice(start, contentStart), facts) };
    });
}

/** A segment's tag with the state of the work; a sub-state of somebody else's goes with the state it detailed (4.3.1.35). */
export function withState(tag: string, { status, mode }: NonNullable<Wish['facts']>): string {
  const state = STATE_OF[status];
  const isDraft = status === 'draft' && mode === 'faithful';
  const own = mode === 'faithful' ? (isDraft ? 'draft' : null) : mode;
  const before = /\sstate\s*=\s*["']([^"']*)["']/u.exec(tag)?.[1];
  const subState = /\ssubState\s*=\s*["']([^"']*)["']/u.exec(tag)?.[1];
  const isForeign = subState !== undefined && !subState.startsWith(`${AUTHORITY}:`);
  const tagged = withAttribute(tag, 'state', state);
  if (own === null && isForeign && before === state) return tagged;
  return withAttribute(tagged, 'subState', own === null ? null : `${AUTHORITY}:${own}`);
}

/** Segments may become one where nothing forbids it, nothing refers to them and they are in their order (4.7.4). */
function canJoin(unit: XliffUnit): boolean {
  const parts = unit.sources.map(({ element }) => element as XmlElement);
  const isFree = parts.every(
    (part) => inheritedResegment(part) && part.child('xlf:target')?.attributes['order'] === undefined,
  );
  const spaces = new Set(parts.map((part) => part.child('xlf:source')?.attributes['xml:space']));
  const ids = new Set(parts.flatMap(({ attributes }) => attributes['id'] ?? []));
  return isFree && spaces.size === 1 && !refersTo(unit.element, ids);
}

function inheritedResegment(part: XmlElement): boolean {
  for (let at: XmlElement | null = part; at !== null; at = at.parent) {
    const { canResegment } = at.attributes;
    if (canResegment !== undefined) return canResegment === 'yes';
  }
  return true;
}

function refersTo(element: XmlElement, ids: ReadonlySet<string>): boolean {
  const { ref } = element.attributes;
  if (ref !== undefined && ids.has(ref.slice(ref.lastIndexOf('=') + 1).replace(/^#/u, ''))) return true;
  return element.children.some((child) => refersTo(child, ids));
}

function joinEdit(unit: XliffUnit, inner: string, facts: Wish['facts'], text: string): Edit {
  const parts = unit.sources.map(({ element }) => element as XmlElement);
  const [first, last] = [parts[0] as XmlElement, parts.at(-1) as XmlElement];
  const model = parts.find(({ name }) => name === 'xlf:segment') as XmlElement;
  const open = text.slice(model.start, model.contentStart);
  const tagged = facts === undefined ? open : withState(open, facts);
  const sources = parts.map((part) => part.child('xlf:source') as XmlElement);
  const source = sources[0] as XmlElement;
  const sourceTag = text.slice(source.start, source.contentStart).replace(/\s*\/>$/u, '>');
  const sourceName = tagName(sourceTag);
  const written = parts.flatMap((part) => part.child('xlf:target') ?? [])[0];
  const targetTag =
    written === undefined
      ? `<${prefixIn(open)}target>`
      : text.slice(written.start, written.contentStart).replace(/\s*\/>$/u, '>');
  const indent = indentOf(text, source.start);
  const inside = sources.map(({ contentStart, contentEnd }) => text.slice(contentStart, contentEnd)).join('');
  return {
    start: first.start,
    end: last.end,
    text: [
      tagged,
      `${indent}${sourceTag}${inside}</${sourceName}>`,
      `${indent}${targetTag}${inner}</${tagName(targetTag)}>`,
      `${indentOf(text, model.start)}</${tagName(open)}>`,
    ].join(''),
  };
}
