import type { Concept } from '#shared/model/concept.ts';
import { compileGlossary, type GlossarySettings, type Recogniser } from '#shared/terms/glossary.ts';
import type { Store } from '#main/store/store.ts';
import { readSettings } from './settings.ts';
import { allAtOnce, type Steps } from './slices.ts';

const PAGE = 200;
/** Recognisers kept: of the toolkits people work on at a time. */
const KEPT = 4;

/** The glossary as last read, and its recognisers; read anew when something changed or the library was restored. */
export class Glossaries {
  readonly #store: Store;
  #concepts: readonly Concept[] | null = null;
  /** The queries the concepts were read by: a restored library has others. */
  #by: Store['terms'] | null = null;
  readonly #recognisers = new Map<string, Recogniser>();

  constructor(store: Store) {
    this.#store = store;
  }

  /** To be called after every write. */
  changed(): void {
    this.#concepts = null;
    this.#recognisers.clear();
  }

  /** Every concept, in the order they were made. */
  all(): readonly Concept[] {
    return allAtOnce(this.reading());
  }

  /** {@link all}, in steps for whoever can wait. */
  *reading(): Steps<readonly Concept[]> {
    const { terms } = this.#store;
    if (this.#by !== terms) this.changed();
    if (this.#concepts !== null) return this.#concepts;
    const concepts: Concept[] = [];
    for (let page = terms.after('', PAGE); page.length > 0; page = terms.after(page.at(-1)?.id ?? '', PAGE)) {
      concepts.push(...page);
      yield;
    }
    this.#concepts = concepts;
    this.#by = terms;
    return concepts;
  }

  /** Those that hold in a toolkit; null: in all of them. */
  of(toolkit: string | null): readonly Concept[] {
    return this.all().filter((concept) => concept.toolkit === null || concept.toolkit === toolkit);
  }

  /** For a toolkit's texts; terms of the profile's municipality count. */
  recogniser(
    toolkit: string | null,
    languages: Pick<GlossarySettings, 'sourceLanguage' | 'targetLanguage'>,
  ): Recogniser {
    const concepts = this.of(toolkit);
    const settings = { ...languages, municipality: municipalityOf(this.#store) };
    const key = JSON.stringify([toolkit, settings]);
    const known = this.#recognisers.get(key);
    if (known !== undefined) return known;
    const made = compileGlossary(concepts, settings);
    this.#recognisers.set(key, made);
    for (const old of [...this.#recognisers.keys()].slice(0, -KEPT)) this.#recognisers.delete(old);
    return made;
  }
}

/** Where the person at the computer works; empty until the profile says. */
export function municipalityOf(store: Store): string {
  return readSettings(store).profile?.municipality ?? '';
}
