import type { SegmentationRules } from '../rules.ts';
import { COMMON } from './common.ts';
import { ENGLISH } from './english.ts';
import { SPANISH } from './spanish.ts';

/**
 * Adapta's own rules. The languages spoken in Bolivia beside Spanish take its rules too: their texts are full of its
 * titles, laws and numbers.
 */
export const BUILT_IN: SegmentationRules = {
  cascade: true,
  languages: [
    { name: 'English', rules: ENGLISH },
    { name: 'Spanish', rules: SPANISH },
    { name: 'Common', rules: COMMON },
  ],
  maps: [
    { pattern: 'en([-_].*)?', rules: 'English' },
    { pattern: '(es|qu|quh|qul|quz|ay|ayr|ayc|gn|gui|gug|gnw|cav|tna|ese)([-_].*)?', rules: 'Spanish' },
    { pattern: '.*', rules: 'Common' },
  ],
};
