/**
 * What somebody wrote at a place of the text without being part of it: a comment, an annotation, a note of an XLIFF unit.
 * It belongs to the block as its file has it, so it never changes.
 */
export interface BlockComment {
  /** As the file names them; may be empty. */
  readonly author: string;
  /** ISO 8601, as far as the file says. */
  readonly at?: string;
  readonly text: string;
}
