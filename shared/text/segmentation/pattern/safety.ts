import { charactersOf, firstCharacters } from './ends.ts';
import type { Pattern } from './ast.ts';

/** From here on a repetition counts as endless. */
const MANY = 20;

/**
 * Whether the time a match takes could grow exponentially: something repeated over and over that can be cut into its
 * rounds in several ways. A round is told apart when it has a border no other part of it can take (`(\p{L}+\.)+`), or
 * is one character wide. Refuses some harmless expressions; JavaScript cannot be stopped in the middle of a match.
 */
export function canExplode(pattern: Pattern): boolean {
  switch (pattern.kind) {
    case 'set':
    case 'anchor':
      return false;
    case 'sequence':
      return pattern.items.some(canExplode);
    case 'choice':
      return pattern.options.some(canExplode);
    case 'look':
      return canExplode(pattern.body);
    case 'repeat':
      return (pattern.max > MANY && !isDefinite(unwrapped(pattern.body))) || canExplode(pattern.body);
  }
}

function unwrapped(pattern: Pattern): Pattern {
  return pattern.kind === 'sequence' && pattern.items.length === 1 ? unwrapped(pattern.items[0] as Pattern) : pattern;
}

/** Whether a text has one way at most to be read as rounds of `round`. */
function isDefinite(round: Pattern): boolean {
  if (round.kind === 'set') return true;
  if (firstCharacters(round).empty) return false;
  if (round.kind === 'choice') return isDefiniteChoice(round.options);
  const items = (round.kind === 'sequence' ? round.items : [round]).filter(
    (item) => item.kind !== 'anchor' && item.kind !== 'look',
  );
  if (items.every((item) => item.kind === 'set')) return true;
  return isBorder(items[0], items.slice(1)) || isBorder(items.at(-1), items.slice(0, -1));
}

function isDefiniteChoice(options: readonly Pattern[]): boolean {
  return options.every(
    (option, index) =>
      isDefinite(unwrapped(option)) &&
      options
        .slice(index + 1)
        .every((other) => areDisjoint(firstCharacters(option).characters, firstCharacters(other).characters)),
  );
}

/** A first or last piece that is one character, which the rest cannot take. */
function isBorder(piece: Pattern | undefined, rest: readonly Pattern[]): boolean {
  return piece?.kind === 'set' && areDisjoint([piece.source], rest.flatMap(charactersOf));
}

/** Whether no character of the Basic Multilingual Plane is in both; what lies beyond is cased and spelt alike. */
function areDisjoint(left: readonly string[], right: readonly string[]): boolean {
  if (left.length === 0 || right.length === 0) return true;
  const both = new RegExp(`^(?=(?:${left.join('|')})$)(?:${right.join('|')})$`, 'v');
  for (let code = 0; code < 0xd800; code++) if (both.test(String.fromCharCode(code))) return false;
  for (let code = 0xe000; code <= 0xffff; code++) if (both.test(String.fromCharCode(code))) return false;
  return true;
}
