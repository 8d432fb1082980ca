import { AdaptaError } from '#shared/model/errors.ts';
import { locateInDonor } from '#main/formats/common/donor.ts';
import { PartCarrier } from '#main/formats/common/part-carrier.ts';
import { attributeSpan } from '#main/formats/package/attribute-span.ts';
import { drawingIdOf } from '#main/formats/drawingml/diagram.ts';
import type { DrawingBlock } from '#main/formats/drawingml/model.ts';
import { makeEdits } from '#main/formats/drawingml/write/place.ts';
import { DrawingShop } from '#main/formats/drawingml/write/shop.ts';
import type { WriteContainer, WriteRequest, WriteUnit } from '#main/formats/format.ts';
import type { NewRelationships } from '#main/formats/package/new-relationships.ts';
import type { PackageOutput } from '#main/formats/package/output.ts';
import { descendants } from '#main/formats/package/xml.ts';
import type { PptxModel, Shape } from '../model.ts';
import { modelOf } from '../read.ts';
import { Counterparts } from './counterparts.ts';
import { describe } from './descriptions.ts';
import { Homes } from './homes.ts';
import { CarriedLinks, PendingLinks } from './links.ts';
import { NotesCarrier, type CarriedNotes } from './notes.ts';
import { isPartOf, isWithin, offsetFor, piecesOf, renderPiece, ShapeIds, type CarriedShape } from './shapes.ts';

/** What the document's other file takes part in. */
export interface Donor {
  /** Containers as the skeleton takes them: without those that come along, and under its own names where it has a place. */
  readonly containers: readonly WriteContainer[];
  /** Copies what comes along onto its slides; call before the skeleton's parts are rendered. */
  place(): void;
  /** Adds the parts that come along, and says what was lost of them. */
  deliver(output: PackageOutput): Promise<void>;
}

const EXTENSION = new Set(['dsp:dataModelExt']);

/** Opens the donor where the units name texts that only it has. */
export async function openDonor(
  request: WriteRequest,
  model: PptxModel,
  shop: DrawingShop,
  relationships: NewRelationships,
): Promise<Donor> {
  const { containers } = request;
  const none: Donor = { containers, place: () => undefined, deliver: () => Promise.resolve() };
  const isForeign = containers.some((container) => isUnknown(container.container, shop));
  const donor = request.donor === undefined || !isForeign ? undefined : await donorModel(request.donor);
  return donor === undefined ? none : new Carrying(request, { donor, skeleton: model }, shop, relationships);
}

/** The other file may be refused, or of another format: then there is nothing to take from it. */
async function donorModel(bytes: Uint8Array): Promise<PptxModel | undefined> {
  try {
    return await modelOf(bytes);
  } catch (error) {
    if (error instanceof AdaptaError) return undefined;
    throw error;
  }
}

function isUnknown(container: string, shop: DrawingShop): boolean {
  return !shop.model.containers.has(container) && shop.firstOf(container) === undefined;
}

interface Files {
  readonly donor: PptxModel;
  readonly skeleton: PptxModel;
}

class Carrying implements Donor {
  readonly containers: readonly WriteContainer[];
  readonly #files: Files;
  readonly #shop: DrawingShop;
  readonly #source: DrawingShop;
  readonly #counterparts: Counterparts;
  readonly #parts: PartCarrier;
  readonly #links: CarriedLinks;
  readonly #relationships: NewRelationships;
  readonly #shapes: readonly CarriedShape[];
  readonly #notes: readonly CarriedNotes[];
  readonly #strip: boolean;

