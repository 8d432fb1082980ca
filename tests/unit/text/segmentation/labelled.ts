import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { segmenterFor } from '#shared/text/segmentation/segmenters.ts';

/** A text cut by hand: a file's line with `|` at each border and `\n` for a line feed. */
export interface Labelled {
  readonly text: string;
  readonly segments: readonly string[];
}

/** The labelled texts of a file beside this one. */
export function labelled(name: string): readonly Labelled[] {
  return readFileSync(join(import.meta.dirname, name), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const pieces = line.replaceAll(String.raw`\n`, '\n').split('|');
      return { text: pieces.join(''), segments: pieces.map((piece) => piece.trim()) };
    });
}

/** A text's segments by the built-in rules, without the blanks around them. */
export function cut(text: string, language: string): readonly string[] {
  return segmenterFor(language)
    .segments(text)
    .map(({ from, to }) => text.slice(from, to).trim());
}
