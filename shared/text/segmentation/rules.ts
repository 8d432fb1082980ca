/** One rule: the first that matches at a place between two characters decides whether a segment ends there. */
export interface SegmentationRule {
  readonly breaks: boolean;
  /** What must stand before the place (`beforebreak`), an ICU regular expression; empty: anything. */
  readonly before: string;
  /** What must stand behind it (`afterbreak`). */
  readonly after: string;
}

export interface LanguageRules {
  readonly name: string;
  readonly rules: readonly SegmentationRule[];
}

/** Which rules a language takes: `pattern` must match the whole of its tag, whatever the case. */
export interface LanguageMap {
  readonly pattern: string;
  readonly rules: string;
}

/** A set of rules as SRX 2.0 has it. */
export interface SegmentationRules {
  /** Whether a language takes the rules of every map that matches it, in order, or of the first alone. */
  readonly cascade: boolean;
  readonly languages: readonly LanguageRules[];
  readonly maps: readonly LanguageMap[];
}

/** More than the largest public rule file has, several times over. */
export const MAX_RULES = 10_000;
/** UTF-16 units of one expression. */
export const MAX_PATTERN = 10_000;

export function breakAt(before: string, after: string): SegmentationRule {
  return { breaks: true, before, after };
}

export function noBreakAt(before: string, after: string): SegmentationRule {
  return { breaks: false, before, after };
}
