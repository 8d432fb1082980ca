import { LANGUAGE_MODES, type Check, type Finding } from '../check.ts';

/** A form the glossary says is never to be used. Where the concept has one form to put in its place, it is named. */
export const forbiddenTerms: Check = {
  name: 'forbidden-terms',
  modes: LANGUAGE_MODES,
  run({ targetProse }, { terms }) {
    if (terms === undefined) return [];
    return terms.inTarget(targetProse).flatMap(({ concept, status, from, to }): readonly Finding[] => {
      if (status !== 'forbidden' && status !== 'deprecated') return [];
      const params = { term: targetProse.slice(from, to), expected: terms.renderings(concept)[0] ?? '' };
      return [
        { code: 'termForbidden', params, severity: status === 'forbidden' ? 'warning' : 'info', range: { from, to } },
      ];
    });
  },
};
