import { patternError } from './ast.ts';

/** Java's and POSIX's names by Unicode's (UTS #18, annex C). */
const CLASSES: Readonly<Record<string, string>> = {
  alpha: '\\p{Alphabetic}',
  lower: '\\p{Lowercase}',
  upper: '\\p{Uppercase}',
  punct: '\\p{P}\\p{S}',
  digit: '\\p{Nd}',
  alnum: '\\p{Alphabetic}\\p{Nd}',
  space: '\\p{White_Space}',
  blank: '\\t\\p{Zs}',
  cntrl: '\\p{Cc}',
  xdigit: '\\p{Nd}\\p{Hex_Digit}',
  graph: '[[^\\p{White_Space}\\p{Cc}\\p{Cs}\\p{Cn}]]',
  print: '[[^\\p{Cc}\\p{Cs}\\p{Cn}]]',
  word: '\\p{Alphabetic}\\p{M}\\p{Nd}\\p{Pc}\\u200C\\u200D',
  ascii: '\\u{0}-\\u{7F}',
  javalowercase: '\\p{Lowercase}',
  javauppercase: '\\p{Uppercase}',
  javawhitespace: '\\p{White_Space}',
  javaletter: '\\p{L}',
  javaletterordigit: '\\p{L}\\p{Nd}',
  javadigit: '\\p{Nd}',
};

/**
 * A property as ICU and Java name it: `L`, `Lu`, `IsLu`, `Letter`, `IsAlphabetic`, `script=Latin`, `IsLatin`, `Alpha`,
 * `javaLowerCase`. Throws invalidSrx for names Unicode's data in JavaScript does not have (blocks, among them).
 */
export function propertyClass(name: string, negated: boolean, pattern: string): string {
  const set = CLASSES[name.replaceAll(/[\s_-]/gu, '').toLowerCase()];
  if (set !== undefined) return `[${negated ? '^' : ''}${set}]`;
  for (const known of candidates(name.trim())) {
    if (isKnown(known)) return `\\${negated ? 'P' : 'p'}{${known}}`;
  }
  throw patternError('patternUnsupported', pattern, `\\p{${name}}`);
}

function candidates(name: string): readonly string[] {
  const bare = name.replace(/^Is(?=[A-Z])/u, '');
  const capitals = bare.replaceAll(/(?<![A-Za-z])[a-z]/gu, (letter) => letter.toUpperCase()).replaceAll(/[\s-]/gu, '_');
  return [bare, capitals, `Script=${capitals}`].map((known) => known.replace(/^(?:sc|script)=/iu, 'Script='));
}

function isKnown(name: string): boolean {
  try {
    return new RegExp(`\\p{${name}}`, 'v').source !== '';
  } catch {
    return false;
  }
}
