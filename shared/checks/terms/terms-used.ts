import type { Check, Finding } from '../check.ts';

/** A term of the original whose Spanish is in the glossary, and none of its forms is in the target. */
export const termsUsed: Check = {
  name: 'terms-used',
  modes: ['faithful'],
  run({ sourceProse, targetProse }, { terms }) {
    if (terms === undefined || targetProse.trim() === '') return [];
    const inSource = terms.inSource(sourceProse);
    if (inSource.length === 0) return [];
    const used = new Set(terms.inTarget(targetProse).map(({ concept }) => concept));
    const told = new Set<string>();
    return inSource.flatMap(({ concept, text }): readonly Finding[] => {
      const [expected] = terms.renderings(concept);
      if (used.has(concept) || told.has(concept) || expected === undefined) return [];
      told.add(concept);
      return [{ code: 'termNotUsed', params: { term: text, expected }, severity: 'warning' }];
    });
  },
};
