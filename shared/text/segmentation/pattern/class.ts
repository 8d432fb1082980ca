import { patternError } from './ast.ts';
import { escapedSet } from './escapes.ts';
import { propertyClass } from './properties.ts';
import { literal, type PatternReader } from './reader.ts';

/**
 * A class with what ICU and Java allow in it: classes inside, `&&` and `--` (also ICU's single `&` and `-` between
 * classes), POSIX names, quotations. The reader is at its `[`.
 */
export function parseClass(reader: PatternReader): string {
  const posix = reader.match(/\[:(\^?)(\w+):\]/uy);
  if (posix !== null) return propertyClass(posix[2] ?? '', posix[1] === '^', reader.source);
  reader.take('[');
  const negated = reader.take('^');
  let union: string[] = [];
  let whole = '';
  while (!reader.at(']')) {
    if (reader.done) throw patternError('patternMalformed', reader.source, '[');
    const [operator] = reader.match(/&&|--|[&-](?=\[)/uy) ?? [];
    if (operator === undefined) {
      union.push(...member(reader));
      continue;
    }
    whole = combined(whole, union, reader) + (operator.startsWith('&') ? '&&' : '--');
    union = [];
  }
  reader.take(']');
  const source = combined(whole, union, reader);
  return `[${negated ? '^' : ''}${source}]`;
}

/** JavaScript takes one kind of operator in a class, and single operands beside it. */
function combined(whole: string, union: readonly string[], reader: PatternReader): string {
  if (union.length === 0) throw patternError('patternMalformed', reader.source, '[]');
  if (whole === '') return union.join('');
  const operator = whole.slice(-2);
  return `[${whole.slice(0, -2)}]${operator}[${union.join('')}]`;
}

function member(reader: PatternReader): readonly string[] {
  if (reader.at('[')) return [parseClass(reader)];
  if (reader.take('\\Q')) {
    const [text = ''] = reader.match(/(?:(?!\\E)[\s\S])*/uy) ?? [];
    reader.take('\\E');
    return Array.from(text, literal);
  }
  const from = single(reader);
  if (!reader.at('-') || reader.at('-]') || reader.at('-[') || reader.at('--')) return [from];
  reader.take('-');
  return [`${from}-${single(reader)}`];
}

function single(reader: PatternReader): string {
  if (!reader.at('\\')) return literal(reader.next());
  const set = escapedSet(reader);
  if (set !== undefined) return set;
  reader.take('\\');
  throw patternError('patternUnsupported', reader.source, `\\${reader.next()}`);
}
