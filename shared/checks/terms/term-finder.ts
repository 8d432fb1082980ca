/** A term of the glossary as it stands in a text, inflected or not. */
export interface TermFound {
  /** The concept's id. */
  readonly concept: string;
  /** Its form in the glossary. */
  readonly text: string;
  readonly status: 'preferred' | 'admitted' | 'proposed' | 'deprecated' | 'forbidden';
  /** Positions in the text; `to` is not in it. */
  readonly from: number;
  readonly to: number;
}

/** What the checks ask of a glossary; shared/terms recognises, inflection and all. */
export interface TermFinder {
  inSource(text: string): readonly TermFound[];
  inTarget(text: string): readonly TermFound[];
  /** Forms of a concept that may be used in the target's language, the preferred first; none: it says nothing of them. */
  renderings(concept: string): readonly string[];
}
