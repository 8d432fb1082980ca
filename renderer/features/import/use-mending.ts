import { useState } from 'react';
import type { ImportPlan } from '#shared/contract/imports.ts';
import { accept, countRows, link, nextToLookAt, place, rowsOf, shift, unlink, type Counts, type Rows } from './rows.ts';

/** The side-by-side lines while they are mended: a cursor, five deeds, and the way back. */
export interface Mending {
  readonly rows: Rows;
  readonly counts: Counts;
  readonly at: number;
  readonly moveTo: (at: number) => void;
  readonly nextToLookAt: (by: 1 | -1) => void;
  readonly accept: () => void;
  readonly unlink: () => void;
  readonly link: () => void;
  readonly shift: (by: 1 | -1) => void;
  /** Puts the translation of a line into another one. */
  readonly place: (from: number, to: number) => void;
  readonly undo: () => void;
  readonly canUndo: boolean;
}

interface State {
  readonly plan: ImportPlan | null;
  readonly rows: Rows;
  readonly at: number;
  readonly past: readonly { readonly rows: Rows; readonly at: number }[];
}

const KEEP = 200;

function begin(plan: ImportPlan | null): State {
  const rows = plan === null ? [] : rowsOf(plan);
  return { plan, rows, at: Math.max(0, nextToLookAt(rows, -1, 1) ?? 0), past: [] };
}

/** Keeps the lines of a plan; another plan starts anew. */
export function useMending(plan: ImportPlan | null): Mending {
  const [state, setState] = useState(() => begin(plan));
  if (state.plan !== plan) setState(begin(plan));
  const { rows, at, past } = state;

  const moveTo = (to: number): void =>
    setState((now) => ({ ...now, at: Math.min(Math.max(0, to), Math.max(0, now.rows.length - 1)) }));
  /** Changes the lines; `to` finds the cursor's place in them. */
  const mend = (change: (rows: Rows, at: number) => Rows, to?: (rows: Rows, at: number) => number): void =>
    setState((now) => {
      const mended = change(now.rows, now.at);
      if (mended === now.rows) return now;
      const next = to?.(mended, now.at) ?? now.at;
      return {
        ...now,
        rows: mended,
        at: Math.min(Math.max(0, next), mended.length - 1),
        past: [...now.past, { rows: now.rows, at: now.at }].slice(-KEEP),
      };
    });

  return {
    rows,
    counts: countRows(rows),
    at,
    moveTo,
    nextToLookAt: (by) => moveTo(nextToLookAt(rows, at, by) ?? at),
    // After a yes the next question comes by itself.
    accept: () => mend(accept, (mended, from) => nextToLookAt(mended, from, 1) ?? from),
    unlink: () => mend(unlink),
    link: () => mend(link),
    shift: (by) => {
      const text = rows[at]?.received[0];
      mend(
        (now, from) => shift(now, from, by),
        (mended, from) => {
          const found = mended.findIndex((row) => text !== undefined && row.received.includes(text));
          return found < 0 ? from : found;
        },
      );
    },
    place: (from, to) => {
      const target = rows[to]?.key;
      mend(
        (now) => place(now, from, to),
        (mended, at) => {
          const found = mended.findIndex((row) => row.key === target);
          return found < 0 ? at : found;
        },
      );
    },
    undo: () =>
      setState((now) => {
        const last = now.past.at(-1);
        return last === undefined ? now : { ...now, ...last, past: now.past.slice(0, -1) };
      }),
    canUndo: past.length > 0,
  };
}
