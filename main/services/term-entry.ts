import type { Term } from '#shared/model/concept.ts';

/** A concept as a file gives it. */
export interface GivenEntry {
  /** Where it begins in the file, counting from 1. */
  readonly line: number;
  /** Its id in the glossary, when it went out from here; else whatever the file calls it. */
  readonly id?: string;
  readonly domain: string;
  readonly definition: string;
  readonly source: string;
  readonly note: string;
  readonly terms: readonly GivenTerm[];
}

export type GivenTerm = Omit<Term, 'id'>;

/** Why an entry could not be taken; the sentences are in the locales (`terms:report.reason`). */
export type SkipReason = 'noTerm' | 'noSource' | 'noTarget' | 'tooLong' | 'badLine';

export interface SkippedEntry {
  readonly line: number;
  readonly reason: SkipReason;
}

/** What a glossary file holds. */
export interface GivenGlossary {
  readonly entries: readonly GivenEntry[];
  readonly skipped: readonly SkippedEntry[];
}

const MOST_TERMS = 200;

/** Sorts entries into those the glossary can hold and those it cannot. */
export class EntrySorter implements GivenGlossary {
  readonly entries: GivenEntry[] = [];
  readonly skipped: SkippedEntry[] = [];

  take(entry: GivenEntry): void {
    const { line } = entry;
    if (entry.terms.length === 0) this.skip(line, 'noTerm');
    else if (isTooLong(entry)) this.skip(line, 'tooLong');
    else this.entries.push(entry);
  }

  skip(line: number, reason: SkipReason): void {
    this.skipped.push({ line, reason });
  }
}

/** The bounds of the contract (`conceptSchema`). */
function isTooLong({ domain, definition, source, note, terms }: GivenEntry): boolean {
  return (
    terms.length > MOST_TERMS ||
    domain.length > 200 ||
    definition.length > 4000 ||
    source.length > 1000 ||
    note.length > 4000 ||
    terms.some(
      (term) =>
        term.text.length > 300 ||
        term.language.length > 40 ||
        term.note.length > 4000 ||
        term.municipality.length > 200,
    )
  );
}
