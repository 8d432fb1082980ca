import type { Check } from '../check.ts';

/** A unit that is not faithful says why: a reason, for `other` a note, for `law` a reference. */
export const reasonGiven: Check = {
  name: 'reason-given',
  modes: ['adapted', 'added', 'omitted'],
  run({ record: { mode, adaptation } }) {
    if (adaptation === null) return [{ code: 'reasonMissing', params: { mode }, severity: 'error' }];
    if (adaptation.reason === 'other' && isMissing(adaptation.note)) {
      return [{ code: 'noteMissing', params: {}, severity: 'error' }];
    }
    if (adaptation.reason === 'law' && isMissing(adaptation.reference)) {
      return [{ code: 'referenceMissing', params: {}, severity: 'warning' }];
    }
    return [];
  },
};

function isMissing(text: string | undefined): boolean {
  return text === undefined || text.trim() === '';
}
