import { BUILT_IN } from './builtin/index.ts';
import { rulesFor } from './compile.ts';
import { Segmenter } from './segmenter.ts';
import type { SegmentationRules } from './rules.ts';

const made = new WeakMap<SegmentationRules, Map<string, Segmenter>>();

/**
 * The segmenter of a language (BCP 47), by Adapta's own rules or by a set read from a file; made once. Throws invalidSrx
 * for rules that cannot be taken over.
 */
export function segmenterFor(language: string, rules: SegmentationRules = BUILT_IN): Segmenter {
  const known = made.get(rules) ?? new Map<string, Segmenter>();
  made.set(rules, known);
  const segmenter = known.get(language) ?? new Segmenter(rulesFor(rules, language));
  known.set(language, segmenter);
  return segmenter;
}
