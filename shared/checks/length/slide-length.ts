import { textOf } from '#shared/model/content.ts';
import { LANGUAGE_MODES, type Check, type Finding } from '../check.ts';

/** Spanish runs longer than English; this much longer and a slide is full. */
const MOST = 1.3;
/** A word may well be half as long again: no slide is fuller for it. */
const FEWEST_CHARACTERS = 40;

/** Text on a slide that outgrows its original or its box. Speaker notes have room. */
export const slideLength: Check = {
  name: 'slide-length',
  modes: LANGUAGE_MODES,
  run({ record, source, outgrowsBox }) {
    const out: Finding[] = [];
    if (outgrowsBox) out.push({ code: 'outOfBox', params: {}, severity: 'warning' });
    if (outgrowsBox || !record.placement.container.startsWith('slide:') || record.kind === 'speakerNote') return out;
    const before = textOf(source).trim().length;
    const percent = Math.round((textOf(record.content).trim().length / before) * 100);
    if (before < FEWEST_CHARACTERS || percent <= MOST * 100) return out;
    return [{ code: 'slideTextLong', params: { percent }, severity: 'info' }];
  },
};
