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
