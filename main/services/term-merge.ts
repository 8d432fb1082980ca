import type { Store } from '#main/store/store.ts';
import type { Concept, Term } from '#shared/model/concept.ts';
import { primaryLanguage } from '#shared/text/language.ts';
import { normalizeText } from '#shared/text/normalize.ts';
import type { Steps } from './slices.ts';
import type { GivenEntry, GivenTerm } from './term-entry.ts';

export interface MergeCounts {
  added: number;
  merged: number;
  unchanged: number;
}

export interface MergeOptions {
  readonly toolkit: string | null;
  readonly author: string;
  readonly now: string;
  /** Called after each entry. */
  readonly done: () => void;
}

const PAGE = 200;

/**
 * Takes entries into the glossary, one a step: an entry joins the concept it went out from, or one of the same toolkit with
 * which it shares a term in two languages (in its only one, if it has no more; words to be avoided count where it has no
 * other). Joining adds terms and fills what is empty; what people wrote here is never replaced.
 */
export function* mergeEntries(store: Store, entries: readonly GivenEntry[], options: MergeOptions): Steps<MergeCounts> {
  const counts: MergeCounts = { added: 0, merged: 0, unchanged: 0 };
  const index = new ConceptIndex();
  for (let page = store.terms.after('', PAGE); page.length > 0; page = store.terms.after(page.at(-1)?.id ?? '', PAGE)) {
    for (const concept of page) index.add(concept, concept.toolkit === options.toolkit);
    yield;
  }
  for (const entry of entries) {
    const known = index.find(entry);
    const concept = known === undefined ? created(store, entry, options) : joined(store, known, entry, options);
    if (concept !== known) {
      store.terms.put(concept);
      index.add(concept, concept.toolkit === options.toolkit);
    }
    counts[known === undefined ? 'added' : concept === known ? 'unchanged' : 'merged'] += 1;
    options.done();
    yield;
  }
  return counts;
}

/** Concepts by id and by term. */
class ConceptIndex {
  readonly #byId = new Map<string, Concept>();
  readonly #byTerm = new Map<string, Set<string>>();

  /** `isNear`: it may be found by its terms too, not only by its id. */
  add(concept: Concept, isNear: boolean): void {
    this.#byId.set(concept.id, concept);
    if (!isNear) return;
    for (const term of concept.terms) {
      const ids = this.#byTerm.get(keyOf(term)) ?? new Set();
      this.#byTerm.set(keyOf(term), ids.add(concept.id));
    }
  }

  find({ id, terms }: GivenEntry): Concept | undefined {
    const own = id === undefined ? undefined : this.#byId.get(id);
    if (own !== undefined) return own;
    const shared = new Map<string, Set<string>>();
    const meant = terms.some(isMeant) ? terms.filter(isMeant) : terms;
    for (const term of meant) {
      for (const concept of this.#byTerm.get(keyOf(term)) ?? []) {
        const languages = shared.get(concept) ?? new Set();
        shared.set(concept, languages.add(primaryLanguage(term.language)));
      }
    }
    const needed = Math.min(2, new Set(meant.map(({ language }) => primaryLanguage(language))).size);
    const found = [...shared].find(([, languages]) => languages.size >= needed);
    return found === undefined ? undefined : this.#byId.get(found[0]);
  }
}

/** A word to be avoided says nothing of which concept is meant. */
function isMeant({ status }: GivenTerm): boolean {
  return status !== 'forbidden' && status !== 'deprecated';
}

function keyOf(term: GivenTerm): string {
  return `${primaryLanguage(term.language)} ${normalizeText(term.text).toLowerCase()}`;
}

function created(store: Store, entry: GivenEntry, { toolkit, author, now }: MergeOptions): Concept {
  const { domain, definition, source, note } = entry;
  const terms = newTerms(entry, []).map((term): Term => ({ ...term, id: store.newId() }));
  return { id: store.newId(), toolkit, domain, definition, source, note, author, at: now, terms };
}

/** The very concept when the entry brings nothing new. */
function joined(store: Store, known: Concept, entry: GivenEntry, { author, now }: MergeOptions): Concept {
  const fresh: Term[] = [];
  for (const term of newTerms(entry, known.terms)) {
    fresh.push({ ...term, id: store.newId(), status: statusBeside([...known.terms, ...fresh], term) });
  }
  const filled = {
    domain: known.domain === '' ? entry.domain : known.domain,
    definition: known.definition === '' ? entry.definition : known.definition,
    source: known.source === '' ? entry.source : known.source,
    note: known.note === '' ? entry.note : known.note,
  };
  const isSame = (Object.keys(filled) as (keyof typeof filled)[]).every((key) => filled[key] === known[key]);
  return fresh.length === 0 && isSame
    ? known
    : { ...known, ...filled, author, at: now, terms: [...known.terms, ...fresh] };
}

/** Those of an entry that `beside` lacks, each once. */
function newTerms({ terms }: GivenEntry, beside: readonly GivenTerm[]): readonly GivenTerm[] {
  const has = new Set(beside.map(placeOf));
  return terms.filter((term) => {
    const isNew = !has.has(placeOf(term));
    has.add(placeOf(term));
    return isNew;
  });
}

function placeOf(term: GivenTerm): string {
  return `${keyOf(term)} ${term.municipality}`;
}

/** What is preferred here stays so: a second preferred term of a language comes in as admitted. */
function statusBeside(terms: readonly GivenTerm[], term: GivenTerm): Term['status'] {
  const isTaken = terms.some(
    (own) =>
      own.status === 'preferred' &&
      primaryLanguage(own.language) === primaryLanguage(term.language) &&
      own.municipality === term.municipality,
  );
  return term.status === 'preferred' && isTaken ? 'admitted' : term.status;
}
