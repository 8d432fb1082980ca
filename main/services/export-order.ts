import { fromBlocks, isBlank, EMPTY, type Content } from '#shared/model/content.ts';
import { AdaptaError } from '#shared/model/errors.ts';
import type { UnitRecord } from '#shared/model/unit.ts';
import type { UnitFacts, WriteContainer, WriteUnit } from '#main/formats/format.ts';
import type { StoredBlock } from '#main/store/queries/blocks.ts';
import type { StoredImport } from '#main/store/queries/imports.ts';
import type { Store } from '#main/store/store.ts';
import { FOREIGN, mostVoted } from './import-containers.ts';
import { placesOf } from './import-placeholders.ts';
import type { WriteOrder } from './office.ts';
import type { Steps } from './slices.ts';
import { blocksOf, unitsInOrder } from './units.ts';

/** A document ready to be written but for the bytes of its files, and what people should know of it. */
export interface ExportOrder {
  readonly order: Omit<WriteOrder, 'skeleton' | 'donor'>;
  /** Names of the files it takes. */
  readonly files: { readonly skeleton: string; readonly donor: string | null };
  readonly units: readonly UnitRecord[];
  /** Units without text that go out in the original's words. */
  readonly untranslated: number;
  /** Units the profile leaves out. */
  readonly leftOut: number;
}

export interface ExportWish {
  /** BCP 47 of the adapted text. */
  readonly language: string;
  /** Participants' files hold nothing personal and nothing meant for the facilitator (trust.md, "What leaves the house"). */
  readonly participants: boolean;
}

/** How a document is written: into the received translation's file where there is one, else into the original's. */
export function* exportOrder(store: Store, document: string, wish: ExportWish): Steps<ExportOrder> {
  const { skeleton, donor: other } = filesOf(store, document);
  // Only a file of the same format can give what the skeleton lacks; from any other its texts alone come along.
  const donor = other?.format === skeleton.format ? other : null;
  const units = yield* unitsInOrder(store, document);
  const blocks = yield* blocksOf(store, document);
  const plan = new ExportPlan(blocks, units, { skeleton, donor }, wish.participants);
  yield;
  const containers = yield* plan.containersOf(units);
  const omit = yield* plan.omitted();
  const omitted = plan.signed(units);
  yield;
  const counterparts = yield* plan.counterparts(units);
  const order: ExportOrder['order'] = {
    format: skeleton.format,
    containers,
    ...(donor === null ? {} : { counterparts }),
    omit,
    omitted,
    places: placesOf(skeleton, donor),
    strip: wish.participants,
    language: wish.language,
  };
  const leftOut = wish.participants ? units.filter(isForFacilitator).length : 0;
  const files = { skeleton: skeleton.sha256, donor: donor?.sha256 ?? null };
  return { order, files, units, untranslated: plan.untranslated, leftOut };
}

/** The file that is written into, and the document's other one. Throws unknownDocument. */
export function filesOf(store: Store, document: string): { skeleton: StoredImport; donor: StoredImport | null } {
  const imports = store.imports.ofDocument(document);
  const source = imports.findLast((each) => each.side === 'source');
  const received = imports.findLast((each) => each.side === 'received');
  if (source === undefined) throw new AdaptaError('unknownDocument', { document });
  return received === undefined ? { skeleton: source, donor: null } : { skeleton: received, donor: source };
}

/** Formats whose texts stand in shapes. */
const SLIDES = new Set(['pptx', 'odp']);

function isForFacilitator(unit: UnitRecord): boolean {
  return unit.audience === 'facilitator';
}

class ExportPlan {
  untranslated = 0;
  readonly #blocks: ReadonlyMap<string, StoredBlock>;
  readonly #skeleton: StoredImport;
  readonly #hasDonor: boolean;
  readonly #isOfSlides: boolean;
  readonly #participants: boolean;
  /** The unit that stands for a block of the original: the halves of a split all name it, and one may be empty. */
  readonly #speakers: ReadonlyMap<string, string>;
  /** Skeleton blocks a written unit stands for. */
  readonly #used = new Set<string>();

  constructor(
    blocks: ReadonlyMap<string, StoredBlock>,
    units: readonly UnitRecord[],
    { skeleton, donor }: { readonly skeleton: StoredImport; readonly donor: StoredImport | null },
    participants: boolean,
  ) {
    this.#blocks = blocks;
    this.#speakers = speakersOf(units);
    this.#skeleton = skeleton;
    this.#hasDonor = donor !== null;
    this.#isOfSlides = donor !== null && SLIDES.has(skeleton.format);
    this.#participants = participants;
  }