  constructor(request: WriteRequest, files: Files, shop: DrawingShop, relationships: NewRelationships) {
    const { donor, skeleton } = files;
    const pending = new PendingLinks();
    this.#files = files;
    this.#shop = shop;
    this.#strip = request.strip;
    this.#relationships = relationships;
    this.#counterparts = new Counterparts(request, donor, skeleton);
    this.#parts = new PartCarrier(donor.package, skeleton.package);
    this.#links = new CarriedLinks(this.#parts, relationships, pending, (part) => this.#slideFor(part));
    this.#source = new DrawingShop(donor.text, request.language, pending);
    this.#source.donorLooks = skeleton.text.looks;

    const { here, foreign } = this.#sorted(request.containers);
    this.#shapes = this.#shapesWanted(foreign);
    this.#notes = this.#strip ? [] : this.#notesWanted(foreign);
    const comes = (block: DrawingBlock): boolean =>
      this.#notes.some(({ part }) => block.places[0]?.part === part.name) ||
      this.#shapes.some((carried) => isPartOf(block, carried));
    const coming = donor.text.blocks.filter((block) => comes(block));
    const names = new Set(coming.map((block) => block.container));
    const taken = new Map([...foreign].filter(([name]) => names.has(name)));
    this.#write(request, taken, coming);
    const left = [...foreign].filter(([name, container]) => {
      if (taken.has(name) || (this.#strip && name.startsWith('notes:'))) return false;
      const block = this.#source.firstOf(name);
      return block === undefined || !describe(block, container, files, this.#counterparts, shop);
    });
    this.containers = merged([...here, ...left.map(([, container]) => container)]);
  }

  /** Containers with a place in the skeleton, under its names; and those of the donor alone, by their names there. */
  #sorted(containers: readonly WriteContainer[]): {
    here: readonly WriteContainer[];
    foreign: ReadonlyMap<string, WriteContainer>;
  } {
    const { donor, skeleton } = this.#files;
    const homes = new Homes(donor, skeleton, this.#counterparts);
    const here: WriteContainer[] = [];
    const foreign = new Map<string, WriteContainer>();
    for (const container of containers) {
      const own = isUnknown(container.container, this.#shop) ? this.#nameInDonor(container) : undefined;
      const home = own === undefined ? undefined : homes.of(own);
      if (own === undefined) here.push(container);
      else if (home === undefined) foreign.set(own, container);
      else here.push({ ...container, container: home });
    }
    return { here, foreign };
  }

  #nameInDonor({ units }: WriteContainer): string | undefined {
    const { byAnchor } = this.#files.donor.text;
    const blocks = units.flatMap((unit) => (unit.donor ?? []).flatMap((anchor) => byAnchor.get(anchor) ?? []));
    const [first] = blocks;
    return blocks.every((block) => block.container === first?.container) ? first?.container : undefined;
  }

  #shapesWanted(foreign: ReadonlyMap<string, WriteContainer>): readonly CarriedShape[] {
    const { donor } = this.#files;
    return donor.slides.flatMap((slide) => {
      const to = this.#counterparts.slide(slide.number);
      if (to === undefined) return [];
      const told = new Map(slide.shapes.map((shape) => [shape, namesOf(shape, donor)] as const));
      const wanted = [...told].filter(
        ([, names]) =>
          names.some((name) => foreign.has(name)) && !names.some((name) => this.#counterparts.isLinked(name)),
      );
      const shapes = new Set(wanted.map(([shape]) => shape));
      return piecesOf(slide, to, shapes, (shape) => told.get(shape)?.length === 0);
    });
  }

  #notesWanted(foreign: ReadonlyMap<string, WriteContainer>): readonly CarriedNotes[] {
    const reached = new Set<unknown>();
    return this.#files.donor.slides.flatMap(({ number, notes }): readonly CarriedNotes[] => {
      const to = this.#counterparts.slide(number);
      if (notes === undefined || to === undefined || to.notes !== undefined || reached.has(to)) return [];
      if (![...foreign.keys()].some((name) => isWithin(name, notes.story))) return [];
      reached.add(to);
      return [{ part: notes.part, to }];
    });
  }

