import type { BlockComment } from '#shared/model/comment.ts';
import type { XmlElement } from '../package/xml.ts';
import { commentsOf, isAnnotation } from './annotations.ts';
import { blankBlock } from './blank.ts';
import { buildContent, commonestLook, PlaceholderBook, textLooks } from './content.ts';
import { readInline, type Token } from './inline.ts';
import { INDEXES, indexTitle } from './indexes.ts';
import { structureOf } from './kinds.ts';
import { ListLabels, type ListPlace } from './lists.ts';
import { NOTHING_INHERITED, type Look } from './look.ts';
import type { ContainerPlace, OdfBlock, OdfPart, OdfPlaceholder } from './model.ts';
import { inspectShape, isShape, kindOfShape, type ShapeFacts } from './shapes.ts';
import {
  countLanguages,
  isBox,
  isHidden,
  kindOnSlide,
  LISTS,
  SKIPPED,
  TEXT_BLOCKS,
  type Place,
  type StorySources,
} from './place.ts';
import { forEachCell } from './tables.ts';

/** What a container has had so far. */
interface Counter {
  tables: number;
  indexes: number;
}

/** Walks the stories of a document and collects their blocks in reading order. */
export class StoryReader {
  readonly blocks: OdfBlock[] = [];
  readonly containers = new Map<string, ContainerPlace>();
  readonly attached = new Map<number, string[]>();
  readonly book = new PlaceholderBook();
  readonly #sources: StorySources;
  readonly #labels = new ListLabels();
  readonly #numbers = { textBox: 0, altText: 0, footnote: 0, endnote: 0, chart: 0 };
  /** Comments that stand outside paragraphs, for the next block. */
  #waiting: BlockComment[] = [];

  constructor(sources: StorySources) {
    this.#sources = sources;
  }

  /** Reads a container: the body, a header, a cell, a note, a box. */
  read(element: XmlElement, place: Place, container: string): void {
    this.containers.set(container, { part: place.part.name, element });
    const only = element.name.startsWith('draw:') && element.name !== 'draw:text-box' && element.name !== 'draw:page';
    const children = only ? element.children.filter(({ name }) => TEXT_BLOCKS.has(name)) : element.children;
    this.#blocks(children, place, container, { tables: 0, indexes: 0 }, undefined);
  }

