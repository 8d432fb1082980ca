import type { Namespaces } from '#renderer/i18n/resources.ts';

export type CheckName = keyof Namespaces['editor']['findings']['check'];
export type CheckGroup = keyof Namespaces['checks']['group'];

/** The checks as people choose among them; every check stands in one group (a test holds it so). */
export const CHECK_GROUPS: Readonly<Record<CheckGroup, readonly CheckName[]>> = {
  completeness: ['target-empty', 'target-equals-source', 'sentence-count'],
  adaptation: ['reason-given', 'adapted-alike', 'unmodified-copy'],
  consistency: ['consistency', 'number-separators'],
  terms: ['terms-used', 'forbidden-terms', 'term-renderings', 'goal-and-target', 'acronyms-kept'],
  numbers: ['numbers-kept', 'dates-kept', 'percent-and-currency', 'billion', 'number-format', 'agenda-minutes'],
  placeholders: ['placeholders-kept', 'placeholder-pairs', 'placeholder-order', 'codes-kept'],
  references: ['addresses-kept', 'note-marks-kept', 'cross-references-kept'],
  punctuation: [
    'end-mark',
    'opening-marks',
    'brackets',
    'quotes-paired',
    'quote-style',
    'spaces-at-marks',
    'double-space',
    'ellipsis',
  ],
  characters: ['edge-blanks', 'invisible-characters', 'look-alikes', 'composed'],
  language: ['doubled-word', 'capital-names', 'caps-heading', 'plural-in-brackets', 'long-sentence', 'inclusive-hints'],
  length: ['slide-length', 'cell-length'],
};

export const GROUP_NAMES = Object.keys(CHECK_GROUPS) as readonly CheckGroup[];
