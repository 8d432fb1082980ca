import type { Pattern } from './ast.ts';

/** The single characters a match can begin or end with, as expressions; `empty`: it may match nothing at all. */
export interface Ends {
  readonly characters: readonly string[];
  readonly empty: boolean;
}

const NOTHING: Ends = { characters: [], empty: true };

/** With what character a match of the pattern ends. Never too few. */
export function lastCharacters(pattern: Pattern): Ends {
  return endsOf(pattern, (items) => items.toReversed());
}

/** With what character a match of the pattern begins. Never too few. */
export function firstCharacters(pattern: Pattern): Ends {
  return endsOf(pattern, (items) => items);
}

function endsOf(pattern: Pattern, inOrder: (items: readonly Pattern[]) => readonly Pattern[]): Ends {
  switch (pattern.kind) {
    case 'set':
      return { characters: [pattern.source], empty: false };
    case 'anchor':
    case 'look':
      return NOTHING;
    case 'choice':
      return either(pattern.options.map((option) => endsOf(option, inOrder)));
    case 'repeat': {
      const body = endsOf(pattern.body, inOrder);
      return pattern.max === 0 ? NOTHING : { ...body, empty: body.empty || pattern.min === 0 };
    }
    case 'sequence': {
      const characters: string[] = [];
      for (const item of inOrder(pattern.items)) {
        const ends = endsOf(item, inOrder);
        characters.push(...ends.characters);
        if (!ends.empty) return { characters, empty: false };
      }
      return { characters, empty: true };
    }
  }
}

function either(ends: readonly Ends[]): Ends {
  return {
    characters: [...new Set(ends.flatMap((end) => end.characters))],
    empty: ends.some((end) => end.empty),
  };
}

/** Every character the pattern can take anywhere, as expressions. */
export function charactersOf(pattern: Pattern): readonly string[] {
  switch (pattern.kind) {
    case 'set':
      return [pattern.source];
    case 'anchor':
    case 'look':
      return [];
    case 'sequence':
      return pattern.items.flatMap(charactersOf);
    case 'choice':
      return pattern.options.flatMap(charactersOf);
    case 'repeat':
      return charactersOf(pattern.body);
  }
}
