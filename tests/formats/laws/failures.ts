/** One way a file broke a law. `detail` shows the place in a line. */
export interface Failure {
  readonly law: 'text' | 'bytes' | 'edits' | 'valid' | 'carry' | 'crash';
  readonly code: string;
  readonly detail: string;
}

/** A line short enough for a table, with the blanks seen. */
export function clip(text: string, length = 90): string {
  const line = JSON.stringify(text).slice(1, -1);
  return line.length <= length ? line : `${line.slice(0, length - 1)}…`;
}

/** Seeded numbers in [0, 1) (mulberry32): the same seed tries the same places. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
