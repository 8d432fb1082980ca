/** What a spreadsheet would take for a formula, and what would become such when it takes one quote away. */
const DANGEROUS = /^'*[=+\-@\t\r]/u;
const NEUTRAL = /^'+[=+\-@\t\r]/u;

/** A cell no spreadsheet runs (`trust.md`): one quote more before what could be a formula. */
export function neutral(cell: string): string {
  return DANGEROUS.test(cell) ? `'${cell}` : cell;
}

/** The inverse of {@link neutral}. */
export function restored(cell: string): string {
  return NEUTRAL.test(cell) ? cell.slice(1) : cell;
}
