/** Endings a word may carry after a slash or in brackets. */
const ENDING = /^(\p{L}{3,})(?:\/|\()(as?|os?|es|sa|esas?|oras?|s)\)?$/u;
/** Two whole words. */
const EITHER = /^(\p{L}{4,})\/(\p{L}{4,})$/u;

/**
 * The texts a term stands for: `servidor/a público/a` is servidor público and servidora pública, `alcaldesa/alcalde` the one
 * or the other. Any other term stands for itself.
 */
export function variantsOf(term: string): readonly string[] {
  const pieces = term.trim().split(/\s+/u).map(alternatives);
  const count = Math.max(...pieces.map((piece) => piece.length));
  return Array.from({ length: count }, (_, index) => pieces.map((piece) => piece[index] ?? piece[0] ?? '').join(' '));
}

function alternatives(piece: string): readonly string[] {
  const [, first = '', last = ''] = ENDING.exec(piece) ?? [];
  if (last === 's' || last === 'es') return [first];
  if (last !== '') return [first, feminine(first, last)];
  const [, one = '', other = ''] = EITHER.exec(piece) ?? [];
  // Words of one stem are two genders; of different ones (`y/o`, `policy/law`) they say something else.
  return one !== '' && one.slice(0, 3).toLowerCase() === other.slice(0, 3).toLowerCase() ? [one, other] : [piece];
}

function feminine(word: string, ending: string): string {
  if (ending.startsWith('or') && word.endsWith('or')) return `${word.slice(0, -2)}${ending}`;
  return /[aeo]$/u.test(word) && /^[aeo]/u.test(ending) ? `${word.slice(0, -1)}${ending}` : `${word}${ending}`;
}
