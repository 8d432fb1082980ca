import { expect, it } from 'vitest';
import { penaltiesOf, type PenaltyFacts } from '#shared/memory/penalties.ts';

const NOW = '2026-06-14T12:00:00Z';
const FACTS: PenaltyFacts = { mode: null, status: null, municipality: '', at: '', order: 0 };

function codes(facts: Partial<PenaltyFacts>): readonly string[] {
  return penaltiesOf({ ...FACTS, ...facts }, 'Cobija', NOW).map(({ code }) => code);
}

it.each<[string, Partial<PenaltyFacts>, readonly string[]]>([
  ['nothing known', {}, []],
  [
    'approved here, not long ago',
    { mode: 'faithful', status: 'approved', municipality: 'Cobija', at: '2025-01-01T00:00:00Z' },
    [],
  ],
  ['adapted', { mode: 'adapted', status: 'approved' }, ['adapted']],
  ['of another municipality', { municipality: 'Potosí' }, ['otherMunicipality']],
  ['over five years old', { at: '2021-06-14T11:59:59Z' }, ['old']],
  ['not approved', { status: 'translated' }, ['notApproved']],
  ['not from the first memory', { order: 2 }, ['memoryOrder']],
])('%s', (_, facts, expected) => {
  expect(codes(facts)).toEqual(expected);
});

it('does not hold a municipality against anybody who has none', () => {
  expect(penaltiesOf({ ...FACTS, municipality: 'Potosí' }, '', NOW)).toEqual([]);
});
