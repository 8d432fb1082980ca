import type { Concept } from '#shared/model/concept.ts';
import { fromBlocks } from '#shared/model/content.ts';
import type { UnitRecord } from '#shared/model/unit.ts';
import { textByPosition } from '#shared/checks/checked-unit.ts';
import { compileGlossary, type FoundTerm, type Recogniser, type TermHere } from '#shared/terms/glossary.ts';
import type { RowContext } from '#renderer/editor/surface/row-view.ts';

/** What the glossary says of one concept a unit speaks of. */
export interface UnitTerm {
  readonly concept: Concept;
  /** Its term as the original has it; null: only the adapted text has one, which it should not. */
  readonly source: FoundTerm | null;
  /** How it may be said, the preferred first. */
  readonly wanted: readonly TermHere[];
  /** How it should not be said. */
  readonly unwanted: readonly TermHere[];
  /** Where and how the adapted text says it. */
  readonly used: readonly FoundTerm[];
}

export interface UnitTerms {
  readonly terms: readonly UnitTerm[];
  /** Every place in the original and in the adapted text, for the underlines. */
  readonly inSource: readonly FoundTerm[];
  readonly inTarget: readonly FoundTerm[];
}

const NONE: UnitTerms = { terms: [], inSource: [], inTarget: [] };
const ORDER = ['preferred', 'admitted', 'proposed'] as const;

/** Whether a term should give way to another one. */
export function isUnwanted({ status }: Pick<TermHere, 'status'>): boolean {
  return status === 'forbidden' || status === 'deprecated';
}

/** The glossary of the open document, made ready for its texts. */
export class TermBook {
  readonly #rows: () => RowContext;
  readonly #listeners = new Set<() => void>();
  #recogniser: Recogniser | null = null;
  #concepts: readonly Concept[] = [];
  #known = new WeakMap<UnitRecord, UnitTerms>();
  #version = 0;

  constructor(rows: () => RowContext) {
    this.#rows = rows;
  }

  /** Calls `listener` when the glossary changed. Returns the way to stop. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Raised with every change of the glossary. */
  readonly version = (): number => this.#version;

  get recogniser(): Recogniser | null {
    return this.#recogniser;
  }

  get concepts(): readonly Concept[] {
    return this.#concepts;
  }

  /** Takes over a glossary as it is now; some milliseconds for a thousand concepts. */
  set(concepts: readonly Concept[], municipality: string): void {
    const { sourceLanguage, targetLanguage } = this.#rows();
    this.#concepts = concepts;
    this.#recogniser = compileGlossary(concepts, { sourceLanguage, targetLanguage, municipality });
    this.#known = new WeakMap();
    this.#version += 1;
    for (const listener of this.#listeners) listener();
  }

  /** What the glossary says of a unit as it stands; worked out once per state of the unit. */
  of(unit: UnitRecord): UnitTerms {
    const known = this.#known.get(unit);
    if (known !== undefined) return known;
    const terms = this.#recogniser === null ? NONE : this.#read(unit, this.#recogniser);
    this.#known.set(unit, terms);
    return terms;
  }

  #read(unit: UnitRecord, recogniser: Recogniser): UnitTerms {
    const source = fromBlocks(
      this.#rows()
        .sourceOf(unit)
        .map(({ content }) => content),
    );
    const target = textByPosition(unit.content);
    const inSource = recogniser.recognise(textByPosition(source), 'source').filter((found) => !isUnwanted(found));
    const inTarget = recogniser.recognise(target, 'target');
    const concepts = new Map<string, FoundTerm | Concept>();
    for (const found of inSource) if (!concepts.has(found.concept.id)) concepts.set(found.concept.id, found);
    for (const found of inTarget)
      if (isUnwanted(found) && !concepts.has(found.concept.id)) concepts.set(found.concept.id, found.concept);
    const terms = [...concepts.values()].map((first): UnitTerm => {
      const isFound = 'concept' in first;
      const concept = isFound ? first.concept : first;
      const all = recogniser.termsOf(concept, 'target');
      return {
        concept,
        source: isFound ? first : null,
        wanted: ORDER.flatMap((status) => all.filter((term) => term.status === status)),
        unwanted: all.filter(isUnwanted),
        used: recogniser.renderings(concept, target),
      };
    });
    return { terms, inSource, inTarget };
  }
}
