import { isText, type Content, type PlaceholderId, type PlaceholderRun } from '#shared/model/content.ts';

/** One use of a code in the text to be written. */
export interface Use {
  readonly id: PlaceholderId;
  /** 0 for the code itself, 1… for its copies. */
  readonly copy: number;
  /** Start and end are in one piece and cross nothing, so that tags can enclose what is between. */
  isNested: boolean;
}

interface Open extends Use {
  readonly piece: number;
  readonly run: PlaceholderRun;
}

/**
 * What each placeholder of a unit's pieces is when it is written; an edge without its other one is not in the map. `walls`
 * says of each piece whether nothing can reach over its edges.
 */
export function pairUses(pieces: readonly Content[], walls: readonly boolean[]): ReadonlyMap<PlaceholderRun, Use> {
  const uses = new Map<PlaceholderRun, Use>();
  const counts = new Map<PlaceholderId, number>();
  const stack: Open[] = [];
  const countOf = (id: PlaceholderId): number => {
    const count = counts.get(id) ?? 0;
    counts.set(id, count + 1);
    return count;
  };
  for (const [piece, content] of pieces.entries()) {
    for (const run of content) {
      if (isText(run)) continue;
      if (run.kind === 'open') {
        stack.push({ id: run.placeholder, copy: countOf(run.placeholder), isNested: true, piece, run });
      } else if (run.kind === 'close') {
        close(run, piece);
      } else {
        uses.set(run, { id: run.placeholder, copy: countOf(run.placeholder), isNested: true });
      }
    }
  }
  return uses;

  function close(run: PlaceholderRun, piece: number): void {
    const at = stack.findLastIndex(({ id }) => id === run.placeholder);
    const open = stack[at];
    if (open === undefined) return;
    stack.splice(at, 1);
    const crosses = stack.slice(at).some((other) => closesLater(other, pieces, run, piece));
    const isApart = open.piece !== piece && (walls[open.piece] === true || walls[piece] === true);
    const use: Use = { id: open.id, copy: open.copy, isNested: !(crosses || isApart) };
    uses.set(open.run, use);
    uses.set(run, use);
  }
}

/** Whether a pair begun inside another one ends outside of it. */
function closesLater(other: Open, pieces: readonly Content[], after: PlaceholderRun, piece: number): boolean {
  const here = pieces[piece] ?? [];
  const rest = [...here.slice(here.indexOf(after)), ...pieces.slice(piece + 1).flat()];
  return rest.some((run) => !isText(run) && run.kind === 'close' && run.placeholder === other.id);
}
