import type { DrawingBlock, DrawingPart } from '#main/formats/drawingml/model.ts';
import { adaptFragment } from '#main/formats/common/fragment.ts';
import type { Splicer } from '#main/formats/common/splice.ts';
import { descendants, type XmlElement } from '#main/formats/package/xml.ts';
import type { Shape, Slide } from '../model.ts';
import type { Counterparts } from './counterparts.ts';
import { isSameShape } from './homes.ts';
import type { CarriedLinks } from './links.ts';
import { settle } from './settle.ts';

const NAMED = new Set(['p:cNvPr']);
const TREE = 'p:spTree';
const CONNECTIONS = new Set(['a:stCxn', 'a:endCxn']);

/** A shape, or a whole group of them, on its way from a slide of the other file onto the skeleton's. */
export interface CarriedShape {
  readonly from: Slide;
  readonly to: Slide;
  readonly element: XmlElement;
  /** What comes with it. */
  readonly shapes: readonly Shape[];
}

/** Whether a block is part of what comes along: its text, its description, the words of its chart or diagram. */
export function isPartOf({ places: [place], story, container }: DrawingBlock, carried: CarriedShape): boolean {
  const { element, from, shapes } = carried;
  if (shapes.some((shape) => shape.story === story || isWithin(container, shape.name))) return true;
  return (
    place !== undefined && place.part === from.part.name && place.start >= element.start && place.end <= element.end
  );
}

/** Whether a container is the shape's own, or that of one of its cells. */
export function isWithin(container: string, name: string): boolean {
  return container === name || container.startsWith(`${name}/`);
}

/**
 * The pieces in which the wanted shapes of a slide come: a group or alternate content whole, where all of it is wanted or
 * silent and not on the other slide already; else the shape alone. What stands in a branch of alternate content, or in a
 * group as a group, cannot come alone.
 */
export function piecesOf(
  from: Slide,
  to: Slide,
  wanted: ReadonlySet<Shape>,
  silent: (shape: Shape) => boolean,
): readonly CarriedShape[] {
  const pieces = new Map<XmlElement, CarriedShape>();
  const comes = (shape: Shape): boolean =>
    wanted.has(shape) || (silent(shape) && !to.shapes.some((other) => isSameShape(shape, other)));
  for (const shape of wanted) {
    let { element } = shape;
    for (let around = element.parent; around !== null && around.name !== TREE; around = around.parent)
      if (within(from, around).every((each) => comes(each))) element = around;
    const isWhole = element.parent?.name === TREE;
    if (!isWhole && (element !== shape.element || isInBranch(element))) continue;
    pieces.set(element, { from, to, element, shapes: within(from, element) });
  }
  return [...pieces.values()].toSorted((a, b) => a.element.start - b.element.start);
}

function within({ shapes }: Slide, element: XmlElement): readonly Shape[] {
  return shapes.filter((shape) => shape.element.start >= element.start && shape.element.end <= element.end);
}

function isInBranch({ parent }: XmlElement): boolean {
  return parent !== null && (parent.name.startsWith('mc:') || isInBranch(parent));
}

/** Where a piece goes: behind the shape that stands before it on its own slide too, else on top of everything. */
export function offsetFor({ from, to, element }: CarriedShape, counterparts: Counterparts): number {
  const before = from.shapes
    .filter((shape) => shape.element.end <= element.start)
    .toSorted((a, b) => b.element.start - a.element.start);
  for (const shape of before) {
    const own = counterparts.shape(shape.name);
    if (own !== undefined && to.shapes.includes(own)) return outermost(own.element).end;
  }
  const tree = to.part.root.child('p:cSld')?.child(TREE);
  const last = tree?.children.findLast(({ name }) => name !== 'p:extLst');
  return last?.end ?? tree?.contentEnd ?? 0;
}

function outermost(element: XmlElement): XmlElement {
  return element.parent === null || element.parent.name === TREE ? element : outermost(element.parent);
}

/** New ids for shapes, free on each slide they come to. */
export class ShapeIds {
  readonly #last = new Map<string, number>();

  next({ part }: Slide): string {
    const last = this.#last.get(part.name) ?? highest(part);
    this.#last.set(part.name, last + 1);
    return String(last + 1);
  }
}

function highest({ root }: DrawingPart): number {
  let most = 1;
  for (const { attributes } of descendants(root, NAMED)) {
    const id = Number(attributes['id']);
    // Some programs give random ids; 32 bits is what the standard allows (20.1.2.2.8).
    if (Number.isSafeInteger(id) && id < 0x7f_00_00_00) most = Math.max(most, id);
  }
  return most;
}

/** The piece as it can stand on the skeleton's slide. `splicer` holds what people wrote into the donor's. */
export function renderPiece(
  carried: CarriedShape,
  splicer: Splicer,
  { links, ids, lost }: { readonly links: CarriedLinks; readonly ids: ShapeIds; readonly lost: (id: string) => void },
): string {
  const { from, to, element, shapes } = carried;
  for (const shape of shapes) settle(shape, to, shape.element === element && element.parent?.name !== TREE, splicer);
  const fresh = new Map<string, string>();
  for (const { attributes } of descendants(element, NAMED))
    if (attributes['id'] !== undefined && !fresh.has(attributes['id'])) fresh.set(attributes['id'], ids.next(to));
  const rules = links.rules(from.part, to.part, lost);
  return adaptFragment(splicer.slice(element.start, element.end), from.part.root.attributes, to.part.root.attributes, {
    drops: (each) => rules.drops(each) || (CONNECTIONS.has(each.name) && !fresh.has(each.attributes['id'] ?? '')),
    attribute: (each, name, value) =>
      name === 'id' && (NAMED.has(each.name) || CONNECTIONS.has(each.name))
        ? fresh.get(value)
        : rules.attribute(each, name, value),
  });
}
