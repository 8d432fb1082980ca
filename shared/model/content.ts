/** Inline formatting Adapta edits itself; everything else about a run's look is its opaque {@link FormatId}. */
export type Mark = 'bold' | 'italic' | 'underline' | 'strike' | 'superscript' | 'subscript';

/** Marks in the one order they are stored in, so that equal looks compare equal. */
export const MARKS: readonly Mark[] = ['bold', 'italic', 'underline', 'strike', 'superscript', 'subscript'];

/**
 * What a placeholder stands for. `open` and `close` share one id and enclose text; every other kind stands alone.
 * `break` is a line break inside a block, never the end of one (label `\n`; a page or column break `\f` or `\v`).
 * `hidden` is text the page does not show: its label holds it, nothing prints it.
 */
export const PLACEHOLDER_KINDS = [
  'image',
  'field',
  'noteRef',
  'break',
  'tab',
  'open',
  'close',
  'textBox',
  'equation',
  'hidden',
  'symbol',
  'object',
  'comment',
  'bookmark',
  'value',
] as const;
export type PlaceholderKind = (typeof PLACEHOLDER_KINDS)[number];

/**
 * A placeholder's number, unique in its document (source and received file together). {@link NEW_BREAK} and
 * {@link NEW_TAB} stand for ones typed in Adapta, which no file holds.
 */
export type PlaceholderId = number;

/** A line break typed in Adapta. */
export const NEW_BREAK: PlaceholderId = 0;
/** A tab typed in Adapta. */
export const NEW_TAB: PlaceholderId = -1;

/** Names an opaque style of the original (a hash of its canonical form): equal ids look alike, in whichever file. */
export type FormatId = string;

/** Text that looks alike. A line feed in `text` is the border between two blocks of one unit. */
export interface TextRun {
  readonly text: string;
  readonly marks: readonly Mark[];
  readonly link?: string;
  readonly format?: FormatId;
}

/** Something protected inside the text. `label` is what people see of it (a field's result, an image's alternative text). */
export interface PlaceholderRun {
  readonly placeholder: PlaceholderId;
  readonly kind: PlaceholderKind;
  readonly label: string;
  readonly link?: string;
}

export type Run = TextRun | PlaceholderRun;

/** The inline text of a unit or block. Canonical form: see {@link normalizeContent}. */
export type Content = readonly Run[];

export const EMPTY: Content = [];

export function isText(run: Run): run is TextRun {
  return 'text' in run;
}

const COMPOSABLE = /[^\u0000-\u02FF]/;
const UNMARKED: readonly Mark[] = [];

/** A text run in canonical form: marks ordered and unique, text NFC. */
export function textRun(
  text: string,
  marks: readonly Mark[] = [],
  more: { link?: string; format?: FormatId } = {},
): TextRun {
  return {
    // Nothing below U+0300 is changed by NFC, and asking costs more than looking.
    text: COMPOSABLE.test(text) ? text.normalize('NFC') : text,
    marks: marks.length === 0 ? UNMARKED : canonicalMarks(marks),
    ...(more.link === undefined ? {} : { link: more.link }),
    ...(more.format === undefined ? {} : { format: more.format }),
  };
}

/** Content of one plain run; `\n` separates blocks. */
export function plain(text: string): Content {
  return text === '' ? EMPTY : [textRun(text)];
}

function canonicalMarks(marks: readonly Mark[]): readonly Mark[] {
  return MARKS.filter((mark) => marks.includes(mark));
}

function sameMarks(a: readonly Mark[], b: readonly Mark[]): boolean {
  return a.length === b.length && a.every((mark, index) => mark === b[index]);
}

/** Whether two text runs differ in nothing but their text. */
export function sameLook(a: TextRun, b: TextRun): boolean {
  return a.link === b.link && a.format === b.format && sameMarks(a.marks, b.marks);
}

function sameRun(a: Run, b: Run): boolean {
  if (isText(a)) return isText(b) && a.text === b.text && sameLook(a, b);
  return !isText(b) && a.placeholder === b.placeholder && a.kind === b.kind && a.label === b.label && a.link === b.link;
}

export function contentEquals(a: Content, b: Content): boolean {
  return a === b || (a.length === b.length && a.every((run, index) => sameRun(run, b[index] as Run)));
}

/**
 * Canonical form: no empty text runs, neighbours that look alike are one run, marks in order, text NFC.
 * Returns the same reference when the content already is canonical.
 */
export function normalizeContent(content: Content): Content {
  const out: Run[] = [];
  for (const run of content) {
    const last = out.at(-1);
    if (!isText(run)) {
      out.push(run);
    } else if (run.text !== '') {
      const canonical = textRun(run.text, run.marks, run);
      if (last !== undefined && isText(last) && sameLook(last, canonical)) {
        out[out.length - 1] = { ...last, text: (last.text + canonical.text).normalize('NFC') };
      } else {
        out.push(canonical);
      }
    }
  }
  return contentEquals(out, content) ? content : out;
}

/** Control characters other than tab and line ends, and halves of a surrogate pair. */
const UNWRITABLE =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
/** Cheap to test: most text has none of these. */
const DOUBTFUL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uD800-\uDFFF\uFFFE\uFFFF]/;

