/** How far a term may be used; `forbidden`: never, the concept's preferred term instead. */
export const TERM_STATUSES = ['preferred', 'admitted', 'proposed', 'deprecated', 'forbidden'] as const;
export type TermStatus = (typeof TERM_STATUSES)[number];

/** What decides how a term is inflected. */
export const PARTS_OF_SPEECH = ['noun', 'verb', 'adjective', 'other'] as const;
export type PartOfSpeech = (typeof PARTS_OF_SPEECH)[number];

/** One name of a concept in one language. */
export interface Term {
  readonly id: string;
  /** BCP 47. */
  readonly language: string;
  readonly text: string;
  readonly status: TermStatus;
  /** Absent: nobody said. */
  readonly partOfSpeech?: PartOfSpeech;
  /** Where it is said so; empty: everywhere. */
  readonly municipality: string;
  readonly note: string;
}

/** A concept with its terms in every language: one entry of the glossary. */
export interface Concept {
  readonly id: string;
  /** The only toolkit it holds for; null: all of them. */
  readonly toolkit: string | null;
  readonly domain: string;
  readonly definition: string;
  /** Where it is taken from: a law, a document's symbol. */
  readonly source: string;
  readonly note: string;
  readonly author: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly terms: readonly Term[];
}