  /** An element that holds nothing but text and stands for itself. */
  plain(element: XmlElement, place: Place, container: string, twin?: XmlElement): void {
    const text = element.text.replaceAll(/[\t\r\n ]+/gu, ' ').normalize('NFC');
    if (text.trim() === '' || element.children.length > 0) return;
    this.containers.set(container, { part: place.part.name, element });
    this.#add({
      ...this.#blank(element, place, container),
      content: [{ text, marks: [] }],
      plain: true,
      twin,
    });
  }

  /** Comments no block follows stand at the last one. */
  finish(): void {
    const last = this.blocks.at(-1);
    if (last === undefined || this.#waiting.length === 0) return;
    this.blocks[this.blocks.length - 1] = { ...last, comments: [...last.comments, ...this.#waiting] };
    this.#waiting = [];
  }

  /** The boxes of shapes that stand outside paragraphs. */
  shapes(parent: XmlElement, place: Place): void {
    for (const child of parent.children) {
      if (isShape(child)) this.#shape(child, inspectShape(child), place);
      else if (isAnnotation(child.name)) this.#comment(child);
    }
  }

  #blank(element: XmlElement, { part, story, kind }: Place, container: string): OdfBlock {
    return blankBlock({ part: part.name, story, container, kind, element, base: this.#plainLook(part) });
  }

  #plainLook(part: OdfPart): Look {
    return this.#sources.looks.of([], part.scope, NOTHING_INHERITED);
  }

  #blocks(
    children: readonly XmlElement[],
    place: Place,
    container: string,
    counter: Counter,
    list: ListPlace | undefined,
  ): void {
    for (const child of children) {
      const { name } = child;
      if (name === 'text:p' || name === 'text:h') this.#paragraph(child, child, place, container, undefined, list);
      else if (name === 'text:list') this.#list(child, place, container, counter, list);
      else if (name === 'text:numbered-paragraph') this.#numbered(child, place, container);
      else if (name === 'table:table') {
        counter.tables += 1;
        this.#table(child, place, `${container}/t${counter.tables}`);
      } else if (name === 'text:section') this.#section(child, place, container, counter);
      else if (INDEXES.has(name)) this.#index(child, place, container, counter);
      else if (isAnnotation(name)) this.#comment(child);
      else if (isShape(child)) this.#shape(child, inspectShape(child), place);
      else if (!SKIPPED.has(name)) this.#blocks(child.children, place, container, counter, list);
    }
  }

  #section(section: XmlElement, place: Place, container: string, counter: Counter): void {
    const { tally } = this.#sources;
    if (section.child('text:section-source') !== undefined) tally.note('subDocument');
    if (section.child('office:dde-source') !== undefined) tally.note('dde');
    if (isHidden(section)) tally.note('hiddenText');
    else this.#blocks(section.children, place, container, counter, undefined);
  }

  #index(index: XmlElement, place: Place, container: string, counter: Counter): void {
    this.#sources.tally.note('tableOfContents');
    const found = indexTitle(index);
    if (found === undefined) return;
    counter.indexes += 1;
    const before = this.blocks.length;
    this.read(found.title, place, `${container}/i${counter.indexes}`);
    const block = this.blocks[before];
    if (block !== undefined && found.template !== undefined) this.blocks[before] = { ...block, twin: found.template };
  }

  #list(element: XmlElement, place: Place, container: string, counter: Counter, outer: ListPlace | undefined): void {
    const list = this.#labels.enter(element, outer);
    for (const item of element.children) {
      if (!LISTS.has(item.name)) continue;
      const [first] = item.children;
      const isNumbered = item.name === 'text:list-item' && (first?.name === 'text:p' || first?.name === 'text:h');
      if (!isNumbered) this.#blocks(item.children, place, container, counter, list);
      else {
        const style = first.attributes['text:style-name'];
        const label = this.#labels.item(item, list, style, place.part.scope);
        this.#paragraph(first, first, place, container, label, list);
        this.#blocks(item.children.slice(1), place, container, counter, list);
      }
    }
  }

  #numbered(element: XmlElement, place: Place, container: string): void {
    const paragraph = element.children.find(({ name }) => name === 'text:p' || name === 'text:h');
    if (paragraph === undefined) return;
    const depth = Math.min(10, Math.max(1, Number(element.attributes['text:level'] ?? 1) || 1));
    const label = this.#labels.numbered(element, depth, place.part.scope);
    this.#paragraph(paragraph, element, place, container, label, { depth, style: undefined, numbers: [] });
  }

  #table(table: XmlElement, place: Place, path: string): void {
    this.#sources.tally.tables += 1;
    const cellPlace: Place = { ...place, kind: place.kind === 'paragraph' || isBox(place) ? 'tableCell' : place.kind };
    for (const name of ['table:title', 'table:desc']) {
      const described = table.child(name);
      if (described !== undefined) this.#altText(described, place);
    }
    const shapes = table.child('table:shapes');
    if (shapes !== undefined) this.shapes(shapes, place);
    forEachCell(table, (cell, row, column) => this.read(cell, cellPlace, `${path}r${row}c${column}`));
  }

  #comment(annotation: XmlElement): void {
    this.#sources.tally.comments += 1;
    this.#waiting.push(...commentsOf([annotation]));
  }

  #paragraph(
    element: XmlElement,
    outer: XmlElement,
    place: Place,
    container: string,
    listLabel: string | undefined,
    list: ListPlace | undefined,
  ): void {
    const { part } = place;
    const { looks, tally } = this.#sources;
    const style = element.attributes['text:style-name'];
    const inherited = looks.inherited(part.scope, style);
    const structure = structureOf(element, part.scope, place.kind, list?.depth);
    const { kind, level } = structure;
    const isAlone = element.name === 'text:h' && list === undefined;
    const label = isAlone ? this.#labels.heading(element, level ?? 1, part.scope) : listLabel;
    if (inherited.hidden) {
      if (element.text.trim() !== '') tally.note('hiddenText');
      return;
    }
    if (element.nodes.length === 0) return;
    const inline = readInline(element, part.scope, looks, inherited);
    tally.comments += inline.annotations.length;
    const shapes = new Map<Token, ShapeFacts>();
    const tokens = inline.tokens.map((token) => this.#withShape(token, shapes));
    const base = inline.hint ?? commonestLook(textLooks(tokens)) ?? this.#plainLook(part);
    const placeholders = new Map<Token, OdfPlaceholder>();
    const found = buildContent(tokens, part.name, base, this.book, (token, entry) => placeholders.set(token, entry));
    const comments = [...this.#waiting, ...commentsOf(inline.annotations)];
    if (found === undefined) this.#waiting = comments;
    else {
      this.#waiting = [];
      const { changes } = inline;
      const block = this.#blank(element, place, container);
      this.#add({ ...block, kind, level, label, outer, changes, comments, ...found });
      countLanguages(inline, tally);
    }
    for (const token of tokens) this.#attachments(token, shapes.get(token), place, placeholders.get(token));
  }

  /** A frame is an image, a text box or another object by what it holds. */
  #withShape(token: Token, shapes: Map<Token, ShapeFacts>): Token {
    const [element] = token.elements;
    if (token.type !== 'placeholder' || token.kind !== 'object' || element === undefined) return token;
    const facts = inspectShape(element);
    const embedded = facts.objects.flatMap((object) => this.#sources.embedded(object) ?? []);
    const equation = embedded.find((object) => object.kind === 'equation');
    const text = equation?.label ?? facts.parts.find((part) => part.what === 'alt')?.element.text ?? '';
    const told = { ...token, kind: kindOfShape(facts, equation !== undefined), text: text.replaceAll(/\s+/gu, ' ') };
    shapes.set(told, facts);
    return told;
  }

  #add(block: OdfBlock): void {
    this.blocks.push(block);
    this.#sources.tally.countBlock(block);
  }

  #attachments(
    token: Token,
    shape: ShapeFacts | undefined,
    place: Place,
    placeholder: OdfPlaceholder | undefined,
  ): void {
    const names: string[] = [];
    if (shape !== undefined) names.push(...this.#shape(token.elements[0] as XmlElement, shape, place));
    if (token.kind === 'noteRef') for (const note of token.elements) names.push(...this.#note(note, place.part));
    if (placeholder !== undefined && names.length > 0) this.attached.set(placeholder.id, names);
  }

  /** Reads what a shape holds and returns the containers it makes. */
  #shape(shape: XmlElement, facts: ShapeFacts, place: Place): readonly string[] {
    const { tally } = this.#sources;
    const names: string[] = [];
    for (const note of facts.notes) tally.note(note);
    if (facts.objects.length === 0) tally.images += facts.pictures.length;
    for (const { what, element } of facts.parts) {
      names.push(what === 'alt' ? this.#altText(element, place) : this.#box(element, shape, place));
    }
    for (const object of facts.objects) names.push(...this.#object(object));
    return names;
  }

  #box(element: XmlElement, shape: XmlElement, place: Place): string {
    const { slide } = place;
    if (slide !== undefined) {
      const container = `${place.story}/s${slide.boxes.size + 1}`;
      slide.boxes.set(element, container);
      this.read(element, { ...place, kind: kindOnSlide(shape, element, place.kind) }, container);
      return container;
    }
    this.#sources.tally.textBoxes += 1;
    this.#numbers.textBox += 1;
    const story = `textBox:${this.#numbers.textBox}`;
    this.read(element, { part: place.part, story, kind: 'textBox' }, story);
    return story;
  }

  #altText(element: XmlElement, place: Place): string {
    this.#numbers.altText += 1;
    const container = `altText:${this.#numbers.altText}`;
    this.plain(element, { part: place.part, story: 'altText', kind: 'altText' }, container);
    return container;
  }

  #object(object: XmlElement): readonly string[] {
    const facts = this.#sources.embedded(object);
    const { tally } = this.#sources;
    if (facts === undefined || facts.kind === 'other') tally.note('oleObject');
    if (facts?.kind !== 'chart' || facts.part === undefined) return [];
    tally.note('chart');
    this.#numbers.chart += 1;
    const story = `chart:${this.#numbers.chart}`;
    for (const [index, title] of facts.titles.entries()) {
      this.read(title, { part: facts.part, story, kind: 'label' }, `${story}/${index + 1}`);
    }
    return facts.titles.map((_, index) => `${story}/${index + 1}`);
  }

  #note(note: XmlElement, part: OdfPart): readonly string[] {
    const kind = note.attributes['text:note-class'] === 'endnote' ? 'endnote' : 'footnote';
    const body = note.child('text:note-body');
    this.#sources.tally[kind === 'footnote' ? 'footnotes' : 'endnotes'] += 1;
    this.#numbers[kind] += 1;
    const story = `${kind}:${this.#numbers[kind]}`;
    if (body !== undefined) this.read(body, { part, story, kind }, story);
    return [story];
  }
}
