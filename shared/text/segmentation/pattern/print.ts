import type { Pattern } from './ast.ts';

/** The expression in JavaScript's notation, for its flag `v`; nothing in it captures. */
export function printPattern(pattern: Pattern): string {
  switch (pattern.kind) {
    case 'set':
    case 'anchor':
      return pattern.source;
    case 'sequence':
      return pattern.items.map(printPattern).join('');
    case 'choice':
      return `(?:${pattern.options.map(printPattern).join('|')})`;
    case 'repeat':
      return `(?:${printPattern(pattern.body)})${quantifier(pattern.min, pattern.max)}${pattern.lazy ? '?' : ''}`;
    case 'look':
      return `(?${pattern.sign}${printPattern(pattern.body)})`;
  }
}

function quantifier(min: number, max: number): string {
  if (max === Infinity) return min === 0 ? '*' : min === 1 ? '+' : `{${min},}`;
  return min === 0 && max === 1 ? '?' : `{${min},${max}}`;
}
