/** One span of the file's text and what takes its place; an empty span puts something in. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The text with every edit made; those at one place follow each other in the order given. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let out = '';
  let at = 0;
  for (const edit of edits.toSorted((a, b) => a.start - b.start)) {
    out += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return out + text.slice(at);
}

/** The blanks ahead of an element, so that what is put beside it stands on a line of its own as it does. */
export function indentOf(text: string, start: number): string {
  return /\s*$/u.exec(text.slice(Math.max(0, start - 200), start))?.[0] ?? '';
}
