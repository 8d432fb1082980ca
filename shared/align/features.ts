import { foldText } from '#shared/text/normalize.ts';
import { numbersOf } from '#shared/text/numbers.ts';
import type { AlignBlock } from './block.ts';

/** One side of an alignment, its words as numbers. */
export interface Side {
  readonly blocks: readonly AlignBlock[];
  /** Per block, its features as indices into `words`. */
  readonly tokens: readonly Int32Array[];
  /** Per block, characters of its text. */
  readonly lengths: Float64Array;
  readonly words: readonly string[];
  readonly ids: ReadonlyMap<string, number>;
  /** Per word, its share of all tokens of this side. */
  readonly share: Float64Array;
  /** Per word, how many blocks hold it. */
  readonly spread: Int32Array;
}

/** Placeholders a translation keeps: as telling as a proper name. */
const TELLING = new Set(['image', 'noteRef', 'field', 'equation', 'symbol', 'object', 'textBox', 'value']);
const ADDRESS = /\b[a-z][a-z+.-]*:\/\/[^\s"<>]+|\b[\w.+-]+@[\w-]+\.[\w.-]+/gu;
const WORD = /[\p{L}\p{M}]+|\d+(?:[.,:'\u00A0]\d+)*/gu;
/** Scripts that do not part their words. */
const UNPARTED =
  /^[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Bopo}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]{3,}$/u;
const SEGMENTER = new Intl.Segmenter('und', { granularity: 'word' });
const SIGN = /[?!:;%()=/@#$&*+<>[\]{}|~]/gu;
/** Longer blocks say enough with this many features. */
const MOST_TOKENS = 400;

/** The features of a block as strings: folded words, numbers by value, addresses, signs, telling placeholders. */
export function featuresOf(block: AlignBlock): readonly string[] {
  const text = foldText(block.text);
  const out: string[] = [];
  for (const [address] of text.matchAll(ADDRESS)) out.push(`@${address.replace(/[.,;:)]+$/u, '')}`);
  for (const [word] of text.matchAll(WORD)) {
    if (word.charCodeAt(0) < 58) out.push(`#${numbersOf(word)[0]?.key ?? word}`);
    else if (UNPARTED.test(word)) out.push(...wordsOf(word));
    else out.push(word);
  }
  for (const sign of new Set(text.match(SIGN))) out.push(sign);
  for (const kind of block.placeholders) if (TELLING.has(kind)) out.push(`⟦${kind}`);
  if (out.length === 0) out.push(`=${text}`);
  return out.slice(0, MOST_TOKENS);
}

function wordsOf(run: string): readonly string[] {
  return [...SEGMENTER.segment(run)].map(({ segment }) => segment);
}

/** Reads one side; `extra` adds features to a block (known translations). */
export function readSide(blocks: readonly AlignBlock[], extra: (block: AlignBlock) => readonly string[]): Side {
  const ids = new Map<string, number>();
  const counts: number[] = [];
  const spread: number[] = [];
  let total = 0;
  const tokens = blocks.map((block) => {
    const list = Int32Array.from([...extra(block), ...featuresOf(block)], (word) => {
      const id = ids.get(word) ?? ids.size;
      ids.set(word, id);
      counts[id] = (counts[id] ?? 0) + 1;
      total += 1;
      return id;
    });
    for (const id of new Set(list)) spread[id] = (spread[id] ?? 0) + 1;
    return list;
  });
  return {
    blocks,
    tokens,
    lengths: Float64Array.from(blocks, (block) => block.text.trim().length),
    words: [...ids.keys()],
    ids,
    share: Float64Array.from(counts, (count) => count / total),
    spread: Int32Array.from(spread),
  };
}
