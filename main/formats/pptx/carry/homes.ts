import type { DrawingText } from '#main/formats/drawingml/model.ts';
import { descendants, type XmlElement } from '#main/formats/package/xml.ts';
import { roleOf } from '../masters.ts';
import type { PptxModel, Shape, Slide } from '../model.ts';
import type { Counterparts } from './counterparts.ts';

const NOTES = /^notes:(\d+)\//u;
const CELL = /^(slide:\d+\/[^/]+)(\/t\d+r\d+c\d+)$/u;
const ROWS = new Set(['a:tr']);

/**
 * Finds for a text of the other file the place the skeleton has for it though nothing stands there: an empty placeholder
 * or box, an empty cell of the same table, the page of notes.
 */
export class Homes {
  readonly #donor: PptxModel;
  readonly #skeleton: PptxModel;
  readonly #counterparts: Counterparts;
  readonly #told: ReadonlySet<string>;

  constructor(donor: PptxModel, skeleton: PptxModel, counterparts: Counterparts) {
    this.#donor = donor;
    this.#skeleton = skeleton;
    this.#counterparts = counterparts;
    this.#told = new Set(skeleton.text.blocks.map((block) => block.container));
  }

  /** The skeleton's container for one of the donor's; undefined where it has none. */
  of(container: string): string | undefined {
    const [, notes] = NOTES.exec(container) ?? [];
    if (notes !== undefined) return this.#notes(container, this.#counterparts.slide(Number(notes)));
    const [, table, cell] = CELL.exec(container) ?? [];
    if (table !== undefined && cell !== undefined) return this.#cell(table, cell);
    const slide = this.#donor.slides.find(({ story }) => container.startsWith(`${story}/`));
    const own = slide?.shapes.find(({ name }) => name === container);
    const to = slide === undefined ? undefined : this.#counterparts.slide(slide.number);
    if (own === undefined || to === undefined) return undefined;
    return to.shapes.find((shape) => isSameShape(own, shape) && this.#isFree(shape.name))?.name;
  }

  /** The same placeholder of the printed page; what is said beside the slide goes behind what is said there already. */
  #notes(container: string, slide: Slide | undefined): string | undefined {
    const role = roleIn(this.#donor.text, container);
    const story = slide?.notes?.story;
    if (story === undefined || role === undefined) return undefined;
    for (const name of this.#skeleton.text.containers.keys()) {
      const isSame = name.startsWith(`${story}/`) && roleIn(this.#skeleton.text, name) === role;
      if (isSame && (role === 'body' || this.#isFree(name))) return name;
    }
    return undefined;
  }

  #cell(table: string, cell: string): string | undefined {
    const to = this.#counterparts.shape(table);
    const own = this.#donor.slides.flatMap(({ shapes }) => shapes).find(({ name }) => name === table);
    if (to === undefined || own === undefined || rowsOf(own.element) !== rowsOf(to.element)) return undefined;
    const name = `${to.name}${cell}`;
    return this.#isFree(name) ? name : undefined;
  }

  #isFree(container: string): boolean {
    return this.#skeleton.text.containers.has(container) && !this.#told.has(container);
  }
}

/** What the shape around a container's body is for. */
function roleIn({ containers }: DrawingText, container: string): string | undefined {
  const shape = containers.get(container)?.element.parent;
  return shape === null || shape === undefined ? undefined : roleOf(shape)?.type;
}

/** Placeholders are the same by what they are for, shapes of their own by the id and name a copied slide keeps. */
export function isSameShape(one: Shape, other: Shape): boolean {
  if (one.what !== other.what || (one.role === undefined) !== (other.role === undefined)) return false;
  if (one.role !== undefined) return one.role.type === other.role?.type && one.role.index === other.role.index;
  return one.id === other.id && nameOf(one.element) === nameOf(other.element);
}

function nameOf(shape: XmlElement): string | undefined {
  return shape.children.find(({ name }) => name.startsWith('p:nv'))?.child('p:cNvPr')?.attributes['name'];
}

function rowsOf(table: XmlElement): number {
  return [...descendants(table, ROWS)].length;
}
