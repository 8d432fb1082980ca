import type { Concept } from '#shared/model/concept.ts';
import { compiling, type GlossarySettings, type Recogniser } from '#shared/terms/glossary.ts';
import type { Store } from '#main/store/store.ts';
import { readSettings } from './settings.ts';
import type { Steps } from './slices.ts';

const PAGE = 200;
/** Recognisers kept: of the toolkits people work on at a time. */
const KEPT = 4;

/** The glossary as last read, and its recognisers; made anew when something changed or the library was restored. */
export class Glossaries {
  readonly #store: Store;
  #concepts: readonly Concept[] | null = null;
  /** What the concepts were read by and when: a restored library has other queries. */
  #read: { readonly by: Store['terms']; readonly version: number } | null = null;
  readonly #recognisers = new Map<string, Recogniser>();

  constructor(store: Store) {
    this.#store = store;
  }

  /** Every concept, in the order they were made. */
  *all(): Steps<readonly Concept[]> {
    const { terms: by } = this.#store;
    const version = by.version();
    if (this.#concepts !== null && this.#read?.by === by && this.#read.version === version) return this.#concepts;
    this.#recognisers.clear();
    const concepts: Concept[] = [];
    for (let page = by.after('', PAGE); page.length > 0; page = by.after(page.at(-1)?.id ?? '', PAGE)) {
      concepts.push(...page);
      yield;
    }
    this.#concepts = concepts;
    this.#read = { by, version };
    return concepts;
  }

  /** Those that hold in a toolkit; null: in all of them. */
  *of(toolkit: string | null): Steps<readonly Concept[]> {
    const all = yield* this.all();
    return all.filter((concept) => concept.toolkit === null || concept.toolkit === toolkit);
  }

  /** For a toolkit's texts; terms of the profile's municipality count. */
  *recogniser(
    toolkit: string | null,
    languages: Pick<GlossarySettings, 'sourceLanguage' | 'targetLanguage'>,
  ): Steps<Recogniser> {
    const concepts = yield* this.of(toolkit);
    const { sourceLanguage, targetLanguage } = languages;
    const settings = { sourceLanguage, targetLanguage, municipality: municipalityOf(this.#store) };
    const key = JSON.stringify([toolkit, settings]);
    const known = this.#recognisers.get(key);
    if (known !== undefined) return known;
    const made = yield* compiling(concepts, settings);
    this.#recognisers.set(key, made);
    for (const old of [...this.#recognisers.keys()].slice(0, -KEPT)) this.#recognisers.delete(old);
    return made;
  }
}

/** Where the person at the computer works; empty until the profile says. */
export function municipalityOf(store: Store): string {
  return readSettings(store).profile?.municipality ?? '';
}
