import { isText, normalizeContent, type Content } from '#shared/model/content.ts';

const PLAIN = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const ACCENTED = 'åƀçđéƒğĥîĵķļɱñöþǫŕšţûṽŵẋýžÅƁÇĐÉƑĞĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽ';
const FORWARD = new Map(Array.from(PLAIN, (char, index) => [char, Array.from(ACCENTED)[index] as string]));
const BACKWARD = new Map(Array.from(FORWARD, ([plain, accented]) => [accented, plain]));

/** Marks around every changed run, by seed, so that two runs of different seeds differ. */
const MARKS: readonly (readonly [string, string])[] = [
  ['⟪', '⟫'],
  ['‹', '›'],
  ['⁅', '⁆'],
  ['⦃', '⦄'],
];
const ESCAPE = '\u2063';

/**
 * Changes every text of a unit in a way that can be undone: letters get accents, each run of text marks at both ends.
 * Characters the mapping itself uses are preceded by an invisible sign. Placeholders, marks, links stay as they are.
 */
export function pseudoTranslate(content: Content, seed: number): Content {
  const [open, close] = marksOf(seed);
  return normalizeContent(
    content.map((run) => {
      if (!isText(run)) return run;
      const text = run.text
        .split('\n')
        .map((line) => (line === '' ? line : open + accent(line) + close))
        .join('\n');
      return { ...run, text };
    }),
  );
}

/** The inverse of {@link pseudoTranslate} with the same seed. */
export function pseudoRestore(content: Content, seed: number): Content {
  const [open, close] = marksOf(seed);
  return normalizeContent(
    content.map((run) => {
      if (!isText(run)) return run;
      return { ...run, text: restore(run.text, open, close) };
    }),
  );
}

function marksOf(seed: number): readonly [string, string] {
  const index = ((seed % MARKS.length) + MARKS.length) % MARKS.length;
  return MARKS[index] as readonly [string, string];
}

function accent(text: string): string {
  let out = '';
  for (const char of text) {
    const accented = FORWARD.get(char);
    const taken = BACKWARD.has(char) || char === ESCAPE || MARKS.some((pair) => pair.includes(char));
    out += accented ?? (taken ? ESCAPE + char : char);
  }
  return out;
}

function restore(text: string, open: string, close: string): string {
  let out = '';
  let literal = false;
  for (const char of text) {
    if (literal) {
      out += char;
      literal = false;
    } else if (char === ESCAPE) literal = true;
    else if (char !== open && char !== close) out += BACKWARD.get(char) ?? char;
  }
  return out;
}