/** Text without the characters no office file can hold (XML 1.0, production 2): they could be stored but not exported. */
export function writable(text: string): string {
  return DOUBTFUL.test(text) ? text.replace(UNWRITABLE, '') : text;
}

/** Content from a person, canonical and {@link writable}: what is stored can be exported. */
export function givenContent(content: Content): Content {
  const clean = content.map((run) =>
    isText(run) && DOUBTFUL.test(run.text) ? { ...run, text: writable(run.text) } : run,
  );
  return normalizeContent(clean.some((run, index) => run !== content[index]) ? clean : content);
}

/** Whether nothing would be printed: no placeholder and only blanks in the text. */
export function isBlank(content: Content): boolean {
  return content.every((run) => isText(run) && run.text.trim() === '');
}

/** The text alone, without placeholders. */
export function textOf(content: Content): string {
  return content.map((run) => (isText(run) ? run.text : '')).join('');
}

/** Positions in content: one per UTF-16 unit of text, one per placeholder. */
export function contentLength(content: Content): number {
  return content.reduce((sum, run) => sum + runLength(run), 0);
}

function runLength(run: Run): number {
  return isText(run) ? run.text.length : 1;
}

/** The part of the content between two positions, canonical; pairs cut in two are left as they are. */
export function sliceContent(content: Content, from: number, to: number = Number.POSITIVE_INFINITY): Content {
  const out: Run[] = [];
  let at = 0;
  for (const run of content) {
    const end = at + runLength(run);
    if (end > from && at < to) {
      out.push(isText(run) ? { ...run, text: run.text.slice(Math.max(0, from - at), to - at) } : run);
    }
    at = end;
  }
  return normalizeContent(out);
}

/** Whether a position lies between the two halves (UTF-16) of one character. */
export function cutsCharacter(content: Content, position: number): boolean {
  let at = 0;
  for (const run of content) {
    const inside = position - at;
    at += runLength(run);
    if (position >= at) continue;
    return inside > 0 && isText(run) && /^[\uD800-\uDBFF][\uDC00-\uDFFF]/.test(run.text.slice(inside - 1));
  }
  return false;
}

/** Opens of `content` that it does not close, outermost first. */
function unclosed(content: Content): readonly PlaceholderRun[] {
  const open: PlaceholderRun[] = [];
  for (const run of content) {
    if (isText(run)) continue;
    if (run.kind === 'open') open.push(run);
    if (run.kind === 'close') {
      const at = open.findLastIndex((candidate) => candidate.placeholder === run.placeholder);
      if (at >= 0) open.splice(at, 1);
    }
  }
  return open;
}

/**
 * Cuts content in two at a position. A pair the cut falls into is closed on the left and reopened on the right, so both
 * halves are well formed. A lone `open` whose `close` lies in another block stays where it was.
 */
export function splitContent(content: Content, at: number): readonly [Content, Content] {
  const left = sliceContent(content, 0, at);
  const right = sliceContent(content, at);
  const cut = unclosed(left).filter((open) =>
    right.some((run) => !isText(run) && run.kind === 'close' && run.placeholder === open.placeholder),
  );
  const closes = cut.toReversed().map((open): Run => ({ ...open, kind: 'close' }));
  return [normalizeContent([...left, ...closes]), normalizeContent([...cut, ...right])];
}

/** Joins contents with a separator between those that are not empty; a pair closed and reopened at a seam is healed. */
export function joinContents(contents: readonly Content[], separator: string): Content {
  const out: Run[] = [];
  for (const content of contents) {
    if (content.length === 0) continue;
    if (out.length > 0 && separator !== '') out.push(textRun(separator));
    out.push(...content);
  }
  return healSeams(normalizeContent(out), separator);
}

function healSeams(content: Content, separator: string): Content {
  const out: Run[] = [];
  for (const run of content) {
    const seam = separator === '' ? out.length - 1 : out.length - 2;
    const before = out[seam];
    const between = out.at(-1);
    const isSeam =
      !isText(run) &&
      run.kind === 'open' &&
      before !== undefined &&
      !isText(before) &&
      before.kind === 'close' &&
      before.placeholder === run.placeholder &&
      (separator === '' || (between !== undefined && isText(between) && between.text === separator));
    if (isSeam) out.splice(seam, 1);
    else out.push(run);
  }
  return normalizeContent(out);
}

/** The contents of a unit's blocks: cut at line feeds. Always at least one. */
export function blocksOf(content: Content): readonly Content[] {
  const out: Run[][] = [[]];
  for (const run of content) {
    if (!isText(run)) {
      out.at(-1)?.push(run);
      continue;
    }
    for (const [index, text] of run.text.split('\n').entries()) {
      if (index > 0) out.push([]);
      if (text !== '') out.at(-1)?.push({ ...run, text });
    }
  }
  return out.map((runs) => normalizeContent(runs));
}

/** Content of a unit with several blocks, joined by line feeds; the inverse of {@link blocksOf}. */
export function fromBlocks(blocks: readonly Content[]): Content {
  return normalizeContent(blocks.flatMap((block, index): Content => (index === 0 ? block : [textRun('\n'), ...block])));
}

/** Placeholders in order of appearance. */
export function placeholdersOf(content: Content): readonly PlaceholderRun[] {
  return content.filter((run): run is PlaceholderRun => !isText(run));
}
