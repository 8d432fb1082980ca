/** What a container's name tells (shared/model/unit.ts, Placement): the story, and inside tables the cell. */

const CELL = /\/t(\d+)r(\d+)c(\d+)(?=$|\/)/gu;

export interface Cell {
  readonly table: number;
  readonly row: number;
  readonly column: number;
}

/** The innermost cell of a container; null outside tables. Numbers as in the name. */
export function cellOf(container: string): Cell | null {
  const last = [...container.matchAll(CELL)].at(-1);
  if (last === undefined) return null;
  return { table: Number(last[1]), row: Number(last[2]), column: Number(last[3]) };
}

/** The name of the outermost table a container lies in; null outside tables. */
export function tableOf(container: string): string | null {
  return /^(.*?\/t\d+)r\d+c\d+/u.exec(container)?.[1] ?? null;
}

/** The story: `body`, `footnote`, `header` … */
export function storyOf(container: string): string {
  return /^[^:/]*/u.exec(container)?.[0] ?? '';
}
