import type { WireError } from '#shared/contract/wire.ts';
import type { MemoryTask } from '#main/services/memory-tasks.ts';

/** What a desk's thread is told when it starts. */
export interface MemoryDeskStart {
  readonly workspace: string;
  readonly role: 'reader' | 'writer';
}

export type MemoryDeskOrder =
  | { readonly type: 'ask'; readonly id: number; readonly task: MemoryTask; readonly input: unknown }
  | { readonly type: 'cancel'; readonly id: number }
  | { readonly type: 'close' };

export type MemoryDeskSays =
  | { readonly type: 'progress'; readonly id: number; readonly update: { done: number; progress: number } }
  | { readonly type: 'done'; readonly id: number; readonly result: unknown }
  | { readonly type: 'failed'; readonly id: number; readonly error: WireError };
