/** How far a term may be used; `forbidden` is what TBX calls deprecated, `deprecated` what it calls superseded. */
export type TermStatus = 'preferred' | 'admitted' | 'deprecated' | 'forbidden';

/** A text with where it is taken from. */
export interface Sourced {
  readonly text: string;
  readonly source?: string;
}

/** What can be said at every level of an entry. */
export interface TbxFacts {
  readonly definitions: readonly Sourced[];
  readonly notes: readonly string[];
  readonly sources: readonly string[];
  /** Addresses outside (`xref`). */
  readonly references: readonly string[];
}

export interface TbxTerm extends TbxFacts {
  readonly term: string;
  readonly partOfSpeech?: string;
  readonly gender?: string;
  readonly status?: TermStatus;
  /** Where it is said so (`geographicalUsage`). */
  readonly geography?: string;
  /** `fullForm`, `acronym`, `abbreviation`, `shortForm`, `variant` … as written. */
  readonly type?: string;
  readonly contexts: readonly Sourced[];
}

export interface TbxLanguage extends TbxFacts {
  readonly language: string;
  readonly terms: readonly TbxTerm[];
}

/** A concept with its terms in each language. */
export interface TbxEntry extends TbxFacts {
  readonly id?: string;
  readonly subject?: string;
  readonly languages: readonly TbxLanguage[];
}

export interface ReadTbxEntry extends TbxEntry {
  /** Where the entry begins in the file. */
  readonly line: number;
}

/** Values of `administrativeStatus` (ISO 30042:2019, TBX-Basic) and, without the ending, of `normativeAuthorization`. */
export const STATUS_OF: Readonly<Record<TermStatus, string>> = {
  preferred: 'preferredTerm-admn-sts',
  admitted: 'admittedTerm-admn-sts',
  deprecated: 'supersededTerm-admn-sts',
  forbidden: 'deprecatedTerm-admn-sts',
};

export const NO_FACTS: TbxFacts = { definitions: [], notes: [], sources: [], references: [] };
