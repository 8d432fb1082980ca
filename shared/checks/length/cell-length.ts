import { textOf } from '#shared/model/content.ts';
import { LANGUAGE_MODES, type Check } from '../check.ts';

const MOST = 2;
const FEWEST_CHARACTERS = 12;

/** A cell of a table more than twice as long as its original: the row grows, the page breaks elsewhere. */
export const cellLength: Check = {
  name: 'cell-length',
  modes: LANGUAGE_MODES,
  run({ record, source }) {
    if (record.kind !== 'tableCell') return [];
    const before = textOf(source).trim().length;
    const percent = Math.round((textOf(record.content).trim().length / before) * 100);
    if (before < FEWEST_CHARACTERS || percent <= MOST * 100) return [];
    return [{ code: 'cellTextLong', params: { percent }, severity: 'info' }];
  },
};
