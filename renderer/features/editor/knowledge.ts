import type { UnitRecord } from '#shared/model/unit.ts';
import type { FoundTerm } from '#shared/terms/glossary.ts';
import type { Stretch } from '#renderer/editor/surface/content-ranges.ts';
import type { MarkedStretch, RowMarks } from '#renderer/editor/surface/text-marks.ts';
import type { FindingBook } from '#renderer/features/findings/finding-book.ts';
import type { MatchFinder } from '#renderer/features/matches/match-finder.ts';
import { isUnwanted, type TermBook } from '#renderer/features/unit-terms/term-book.ts';

/** What is known of the open document's units beside their texts: what was said before, how things are called, what is amiss. */
export interface Knowledge {
  readonly matches: MatchFinder;
  readonly terms: TermBook;
  readonly findings: FindingBook;
}

/** What of a unit is underlined: its terms in both texts, its findings in the adapted one. Where both are, the finding. */
export function marksOf({ terms, findings }: Knowledge, unit: UnitRecord): RowMarks {
  const { inSource, inTarget } = terms.of(unit);
  const found = findings
    .of(unit)
    .open.flatMap(({ range, severity }): MarkedStretch[] =>
      range === undefined || severity === 'info' ? [] : [{ ...range, look: severity }],
    );
  const isFree = ({ from, to }: Stretch): boolean => found.every((mark) => mark.to <= from || mark.from >= to);
  return {
    source: inSource.map(({ from, to }): MarkedStretch => ({ from, to, look: 'term' })),
    target: [...inTarget.filter(isFree).map(asMark), ...found],
  };
}

function asMark(term: FoundTerm): MarkedStretch {
  return { from: term.from, to: term.to, look: isUnwanted(term) ? 'badTerm' : 'term' };
}
