import type { PlanLink } from '#shared/contract/imports.ts';

/**
 * One line of the side-by-side view: the blocks of both sides that will make one unit. Indices are the plan's. A line
 * with one side empty has no counterpart. `accepted`: sure enough, or a person said so.
 */
export interface Row {
  /** Stays with the line while it is mended. */
  readonly key: string;
  readonly source: readonly number[];
  readonly received: readonly number[];
  readonly confidence: number;
  readonly accepted: boolean;
}

export type Rows = readonly Row[];

export interface Counts {
  readonly pairs: number;
  /** Pairs nobody has looked at and the alignment is not sure of. */
  readonly weak: number;
  readonly onlySource: number;
  readonly onlyReceived: number;
}

let made = 0;
function newKey(): string {
  return `row-${++made}`;
}

export function isPair(row: Row): boolean {
  return row.source.length > 0 && row.received.length > 0;
}

/** A pair the alignment is not sure of and nobody has accepted. */
export function isWeak(row: Row): boolean {
  return isPair(row) && !row.accepted;
}

/** A line people should look at: a weak pair, or a text without counterpart nobody has accepted as such. */
export function needsLook(row: Row): boolean {
  return !row.accepted;
}

/**
 * The lines of a plan in reading order: by the original, text that only the translation has behind the line of the text
 * before it. Blocks that no link names get lines of their own.
 */
export function rowsOf(plan: {
  readonly source: readonly unknown[];
  readonly received: readonly unknown[];
  readonly links: readonly PlanLink[];
  readonly threshold: number;
}): Rows {
  const linkedSource = new Set(plan.links.flatMap((link) => link.source));
  const linkedReceived = new Set(plan.links.flatMap((link) => link.received));
  const rows = [
    ...plan.links.map(({ source, received, confidence }): Row => {
      const row = { key: newKey(), source, received, confidence, accepted: true };
      return { ...row, accepted: isPair(row) && confidence >= plan.threshold };
    }),
    ...loose(plan.source.length, linkedSource).map((index) => only([index], [], false)),
    ...loose(plan.received.length, linkedReceived).map((index) => only([], [index], false)),
  ].filter((row) => row.source.length + row.received.length > 0);
  return inReadingOrder(rows);
}

/** The indices no link names. */
function loose(count: number, linked: ReadonlySet<number>): readonly number[] {
  return Array.from({ length: count }, (_unused, index) => index).filter((index) => !linked.has(index));
}

/** A line of one side. A person who makes one has looked at it. */
function only(source: readonly number[], received: readonly number[], accepted = true): Row {
  return { key: newKey(), source, received, confidence: 1, accepted };
}

function inReadingOrder(rows: readonly Row[]): Rows {
  const anchored = rows.filter((row) => row.source.length > 0).toSorted((a, b) => first(a.source) - first(b.source));
  const loose = rows.filter((row) => row.source.length === 0).toSorted((a, b) => first(a.received) - first(b.received));
  const holder = new Map(anchored.flatMap((row) => row.received.map((index) => [index, row.key] as const)));
  const behind = new Map<string, Row[]>();
  let before = '';
  let next = 0;
  for (const row of loose) {
    for (; next <= first(row.received); next++) before = holder.get(next) ?? before;
    behind.set(before, [...(behind.get(before) ?? []), row]);
  }
  return [...(behind.get('') ?? []), ...anchored.flatMap((row) => [row, ...(behind.get(row.key) ?? [])])];
}

function first(indices: readonly number[]): number {
  return indices[0] ?? 0;
}

/** The links to commit, with the confidence they have now; lines without a counterpart need none (imports.commit). */
export function linksOf(rows: Rows): readonly PlanLink[] {
  return rows.filter(isPair).map(({ source, received, confidence }) => ({ source, received, confidence }));
}

export function countRows(rows: Rows): Counts {
  return {
    pairs: rows.filter(isPair).length,
    weak: rows.filter(isWeak).length,
    onlySource: rows.filter((row) => row.received.length === 0).length,
    onlyReceived: rows.filter((row) => row.source.length === 0).length,
  };
}

