import type { Concept, TermStatus } from '#shared/model/concept.ts';
import type { FoundTerm, Recogniser } from '#shared/terms/glossary.ts';

/** A term of the glossary as it stands in a text, inflected or not. */
export interface TermFound {
  /** The concept's id. */
  readonly concept: string;
  /** Its form in the glossary. */
  readonly text: string;
  readonly status: TermStatus;
  /** Positions in the text; `to` is not in it. */
  readonly from: number;
  readonly to: number;
}

/** What the checks ask of a glossary. */
export interface TermFinder {
  inSource(text: string): readonly TermFound[];
  inTarget(text: string): readonly TermFound[];
  /** Every place where the concept is said in a target text, inside longer terms as well. */
  saidIn(concept: string, text: string): readonly TermFound[];
  /** Forms of a concept to be used in the target's language, the preferred first; none: the glossary says nothing of them. */
  renderings(concept: string): readonly string[];
}

/** A glossary made ready for texts, as the checks ask it. */
export function termFinderOf(recogniser: Recogniser, concepts: readonly Concept[]): TermFinder {
  const byId = new Map(concepts.map((concept) => [concept.id, concept]));
  return {
    inSource: (text) => recogniser.recognise(text, 'source').map(asFound),
    inTarget: (text) => recogniser.recognise(text, 'target').map(asFound),
    saidIn: (id, text) => {
      const concept = byId.get(id);
      return concept === undefined ? [] : recogniser.renderings(concept, text).map(asFound);
    },
    renderings: (id) => {
      const concept = byId.get(id);
      const here = concept === undefined ? [] : recogniser.termsOf(concept, 'target');
      const wanted = here.filter(({ status }) => status !== 'forbidden' && status !== 'deprecated');
      return wanted.toSorted((a, b) => rank(a.status) - rank(b.status)).map(({ term }) => term.text);
    },
  };
}

function asFound({ concept, term, status, from, to }: FoundTerm): TermFound {
  return { concept: concept.id, text: term.text, status, from, to };
}

function rank(status: TermStatus): number {
  return status === 'preferred' ? 0 : 1;
}
