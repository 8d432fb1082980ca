const known = new Map<string, string>();

/** Beyond the Supplementary Multilingual Plane no letter has two cases. */
const LAST_CASED = 0x1_ffff;

/**
 * A set with the other case of each of its letters. Worked out here, and not left to JavaScript's `(?i:…)`: inside
 * look-behind the engine's answer depends on how the text is stored (docs/gotchas.md).
 */
export function inEitherCase(source: string): string {
  const both = known.get(source) ?? (source.length === 1 ? letters(source) : closure(source));
  known.set(source, both);
  return both;
}

function letters(letter: string): string {
  const cases = new Set([letter, letter.toLowerCase(), letter.toUpperCase()].filter(({ length }) => length === 1));
  return cases.size === 1 ? letter : `[${Array.from(cases).join('')}]`;
}

function closure(source: string): string {
  const [plain, either] = [new RegExp(`^${source}$`, 'v'), new RegExp(`^${source}$`, 'iv')];
  const cased = casedCharacters();
  if (cased.every((character) => plain.test(character) === either.test(character))) return source;
  const members = cased.filter((character) => either.test(character));
  return `[[${source}--[${cased.join('')}]]${members.join('')}]`;
}

let allCased: readonly string[] | undefined;

/** Every character that has another case. */
function casedCharacters(): readonly string[] {
  allCased ??= Array.from({ length: LAST_CASED + 1 }, (_, code) => String.fromCodePoint(code)).filter(
    (character) => character.toLowerCase() !== character || character.toUpperCase() !== character,
  );
  return allCased;
}
