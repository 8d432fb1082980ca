import type { FragmentRules } from '#main/formats/common/fragment.ts';
import type { PartCarrier } from '#main/formats/common/part-carrier.ts';
import type { DrawingPart } from '#main/formats/drawingml/model.ts';
import type { RelationshipMaker } from '#main/formats/drawingml/write/shop.ts';
import type { NewRelationships, RelatedPart } from '#main/formats/package/new-relationships.ts';
import type { Relationship } from '#main/formats/package/package.ts';
import type { XmlElement } from '#main/formats/package/xml.ts';

/** Parts that belong to the presentation they stand in: none is copied because something names it. */
const BOUND = new Set(['slide', 'notesSlide', 'slideLayout', 'slideMaster', 'notesMaster', 'handoutMaster', 'tags']);
const CLICKS = new Set(['a:hlinkClick', 'a:hlinkHover', 'a:hlinkMouseOver']);
/** Data of add-ins and controls, which name parts of their own. */
const LEFT = new Set(['p:custDataLst', 'p:controls']);

/** Links people wrote into texts of the other file, until the skeleton takes them over. */
export class PendingLinks implements RelationshipMaker {
  readonly #made = new Map<string, Relationship>();

  add(_part: RelatedPart, type: string, target: string, external: boolean): string {
    const id = `adapta${this.#made.size + 1}`;
    this.#made.set(id, { id, type, uri: type, target, external, part: external ? '' : target.replace(/^\//u, '') });
    return id;
  }

  get(id: string): Relationship | undefined {
    return this.#made.get(id);
  }
}

/** Gives what was copied from the other file the skeleton's relationships. */
export class CarriedLinks {
  readonly #parts: PartCarrier;
  readonly #relationships: NewRelationships;
  readonly #pending: PendingLinks;
  readonly #slideFor: (part: string) => string | undefined;

  /** `slideFor`: the skeleton's slide for one of the other file, by the names of their parts. */
  constructor(
    parts: PartCarrier,
    relationships: NewRelationships,
    pending: PendingLinks,
    slideFor: (part: string) => string | undefined,
  ) {
    this.#parts = parts;
    this.#relationships = relationships;
    this.#pending = pending;
    this.#slideFor = slideFor;
  }

  /** The id `to` has for what `id` names in the donor's part; undefined for what cannot come along. */
  relate(id: string, from: DrawingPart, to: RelatedPart): string | undefined {
    const pending = this.#pending.get(id);
    // What people wrote names parts of the skeleton already.
    if (pending !== undefined) return this.#relationships.add(to, pending.type, pending.target, pending.external);
    const relationship = from.relationships.get(id);
    if (relationship === undefined) return undefined;
    if (relationship.type === 'slide' && !relationship.external) {
      const slide = this.#slideFor(relationship.part);
      return slide === undefined ? undefined : this.#relationships.add(to, 'slide', `/${slide}`, false);
    }
    if (BOUND.has(relationship.type)) return undefined;
    return this.#parts.relate(relationship, to, this.#relationships);
  }

  /** What becomes of the parts a fragment names; a click that leads nowhere goes, with `lost` told its id. */
  rules(from: DrawingPart, to: RelatedPart, lost: (id: string) => void): FragmentRules {
    return {
      drops: (element) => {
        if (LEFT.has(element.name)) return true;
        const id = element.attributes['r:id'] ?? '';
        const isDead = CLICKS.has(element.name) && id !== '' && this.relate(id, from, to) === undefined;
        if (isDead) lost(id);
        return isDead;
      },
      attribute: (_element: XmlElement, name, value) =>
        name.startsWith('r:') && value !== '' ? (this.relate(value, from, to) ?? null) : undefined,
    };
  }
}
