import type { Link } from './block.ts';
import type { Side } from './features.ts';
import { Explainer } from './lexical.ts';
import { learnLexicons } from './learn.ts';
import { flatten, type FlatLexicons, type Lexicons } from './lexicon.ts';

/** All that is known about the words of both sides. */
export interface WordModel {
  readonly lexicons: FlatLexicons;
  /**
   * Per word, the probability that it stands in a faithful translation without anything on the other side calling for
   * it: high for articles and the like, low for names, numbers and code. `forward` is about received words.
   */
  readonly novelty: { readonly forward: Float64Array; readonly backward: Float64Array };
}

const AT_FIRST = 0.7;
const LATER = 0.45;
/** Numbers and addresses are copied, not reworded. */
const COPIED = 0.25;
const LEAST = 0.08;
const MOST = 0.9;
/** So many sightings weigh as much as what is believed beforehand. */
const BEFOREHAND = 4;

/** What is believed before any link is known. */
export function firstModel(source: Side, received: Side, prior: Lexicons): WordModel {
  return {
    lexicons: flatten(prior),
    novelty: {
      forward: new Float64Array(received.words.length).fill(AT_FIRST),
      backward: new Float64Array(source.words.length).fill(AT_FIRST),
    },
  };
}

/** Learns words and their novelty from links believed in. */
export function learnModel(source: Side, received: Side, lessons: readonly Link[], prior: Lexicons): WordModel {
  const lexicons = flatten(learnLexicons(source, received, lessons, prior));
  const novelty = { forward: before(received), backward: before(source) };
  const pairs = lessons.flatMap((link): [number, number][] =>
    link.source.length === 1 && link.received.length === 1 ? [[link.source[0] ?? 0, link.received[0] ?? 0]] : [],
  );
  const backwards = pairs.map(([s, r]): [number, number] => [r, s]);
  return {
    lexicons,
    novelty: {
      forward: sightings(
        new Explainer(source, received, lexicons.forward, novelty.forward),
        received,
        novelty.forward,
        pairs,
      ),
      backward: sightings(
        new Explainer(received, source, lexicons.backward, novelty.backward),
        source,
        novelty.backward,
        backwards,
      ),
    },
  };
}

function before(side: Side): Float64Array {
  return Float64Array.from(side.words, (word) => (/^[#@]/u.test(word) ? COPIED : LATER));
}

/** How many classes {@link classOf} tells apart. */
const CLASSES = 10;

/** Words that are likely to behave alike: numbers and addresses; others by how many blocks hold them, doubling. */
function classOf(word: string, spread: number): number {
  if (/^[#@]/u.test(word)) return spread > 1 ? 1 : 0;
  return Math.min(CLASSES - 1, 2 + Math.floor(Math.log2(Math.max(1, spread))));
}

/**
 * Counts, per word, how often a linked block on the other side left it unexplained. What is seen of a whole class stands
 * in for what is not seen of a word: where the languages have nothing in common, a rare word says little.
 */
function sightings(
  explainer: Explainer,
  told: Side,
  prior: Float64Array,
  pairs: readonly (readonly [number, number])[],
): Float64Array {
  const classes = Int32Array.from(told.words, (word, index) => classOf(word, told.spread[index] as number));
  const ofWord = new Tally(prior.length);
  const ofClass = new Tally(CLASSES);
  for (const [given, block] of pairs) {
    explainer.know(given);
    for (const word of told.tokens[block] as Int32Array) {
      const share = explainer.unexplained(word);
      ofWord.add(word, share);
      ofClass.add(classes[word] as number, share);
    }
  }
  return prior.map((believed, word) => {
    const usual = ofClass.mean(classes[word] as number, believed);
    return Math.max(LEAST, Math.min(MOST, ofWord.mean(word, usual)));
  });
}

/** Means of what is seen, each drawn towards what is believed beforehand. */
class Tally {
  readonly #sum: Float64Array;
  readonly #seen: Float64Array;

  constructor(size: number) {
    this.#sum = new Float64Array(size);
    this.#seen = new Float64Array(size);
  }

  add(index: number, value: number): void {
    this.#sum[index] = (this.#sum[index] as number) + value;
    this.#seen[index] = (this.#seen[index] as number) + 1;
  }

  mean(index: number, believed: number): number {
    return ((this.#sum[index] as number) + BEFOREHAND * believed) / ((this.#seen[index] as number) + BEFOREHAND);
  }
}
