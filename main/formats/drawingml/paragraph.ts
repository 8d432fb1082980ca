import {
  isText,
  sameLook,
  type Content,
  type Mark,
  type PlaceholderKind,
  type Run,
  type TextRun,
} from '#shared/model/content.ts';
import type { XmlElement } from '../package/xml.ts';
import { baseLookOf, PLAIN_LOOK, type Inherited, type Looks, type RunLook } from './look.ts';
import type { DrawingPart, DrawingPlaceholder } from './model.ts';

/** Text, or something protected, in the order of the paragraph. */
interface Token {
  /** Undefined for text. */
  readonly kind: PlaceholderKind | undefined;
  readonly text: string;
  readonly element: XmlElement;
  readonly look: RunLook | undefined;
  readonly link: string | undefined;
  /** Whoever shows the slide computes it: a paragraph of nothing else is no unit. */
  readonly derived: boolean;
}

export interface ParagraphReading {
  readonly content: Content;
  readonly base: RunLook;
  readonly language: string | undefined;
  readonly start: number;
  readonly end: number;
}

/** What a paragraph's reading needs of its file. */
export interface ParagraphContext {
  readonly looks: Looks;
  /** Hands out the next placeholder number. */
  add(placeholder: Omit<DrawingPlaceholder, 'id'>): DrawingPlaceholder;
  /** Keeps a link as it is written, to be written so again. */
  keepLink(part: DrawingPart, link: string, xml: string): void;
}

/** Fields whose text is made anew by whoever shows the slide (21.1.2.2.4). */
const DERIVED = /^(?:slidenum|datetime)/iu;
const NO_TEXT = new Set(['a:pPr', 'a:endParaRPr']);
/** Kinds that alone make a paragraph worth showing. */
const VISIBLE = new Set<PlaceholderKind | undefined>(['equation', 'field', 'object']);

/**
 * Reads a paragraph (`a:p`, 21.1.2.2.6); undefined when there is nothing to see in it. Runs that look alike are one, tabs
 * and line breaks are placeholders, what a hyperlink leads to is told by the run.
 */
export function readParagraph(
  paragraph: XmlElement,
  part: DrawingPart,
  inherited: Inherited,
  context: ParagraphContext,
): ParagraphReading | undefined {
  const tokens: Token[] = [];
  let hint: RunLook | undefined;
  for (const child of paragraph.children) {
    if (NO_TEXT.has(child.name)) continue;
    if (child.name !== 'a:r') {
      tokens.push(wholeToken(child, part, context));
      continue;
    }
    const rPr = child.child('a:rPr');
    const look = context.looks.of(part, rPr, inherited);
    const text = child.child('a:t')?.text ?? '';
    if (text === '' && rPr?.attributes['noProof'] === '1') hint ??= look;
    addText(tokens, child, text, look, linkOf(rPr, part, context));
  }
  if (!tokens.some(isVisible)) return undefined;
  const base = hint ?? baseOf(tokens);
  const { start, end } = spanOf(paragraph);
  return { content: contentOf(tokens, part, base, context), base, language: languageOf(tokens), start, end };
}

/** Where a paragraph's text stands: between its properties and those of its end. */
export function spanOf(paragraph: XmlElement): { start: number; end: number } {
  const start = paragraph.child('a:pPr')?.end ?? paragraph.contentStart;
  return { start, end: Math.max(start, paragraph.child('a:endParaRPr')?.start ?? paragraph.contentEnd) };
}

function isVisible({ kind, text, derived }: Token): boolean {
  if (kind === 'equation') return true;
  return !derived && (kind === undefined || VISIBLE.has(kind)) && text.trim() !== '';
}

function addText(tokens: Token[], element: XmlElement, text: string, look: RunLook, link: string | undefined): void {
  const pieces = text.includes('\t') ? text.split(/(\t)/u) : [text];
  for (const piece of pieces) {
    if (piece === '') continue;
    const kind = piece === '\t' ? 'tab' : undefined;
    tokens.push({ kind, text: piece.replaceAll(/[\r\n]+/gu, ' '), element, look, link, derived: false });
  }
}

function wholeToken(element: XmlElement, part: DrawingPart, context: ParagraphContext): Token {
  const { name, attributes } = element;
  const rPr = element.child('a:rPr');
  const token = { element, look: undefined, link: linkOf(rPr, part, context) };
  if (name === 'a:br') return { ...token, kind: 'break', text: '\n', derived: false };
  if (name === 'a:fld') {
    const text = element.child('a:t')?.text ?? '';
    return { ...token, kind: 'field', text, derived: DERIVED.test(attributes['type'] ?? '') };
  }
  const kind = hasMath(element) ? 'equation' : 'object';
  return { ...token, kind, text: textBelow(element), derived: false };
}

function hasMath(element: XmlElement): boolean {
  return element.name === 'a14:m' || element.name.startsWith('m:') || element.children.some((child) => hasMath(child));
}

/** Text as it stands below an element; of alternate content the first choice. */
function textBelow(element: XmlElement): string {
  if (element.name === 'a:t' || element.name === 'm:t') return element.text;
  if (element.name === 'mc:Fallback' && element.parent?.child('mc:Choice') !== undefined) return '';
  return element.children.map((child) => textBelow(child)).join('');
}

/** Where a run's click leads: an address, or `#` and the part or action the file names (21.1.2.3.5). */
function linkOf(rPr: XmlElement | undefined, part: DrawingPart, context: ParagraphContext): string | undefined {
  const click = rPr?.children.length === 0 ? undefined : rPr?.child('a:hlinkClick');
  if (click === undefined) return undefined;
  const relationship = part.relationships.get(click.attributes['r:id'] ?? '');
  const inner =
    relationship?.part === undefined || relationship.part === '' ? click.attributes['action'] : relationship.part;
  const link = relationship?.external === true ? relationship.target : `#${inner ?? ''}`;
  if (link === '#') return undefined;
  context.keepLink(part, link, part.text.slice(click.start, click.end));
  return link;
}

function baseOf(tokens: readonly Token[]): RunLook {
  const texts = tokens.flatMap(({ kind, look, text, link }) =>
    kind !== undefined || look === undefined ? [] : [{ look, size: text.length, linked: link !== undefined }],
  );
  return baseLookOf(texts) ?? PLAIN_LOOK;
}

function languageOf(tokens: readonly Token[]): string | undefined {
  return tokens.find(({ look }) => look?.language !== undefined)?.look?.language;
}

function contentOf(tokens: readonly Token[], part: DrawingPart, base: RunLook, context: ParagraphContext): Content {
  const runs: Run[] = [];
  for (const { kind, text, element, look, link } of tokens) {
    const linked = link === undefined ? {} : { link };
    if (kind === undefined) {
      const marks: readonly Mark[] = look?.marks ?? [];
      const format = look === undefined || look.id === base.id ? {} : { format: look.id };
      addRun(runs, { text: text.normalize('NFC'), marks, ...linked, ...format });
      continue;
    }
    const label = text.normalize('NFC');
    const { id } = context.add({ kind, label, part: part.name, element, look, marks: look?.marks ?? [] });
    runs.push({ placeholder: id, kind, label, ...linked });
  }
  return runs;
}

/** Adds text to the run before it where both look alike, so that the content is canonical as it grows. */
function addRun(runs: Run[], run: TextRun): void {
  const last = runs.at(-1);
  if (last === undefined || !isText(last) || !sameLook(last, run)) runs.push(run);
  else runs[runs.length - 1] = { ...last, text: (last.text + run.text).normalize('NFC') };
}
