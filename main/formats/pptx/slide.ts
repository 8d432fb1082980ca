import { attributeSpan } from '#main/formats/package/attribute-span.ts';
import { readChart } from '../drawingml/chart.ts';
import { drawingIdOf, readDiagram } from '../drawingml/diagram.ts';
import { NO_LEVELS } from '../drawingml/levels.ts';
import type { DrawingBlock, DrawingPart, Place } from '../drawingml/model.ts';
import { drawingPart, paragraphsOf, type DrawingReader } from '../drawingml/reader.ts';
import type { OfficePackage } from '../package/package.ts';
import { descendants, type XmlElement } from '../package/xml.ts';
import type { Shape } from './model.ts';
import { kindOfRole } from './shapes.ts';

const BODIES = new Set(['p:txBody', 'a:txBody']);
const DESCRIBED = new Set(['p:cNvPr']);
const TABLES = new Set(['a:tbl']);
const ALTERNATE = 'mc:AlternateContent';
const FALLBACK = 'mc:Fallback';
/** Attributes of a shape that say in words what it shows (20.1.2.2.8). */
const ALTERNATIVES = ['descr', 'title'] as const;

/** Numbers what has no number of its own, over all slides. */
export class Counters {
  readonly #counts = new Map<string, number>();

  next(what: string): string {
    const count = (this.#counts.get(what) ?? 0) + 1;
    this.#counts.set(what, count);
    return `${what}:${count}`;
  }
}

/** Reads the texts of a slide: those of its shapes, then the words of charts and diagrams, then alternative texts. */
export class SlideReader {
  readonly #reader: DrawingReader;
  readonly #package: OfficePackage;
  readonly #counters: Counters;
  readonly #part: DrawingPart;
  readonly #story: string;

  constructor(reader: DrawingReader, pack: OfficePackage, counters: Counters, part: DrawingPart, story: string) {
    this.#reader = reader;
    this.#package = pack;
    this.#counters = counters;
    this.#part = part;
    this.#story = story;
  }

  /** Returns the shapes with the stories of their charts and diagrams. */
  async read(shapes: readonly Shape[]): Promise<readonly Shape[]> {
    this.#reader.parts.set(this.#part.name, this.#part);
    for (const shape of shapes) this.#text(shape);
    const told: Shape[] = [];
    for (const shape of shapes) told.push(await this.#drawn(shape));
    const tree = this.#part.root.child('p:cSld')?.child('p:spTree');
    if (tree !== undefined) this.#alternatives(tree);
    return told;
  }

  #text(shape: Shape): void {
    const { element, body, role, levels, name, fallback } = shape;
    if (element.name === 'p:graphicFrame') {
      for (const table of descendants(element, TABLES)) this.#table(table, shape);
      return;
    }
    if (body === undefined) return;
    const request = { story: this.#story, container: name, levels, ...kindOfRole(role) };
    const blocks = this.#reader.body(body, this.#part, request);
    if (fallback !== undefined && blocks.length > 0) this.#pairFallback(blocks, fallback);
  }

  #pairFallback(blocks: readonly DrawingBlock[], fallback: XmlElement): void {
    const paragraphs = [...descendants(fallback, BODIES)].flatMap((body) => paragraphsOf(body));
    if (paragraphs.length > 0) this.#reader.pair(blocks, paragraphs, this.#part);
  }

  /** Cells as `…/t1r2c3`: rows and cells count from 1 as they stand in the file (21.1.3.13). */
  #table(table: XmlElement, { name, fallback }: Shape): void {
    let row = 0;
    for (const tr of table.children) {
      if (tr.name !== 'a:tr') continue;
      row += 1;
      let column = 0;
      for (const tc of tr.children) {
        if (tc.name !== 'a:tc') continue;
        column += 1;
        const body = tc.child('a:txBody');
        if (body === undefined) continue;
        const container = `${name}/t1r${row}c${column}`;
        const own = NO_LEVELS.below(body.child('a:lstStyle'));
        const request = { story: this.#story, container, kind: 'tableCell' as const, levels: own, lists: true };
        const blocks = this.#reader.body(body, this.#part, request);
        if (fallback !== undefined && blocks.length > 0) this.#pairFallback(blocks, fallback);
      }
    }
  }

