import type { PartOfSpeech } from '../model/concept.ts';
import { acronymForms, acronymsOf, formsOf, type Inflection } from './forms.ts';
import { variantsOf } from './variants.ts';
import { gapOf, withoutAccents, wordsIn, type Word } from './words.ts';

export interface TermHit<T> {
  readonly value: T;
  readonly from: number;
  readonly to: number;
  readonly unaccented: boolean;
}

interface End<T> {
  readonly value: T;
  /** The form that is a verb after `to`, for the one-word nouns that have one. */
  readonly bare: string | null;
}

interface Node<T> {
  readonly next: Map<string, Node<T>>;
  readonly ends: End<T>[];
}

/** A word family a word of a text may belong to. */
interface Family {
  readonly id: number;
  readonly unaccented: boolean;
}

interface TextWord extends Word {
  readonly families: readonly Family[];
}

const MOST_KNOWN = 50_000;
const NO_HITS: readonly never[] = [];

/** Where a walk through the tree stands. */
interface Step<T> {
  readonly node: Node<T>;
  readonly unaccented: boolean;
}

/**
 * Terms as paths of word families: each word of a text is looked up once among all inflected forms, and only families that
 * begin a term are followed further. Looking a text up costs by its words, not by the number of terms.
 */
export class TermTree<T> {
  readonly #inflection: Inflection;
  readonly #root: Node<T> = newNode();
  /** Families by form in small letters, by form without its accents, and by acronym as written. */
  readonly #byForm = new Map<string, number[]>();
  readonly #byBareForm = new Map<string, number[]>();
  readonly #byAcronym = new Map<string, number[]>();
  readonly #families = new Map<string, number>();
  /** What words were looked up for before: a document has few different ones. */
  readonly #known = new Map<string, readonly Family[]>();

  constructor(inflection: Inflection) {
    this.#inflection = inflection;
  }

  add(term: string, part: PartOfSpeech | undefined, value: T): void {
    for (const variant of variantsOf(term)) this.#addVariant(variant, part, value);
    this.#known.clear();
  }

