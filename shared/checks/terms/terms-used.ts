import type { Check, Finding } from '../check.ts';
import type { TermFinder, TermFound } from './term-finder.ts';

/**
 * A term of the original whose Spanish is in the glossary, and none of its forms is in the target. Of concepts that share a
 * term one is enough: the text says which is meant.
 */
export const termsUsed: Check = {
  name: 'terms-used',
  modes: ['faithful'],
  run({ sourceProse, targetProse }, { terms }) {
    if (terms === undefined || targetProse.trim() === '') return [];
    const inSource = terms.inSource(sourceProse);
    if (inSource.length === 0) return [];
    const places = Map.groupBy(inSource, ({ from, to }) => `${from} ${to}`);
    const told = new Set<string>();
    return [...places.values()].flatMap((found): readonly Finding[] => {
      const [first] = found;
      const finding = first === undefined || isSaid(found, targetProse, terms) ? undefined : missing(found, terms);
      if (finding === undefined || told.has(String(finding.params['expected']))) return [];
      told.add(String(finding.params['expected']));
      return [finding];
    });
  },
};

function isSaid(found: readonly TermFound[], target: string, terms: TermFinder): boolean {
  return found.some(({ concept }) => terms.saidIn(concept, target).length > 0);
}

/** Nothing where the glossary has no form to offer, or speaks of a word not to be used in the original itself. */
function missing(found: readonly TermFound[], terms: TermFinder): Finding | undefined {
  for (const { concept, text, status } of found) {
    const [expected] = terms.renderings(concept);
    if (expected !== undefined && status !== 'forbidden' && status !== 'deprecated') {
      return { code: 'termNotUsed', params: { term: text, expected }, severity: 'warning' };
    }
  }
  return undefined;
}
