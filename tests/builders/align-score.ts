import type { Link } from '#shared/align/block.ts';
import type { Damaged, TruthType } from './damage.ts';

export interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** Links of the truth, and how many were found exactly. */
  readonly expected: number;
  readonly found: number;
  readonly proposed: number;
}

export interface AlignScore {
  readonly overall: Score;
  /** Recall by the truth's type; precision by the shape proposed (a proposed link does not say that it is moved). */
  readonly byType: Readonly<Record<string, Score>>;
  /** Per tenth of confidence: links proposed and the share of them that is right. */
  readonly calibration: readonly { readonly from: number; readonly links: number; readonly right: number }[];
}

const TYPES: readonly TruthType[] = ['1-1', '1-0', '0-1', '1-2', '2-1', 'other', 'moved'];

/** Compares links with the truth: a link is right when it has exactly the truth's blocks on both sides. */
export function scoreLinks(links: readonly Link[], damaged: Damaged): AlignScore {
  const truth = new Map(damaged.truth.map((link) => [keyOf(link), link]));
  const scored = scoredBlocks(damaged);
  const proposed = links.filter(
    (link) => link.source.some((s) => scored.source.has(s)) || link.received.some((r) => scored.received.has(r)),
  );
  const right = proposed.filter((link) => truth.has(keyOf(link)));
  const expected = damaged.truth.filter((link) => link.scored);
  const byType: Record<string, Score> = {};
  for (const type of TYPES) {
    const wanted = expected.filter((link) => link.type === type).length;
    const found = right.filter((link) => truth.get(keyOf(link))?.type === type).length;
    const ofShape = (link: Link): boolean => `${link.source.length}-${link.received.length}` === type;
    const shaped = type === 'moved' || type === 'other' ? found : proposed.filter(ofShape).length;
    const shapedRight = type === 'moved' || type === 'other' ? found : right.filter(ofShape).length;
    byType[type] = scoreOf(wanted, found, shaped, shapedRight);
  }
  const overall = scoreOf(expected.length, right.length, proposed.length, right.length);
  return { overall, byType, calibration: calibration(proposed, new Set(right)) };
}

function keyOf(link: { readonly source: readonly number[]; readonly received: readonly number[] }): string {
  return `${link.source.toSorted((a, b) => a - b).join()}|${link.received.toSorted((a, b) => a - b).join()}`;
}

function scoredBlocks(damaged: Damaged): { source: ReadonlySet<number>; received: ReadonlySet<number> } {
  const links = damaged.truth.filter((link) => link.scored);
  return {
    source: new Set(links.flatMap((link) => link.source)),
    received: new Set(links.flatMap((link) => link.received)),
  };
}

function scoreOf(expected: number, found: number, proposed: number, right: number): Score {
  const precision = proposed === 0 ? 1 : right / proposed;
  const recall = expected === 0 ? 1 : found / expected;
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { precision, recall, f1, expected, found, proposed };
}

function calibration(proposed: readonly Link[], right: ReadonlySet<Link>): AlignScore['calibration'] {
  return Array.from({ length: 10 }, (_, tenth) => {
    const links = proposed.filter((link) => Math.min(9, Math.floor(link.confidence * 10)) === tenth);
    const good = links.filter((link) => right.has(link)).length;
    return { from: tenth / 10, links: links.length, right: links.length === 0 ? 1 : good / links.length };
  });
}
