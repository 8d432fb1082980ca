import { TERM_STATUSES, type Concept, type Term, type TermStatus } from '../model/concept.ts';
import { primaryLanguage } from '../text/language.ts';
import { foldText } from '../text/normalize.ts';
import { inflectionOf } from './forms.ts';
import { TermTree, type TermHit } from './term-tree.ts';

/** Which text of a unit: its original, or what it became. */
export type Side = 'source' | 'target';

export interface GlossarySettings {
  /** BCP 47; a term counts for every variety of its language. */
  readonly sourceLanguage: string;
  readonly targetLanguage: string;
  /** Whose variant of terms counts beside the general ones; empty: none. */
  readonly municipality: string;
}

/** A term with how far it may be used here: where a municipality prefers its own, the general one is admitted. */
export interface TermHere {
  readonly concept: Concept;
  readonly term: Term;
  readonly status: TermStatus;
}

/** A term found in a text; positions are UTF-16 units of the text, which are content positions (`textByPosition`). */
export interface FoundTerm extends TermHere {
  readonly from: number;
  readonly to: number;
  /** The text leaves out an accent the term has. */
  readonly unaccented: boolean;
}

/** A glossary made ready for texts. */
export interface Recogniser {
  /**
   * The terms of a text in order, in any inflection. The longest wins where they overlap; terms of several concepts may
   * stand on the very same place.
   */
  readonly recognise: (text: string, side: Side) => readonly FoundTerm[];
  /**
   * How a concept is said in a target text: every place, even inside a longer term of another concept; forbidden and
   * deprecated terms only where no longer one takes them in.
   */
  readonly renderings: (concept: Concept, targetText: string) => readonly FoundTerm[];
  /** A concept's terms of one side, as they hold here. */
  readonly termsOf: (concept: Concept, side: Side) => readonly TermHere[];
}

/** Makes a glossary ready: once per glossary, some 50 µs a concept. */
export function compileGlossary(concepts: readonly Concept[], settings: GlossarySettings): Recogniser {
  const steps = compiling(concepts, settings);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** {@link compileGlossary} that may be left at each concept, where nobody must wait for a big glossary. */
export function* compiling(
  concepts: readonly Concept[],
  settings: GlossarySettings,
): Generator<undefined, Recogniser, undefined> {
  const sides = {
    source: new SideTerms(settings.sourceLanguage, settings.municipality),
    target: new SideTerms(settings.targetLanguage, settings.municipality),
  };
  for (const concept of concepts) {
    sides.source.add(concept);
    sides.target.add(concept);
    yield;
  }
  return {
    recognise: (text, side) => sides[side].recognise(text),
    renderings: ({ id }, targetText) => sides.target.renderings(id, targetText),
    termsOf: ({ id }, side) => sides[side].byConcept.get(id) ?? [],
  };
}

const NOT_WANTED: ReadonlySet<TermStatus> = new Set(['forbidden', 'deprecated']);

class SideTerms {
  readonly byConcept = new Map<string, readonly TermHere[]>();
  readonly #tree: TermTree<TermHere>;
  readonly #language: string;
  readonly #municipality: string;

  constructor(tag: string, municipality: string) {
    this.#language = primaryLanguage(tag);
    this.#municipality = municipality;
    this.#tree = new TermTree(inflectionOf(this.#language));
  }

  add(concept: Concept): void {
    const here = termsHere(concept, this.#language, this.#municipality);
    if (here.length === 0) return;
    this.byConcept.set(concept.id, here);
    for (const one of here) this.#tree.add(one.term.text, one.term.partOfSpeech, one);
  }

  recognise(text: string): readonly FoundTerm[] {
    return longest(oneEach(this.#tree.find(text))).map(found);
  }

  renderings(concept: string, text: string): readonly FoundTerm[] {
    const all = oneEach(this.#tree.find(text));
    const seen = new Set(longest(all));
    const own = all.filter((hit) => hit.value.concept.id === concept);
    return longest(own.filter((hit) => seen.has(hit) || !NOT_WANTED.has(hit.value.status))).map(found);
  }
}

function termsHere(concept: Concept, language: string, municipality: string): readonly TermHere[] {
  const place = foldText(municipality);
  const terms = concept.terms.filter(
    (term) =>
      primaryLanguage(term.language) === language &&
      (term.municipality === '' || (place !== '' && foldText(term.municipality) === place)),
  );
  const hasOwn = terms.some((term) => term.municipality !== '' && term.status === 'preferred');
  return terms.map((term) => ({
    concept,
    term,
    status: hasOwn && term.municipality === '' && term.status === 'preferred' ? 'admitted' : term.status,
  }));
}

function found({ value, from, to, unaccented }: TermHit<TermHere>): FoundTerm {
  return { ...value, from, to, unaccented };
}

/** Where several terms of one concept stand on the very same place, only the one that says the best of it. */
function oneEach(hits: readonly TermHit<TermHere>[]): readonly TermHit<TermHere>[] {
  return hits.filter((hit) => {
    const same = hits.filter(
      (other) => other.from === hit.from && other.to === hit.to && other.value.concept === hit.value.concept,
    );
    return same.length === 1 || same.toSorted((a, b) => rankOf(a) - rankOf(b))[0] === hit;
  });
}

/** What has its accents comes first, then what may be used sooner. */
function rankOf({ value, unaccented }: TermHit<TermHere>): number {
  return TERM_STATUSES.indexOf(value.status) + (unaccented ? TERM_STATUSES.length : 0);
}

/** Without those that overlap a longer one (of equal length: an earlier one), in order. */
function longest<T>(hits: readonly TermHit<T>[]): readonly TermHit<T>[] {
  if (hits.length < 2) return hits;
  const kept: TermHit<T>[] = [];
  for (const hit of hits.toSorted((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from)) {
    const isFree = kept.every(
      (other) => hit.to <= other.from || hit.from >= other.to || (hit.from === other.from && hit.to === other.to),
    );
    if (isFree) kept.push(hit);
  }
  return kept.toSorted((a, b) => a.from - b.from);
}