/** The next (or earlier) line to look at, from `at`, going round; undefined when none is left. */
export function nextToLookAt(rows: Rows, at: number, by: 1 | -1): number | undefined {
  for (let step = 1; step <= rows.length; step++) {
    const index = (at + by * step + rows.length * 2) % rows.length;
    const row = rows[index];
    if (row !== undefined && needsLook(row)) return index;
  }
  return undefined;
}

/** A person says the line is right as it stands. */
export function accept(rows: Rows, at: number): Rows {
  const row = rows[at];
  return row === undefined || !needsLook(row) ? rows : rows.with(at, { ...row, accepted: true, confidence: 1 });
}

/**
 * Takes a line apart: one of several blocks into lines of one block each, first with first and so on, what is left over
 * to be looked at; a plain pair into its two sides.
 */
export function unlink(rows: Rows, at: number): Rows {
  const row = rows[at];
  if (row === undefined || row.source.length + row.received.length < 2) return rows;
  const { source, received } = row;
  if (source.length === 1 && received.length === 1) {
    return rows.toSpliced(at, 1, { ...row, received: [], accepted: true, confidence: 1 }, only([], received));
  }
  const lines = Array.from({ length: Math.max(source.length, received.length) }, (_unused, index) =>
    only(
      source.slice(index, index + 1),
      received.slice(index, index + 1),
      index < Math.min(source.length, received.length),
    ),
  );
  return rows.toSpliced(at, 1, ...lines);
}

/** Joins a line with the one below it: two originals to one translation, or a text to its counterpart. */
export function link(rows: Rows, at: number): Rows {
  const row = rows[at];
  const below = rows[at + 1];
  if (row === undefined || below === undefined) return rows;
  return rows.toSpliced(at, 2, joined(row, below));
}

function joined(row: Row, below: Row): Row {
  return {
    ...row,
    source: [...row.source, ...below.source],
    received: ascending([...row.received, ...below.received]),
    confidence: 1,
    accepted: true,
  };
}

function ascending(indices: readonly number[]): readonly number[] {
  return indices.toSorted((a, b) => a - b);
}

/**
 * Moves the translation of a line one line down (`1`) or up (`-1`). Weak neighbours hand theirs on until a line without
 * translation takes it; a sure neighbour is not pushed on, it takes the text along with its own.
 */
export function shift(rows: Rows, at: number, by: 1 | -1): Rows {
  const row = rows[at];
  if (row === undefined || row.received.length === 0) return rows;
  const out: (Row | null)[] = [...rows];
  let moving = row.received;
  out[at] = row.source.length === 0 ? null : withReceived(row, []);
  for (let index = at + by; moving.length > 0; index += by) {
    const neighbour = rows[index];
    if (neighbour === undefined) return moving === row.received ? rows : placedAtEnd(out, moving, by);
    if (neighbour.source.length === 0) continue;
    const theirs = neighbour.received;
    const pushes = theirs.length > 0 && isWeak(neighbour);
    out[index] = withReceived(neighbour, pushes || theirs.length === 0 ? moving : ascending([...theirs, ...moving]));
    moving = pushes ? theirs : [];
  }
  return out.filter((each): each is Row => each !== null);
}

/** Puts the translation of one line into another, beside what that has already: what dragging does. */
export function place(rows: Rows, from: number, to: number): Rows {
  const row = rows[from];
  const target = rows[to];
  if (row === undefined || target === undefined || from === to || row.received.length === 0) return rows;
  const received = ascending([...target.received, ...row.received]);
  return rows
    .with(to, withReceived(target, received))
    .with(from, withReceived(row, []))
    .filter((each) => each.source.length + each.received.length > 0);
}

function withReceived(row: Row, received: readonly number[]): Row {
  return { ...row, received, confidence: 1, accepted: true };
}

function placedAtEnd(rows: readonly (Row | null)[], received: readonly number[], by: 1 | -1): Rows {
  const kept = rows.filter((row): row is Row => row !== null);
  return by === 1 ? [...kept, only([], received)] : [only([], received), ...kept];
}

/** Where the lines' texts stand out of order: a translation that was moved. */
export function isMoved(rows: Rows, at: number): boolean {
  const row = rows[at];
  const before = rows[at - 1];
  if (row === undefined || before === undefined || !isPair(row) || before.received.length === 0) return false;
  return first(row.received) < Math.max(...before.received);
}
