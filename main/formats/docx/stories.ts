import type { UnitKind } from '#shared/model/unit.ts';
import type { XmlElement } from '../package/xml.ts';
import { baseLookOf, buildContent, NOTHING, PlaceholderBook, textLooks } from './block.ts';
import type { DrawingFacts } from './drawings.ts';
import { attributeSpan } from '#main/formats/package/attribute-span.ts';
import type { GraphicPlace } from './graphics.ts';
import { below, hasDeletedMark, isParagraphNext, TRANSPARENT_BLOCKS } from './flow.ts';
import { readInline, type InlineContext } from './inline.ts';
import { PLAIN_FORMAT, type Looks, type RunLook } from './look.ts';
import type { ContainerPlace, DocxBlock, DocxPart, Item, TwinBox } from './model.ts';
import type { NoteNumbers } from './note-numbers.ts';
import type { Numbering } from './numbering.ts';
import { onOff, type Style, type Styles } from './styles.ts';
import { structureOf } from './structure.ts';
import type { Tally } from './tally.ts';
import { tokenize, type FieldState, type Token } from './tokens.ts';

/** The notes of one kind and the part they stand in. */
export interface NoteSource {
  readonly part: DocxPart;
  readonly byId: ReadonlyMap<string, XmlElement>;
}

export interface StorySources {
  readonly styles: Styles;
  readonly numbering: Numbering;
  readonly looks: Looks;
  readonly footnotes: NoteSource | undefined;
  readonly endnotes: NoteSource | undefined;
  readonly noteNumbers: NoteNumbers;
  readonly tally: Tally;
}

interface Place {
  readonly part: DocxPart;
  readonly story: string;
  /** What a paragraph of this story is when its structure says nothing else. */
  readonly kind: UnitKind;
  readonly fields: FieldState;
}

/** How many tables a container had so far. */
interface TableCounter {
  tables: number;
}

/** Walks the stories of a document and collects their blocks in reading order. */
export class StoryReader {
  readonly blocks: DocxBlock[] = [];
  readonly containers = new Map<string, ContainerPlace>();
  readonly twins: TwinBox[] = [];
  readonly book = new PlaceholderBook();
  readonly graphics: GraphicPlace[] = [];
  readonly #sources: StorySources;
  readonly #plain: RunLook;
  readonly #linkStyle: RunLook | undefined;
  readonly #ignoredBookmarks = new Map<string, Set<string>>();
  readonly #notesRead = new Set<XmlElement>();
  #boxes = 0;
  #altTexts = 0;

  constructor(sources: StorySources, linkStyle: RunLook | undefined) {
    this.#sources = sources;
    this.#plain = sources.looks.of('', undefined, { traits: {}, inTable: false });
    this.#linkStyle = linkStyle;
  }

  /** Reads one story: the body, a header, a footer. */
  read(part: DocxPart, element: XmlElement, story: string, kind: UnitKind): void {
    this.#container(element, { part, story, kind, fields: { inside: undefined } }, story, false);
  }

  /** Notes nobody refers to come last: they are not on any page, but they are text of the file. */
  readRemainingNotes(): void {
    for (const kind of ['footnote', 'endnote'] as const) {
      for (const id of this.#notes(kind)?.byId.keys() ?? []) this.#note(kind, id);
    }
  }

  #notes(kind: 'footnote' | 'endnote'): NoteSource | undefined {
    return kind === 'footnote' ? this.#sources.footnotes : this.#sources.endnotes;
  }