  /** Writes people's texts into what comes along; what they left out of it goes. */
  #write(request: WriteRequest, taken: ReadonlyMap<string, WriteContainer>, coming: readonly DrawingBlock[]): void {
    const used = new Set<string>();
    const own = Array.from(taken, ([container, { units }]) => ({
      container,
      units: units.map(({ donor = [], ...unit }): WriteUnit => {
        // The halves of a split name the same texts: the first stands in their place, the other behind it.
        const anchors = donor.filter((anchor) => !used.has(anchor));
        for (const anchor of anchors) used.add(anchor);
        return { ...unit, anchors };
      }),
    }));
    const omit = coming.filter(({ anchor }) => !used.has(anchor)).map(({ anchor }) => anchor);
    makeEdits(
      this.#source,
      own,
      omit,
      locateInDonor((id) => request.locate(id)),
    );
  }

  #slideFor(part: string): string | undefined {
    const slide = this.#files.donor.slides.find((each) => each.part.name === part);
    return slide === undefined ? undefined : this.#counterparts.slide(slide.number)?.part.name;
  }

  place(): void {
    const ids = new ShapeIds();
    for (const carried of this.#shapes) {
      const { from, to } = carried;
      for (const shape of carried.shapes) if (shape.what === 'diagram') this.#relateDrawing(shape, carried);
      const lost = (id: string): void => this.#lose(id, from.part.relationships.get(id)?.target);
      const xml = renderPiece(carried, this.#source.splicer(from.part.name), { links: this.#links, ids, lost });
      const at = offsetFor(carried, this.#counterparts);
      this.#shop.splicer(to.part.name).replace(at, at, xml);
    }
  }

  /** A diagram's data names what was drawn of it by a relationship of the slide (MS-ODRAWXML 2.6.4). */
  #relateDrawing({ element }: Shape, { from, to }: CarriedShape): void {
    const ids = element.child('a:graphic')?.child('a:graphicData')?.child('dgm:relIds')?.attributes;
    const name = from.part.relationships.get(ids?.['r:dm'] ?? '')?.part;
    const data = name === undefined ? undefined : this.#source.model.parts.get(name);
    if (data === undefined) return;
    const id = this.#links.relate(drawingIdOf(data) ?? '', from.part, to.part);
    for (const extension of descendants(data.root, EXTENSION)) {
      const span = attributeSpan(data.text, extension, 'relId');
      if (span !== undefined) this.#source.splicer(data.name).replace(span.start, span.end, id ?? '');
    }
  }

  #lose(id: string, link: string | undefined): void {
    this.#shop.find('linkLost', { link: (link ?? id).slice(0, 200) });
  }

  async deliver(output: PackageOutput): Promise<void> {
    const notes = new NotesCarrier(this.#files.skeleton, this.#parts, this.#relationships, this.#links);
    for (const page of this.#notes) {
      const lost = (id: string): void => this.#lose(id, page.part.relationships.get(id)?.target);
      await notes.deliver(page, this.#source.splicer(page.part.name), output, lost);
    }
    await notes.finish(output);
    const changed = this.#source.changedParts().map(([{ name }, splicer]) => [name, splicer.render()] as const);
    await this.#parts.deliver(output, new Map(changed));
    if (!this.#strip) this.#source.tellStaleWorkbooks();
    for (const { code, params } of this.#source.findings) this.#shop.find(code, params);
  }
}

/** Containers with the texts of a shape: its own, its cells', those of its chart or diagram. */
function namesOf(shape: Shape, { text }: PptxModel): readonly string[] {
  const own = text.blocks.filter(
    ({ container, story }) => isWithin(container, shape.name) || (shape.story !== undefined && story === shape.story),
  );
  return [...new Set(own.map(({ container }) => container))];
}

/** One entry a container: what came to a place that has units of its own stands behind them. */
function merged(containers: readonly WriteContainer[]): readonly WriteContainer[] {
  return Array.from(
    Map.groupBy(containers, ({ container }) => container),
    ([container, all]) => ({ container, units: all.flatMap(({ units }) => units) }),
  );
}
