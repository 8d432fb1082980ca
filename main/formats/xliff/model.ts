import type { PlaceholderId } from '#shared/model/content.ts';
import type { XmlElement } from '../package/xml.ts';
import { readInline2, textOf } from './inline2.ts';
import { readInline12 } from './inline12.ts';
import type { SegmentToken, Token } from './inline.ts';
import { child12, name12 } from './names12.ts';
import { openValidXliff, type OpenXliff } from './open.ts';
import { buildUnit, type RawPiece, type RawUnit, type XliffUnit } from './unit.ts';
import { inherited } from './validate/languages.ts';

/** A file, read once for reading and for writing. */
export interface XliffModel extends OpenXliff {
  readonly units: readonly XliffUnit[];
  /** Units the file itself keeps from translation. */
  readonly untranslatable: number;
  readonly sourceLanguage?: string;
  readonly targetLanguage?: string;
}

const models = new WeakMap<Uint8Array, XliffModel>();

/** The model of a file's bytes, made once as long as somebody holds them. Throws what {@link openValidXliff} throws. */
export function modelOf(bytes: Uint8Array): XliffModel {
  const known = models.get(bytes);
  if (known !== undefined) return known;
  const model = buildModel(openValidXliff(bytes));
  models.set(bytes, model);
  return model;
}

const UNITS: ReadonlySet<string> = new Set(['unit', 'trans-unit']);

/** Units below an element; what is inside of them is not looked at. */
export function unitElements(parent: XmlElement, units: XmlElement[] = []): XmlElement[] {
  for (const child of parent.children) {
    if (UNITS.has(name12(child).replace('xlf:', ''))) units.push(child);
    else if (child.children.length > 0) unitElements(child, units);
  }
  return units;
}

/** Reads the units of an opened file, valid or not. */
export function buildModel(file: OpenXliff): XliffModel {
  const units: XliffUnit[] = [];
  let last: PlaceholderId = 0;
  let untranslatable = 0;
  for (const element of unitElements(file.root)) {
    if (inherited(element, 'translate') === 'no') {
      untranslatable += 1;
      continue;
    }
    const raw =
      file.version === 2
        ? rawUnit2(element, units.length, file.part.text)
        : rawUnit12(element, units.length, file.part.text);
    const unit = buildUnit(raw, last);
    last += unit.codes.size;
    units.push(unit);
  }
  return { ...file, units, untranslatable, ...languagesOf(file) };
}

function languagesOf({ root, version }: OpenXliff): Pick<XliffModel, 'sourceLanguage' | 'targetLanguage'> {
  const file = root.children.find((child) => name12(child) === 'file');
  const [source, target] =
    version === 2
      ? [root.attributes['srcLang'], root.attributes['trgLang']]
      : [file?.attributes['source-language'], file?.attributes['target-language']];
  return {
    ...(source === undefined ? {} : { sourceLanguage: source }),
    ...(target === undefined ? {} : { targetLanguage: target }),
  };
}

function rawUnit2(element: XmlElement, index: number, text: string): RawUnit {
  const data = element.child('xlf:originalData')?.children ?? [];
  const context = { text, data: new Map(data.map((each) => [each.attributes['id'] ?? '', textOf(each)])) };
  const parts = element.children.filter(({ name }) => name === 'xlf:segment' || name === 'xlf:ignorable');
  const piece = (part: XmlElement, side: 'xlf:source' | 'xlf:target'): RawPiece => {
    const content = part.child(side);
    return {
      isSegment: part.name === 'xlf:segment',
      element: part,
      tokens: content === undefined ? null : readInline2(content, context),
    };
  };
  const inOrder = parts
    .map((part, at) => ({ part, order: Number(part.child('xlf:target')?.attributes['order'] ?? at + 1) }))
    .toSorted((a, b) => a.order - b.order);
  const isTranslated = parts.some((part) => part.name === 'xlf:segment' && part.child('xlf:target') !== undefined);
  const target = (part: XmlElement): RawPiece => {
    const own = piece(part, 'xlf:target');
    const original = piece(part, 'xlf:source');
    // Blanks between segments are the original's where the translation has none of its own.
    const isBorrowed =
      isTranslated && !own.isSegment && own.tokens === null && original.tokens?.every(isBlank) === true;
    return isBorrowed ? original : own;
  };
  return {
    index,
    element,
    id: element.attributes['id'] ?? '',
    sources: parts.map((part) => piece(part, 'xlf:source')),
    targets: inOrder.map(({ part }) => target(part)),
    trim: parts.every((part) => inherited(part.child('xlf:source') ?? part, 'xml:space') !== 'preserve'),
  };
}

function rawUnit12(element: XmlElement, index: number, text: string): RawUnit {
  const source = child12(element, 'source');
  const target = child12(element, 'target');
  const segmented = child12(element, 'seg-source');
  const sourceTokens = source === undefined ? [] : readInline12(source, text);
  const targetTokens = target === undefined ? null : readInline12(target, text);
  const isSegmented = targetTokens?.some((token) => 'segment' in token) ?? false;
  // Segments nobody has begun are those of the original.
  const template = segmented === undefined || isSegmented ? [] : readInline12(segmented, text);
  const empty = template.filter((token): token is SegmentToken => 'segment' in token);
  const useTemplate = empty.length > 0 && (targetTokens === null || targetTokens.every(isBlank));
  return {
    index,
    element,
    id: element.attributes['id'] ?? '',
    sources: [{ isSegment: true, tokens: sourceTokens.filter((token) => !('segment' in token)) }],
    targets: useTemplate ? piecesOf(empty, true) : piecesOf(targetTokens, targetTokens === null),
    trim: source !== undefined && inherited(source, 'xml:space') !== 'preserve',
  };
}

function isBlank(token: Token): boolean {
  return 'text' in token && token.text.trim() === '';
}

/** A target cut at its segments; one without any is a single piece. */
function piecesOf(tokens: readonly Token[] | null, isMissing: boolean): readonly RawPiece[] {
  if (tokens === null || !tokens.some((token) => 'segment' in token)) return [{ isSegment: true, tokens }];
  const pieces: RawPiece[] = [];
  let current: Token[] = [];
  for (const token of tokens) {
    if (!('segment' in token)) {
      current.push(token);
      continue;
    }
    const isSegment = token.segment === 'end';
    if (isSegment || current.length > 0) {
      pieces.push({
        isSegment,
        ...(isSegment ? { element: token.element } : {}),
        tokens: isMissing ? null : current,
      });
    }
    current = [];
  }
  if (current.length > 0) pieces.push({ isSegment: false, tokens: current });
  return pieces;
}
