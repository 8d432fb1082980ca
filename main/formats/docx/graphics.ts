import { readChart } from '../drawingml/chart.ts';
import { drawingIdOf, readDiagram } from '../drawingml/diagram.ts';
import type { DrawingBlock, DrawingPart } from '../drawingml/model.ts';
import { drawingPart, type DrawingReader } from '../drawingml/reader.ts';
import type { OfficePackage, Relationship } from '../package/package.ts';
import type { Graphic } from './drawings.ts';
import type { DocxPart } from './model.ts';
import type { Tally } from './tally.ts';

/** A chart or diagram where the text shows it. */
export interface GraphicPlace extends Graphic {
  readonly part: DocxPart;
  /** How many blocks of the text stand before it. */
  readonly at: number;
}

/** Roots of the parts read here: a relationship may name any part, also one of the text. */
const ROOTS = new Set(['c:chartSpace', 'cx:chartSpace', 'c:userShapes', 'dgm:dataModel', 'dsp:drawing']);

/**
 * Reads the words of charts (21.2) and SmartArt diagrams (21.4), each part once, in stories of their own. What the file
 * shows but does not hold is noted. Returns the blocks by the place they follow.
 */
export class GraphicsReader {
  readonly #package: OfficePackage;
  readonly #reader: DrawingReader;
  readonly #tally: Tally;
  #charts = 0;
  #diagrams = 0;

  constructor(pack: OfficePackage, reader: DrawingReader, tally: Tally) {
    this.#package = pack;
    this.#reader = reader;
    this.#tally = tally;
  }

  async read(place: GraphicPlace): Promise<readonly DrawingBlock[]> {
    const first = this.#reader.blocks.length;
    const relationship = place.part.relationships.get(place.id ?? '');
    if (relationship !== undefined && this.#reader.parts.has(relationship.part)) return [];
    const part = await this.#part(relationship);
    if (part === undefined) this.#tally.note(place.kind);
    else if (place.kind === 'chart') await this.#chart(part);
    else await this.#diagram(part, place.part);
    const blocks = this.#reader.blocks.slice(first);
    for (const block of blocks) this.#tally.countBlock(block);
    return blocks;
  }

  /** A chart, and the shapes somebody drew on it (21.3). */
  async #chart(part: DrawingPart): Promise<void> {
    readChart(part, this.#nextChart(), this.#reader);
    for (const relationship of part.relationships.values()) {
      const shapes = relationship.type === 'chartUserShapes' ? await this.#part(relationship) : undefined;
      if (shapes !== undefined) readChart(shapes, this.#nextChart(), this.#reader);
    }
  }

  #nextChart(): string {
    this.#charts += 1;
    return `chart:${this.#charts}`;
  }

  async #diagram(data: DrawingPart, shownBy: DocxPart): Promise<void> {
    this.#diagrams += 1;
    const drawing = await this.#part(shownBy.relationships.get(drawingIdOf(data) ?? ''));
    readDiagram(data, drawing, `diagram:${this.#diagrams}`, this.#reader);
  }

  /** Undefined also for a part that has been read. */
  async #part(relationship: Relationship | undefined): Promise<DrawingPart | undefined> {
    if (relationship === undefined || relationship.external || this.#reader.parts.has(relationship.part))
      return undefined;
    const part = await drawingPart(this.#package, relationship.part);
    return part !== undefined && ROOTS.has(part.root.name) && !this.#reader.parts.has(part.name) ? part : undefined;
  }
}
