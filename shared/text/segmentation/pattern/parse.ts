import { inEitherCase } from './case.ts';
import { parseClass } from './class.ts';
import { escapeOf } from './escapes.ts';
import { patternError, type Pattern } from './ast.ts';
import { PatternReader, literal } from './reader.ts';

/** Deeper nesting is nobody's rule. */
const MAX_NESTING = 50;

/** What holds at a place of the expression. */
interface Context {
  readonly depth: number;
  /** Letters match in either case, `^` and `$` at every line, `.` takes line ends too. */
  readonly flags: { readonly i: boolean; readonly m: boolean; readonly s: boolean };
}

const LINE_END = '\\n\\r\\u0085\\u2028\\u2029';

/**
 * Reads a regular expression as ICU (and so Java) writes it, which SRX 2.0 prescribes. Groups do not capture; flags are
 * worked into what they hold for. Throws invalidSrx: patternMalformed for what is none, patternUnsupported for what
 * JavaScript cannot do in both directions: references to groups, possessive and atomic groups, named characters, `\G`,
 * `\X`, free spacing.
 */
export function parsePattern(source: string): Pattern {
  const reader = new PatternReader(source);
  const pattern = choice(reader, { depth: 0, flags: { i: false, m: false, s: false } });
  if (!reader.done) throw patternError('patternMalformed', source, ')');
  return pattern;
}

function choice(reader: PatternReader, context: Context): Pattern {
  if (context.depth > MAX_NESTING) throw patternError('patternTooComplex', reader.source, '(');
  const options = [sequence(reader, context)];
  while (reader.take('|')) options.push(sequence(reader, context));
  return options.length === 1 ? (options[0] as Pattern) : { kind: 'choice', options };
}

function sequence(reader: PatternReader, context: Context): Pattern {
  const items: Pattern[] = [];
  while (!reader.done && !reader.at('|') && !reader.at(')')) {
    const flags = reader.match(/\(\?([a-zA-Z]*)(?:-([a-zA-Z]+))?\)/uy);
    if (flags !== null) {
      // Flags without a group hold to the end of the one around them, choices included.
      items.push(choice(reader, withFlags(reader, context, flags[1], flags[2])));
      break;
    }
    if (reader.take('\\Q')) items.push(...quoted(reader, context));
    else items.push(repeated(reader, atom(reader, context)));
  }
  return items.length === 1 ? (items[0] as Pattern) : { kind: 'sequence', items };
}

function quoted(reader: PatternReader, context: Context): readonly Pattern[] {
  const [text = ''] = reader.match(/(?:(?!\\E)[\s\S])*/uy) ?? [];
  reader.take('\\E');
  return Array.from(text, (character) => set(literal(character), context));
}

function atom(reader: PatternReader, context: Context): Pattern {
  const { m, s } = context.flags;
  if (reader.at('[')) return set(parseClass(reader), context);
  if (reader.take('(')) return group(reader, context);
  if (reader.take('.')) return { kind: 'set', source: s ? '[\\s\\S]' : `[^${LINE_END}]` };
  if (reader.take('^')) return { kind: 'anchor', source: m ? `(?<![^${LINE_END}])` : '^' };
  if (reader.take('$')) {
    return { kind: 'anchor', source: m ? `(?![^${LINE_END}])` : `(?=(?:\\r\\n|[${LINE_END}])?$)` };
  }
  if (reader.at('\\')) {
    const escape = escapeOf(reader);
    return escape.kind === 'set' ? set(escape.source, context) : escape;
  }
  if (reader.at('*') || reader.at('+') || reader.at('?')) {
    throw patternError('patternMalformed', reader.source, reader.next());
  }
  return set(literal(reader.next()), context);
}

function set(source: string, { flags }: Context): Pattern {
  return { kind: 'set', source: flags.i ? inEitherCase(source) : source };
}

function group(reader: PatternReader, context: Context): Pattern {
  const [, sign] = reader.match(/\?(<?[=!])/uy) ?? [];
  if (sign !== undefined) {
    return { kind: 'look', sign: sign as '=' | '!' | '<=' | '<!', body: closed(reader, context) };
  }
  const flags = reader.match(/\?([a-zA-Z]*)(?:-([a-zA-Z]+))?:/uy);
  if (flags === null && reader.match(/\?<\w+>/uy) === null && reader.at('?')) {
    throw patternError('patternUnsupported', reader.source, '(?');
  }
  return closed(reader, withFlags(reader, context, flags?.[1], flags?.[2]));
}

function closed(reader: PatternReader, context: Context): Pattern {
  const body = choice(reader, { ...context, depth: context.depth + 1 });
  if (!reader.take(')')) throw patternError('patternMalformed', reader.source, '(');
  return { kind: 'sequence', items: [body] };
}

/** `u`, `U` and `w` say what holds here anyway. */
function withFlags(reader: PatternReader, context: Context, on = '', off = ''): Context {
  const flags = { ...context.flags };
  for (const flag of on + off) {
    if (flag === 'i' || flag === 'm' || flag === 's') flags[flag] = !off.includes(flag);
    else if (!'uUw'.includes(flag)) throw patternError('patternUnsupported', reader.source, `(?${flag})`);
  }
  return { ...context, flags };
}

function repeated(reader: PatternReader, body: Pattern): Pattern {
  const found = reader.match(/([*+?])|\{(\d+)(,(\d*))?\}/uy);
  if (found === null) return body;
  const [written, sign, least, comma, most] = found;
  if (reader.at('+')) throw patternError('patternUnsupported', reader.source, `${written}+`);
  const min = sign === undefined ? Number(least) : sign === '+' ? 1 : 0;
  const max =
    sign === undefined
      ? comma === undefined
        ? min
        : most === '' || most === undefined
          ? Infinity
          : Number(most)
      : sign === '?'
        ? 1
        : Infinity;
  if (max < min || (max !== Infinity && max > 10_000)) throw patternError('patternMalformed', reader.source, written);
  return { kind: 'repeat', body, min, max, lazy: reader.take('?') };
}
