import { isBlank } from '#shared/model/content.ts';
import type { Check } from '../check.ts';

/** A unit without text, unless its original has none either. */
export const targetEmpty: Check = {
  name: 'target-empty',
  modes: ['faithful', 'adapted', 'added'],
  run({ record, source }) {
    if (!isBlank(record.content)) return [];
    if (record.mode !== 'added' && isBlank(source)) return [];
    return [{ code: 'targetEmpty', params: {}, severity: 'error' }];
  },
};
