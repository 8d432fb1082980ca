import { AdaptaError } from '#shared/model/errors.ts';
import { patternError, type Pattern } from './pattern/ast.ts';
import { parsePattern } from './pattern/parse.ts';
import { printPattern } from './pattern/print.ts';
import { canExplode } from './pattern/safety.ts';
import { Prefilter, type Candidate } from './prefilter.ts';
import { MAX_PATTERN, MAX_RULES, type SegmentationRule, type SegmentationRules } from './rules.ts';

/** A rule made ready: both expressions are sticky and look at the place in `lastIndex`; none: anything will do. */
export interface CompiledRule {
  readonly breaks: boolean;
  readonly before: RegExp | undefined;
  readonly after: RegExp | undefined;
}

export interface CompiledRules {
  readonly rules: readonly CompiledRule[];
  /** Those that break, in their order, as {@link Prefilter} numbers them. */
  readonly breaking: readonly CompiledRule[];
  readonly prefilter: Prefilter;
}

/**
 * The rules of one language, in the order in which they are tried. Throws invalidSrx for an expression that cannot be
 * taken over, see {@link parsePattern}, and for one whose time could explode, see {@link canExplode}.
 */
export function compileRules(rules: readonly SegmentationRule[]): CompiledRules {
  if (rules.length > MAX_RULES) throw new AdaptaError('invalidSrx', { rule: 'tooManyRules', count: rules.length });
  const candidates: Candidate[] = [];
  const compiled = rules.map(({ breaks, before, after }): CompiledRule => {
    const candidate = { before: safePattern(before), after: safePattern(after) };
    if (breaks) candidates.push(candidate);
    return {
      breaks,
      before: before === '' ? undefined : expression(`(?<=${printPattern(candidate.before)})`, 'vy', before),
      after: after === '' ? undefined : expression(printPattern(candidate.after), 'vy', after),
    };
  });
  return { rules: compiled, breaking: compiled.filter(({ breaks }) => breaks), prefilter: new Prefilter(candidates) };
}

const parsed = new Map<string, Pattern>();
const KEPT = 5_000;

function safePattern(source: string): Pattern {
  const known = parsed.get(source);
  if (known !== undefined) return known;
  if (source.length > MAX_PATTERN) throw patternError('patternTooLong', source, String(source.length));
  const pattern = parsePattern(source);
  if (canExplode(pattern)) throw patternError('patternTooComplex', source, source);
  if (parsed.size < KEPT) parsed.set(source, pattern);
  return pattern;
}

function expression(source: string, flags: string, pattern: string): RegExp {
  try {
    return new RegExp(source, flags);
  } catch (error) {
    throw new AdaptaError('invalidSrx', { rule: 'patternMalformed', pattern, what: source }, { cause: error });
  }
}

/** The rules a language (BCP 47) takes: of the first map that fits, or of all in turn where the set cascades. */
export function rulesFor(set: SegmentationRules, language: string): readonly SegmentationRule[] {
  const fitting = set.maps.filter(({ pattern }) => fits(pattern, language));
  return (set.cascade ? fitting : fitting.slice(0, 1)).flatMap(
    ({ rules }) => set.languages.find(({ name }) => name === rules)?.rules ?? [],
  );
}

/** Older files write `es_BO`. */
function fits(pattern: string, language: string): boolean {
  const whole = expression(`^(?:${printPattern(safePattern(pattern))})$`, 'iv', pattern);
  return whole.test(language) || whole.test(language.replaceAll('-', '_'));
}
