import type { EntryOrigin, MemoryCommand, MemoryEntry, MemorySummary, MemoryTitle } from '#shared/contract/memory.ts';
import type { QueryWord, Range } from '#shared/memory/concordance.ts';
import type { Content } from '#shared/model/content.ts';
import type { HiddenDifference } from '#shared/memory/score.ts';
import type { MemoryAside } from '#main/store/memory/aside.ts';
import type { StoredEntry } from '#main/store/memory/entries.ts';

export interface LookupOrder {
  readonly text: string;
  readonly sourceLanguage: string;
  readonly targetLanguage: string;
  readonly count: number;
  /** Lowest score wanted, 0–100. */
  readonly least: number;
  /** The toolkit it is for, if that is one for practice; see answersTo. */
  readonly sandbox: string | null;
  /** Of the unit the text is of: entries from the very same place come first. */
  readonly context?: string;
}

export interface FoundEntry {
  readonly entry: StoredEntry;
  readonly memory: MemoryTitle;
  /** Place of its memory in the order, from 0. */
  readonly order: number;
  /** 0–100, see scoreOf. */
  readonly score: number;
  readonly differences: readonly HiddenDifference[];
  readonly isContext: boolean;
}

export interface ConcordanceOrder {
  readonly words: readonly QueryWord[];
  readonly side: 'source' | 'target' | 'both';
  /** As in {@link LookupOrder}. */
  readonly sandbox: string | null;
  readonly from: number;
  readonly count: number;
}

export interface ConcordanceHit {
  readonly entry: StoredEntry;
  readonly memory: MemoryTitle;
  readonly sourceRanges: readonly Range[];
  readonly targetRanges: readonly Range[];
}

export interface MemoryImportOrder {
  readonly path: string;
  /** Null: a new memory named after the file. */
  readonly memory: string | null;
  readonly newId: string;
  readonly sourceLanguage: string;
  readonly targetLanguage: string;
}

export interface MemoryImported {
  readonly memory: string;
  readonly added: number;
  readonly updated: number;
  readonly skipped: number;
}

/** How far the memory has followed the library. */
export interface MemoryProgress {
  /** Which memory this is: another has to be told everything. */
  readonly identity: string;
  /** Number and id of the last revision taken over; 0 and '' before the first. */
  readonly seq: number;
  readonly revision: string;
  /** The last received translation taken over; '' before the first. */
  readonly received: string;
}

/** A text of a unit and what it became: the whole (part 0) or one of its sentences. */
export interface UnitPart {
  readonly part: number;
  readonly source: string;
  readonly target: string;
  /** Where plain text does not say everything of the target. */
  readonly content: Content | null;
}

/** What a unit has to say to one kind of memory; no parts: nothing any more. */
export interface UnitEntries {
  readonly kind: 'own' | 'received';
  readonly sourceLanguage: string;
  readonly targetLanguage: string;
  /** The toolkit, if it is one for practice: that has memories of its own. */
  readonly sandbox: string | null;
  readonly unit: string;
  readonly origin: Omit<EntryOrigin, 'unit'>;
  readonly context: string | null;
  readonly parts: readonly UnitPart[];
}

/**
 * Entries of units and how far the library is followed with them, in one transaction. Nothing is put into another memory
 * than the one whose progress was read.
 */
export interface PutOrder {
  readonly units: readonly UnitEntries[];
  readonly progress: MemoryProgress;
  /** For memories that are made now. */
  readonly newIds: readonly string[];
}

/** Progress and end of long tasks. */
export interface TaskContext {
  readonly signal?: AbortSignal | undefined;
  readonly progress?: ((update: { done: number; progress: number }) => void) | undefined;
}

/**
 * What is asked of the translation memory. Answered in this thread by {@link MemoryDesk}, or by it in another: everything
 * that goes in and comes out can be cloned.
 */
export interface MemoryTasks {
  list(input: object): readonly MemorySummary[];
  apply(input: { readonly command: MemoryCommand }): object;
  find(input: LookupOrder): readonly FoundEntry[];
  concordance(
    input: ConcordanceOrder,
    context: TaskContext,
  ): Promise<{ hits: readonly ConcordanceHit[]; more: boolean }>;
  entries(
    input: {
      readonly memory: string;
      readonly words: readonly QueryWord[];
      readonly from: number;
      readonly count: number;
    },
    context: TaskContext,
  ): Promise<{ total: number; entries: readonly MemoryEntry[] }>;
  edit(input: { readonly id: string; readonly source: string; readonly target: string }): {
    readonly before: MemoryEntry;
  };
  remove(input: { readonly ids: readonly string[] }): readonly MemoryEntry[];
  restore(input: { readonly entries: readonly MemoryEntry[] }): object;
  deduplicate(input: { readonly memory: string }, context: TaskContext): Promise<{ removed: number }>;
  import(input: MemoryImportOrder, context: TaskContext): Promise<MemoryImported>;
  export(
    input: { readonly memory: string; readonly path: string; readonly version: string },
    context: TaskContext,
  ): Promise<{ bytes: number; entries: number }>;
  progress(input: object): MemoryProgress;
  put(input: PutOrder): { readonly isOther: boolean };
  /** Removes the memories of toolkits for practice that are no more; those of `kept` stay. Whether there were any. */
  forgetSandboxes(input: { readonly kept: readonly string[] }): { readonly removed: number };
}

export type MemoryTask = keyof MemoryTasks;
export type TaskInput<T extends MemoryTask> = Parameters<MemoryTasks[T]>[0];
export type TaskOutput<T extends MemoryTask> = Awaited<ReturnType<MemoryTasks[T]>>;

/** Tasks that only read: they may be answered by another connection than those that write. */
export const READING: ReadonlySet<MemoryTask> = new Set([
  'list',
  'find',
  'concordance',
  'entries',
  'export',
  'progress',
]);

/** How services reach the memory. Everything throws AdaptaError. A damaged memory is replaced, see MemoryRenewal. */
export interface MemoryPort {
  ask<T extends MemoryTask>(task: T, input: TaskInput<T>, context?: TaskContext): Promise<TaskOutput<T>>;
  /** Hears of each memory that was found damaged and put aside. */
  onReplaced(listener: (aside: MemoryAside) => void): void;
  close(): Promise<void>;
}