  /** Every place of every term, overlapping ones too. */
  find(text: string): readonly TermHit<T>[] {
    const words = wordsIn(text).map((word) => ({ ...word, families: this.#familiesOf(word.text) }));
    return words.flatMap((word, at) =>
      word.families.length === 0 || this.#isCompound(text, words, at) ? NO_HITS : this.#from(text, words, at),
    );
  }

  #from(text: string, words: readonly TextWord[], start: number): readonly TermHit<T>[] {
    const hits: TermHit<T>[] = [];
    let steps: readonly Step<T>[] = [{ node: this.#root, unaccented: false }];
    for (let at = start; at < words.length && steps.length > 0; at++) {
      const word = words[at] as TextWord;
      const gap = at === start ? '' : gapOf(text.slice(words[at - 1]?.to ?? 0, word.from));
      steps = steps.flatMap(({ node, unaccented }) =>
        word.families.flatMap((family) => {
          const next = node.next.get(`${gap}${family.id}`);
          return next === undefined ? [] : [{ node: next, unaccented: unaccented || family.unaccented }];
        }),
      );
      for (const { node, unaccented } of steps) {
        for (const { value, bare } of node.ends) {
          if (bare !== null && this.#isVerb(words, at, bare)) continue;
          // Two variants of one term may share a form.
          if (hits.some((hit) => hit.value === value && hit.to === word.to)) continue;
          hits.push({ value, from: words[start]?.from ?? 0, to: word.to, unaccented });
        }
      }
    }
    return hits;
  }

  /** What a prefix makes another word of: `multi-stakeholder` is no stakeholder. */
  #isCompound(text: string, words: readonly TextWord[], at: number): boolean {
    const before = words[at - 1];
    const here = words[at];
    return (
      before !== undefined &&
      here !== undefined &&
      here.from - before.to === 1 &&
      text[before.to] !== ' ' &&
      this.#inflection.prefixes.has(before.text.toLowerCase()) &&
      gapOf(text.slice(before.to, here.from)) === ''
    );
  }

  /** `to target`, but not `according to target 16.7`. */
  #isVerb(words: readonly TextWord[], at: number, bare: string): boolean {
    const before = words[at - 1]?.text.toLowerCase() ?? '';
    return (
      words[at]?.text === bare && this.#inflection.beforeVerb.has(before) && !/^\d/u.test(words[at + 1]?.text ?? '')
    );
  }

  #familiesOf(written: string): readonly Family[] {
    const known = this.#known.get(written);
    if (known !== undefined) return known;
    if (this.#known.size >= MOST_KNOWN) this.#known.clear();
    const families = this.#lookedUp(written);
    this.#known.set(written, families);
    return families;
  }

  #lookedUp(written: string): readonly Family[] {
    const small = written.toLowerCase();
    const exact = [
      ...(this.#byAcronym.get(this.#withoutGenitive(written)) ?? []),
      ...this.#formsIn(this.#byForm, small),
    ];
    if (exact.length > 0 || !this.#inflection.dropsAccents) return exact.map((id) => ({ id, unaccented: false }));
    return (this.#byBareForm.get(small) ?? []).map((id) => ({ id, unaccented: true }));
  }

  #formsIn(forms: ReadonlyMap<string, readonly number[]>, word: string): readonly number[] {
    return forms.get(word) ?? forms.get(this.#withoutGenitive(word)) ?? [];
  }

  #withoutGenitive(word: string): string {
    const { genitive } = this.#inflection;
    return genitive !== '' && word.endsWith(genitive) ? word.slice(0, -genitive.length) : word;
  }

  #addVariant(text: string, part: PartOfSpeech | undefined, value: T): void {
    const words = wordsIn(text);
    const acronyms = acronymsOf(words.map((word) => word.text));
    const verb = words.findIndex((word) => !this.#inflection.fixed.has(word.text.toLowerCase()));
    let node = this.#root;
    for (const [index, word] of words.entries()) {
      const gap = index === 0 ? '' : gapOf(text.slice(words[index - 1]?.to ?? 0, word.from));
      const place = { isVerb: index === verb, isAlone: words.length === 1 };
      const family = acronyms.has(word.text)
        ? this.#family(this.#byAcronym, acronymForms(word.text))
        : this.#wordFamily(word.text.toLowerCase(), place, part);
      const key = `${gap}${family}`;
      const next = node.next.get(key) ?? newNode<T>();
      node.next.set(key, next);
      node = next;
    }
    const only = words.length === 1 ? words[0]?.text.toLowerCase() : undefined;
    const isVerbToo = part === 'noun' && only !== undefined && this.#inflection.verbToo.has(only);
    if (words.length > 0) node.ends.push({ value, bare: isVerbToo ? only : null });
  }

  #wordFamily(
    word: string,
    place: { readonly isVerb: boolean; readonly isAlone: boolean },
    part: PartOfSpeech | undefined,
  ): number {
    return this.#family(this.#byForm, formsOf(word, place, part, this.#inflection));
  }

  /** The number of a family; words with the same forms are one. */
  #family(index: Map<string, number[]>, forms: readonly string[]): number {
    const name = forms.join(' ');
    const known = this.#families.get(name);
    if (known !== undefined) return known;
    const id = this.#families.size;
    this.#families.set(name, id);
    for (const form of new Set(forms)) {
      put(index, form, id);
      const bare = withoutAccents(form);
      if (index === this.#byForm && bare !== form) put(this.#byBareForm, bare, id);
    }
    return id;
  }
}

function newNode<T>(): Node<T> {
  return { next: new Map(), ends: [] };
}

function put(index: Map<string, number[]>, form: string, id: number): void {
  const ids = index.get(form);
  if (ids === undefined) index.set(form, [id]);
  else if (!ids.includes(id)) ids.push(id);
}
