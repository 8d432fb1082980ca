import type { MatchBand } from '#shared/contract/memory.ts';
import type { LookupOrder, MemoryPort } from './memory-tasks.ts';
import { LEAST_SCORE, matchBand } from './statistics-counts.ts';
import type { CountedSentence, CountedUnit } from './statistics-units.ts';

/** Which memories are asked: those of these languages (BCP 47) that answer to a toolkit. */
export type Asked = Pick<LookupOrder, 'sourceLanguage' | 'targetLanguage' | 'sandbox'>;

interface Known {
  readonly score: number;
  readonly isContext: boolean;
  /** The unit it was learnt from. */
  readonly unit: string | null;
}

/** Enough to find one that was not learnt from the unit itself. */
const MATCHES = 4;
const EXACT = 100;

/**
 * What the memories know of originals: what a person would be shown at each unit. What was learnt from a unit itself, its
 * received translation above all, is no match for it.
 */
export class KnownTexts {
  readonly #memory: MemoryPort;
  readonly #asked: Asked;
  readonly #byText = new Map<string, readonly Known[]>();
  readonly #inContext = new Set<CountedUnit>();

  constructor(memory: MemoryPort, { sourceLanguage, targetLanguage, sandbox }: Asked) {
    this.#memory = memory;
    this.#asked = { sourceLanguage, targetLanguage, sandbox };
  }

  /** Looks a unit and its sentences up; each text once, whatever the number of places it stands in. */
  async learn(unit: CountedUnit): Promise<void> {
    const { text: whole, context, sentences } = unit;
    // A unit of one sentence, as most are, is asked for once.
    const isOne = sentences.length === 1 && sentences[0]?.text === whole && !this.#byText.has(whole);
    const found = await this.#find(whole, isOne ? LEAST_SCORE : EXACT, context);
    if (found.some((known) => known.isContext && known.unit !== unit.id)) this.#inContext.add(unit);
    if (isOne) this.#byText.set(whole, found);
    for (const { text } of sentences) {
      if (!this.#byText.has(text)) this.#byText.set(text, await this.#find(text, LEAST_SCORE));
    }
  }

  /** The band of a sentence in a unit that was looked up. */
  bandOf(sentence: CountedSentence, unit: CountedUnit): MatchBand {
    const best = this.#byText.get(sentence.text)?.find((known) => known.unit !== unit.id);
    return matchBand(best?.score, this.#inContext.has(unit));
  }

  async #find(text: string, least: number, context?: string): Promise<readonly Known[]> {
    const order = { text, ...this.#asked, count: MATCHES, least, ...(context === undefined ? {} : { context }) };
    const found = await this.#memory.ask('find', order);
    return found.map(({ score, isContext, entry }) => ({
      score: Math.floor(score),
      isContext,
      unit: entry.origin.unit,
    }));
  }
}
