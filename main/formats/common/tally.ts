import { isText, textOf } from '#shared/model/content.ts';
import type { ImportReport, ReportNote } from '#shared/model/report.ts';
import type { ReadBlock } from '../format.ts';

/** Counts, while a file of any format is read, what the import report tells. */
export class Tally {
  readonly #format: string;
  tables = 0;
  textBoxes = 0;
  footnotes = 0;
  endnotes = 0;
  comments = 0;
  trackedInsertions = 0;
  trackedDeletions = 0;
  trackedMoves = 0;
  images = 0;
  #words = 0;
  #units = 0;
  #headings = 0;
  #links = 0;
  readonly #placeholders: Record<string, number> = {};
  readonly #notes = new Map<string, { code: ReportNote['code']; count: number; detail?: string }>();
  readonly #languages = new Map<string, number>();

  constructor(format: string) {
    this.#format = format;
  }

  note(code: ReportNote['code'], detail?: string, count = 1): void {
    const key = `${code}|${detail ?? ''}`;
    const entry = this.#notes.get(key);
    if (entry !== undefined) entry.count += count;
    else this.#notes.set(key, { code, count, ...(detail === undefined ? {} : { detail }) });
  }

  /** As {@link note}, where once says it all. */
  noteOnce(code: ReportNote['code']): void {
    if (!this.#notes.has(`${code}|`)) this.note(code);
  }

  countBlock(block: Pick<ReadBlock, 'content' | 'kind'>): void {
    this.#units += 1;
    this.#words += countWords(textOf(block.content));
    if (block.kind === 'heading') this.#headings += 1;
    let link: string | undefined;
    for (const run of block.content) {
      if (run.link !== undefined && run.link !== link) this.#links += 1;
      link = run.link;
      if (!isText(run) && run.kind !== 'close') this.#placeholders[run.kind] = (this.#placeholders[run.kind] ?? 0) + 1;
      if (!isText(run) && run.kind === 'hidden') this.note('hiddenText');
      if (!isText(run) && run.kind === 'equation') this.note('equation');
    }
  }

  /** `size` units of text are tagged as of that language. */
  countLanguage(language: string, size: number): void {
    this.#languages.set(language, (this.#languages.get(language) ?? 0) + size);
  }

  /** The language most of the text is in, by the file's own tags. */
  language(): string | undefined {
    let best: string | undefined;
    let most = 0;
    for (const [language, size] of this.#languages) {
      if (size > most && /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/iu.test(language)) [best, most] = [language, size];
    }
    return best;
  }

  report(bytes: number): ImportReport {
    return {
      format: this.#format,
      bytes,
      units: this.#units,
      words: this.#words,
      headings: this.#headings,
      tables: this.tables,
      images: this.images,
      footnotes: this.footnotes,
      endnotes: this.endnotes,
      comments: this.comments,
      textBoxes: this.textBoxes,
      links: this.#links,
      trackedInsertions: this.trackedInsertions,
      trackedDeletions: this.trackedDeletions,
      trackedMoves: this.trackedMoves,
      placeholders: this.#placeholders,
      notes: [...this.#notes.values()],
    };
  }
}

const WORD_SIGN = /[\p{L}\p{N}]/u;

/** Stretches without blanks that hold a letter or figure. */
function countWords(text: string): number {
  let count = 0;
  let counted = false;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === 0x20 || code === 0xa0 || (code < 0x0e && code > 0x08)) counted = false;
    else if (!counted && isWordSign(code, text, index)) {
      counted = true;
      count += 1;
    }
  }
  return count;
}

function isWordSign(code: number, text: string, index: number): boolean {
  if (code < 0x80) return (code > 0x60 && code < 0x7b) || (code > 0x40 && code < 0x5b) || (code > 0x2f && code < 0x3a);
  return WORD_SIGN.test(String.fromCodePoint(text.codePointAt(index) ?? 0));
}
