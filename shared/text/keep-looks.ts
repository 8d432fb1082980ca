import {
  contentLength,
  isText,
  normalizeContent,
  sliceContent,
  textRun,
  type Content,
  type TextRun,
} from '#shared/model/content.ts';
import { wordDiff } from './word-diff.ts';

/** How a stretch looks: a text run without its text. */
type Look = Omit<TextRun, 'text'>;

const PLAIN: Look = { marks: [] };

/**
 * Gives `now`, which came as plain text and has no looks, the looks of `before`: words that did not change keep theirs,
 * a replaced passage takes that of what it replaces, an inserted one that of the word before it, but not its link.
 */
export function keepLooks(before: Content, now: Content): Content {
  const looks = looksOf(before);
  const wanted: Look[] = [];
  let at = 0;
  let replaced: Look | undefined;
  for (const part of wordDiff(before, now)) {
    const length = positionsIn(part.text);
    if (part.kind === 'same') {
      wanted.push(...looks.slice(at, at + length));
      at += length;
      replaced = undefined;
    } else if (part.kind === 'removed') {
      replaced = looks[at];
      at += length;
    } else {
      const look = replaced ?? withoutLink(looks[at - 1]);
      for (let index = 0; index < length; index += 1) wanted.push(look);
    }
  }
  return dress(now, wanted);
}

/** One look per content position; a placeholder has that of the text before it, for what may follow. */
function looksOf(content: Content): readonly Look[] {
  const looks: Look[] = [];
  let last = PLAIN;
  for (const run of content) {
    if (isText(run)) {
      const { text, ...look } = run;
      last = look;
      for (let index = 0; index < text.length; index += 1) looks.push(look);
    } else {
      looks.push(last);
    }
  }
  return looks;
}

function withoutLink(look: Look = PLAIN): Look {
  const { link: _link, ...rest } = look;
  return rest;
}

/** Content positions a stretch of plain text stands for: `⟦n⟧` and `⟦⟦` are one each. */
function positionsIn(plainText: string): number {
  return plainText.replaceAll(/⟦⟦|⟦-?\d+⟧/gu, '⟦').length;
}

function dress(content: Content, looks: readonly Look[]): Content {
  if (looks.length !== contentLength(content)) return content;
  let at = 0;
  return normalizeContent(
    content.flatMap((run) => {
      const from = at;
      at += isText(run) ? run.text.length : 1;
      if (!isText(run)) return [run];
      return cuts(looks, from, at).flatMap(([start, end]) =>
        sliceContent(content, start, end).map((piece) => (isText(piece) ? dressed(piece.text, looks[start]) : piece)),
      );
    }),
  );
}

function dressed(text: string, look: Look = PLAIN): TextRun {
  return textRun(text, look.marks, look);
}

/** Stretches of equal looks between two positions. */
function cuts(looks: readonly Look[], from: number, to: number): readonly (readonly [number, number])[] {
  const out: (readonly [number, number])[] = [];
  let start = from;
  for (let index = from + 1; index <= to; index += 1) {
    if (index < to && sameLook(looks[index], looks[start])) continue;
    out.push([start, index]);
    start = index;
  }
  return out;
}

function sameLook(a: Look | undefined, b: Look | undefined): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