  async #drawn(shape: Shape): Promise<Shape> {
    if (shape.what === 'chart') return this.#chart(shape);
    return shape.what === 'diagram' ? this.#diagram(shape) : shape;
  }

  async #chart(shape: Shape): Promise<Shape> {
    const data = shape.element.child('a:graphic')?.child('a:graphicData');
    const id = data?.children[0]?.attributes['r:id'];
    const part = await this.#named(id);
    if (part === undefined) return shape;
    const story = this.#counters.next('chart');
    readChart(part, story, this.#reader);
    for (const { type, part: name, external } of part.relationships.values()) {
      const shapes = type === 'chartUserShapes' && !external ? await drawingPart(this.#package, name) : undefined;
      if (shapes !== undefined) readChart(shapes, this.#counters.next('chart'), this.#reader);
    }
    return { ...shape, story };
  }

  async #diagram(shape: Shape): Promise<Shape> {
    const ids = shape.element.child('a:graphic')?.child('a:graphicData')?.child('dgm:relIds');
    const data = await this.#named(ids?.attributes['r:dm']);
    if (data === undefined) return shape;
    const story = this.#counters.next('diagram');
    readDiagram(data, await this.#named(drawingIdOf(data)), story, this.#reader);
    return { ...shape, story };
  }

  /** The part a relationship of the slide names; undefined for none, and for one that has been read already. */
  async #named(id: string | undefined): Promise<DrawingPart | undefined> {
    const relationship = this.#part.relationships.get(id ?? '');
    if (relationship === undefined || relationship.external || this.#reader.parts.has(relationship.part))
      return undefined;
    return drawingPart(this.#package, relationship.part);
  }

  /** Of what stands in both branches of alternate content, one unit is written to both. */
  #alternatives(tree: XmlElement): void {
    const all = [...descendants(tree, DESCRIBED)].map((element) => ({ element, within: ancestor(element, ALTERNATE) }));
    const repeated = all.filter(({ element }) => ancestor(element, FALLBACK) !== undefined);
    for (const { element, within } of all) {
      if (ancestor(element, FALLBACK) !== undefined && hasChoice(within)) continue;
      const said = element.attributes;
      for (const attribute of ALTERNATIVES) {
        const text = said[attribute];
        if (text === undefined || text.trim() === '' || (attribute === 'title' && text === said['descr'])) continue;
        const places: (readonly [XmlElement, string])[] = [[element, attribute]];
        if (attribute === 'descr' && text === said['title']) places.push([element, 'title']);
        for (const twin of within === undefined ? [] : repeated)
          if (twin.within === within && twin.element.attributes[attribute] === text)
            places.push([twin.element, attribute]);
        this.#alternative(places, text);
      }
    }
  }

  #alternative(places: readonly (readonly [XmlElement, string])[], text: string): void {
    const spans = places.flatMap(([element, attribute]): Place[] => {
      const span = attributeSpan(this.#part.text, element, attribute);
      return span === undefined ? [] : [{ part: this.#part.name, ...span }];
    });
    const [first, ...rest] = spans;
    if (first === undefined || this.#reader.byAnchor.has(`${first.part}#${first.start}-${first.end}`)) return;
    const container = this.#counters.next('altText');
    this.#reader.value({ story: 'altText', container, kind: 'altText', text, places: [first, ...rest] });
  }
}

function ancestor({ parent }: XmlElement, name: string): XmlElement | undefined {
  let element = parent;
  while (element !== null && element.name !== name) element = element.parent;
  return element ?? undefined;
}

function hasChoice(alternate: XmlElement | undefined): boolean {
  return alternate?.child('mc:Choice') !== undefined;
}
