import type { XmlElement } from '../package/xml.ts';
import { NO_LEVELS } from './levels.ts';
import type { DrawingBlock, DrawingPart, Place } from './model.ts';
import { type DrawingReader, paragraphsOf } from './reader.ts';

/** Caches and literals of text (21.2.2.227, 21.2.2.225, 21.2.2.102); those of numbers are data, not text. */
const TEXT_CACHES = new Set(['c:strCache', 'c:strLit', 'c:multiLvlStrCache', 'c15:dlblRangeCache']);
/** A series or category list the chart does not show, kept for the filter of PowerPoint. */
const HIDDEN = /^c15:filtered/u;
const LETTER = /\p{L}/u;

interface Value {
  readonly text: string;
  readonly places: [Place, ...Place[]];
}

/**
 * Reads the words of a chart: titles, labels, the names of series and categories. What several series repeat of one
 * reference is one block, written to each; a value without a letter is data. The workbook the words come from is not
 * opened: it keeps its own. Returns the blocks.
 */
export function readChart(part: DrawingPart, story: string, reader: DrawingReader): readonly DrawingBlock[] {
  return new ChartReader(part, story, reader).read();
}

class ChartReader {
  readonly #part: DrawingPart;
  readonly #story: string;
  readonly #reader: DrawingReader;
  readonly #blocks: DrawingBlock[] = [];
  readonly #values = new Map<string, Value>();
  #bodies = 0;

  constructor(part: DrawingPart, story: string, reader: DrawingReader) {
    this.#part = part;
    this.#story = story;
    this.#reader = reader;
  }

  read(): readonly DrawingBlock[] {
    this.#reader.parts.set(this.#part.name, this.#part);
    this.#walk(this.#part.root, '');
    let number = 0;
    for (const { text, places } of this.#values.values()) {
      number += 1;
      const container = `${this.#story}/v${number}`;
      this.#blocks.push(this.#reader.value({ story: this.#story, container, kind: 'label', text, places }));
    }
    return this.#blocks;
  }

  /** `reference`: the formula of the cells whose texts stand around here. */
  #walk(element: XmlElement, reference: string): void {
    if (HIDDEN.test(element.name)) return;
    if (paragraphsOf(element).length > 0) {
      this.#body(element);
      return;
    }
    if (TEXT_CACHES.has(element.name)) this.#cache(element, reference);
    else if (element.name === 'c:tx' || element.name === 'cx:txData') this.#literal(element, reference);
    else if (element.name === 'cx:strDim') this.#dimension(element);
    const own = element.child('c:f') ?? element.child('c15:f') ?? element.child('cx:f');
    for (const child of element.children) this.#walk(child, own?.text ?? reference);
  }

  #body(element: XmlElement): void {
    // The properties of text to come (`c:txPr`) hold a paragraph without words.
    this.#bodies += 1;
    const request = {
      story: this.#story,
      container: `${this.#story}/b${this.#bodies}`,
      kind: 'label' as const,
      levels: NO_LEVELS,
      lists: false,
    };
    this.#blocks.push(...this.#reader.body(element, this.#part, request));
  }

  #cache(cache: XmlElement, reference: string): void {
    const lists = cache.name === 'c:multiLvlStrCache' ? cache.children.filter(({ name }) => name === 'c:lvl') : [cache];
    for (const [level, list] of lists.entries()) {
      for (const point of list.children) {
        const value = point.name === 'c:pt' ? point.child('c:v') : undefined;
        if (value !== undefined) this.#value(value, `${reference}|${level}|${point.attributes['idx'] ?? ''}`);
      }
    }
  }

  /** A series' name that comes from no cell (`c:tx/c:v`); one of the newer charts stands beside its cell's name. */
  #literal(element: XmlElement, reference: string): void {
    const value = element.child('c:v') ?? element.child('cx:v');
    if (value !== undefined) this.#value(value, `${element.child('cx:f')?.text ?? reference}|tx|${value.text}`);
  }

  #dimension(dimension: XmlElement): void {
    for (const level of dimension.children) {
      if (level.name !== 'cx:lvl') continue;
      for (const point of level.children)
        if (point.name === 'cx:pt') this.#value(point, `${dimension.child('cx:f')?.text ?? ''}|${point.start}`);
    }
  }

  #value(element: XmlElement, key: string): void {
    const { text } = element;
    if (!LETTER.test(text) || element.children.length > 0) return;
    const place = { part: this.#part.name, start: element.contentStart, end: element.contentEnd };
    const known = this.#values.get(`${key}|${text}`);
    if (known === undefined) this.#values.set(`${key}|${text}`, { text, places: [place] });
    else known.places.push(place);
  }
}
