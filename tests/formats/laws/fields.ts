/**
 * Field types whose result Word works out itself (ECMA-376 Part 1, 17.16.5): what they show is derived, so a reader may
 * leave it out. The result of any other field (HYPERLINK, FORMTEXT, ADDIN, unknown ones) is text somebody wrote.
 */
const DERIVED = new Set(
  `= AUTHOR AUTONUM AUTONUMLGL AUTONUMOUT BIBLIOGRAPHY CITATION COMMENTS COMPARE CREATEDATE DATE DOCPROPERTY DOCVARIABLE
  EDITTIME EQ FILENAME FILESIZE IF INDEX INFO KEYWORDS LASTSAVEDBY LISTNUM MERGEFIELD MERGEREC MERGESEQ NEXT NEXTIF
  NOTEREF NUMCHARS NUMPAGES NUMWORDS PAGE PAGEREF PRINTDATE RD REF REVNUM SAVEDATE SECTION SECTIONPAGES SEQ SKIPIF
  STYLEREF SUBJECT SYMBOL TA TC TEMPLATE TIME TITLE TOA TOC USERADDRESS USERINITIALS USERNAME XE`.split(/\s+/u),
);

/** Whether a field's result is derived. A bare bookmark name is a REF (17.16.5.51), which the caller cannot tell: not derived. */
export function isDerived(instruction: string): boolean {
  const word = /^\s*(=|[A-Za-z]+)/u.exec(instruction)?.[1] ?? '';
  return DERIVED.has(word.toUpperCase());
}

interface OpenField {
  instruction: string;
  phase: 'code' | 'result';
}

/** Complex fields (17.16.18) nest and run over paragraphs: this follows them through one story. */
export class FieldStack {
  readonly #open: OpenField[] = [];

  mark(type: string | undefined): void {
    const top = this.#open.at(-1);
    if (type === 'begin') this.#open.push({ instruction: '', phase: 'code' });
    else if (type === 'separate' && top !== undefined) top.phase = 'result';
    else if (type === 'end') this.#open.pop();
  }

  instruct(text: string): void {
    const top = this.#open.at(-1);
    if (top !== undefined && top.phase === 'code') top.instruction += text;
  }

  /** What text here is: nothing anyone sees (inside a code), a derived result, another field's result, or plain. */
  get here(): 'code' | 'derived' | 'field' | 'plain' {
    if (this.#open.length === 0) return 'plain';
    if (this.#open.some((field) => field.phase === 'code')) return 'code';
    return this.#open.some((field) => isDerived(field.instruction)) ? 'derived' : 'field';
  }
}