  #container(element: XmlElement, place: Place, container: string, inTable: boolean): void {
    this.containers.set(container, { part: place.part.name, element });
    this.#blocks(element, place, container, inTable, { tables: 0 });
  }

  #blocks(parent: XmlElement, place: Place, container: string, inTable: boolean, counter: TableCounter): void {
    let pending: XmlElement[] = [];
    const { children } = parent;
    for (let index = 0; index < children.length; index++) {
      const child = children[index] as XmlElement;
      if (child.name === 'w:p') {
        pending.push(child);
        if (hasDeletedMark(child) && isParagraphNext(children, index)) continue;
        this.#paragraph(pending, place, container, inTable, counter);
        pending = [];
      } else if (child.name === 'w:tbl') {
        this.#table(child, place, container, counter);
      } else if (child.name === 'w:sdt') {
        const content = child.child('w:sdtContent');
        if (content !== undefined) this.#blocks(content, place, container, inTable, counter);
      } else if (TRANSPARENT_BLOCKS.has(child.name)) this.#blocks(child, place, container, inTable, counter);
      else if (child.name === 'mc:AlternateContent') {
        const choice = child.child('mc:Choice') ?? child.child('mc:Fallback');
        if (choice !== undefined) this.#blocks(choice, place, container, inTable, counter);
      } else if (child.name === 'w:altChunk') this.#sources.tally.note('altChunk');
    }
  }

  /** A table among paragraphs, or inside one, where it does not belong but where Word shows it (17.3.1.22). */
  #table(table: XmlElement, place: Place, container: string, counter: TableCounter): void {
    this.#sources.tally.tables += 1;
    counter.tables += 1;
    const path = `${container}/t${counter.tables}`;
    let row = 0;
    for (const tr of below(table, 'w:tr')) {
      row += 1;
      const properties = tr.child('w:trPr');
      if (properties?.child('w:del') !== undefined) continue;
      let column = 0;
      for (const tc of below(tr, 'w:tc')) {
        column += 1;
        if (tc.child('w:tcPr')?.child('w:cellDel') !== undefined) continue;
        const cell = place.kind === 'paragraph' ? { ...place, kind: 'tableCell' as const } : place;
        this.#container(tc, cell, `${path}r${row}c${column}`, true);
      }
    }
  }

  #paragraph(
    joined: readonly XmlElement[],
    place: Place,
    container: string,
    inTable: boolean,
    counter: TableCounter,
  ): void {
    const { part } = place;
    const last = joined.at(-1) as XmlElement;
    const { styles, looks, tally, noteNumbers } = this.#sources;
    const pPr = last.child('w:pPr');
    const style = styles.paragraph(pPr?.value('w:pStyle'));
    const inherited = looks.inherited(style, inTable);
    const context: InlineContext = { part, looks, inherited, noteNumbers, ignoredBookmarks: this.#ignored(part.name) };
    const read = joined.map((paragraph) => ({ paragraph, items: readInline(paragraph, context) }));
    const kept = read.filter(({ paragraph, items: own }) => paragraph === last || !own.every(hasNoWidth));
    const paragraphs = kept.map(({ paragraph }) => paragraph);
    const items = kept.flatMap((entry) => entry.items);
    const label = this.#label(pPr, style);
    if (items.length === 0) return;
    const tokens = tokenize(items, place.fields);
    const found = buildContent(
      tokens,
      paragraphs,
      part.name,
      looks,
      this.#linkStyle,
      context.hint?.look ?? baseLookOf(textLooks(tokens)) ?? this.#plain,
      this.book,
    );
    if (found !== undefined) {
      const first = paragraphs[0] as XmlElement;
      const { kind, level } = structureOf(pPr, style, place.kind, label.level);
      const anchor = `${part.name}#${first.start}-${last.end}`;
      this.#add({
        anchor,
        story: place.story,
        container,
        kind,
        level,
        label: label.text,
        part: part.name,
        paragraphs,
        content: found.content,
        span: found.span,
        lead: found.lead,
        tail: found.tail,
        edges: found.edges,
        base: found.base,
        linkLook: found.linkLook,
        hinted: isOutside(context.hint?.element, found.span),
        links: found.links,
        tracked: found.tracked,
        twins: NOTHING,
      });
      tally.countLanguages(tokens, style?.language ?? styles.defaultLanguage);
    }
    for (const token of tokens) {
      if (token.derived === true) continue;
      this.#attachments(token, place, inTable);
      for (const { element } of token.items)
        if (element.name === 'w:tbl') this.#table(element, place, container, counter);
    }
  }

  #add(block: DocxBlock): void {
    this.blocks.push(block);
    this.#sources.tally.countBlock(block);
  }

  #label(
    pPr: XmlElement | undefined,
    style: Style | undefined,
  ): { text: string | undefined; level: number | undefined } {
    const { numbering } = this.#sources;
    const direct = pPr?.child('w:numPr');
    const numId = direct?.value('w:numId') ?? style?.numId;
    if (numId === undefined || numId === '0' || !numbering.has(numId)) return { text: undefined, level: undefined };
    const said = direct?.value('w:ilvl');
    const ofStyle = style === undefined ? undefined : (numbering.levelOfStyle(numId, style.id) ?? style.numLevel);
    const level = Math.min(8, Math.max(0, said === undefined ? (ofStyle ?? 0) : Number(said) || 0));
    const isHidden = pPr !== undefined && onOff(pPr.child('w:rPr'), 'w:vanish') === true;
    return { text: isHidden ? undefined : numbering.next(numId, level), level };
  }

  #ignored(part: string): Set<string> {
    let ids = this.#ignoredBookmarks.get(part);
    if (ids === undefined) this.#ignoredBookmarks.set(part, (ids = new Set()));
    return ids;
  }

  #attachments(token: Token, place: Place, inTable: boolean): void {
    if (token.drawing !== undefined) this.#drawing(token.drawing, place, inTable);
    for (const { kind, element } of token.items) {
      if (kind !== 'noteRef') continue;
      this.#note(element.name === 'w:footnoteReference' ? 'footnote' : 'endnote', element.attributes['w:id'] ?? '');
    }
  }

  #drawing(drawing: DrawingFacts, place: Place, inTable: boolean): void {
    const { tally } = this.#sources;
    tally.countDrawing(drawing);
    for (const places of drawing.altTexts) this.#altText(places, place.part);
    for (const graphic of drawing.graphics)
      this.graphics.push({ ...graphic, part: place.part, at: this.blocks.length });
    for (const { primary, twin } of drawing.boxes) {
      this.#boxes += 1;
      tally.textBoxes += 1;
      const story = `textBox:${this.#boxes}`;
      if (twin !== undefined) this.twins.push({ part: place.part.name, primary, twin });
      this.#container(
        primary,
        { part: place.part, story, kind: 'textBox', fields: { inside: undefined } },
        story,
        inTable,
      );
    }
  }

  #altText(places: DrawingFacts['altTexts'][number], part: DocxPart): void {
    const spans = places.flatMap((place) => attributeSpan(part.text, place.element, place.attribute) ?? []);
    const [span, ...twins] = spans;
    const text = (places[0]?.text ?? '').replaceAll(/[\t\r\n]+/gu, ' ').normalize('NFC');
    if (span === undefined) return;
    this.#altTexts += 1;
    this.#add({
      anchor: `${part.name}#${span.start}-${span.end}`,
      story: 'altText',
      container: `altText:${this.#altTexts}`,
      kind: 'altText',
      level: undefined,
      label: undefined,
      content: [{ text, marks: [] }],
      part: part.name,
      paragraphs: [],
      span,
      lead: [],
      tail: [],
      edges: [],
      base: this.#plain,
      linkLook: PLAIN_FORMAT,
      hinted: false,
      links: [],
      tracked: [],
      twins,
    });
  }

  #note(kind: 'footnote' | 'endnote', id: string): void {
    const source = this.#notes(kind);
    const element = source?.byId.get(id);
    if (source === undefined || element === undefined || this.#notesRead.has(element)) return;
    this.#notesRead.add(element);
    this.#sources.tally[kind === 'footnote' ? 'footnotes' : 'endnotes'] += 1;
    this.read(source.part, element, `${kind}:${id}`, kind);
  }
}

function hasNoWidth({ kind }: Item): boolean {
  return kind === 'zero' || kind === 'comment';
}

function isOutside(element: XmlElement | undefined, { start, end }: { start: number; end: number }): boolean {
  return element !== undefined && (element.end <= start || element.start >= end);
}
