import type { Concept, Term } from '#shared/model/concept.ts';
import { primaryLanguage } from '#shared/text/language.ts';
import { normalizeText } from '#shared/text/normalize.ts';

export interface ProposedPair {
  readonly source: string;
  readonly target: string;
  readonly toolkit: { readonly id: string; readonly sourceLanguage: string; readonly targetLanguage: string };
  readonly author: string;
  readonly now: string;
  readonly newId: () => string;
}

/**
 * The concept a pair belongs to, with the target term added as proposed; a new one where none has the source term. The very
 * same concept as `before` when it has both already.
 */
export function proposed(
  concepts: readonly Concept[],
  pair: ProposedPair,
): { readonly concept: Concept; readonly before: Concept | null } {
  const { source, target, toolkit, author, now, newId } = pair;
  const term = (language: string, text: string): Term => ({
    id: newId(),
    language,
    text,
    status: 'proposed',
    municipality: '',
    note: '',
  });
  const before = concepts.find((concept) => has(concept, toolkit.sourceLanguage, source)) ?? null;
  if (before === null) {
    const terms = [term(toolkit.sourceLanguage, source), term(toolkit.targetLanguage, target)];
    const concept = { id: newId(), toolkit: toolkit.id, domain: '', definition: '', source: '', note: '', author };
    return { concept: { ...concept, at: now, terms }, before };
  }
  if (has(before, toolkit.targetLanguage, target)) return { concept: before, before };
  return {
    concept: { ...before, author, at: now, terms: [...before.terms, term(toolkit.targetLanguage, target)] },
    before,
  };
}

function has({ terms }: Concept, language: string, text: string): boolean {
  return terms.some(
    (term) => primaryLanguage(term.language) === primaryLanguage(language) && same(term.text) === same(text),
  );
}

function same(text: string): string {
  return normalizeText(text).toLowerCase();
}