  /** In reading order of their first unit. */
  *containersOf(units: readonly UnitRecord[]): Steps<readonly WriteContainer[]> {
    const containers: WriteContainer[] = [];
    for (const [container, inside] of Map.groupBy(units, (unit) => unit.placement.container)) {
      const requests = new Map<string, WriteUnit>();
      for (const unit of inside) {
        if (this.#isWritten(unit)) requests.set(unit.id, this.#write(unit));
        yield;
      }
      if (requests.size === 0) continue;
      if (!(yield* this.#isReordered(inside))) yield* this.#markPlaces(inside, requests);
      containers.push({ container, units: inside.flatMap((unit) => requests.get(unit.id) ?? []) });
    }
    return containers;
  }

  /**
   * Names the block of what is left out too, unchanged, where something new follows: it goes, but the new text stays
   * where it was and does not slip ahead of a table that may stand between.
   */
  *#markPlaces(inside: readonly UnitRecord[], requests: Map<string, WriteUnit>): Steps<void> {
    let next: WriteUnit | undefined;
    for (const unit of inside.toReversed()) {
      yield;
      const request = requests.get(unit.id);
      const isPlace = request === undefined && next !== undefined && next.anchors.length === 0;
      const block = isPlace ? this.#skeletonBlocks(unit).findLast((each) => !this.#used.has(each.id)) : undefined;
      next = request ?? next;
      if (block === undefined) continue;
      next = { anchors: [block.anchor], kind: block.kind, content: block.content };
      requests.set(unit.id, next);
    }
  }

  /** Whether skeleton blocks stand in another order than in the file: moving is up to the writer then. */
  *#isReordered(inside: readonly UnitRecord[]): Steps<boolean> {
    let last = -1;
    for (const unit of inside) {
      for (const { ord } of this.#skeletonBlocks(unit)) {
        if (ord < last) return true;
        last = ord;
      }
      yield;
    }
    return false;
  }

  #skeletonBlocks(unit: UnitRecord): readonly StoredBlock[] {
    const linked = [...unit.source, ...unit.received].flatMap((id) => this.#blocks.get(id) ?? []);
    return linked.filter((block) => block.import === this.#skeleton.id && block.container === unit.placement.container);
  }

  /** Skeleton blocks that no written unit stands for: omitted ones, and ones unlinked since. Call after containersOf. */
  *omitted(): Steps<readonly string[]> {
    const anchors: string[] = [];
    for (const block of this.#blocks.values()) {
      if (block.import === this.#skeleton.id && !this.#used.has(block.id)) anchors.push(block.anchor);
      yield;
    }
    return anchors;
  }

  /** What is known of the units people signed as left out, at the blocks nobody else stands for. Call after containersOf. */
  signed(units: readonly UnitRecord[]): NonNullable<WriteOrder['omitted']> {
    return units
      .filter((unit) => unit.mode === 'omitted')
      .flatMap((unit) => {
        const own = this.#skeletonBlocks(unit).filter((block) => !this.#used.has(block.id));
        return own.map(({ anchor }) => ({ anchor, facts: factsOf(unit, false) }));
      });
  }

  #isWritten(unit: UnitRecord): boolean {
    if (unit.mode === 'omitted' || (this.#participants && isForFacilitator(unit))) return false;
    const untouched = this.#speaksOriginal(unit);
    if (untouched) this.untranslated += 1;
    // A note or text box only the original has comes along with its placeholder, in its own words; on slides nothing
    // stands for it.
    return !untouched || this.#isOfSlides || !unit.placement.container.startsWith(FOREIGN);
  }

  /** For containers of the other file, the skeleton's in which most of their texts stand. */
  *counterparts(units: readonly UnitRecord[]): Steps<Readonly<Record<string, string>>> {
    const pairs: [string, string][] = [];
    for (const unit of units) {
      const linked = [...unit.source, ...unit.received].flatMap((id) => this.#blocks.get(id) ?? []);
      const to = linked.find((block) => block.import === this.#skeleton.id);
      if (to !== undefined)
        for (const block of linked) if (block.import !== to.import) pairs.push([block.container, to.container]);
      yield;
    }
    return Object.fromEntries(mostVoted(pairs));
  }

  /** Nobody has given it a text yet: it goes out in the original's words, so that none is lost. */
  #speaksOriginal(unit: UnitRecord): boolean {
    return unit.mode === 'faithful' && isBlank(unit.content) && !isBlank(this.#originalOf(unit));
  }

  #originalOf(unit: UnitRecord): Content {
    const own = unit.source.filter((id) => this.#speakers.get(id) === unit.id);
    return fromBlocks(own.map((id) => this.#blocks.get(id)?.content ?? EMPTY));
  }

  #write(unit: UnitRecord): WriteUnit {
    const linked = [...unit.source, ...unit.received].flatMap((id) => this.#blocks.get(id) ?? []);
    const here = linked.filter((block) => block.import === this.#skeleton.id);
    // A block linked from elsewhere in the file cannot stand here: the unit is written anew and the block goes.
    const own = this.#skeletonBlocks(unit).filter((block) => !this.#used.has(block.id));
    for (const block of own) this.#used.add(block.id);
    const donors = this.#hasDonor ? linked.filter((block) => block.import !== this.#skeleton.id) : [];
    const untranslated = this.#speaksOriginal(unit);
    return {
      anchors: own.map((block) => block.anchor),
      kind: unit.kind,
      ...(unit.level === undefined ? {} : { level: unit.level }),
      content: untranslated ? this.#originalOf(unit) : unit.content,
      ...(here.length > 0 || donors.length === 0 ? {} : { donor: donors.map((block) => block.anchor) }),
      facts: factsOf(unit, untranslated),
    };
  }
}

/** By block of the original, the first unit with a text for it, else the first that has it. */
function speakersOf(units: readonly UnitRecord[]): ReadonlyMap<string, string> {
  const speakers = new Map<string, string>();
  const [blank, told] = [units.filter(isEmpty), units.filter((unit) => !isEmpty(unit))];
  for (const unit of [...told, ...blank]) {
    for (const id of unit.source) if (!speakers.has(id)) speakers.set(id, unit.id);
  }
  return speakers;
}

function factsOf({ id, mode, status, audience, adaptation }: UnitRecord, untranslated: boolean): UnitFacts {
  return { id, mode, status, audience, adaptation, untranslated };
}

function isEmpty(unit: UnitRecord): boolean {
  return isBlank(unit.content);
}
