import { AdaptaError } from '#shared/model/errors.ts';

/** A regular expression, understood as far as segmentation needs it. Sources are JavaScript's, for its flag `v`. */
export type Pattern =
  /** One code point of a set: a literal, an escape or a class. */
  | { readonly kind: 'set'; readonly source: string }
  /** Something of no width: an anchor, a word border. */
  | { readonly kind: 'anchor'; readonly source: string }
  | { readonly kind: 'sequence'; readonly items: readonly Pattern[] }
  | { readonly kind: 'choice'; readonly options: readonly Pattern[] }
  | {
      readonly kind: 'repeat';
      readonly body: Pattern;
      readonly min: number;
      readonly max: number;
      readonly lazy: boolean;
    }
  | { readonly kind: 'look'; readonly sign: '=' | '!' | '<=' | '<!'; readonly body: Pattern };

/** Why an expression is not taken; the sentences are in the locales. */
export type PatternProblem = 'patternMalformed' | 'patternUnsupported' | 'patternTooComplex' | 'patternTooLong';

export function patternError(rule: PatternProblem, pattern: string, what: string): AdaptaError {
  return new AdaptaError('invalidSrx', { rule, pattern: pattern.slice(0, 200), what });
}
