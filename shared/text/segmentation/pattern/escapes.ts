import { patternError, type Pattern } from './ast.ts';
import { literal, type PatternReader } from './reader.ts';
import { propertyClass } from './properties.ts';

/** Word characters as ICU has them (UTS #18, annex C). */
const WORD = '\\p{Alphabetic}\\p{M}\\p{Nd}\\p{Pc}\\u200C\\u200D';
const BLANK = '\\t\\n\\f\\r\\u000B\\u0085\\p{Z}';
const LINE_END = '\\n\\u000B\\f\\r\\u0085\\u2028\\u2029';

/** What an escape stands for when it names a set, inside a class or outside. */
const SETS: Readonly<Record<string, string>> = {
  d: '\\p{Nd}',
  D: '\\P{Nd}',
  w: `[${WORD}]`,
  W: `[^${WORD}]`,
  s: `[${BLANK}]`,
  S: `[^${BLANK}]`,
  h: '[\\t\\p{Zs}]',
  H: '[^\\t\\p{Zs}]',
  v: `[${LINE_END}]`,
  V: `[^${LINE_END}]`,
  t: '\\t',
  n: '\\n',
  r: '\\r',
  f: '\\f',
  a: '\\u0007',
  e: '\\u001B',
};

const BORDER = `(?:(?<=[${WORD}])(?![${WORD}])|(?<![${WORD}])(?=[${WORD}]))`;
const ANCHORS: Readonly<Record<string, string>> = {
  b: BORDER,
  B: `(?!${BORDER})`,
  A: '(?<![\\s\\S])',
  z: '(?![\\s\\S])',
  Z: '(?=(?:\\r\\n|[\\n\\r\\u0085\\u2028\\u2029])?(?![\\s\\S]))',
};

const CODES = [
  /\\u([0-9A-Fa-f]{4})/uy,
  /\\U([0-9A-Fa-f]{8})/uy,
  /\\x\{([0-9A-Fa-f]{1,6})\}/uy,
  /\\x([0-9A-Fa-f]{2})/uy,
];

/** The set of an escape that stands for one character, or undefined where it is something else. The reader is at `\`. */
export function escapedSet(reader: PatternReader): string | undefined {
  for (const code of CODES) {
    const [, digits] = reader.match(code) ?? [];
    if (digits !== undefined) return codePoint(reader, Number.parseInt(digits, 16));
  }
  const [, octal] = reader.match(/\\0([0-3]?[0-7]{1,2})/uy) ?? [];
  if (octal !== undefined) return codePoint(reader, Number.parseInt(octal, 8));
  const property = reader.match(/\\([pP])(?:\{(\^?)([^}]+)\}|([A-Z]))/uy);
  if (property !== null) {
    const [, letter, caret = '', long, short = ''] = property;
    return propertyClass(long ?? short, (letter === 'P') !== (caret === '^'), reader.source);
  }
  const [, named] = reader.match(/\\([dDwWsShHvVtnrfae])/uy) ?? [];
  if (named !== undefined) return SETS[named];
  const [, itself] = reader.match(/\\([^a-zA-Z0-9])/uy) ?? [];
  return itself === undefined ? undefined : literal(itself);
}

function codePoint(reader: PatternReader, code: number): string {
  if (code > 0x10_ffff) throw patternError('patternMalformed', reader.source, code.toString(16));
  return `\\u{${code.toString(16)}}`;
}

/** An escape outside a class. Throws invalidSrx for one that has no counterpart. */
export function escapeOf(reader: PatternReader): Pattern {
  const set = escapedSet(reader);
  if (set !== undefined) return { kind: 'set', source: set };
  const [, anchor] = reader.match(/\\([bBAzZ])/uy) ?? [];
  if (anchor !== undefined) return { kind: 'anchor', source: ANCHORS[anchor] as string };
  if (reader.take('\\R')) {
    return {
      kind: 'choice',
      options: [
        {
          kind: 'sequence',
          items: [
            { kind: 'set', source: '\\r' },
            { kind: 'set', source: '\\n' },
          ],
        },
        { kind: 'set', source: `[${LINE_END}]` },
      ],
    };
  }
  reader.take('\\');
  throw patternError('patternUnsupported', reader.source, `\\${reader.next()}`);
}
