import type { Piece } from '#shared/contract/pieces.ts';
import type { WireError } from '#shared/contract/wire.ts';
import type { Office } from '#main/services/office.ts';

export type Task = keyof Office;

/** What a worker is asked, one at a time. */
export interface TaskOrder {
  readonly task: Task;
  /** The arguments without the signal. */
  readonly args: readonly unknown[];
}

export type TaskAnswer =
  | { readonly ok: true; readonly result: unknown }
  | { readonly ok: false; readonly error: WireError };

/** A {@link TaskOrder}, its long lists first; then, piece after piece, the request for more of the answer. */
export type ToWorker =
  | { readonly type: 'piece'; readonly piece: Piece }
  | { readonly type: 'order'; readonly frame: unknown }
  | { readonly type: 'next' };

/** A {@link TaskAnswer}, its long lists first: each piece is sent when it is asked for, so that none pile up. */
export type FromWorker =
  | { readonly type: 'piece'; readonly piece: Piece }
  | { readonly type: 'answer'; readonly frame: unknown };
