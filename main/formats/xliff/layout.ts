import { isText, MARKS, type Content, type Mark, type PlaceholderRun, type TextRun } from '#shared/model/content.ts';

/** What is met when content is written as nested codes. */
export type LaidOut =
  | { readonly text: string; readonly run: TextRun }
  | { readonly mark: Mark; readonly edge: 'open' | 'close' }
  | { readonly placeholder: PlaceholderRun };

/**
 * Content with its marks as spans that nest: a mark goes on over a placeholder that stands alone and ends at either edge
 * of a pair; of several that begin together the longest is outermost.
 */
export function layOut(content: Content): readonly LaidOut[] {
  const out: LaidOut[] = [];
  const open: Mark[] = [];
  const closeTo = (depth: number): void => {
    for (const mark of open.splice(depth).toReversed()) out.push({ mark, edge: 'close' });
  };
  for (const [index, run] of content.entries()) {
    if (isText(run)) {
      const kept = open.findIndex((mark) => !run.marks.includes(mark));
      if (kept >= 0) closeTo(kept);
      const fresh = run.marks.filter((mark) => !open.includes(mark));
      for (const mark of longestFirst(fresh, content, index)) {
        open.push(mark);
        out.push({ mark, edge: 'open' });
      }
      out.push({ text: run.text, run });
      continue;
    }
    if (run.kind === 'open' || run.kind === 'close') closeTo(0);
    else closeTo(keptOver(content, index, open));
    out.push({ placeholder: run });
  }
  closeTo(0);
  return out;
}

/** How many of the open marks the next text has as well, from the outermost. */
function keptOver(content: Content, index: number, open: readonly Mark[]): number {
  const next = content.slice(index).find((run) => isText(run) || run.kind === 'open' || run.kind === 'close');
  if (next === undefined || !isText(next)) return 0;
  const lost = open.findIndex((mark) => !next.marks.includes(mark));
  return lost < 0 ? open.length : lost;
}

function longestFirst(marks: readonly Mark[], content: Content, index: number): readonly Mark[] {
  const reach = new Map(marks.map((mark) => [mark, reachOf(mark, content, index)]));
  return marks.toSorted((a, b) => (reach.get(b) ?? 0) - (reach.get(a) ?? 0) || MARKS.indexOf(a) - MARKS.indexOf(b));
}

function reachOf(mark: Mark, content: Content, from: number): number {
  let last = from;
  for (let index = from; index < content.length; index += 1) {
    const run = content[index];
    if (run === undefined || (!isText(run) && (run.kind === 'open' || run.kind === 'close'))) break;
    if (!isText(run)) continue;
    if (!run.marks.includes(mark)) break;
    last = index;
  }
  return last;
}
