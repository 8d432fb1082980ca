import type { Concept, PartOfSpeech, Term, TermStatus } from '#shared/model/concept.ts';
import { compileGlossary, type FoundTerm, type Recogniser, type Side } from '#shared/terms/glossary.ts';

/** One term: `es:objetivo`, with `!` before a forbidden text (`es:!meta`), `~` before an admitted one. */
export type TermText = `${string}:${string}`;

const STATUS: Readonly<Record<string, TermStatus>> = { '!': 'forbidden', '~': 'admitted' };

/** A concept called by its first term's text. */
export function concept(terms: readonly TermText[], more: Partial<Concept> = {}, part?: PartOfSpeech): Concept {
  const made = terms.map((given, index) => term(given, `${terms[0] ?? ''}#${index}`, part));
  return {
    id: made[0]?.text ?? '',
    toolkit: null,
    domain: '',
    definition: '',
    source: '',
    note: '',
    author: 'María',
    at: '2026-01-01T00:00:00.000Z',
    terms: made,
    ...more,
  };
}

export function term(given: TermText, id: string = given, part?: PartOfSpeech): Term {
  const colon = given.indexOf(':');
  const text = given.slice(colon + 1);
  const status = STATUS[text[0] ?? ''];
  return {
    id,
    language: given.slice(0, colon),
    text: status === undefined ? text : text.slice(1),
    status: status ?? 'preferred',
    ...(part === undefined ? {} : { partOfSpeech: part }),
    municipality: '',
    note: '',
  };
}

export function glossary(concepts: readonly Concept[], municipality = ''): Recogniser {
  return compileGlossary(concepts, { sourceLanguage: 'en', targetLanguage: 'es-BO', municipality });
}

/** What is found of terms in a text, as it stands there. */
export function foundIn(concepts: readonly Concept[], text: string, side: Side): readonly string[] {
  return glossary(concepts)
    .recognise(text, side)
    .map((it) => written(it, text));
}

export function written({ from, to }: FoundTerm, text: string): string {
  return text.slice(from, to);
}

/** What people write of a concept: without who and when. */
export function unsigned({ author: _author, at: _at, ...given }: Concept): Omit<Concept, 'author' | 'at'> {
  return given;
}
