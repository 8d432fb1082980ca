import type { Concept, ConceptGiven, Term } from '#shared/contract/terms.ts';

/** A concept as a form holds it: nothing written yet is an empty line, not an error. */
export function emptyConcept(newId: () => string): ConceptGiven {
  const term = (language: string): Term => ({
    id: newId(),
    language,
    text: '',
    status: 'preferred',
    municipality: '',
    note: '',
  });
  return {
    id: newId(),
    toolkit: null,
    domain: '',
    definition: '',
    source: '',
    note: '',
    terms: [term('en'), term('es')],
  };
}

/** What is written of a concept: its author and time are the engine's to say. */
export function givenOf({ author: _author, at: _at, ...given }: Concept): ConceptGiven {
  return given;
}

/** Without lines left empty; null when nothing is left to keep. */
export function trimmed(concept: ConceptGiven): ConceptGiven | null {
  const terms = concept.terms.filter(({ text }) => text.trim() !== '');
  return terms.length === 0 ? null : { ...concept, terms };
}

const RANK: Readonly<Record<Term['status'], number>> = {
  preferred: 0,
  admitted: 1,
  proposed: 2,
  deprecated: 3,
  forbidden: 4,
};

/** The terms of a language, the one to use first; `es` holds for `es-BO`. */
export function termsIn(concept: Pick<Concept, 'terms'>, language: string): readonly Term[] {
  const primary = language.split('-')[0];
  return concept.terms
    .filter((term) => term.language.split('-')[0] === primary)
    .toSorted((a, b) => RANK[a.status] - RANK[b.status]);
}

/** What a concept is called by: its source term, else whatever it has. */
export function headTerm(concept: Pick<Concept, 'terms'>): string {
  return (termsIn(concept, 'en')[0] ?? concept.terms[0])?.text ?? '';
}
