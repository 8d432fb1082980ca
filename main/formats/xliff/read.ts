import { isBlank, placeholdersOf, textOf } from '#shared/model/content.ts';
import type { ImportReport, ReportNote } from '#shared/model/report.ts';
import type { BlockComment } from '#shared/model/comment.ts';
import type { UnitKind } from '#shared/model/unit.ts';
import { countWords } from '#shared/text/count-words.ts';
import type { ReadBlock, ReadFile, ReadTranslation, UnitState } from '../format.ts';
import type { XmlElement } from '../package/xml.ts';
import { readNotes } from './notes.ts';
import { modelOf, type XliffModel } from './model.ts';
import { readState12, readState2 } from './state.ts';
import type { XliffUnit } from './unit.ts';

/** Names a unit's side: `u12` its original, `u12t` its translation. */
export function anchorOf(unit: Pick<XliffUnit, 'index'>, side: 'source' | 'target'): string {
  return `u${unit.index}${side === 'target' ? 't' : ''}`;
}

/** The number of the unit an anchor names, and whether it means the translation. */
export function anchorIndex(anchor: string): { readonly index: number; readonly side: 'source' | 'target' } {
  const [, digits = '-1', target] = /^u(\d+)(t?)$/u.exec(anchor) ?? [];
  return { index: Number(digits), side: target === 't' ? 'target' : 'source' };
}

/** Each unit is a place of its own: what stands around it is in a file this one only holds the text of. */
export function containerOf(unit: Pick<XliffUnit, 'index'>): string {
  return `body/u${unit.index}`;
}

/**
 * Reads an XLIFF document: one block per unit on each side, its segments joined. A unit without a translation has a blank
 * block there, one without an original none on the other side. Throws invalidXliff and what opening throws.
 */
export function readXliff(bytes: Uint8Array): ReadFile {
  const model = modelOf(bytes);
  const blocks: ReadBlock[] = [];
  const translated: ReadBlock[] = [];
  const links: { source: number[]; received: number[] }[] = [];
  const states: UnitState[] = [];
  for (const unit of model.units) {
    const hasSource = !isBlank(unit.source);
    if (!hasSource && (unit.target === null || isBlank(unit.target))) continue;
    const common = commonOf(unit);
    const comments = readNotes(unit.element);
    if (hasSource) {
      links.push({ source: [blocks.length], received: [translated.length] });
      blocks.push({ anchor: anchorOf(unit, 'source'), ...common, content: unit.source, ...noted(comments) });
    }
    translated.push({
      anchor: anchorOf(unit, 'target'),
      ...common,
      content: unit.target ?? [],
      ...(hasSource ? {} : noted(comments)),
    });
    states.push(stateOf(model, unit, hasSource));
  }
  const { sourceLanguage, targetLanguage } = model;
  const isBilingual = targetLanguage !== undefined || translated.some(({ content }) => content.length > 0);
  const translation: ReadTranslation = {
    ...(targetLanguage === undefined ? {} : { language: targetLanguage }),
    blocks: translated,
    links,
    states,
  };
  return {
    format: 'xliff',
    blocks,
    ...(sourceLanguage === undefined ? {} : { language: sourceLanguage }),
    report: reportOf(model, bytes.length, blocks, translated),
    ...(isBilingual ? { translation } : {}),
  };
}

function noted(comments: readonly BlockComment[]): { comments?: readonly BlockComment[] } {
  return comments.length === 0 ? {} : { comments };
}

/** What the file says of the work on a unit; text without an original was added by somebody. */
export function stateOf(
  model: Pick<XliffModel, 'version'>,
  unit: XliffUnit,
  hasSource = !isBlank(unit.source),
): UnitState {
  const isTranslated = unit.target !== null;
  const read = model.version === 2 ? readState2 : readState12;
  const state = read(unit.element, isTranslated);
  return hasSource || state.mode !== undefined ? state : { ...state, mode: 'added' };
}

const KINDS: Readonly<Record<string, UnitKind>> = {
  caption: 'caption',
  footer: 'footer',
  header: 'header',
  listitem: 'listItem',
  cell: 'tableCell',
  td: 'tableCell',
  th: 'tableCell',
  li: 'listItem',
};

function commonOf(unit: XliffUnit): Pick<ReadBlock, 'story' | 'container' | 'kind' | 'level'> {
  const { attributes } = unit.element;
  const style = attributes['fs:fs'] ?? attributes['restype'] ?? '';
  const level = /^(?:x-)?h([1-6])$/u.exec(style)?.[1];
  return {
    story: 'body',
    container: containerOf(unit),
    kind: level === undefined ? (KINDS[style] ?? 'paragraph') : 'heading',
    ...(level === undefined ? {} : { level: Number(level) }),
  };
}

function reportOf(
  model: XliffModel,
  bytes: number,
  blocks: readonly ReadBlock[],
  translated: readonly ReadBlock[],
): ImportReport {
  const placeholders: Record<string, number> = {};
  for (const { content } of blocks) {
    for (const { kind } of placeholdersOf(content))
      if (kind !== 'close') placeholders[kind] = (placeholders[kind] ?? 0) + 1;
  }
  const words = blocks.reduce((sum, { content }) => sum + countWords(textOf(content), model.sourceLanguage), 0);
  return {
    format: 'xliff',
    bytes,
    units: translated.length,
    words,
    headings: blocks.filter(({ kind }) => kind === 'heading').length,
    tables: 0,
    images: placeholders['image'] ?? 0,
    footnotes: 0,
    endnotes: 0,
    comments: blocks.reduce((sum, { comments }) => sum + (comments?.length ?? 0), 0),
    textBoxes: 0,
    links: 0,
    trackedInsertions: 0,
    trackedDeletions: 0,
    trackedMoves: 0,
    placeholders,
    notes: notesOf(model),
  };
}

function notesOf({ units, untranslatable }: XliffModel): readonly ReportNote[] {
  const notes: ReportNote[] = [];
  if (untranslatable > 0) notes.push({ code: 'notTranslatable', count: untranslatable });
  const alternatives = units.reduce((sum, { element }) => sum + alternativesIn(element), 0);
  if (alternatives > 0) notes.push({ code: 'alternativeTranslations', count: alternatives });
  return notes;
}

/** Candidates beside the translation: `mtc:match` in XLIFF 2.1, `alt-trans` in 1.2. */
function alternativesIn(unit: XmlElement): number {
  const matches = unit.child('mtc:matches')?.children.length ?? 0;
  return matches + unit.children.filter(({ name }) => name.endsWith('alt-trans')).length;
}
