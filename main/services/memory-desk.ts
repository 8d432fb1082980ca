import type { MemoryCommand, MemoryEntry, MemorySummary, MemoryTitle } from '#shared/contract/memory.ts';
import { concordanceIn } from '#shared/memory/concordance.ts';
import { AdaptaError } from '#shared/model/errors.ts';
import type { Connection } from '#main/store/connection.ts';
import { storeError } from '#main/store/errors.ts';
import { openMemory, openMemoryReader } from '#main/store/memory/database.ts';
import { entryQueries, type StoredEntry } from '#main/store/memory/entries.ts';
import { answersTo, memoryQueries, type StoredMemory } from '#main/store/memory/memories.ts';
import { MemorySearch } from '#main/store/memory/search.ts';
import { wordIndex } from '#main/store/memory/word-index.ts';
import { MemoryWriter } from '#main/store/memory/writer.ts';
import { everyEntry, fittingEntries } from './memory-browse.ts';
import { exportMemory } from './memory-export.ts';
import { putUnits, readProgress } from './memory-put.ts';
import { pairsOfFile } from './memory-read.ts';
import type {
  ConcordanceHit,
  ConcordanceOrder,
  FoundEntry,
  LookupOrder,
  MemoryImported,
  MemoryImportOrder,
  MemoryProgress,
  MemoryTasks,
  PutOrder,
  TaskContext,
} from './memory-tasks.ts';
import { nextTurn } from './slices.ts';

/** Entries of an import in one transaction. */
const IMPORT_SLICE = 2_000;
/** Young entries of an import before they are written as chunks. */
const IMPORT_YOUNG = 50_000;

/** Answers what is asked of the memory, over one connection. `role`: whether it may write. */
export class MemoryDesk implements MemoryTasks {
  readonly #db: Connection;
  readonly #memories;
  readonly #entries;
  readonly #words;
  readonly #search: MemorySearch;
  readonly #writer: MemoryWriter | null;

  constructor(workspace: string, role: 'reader' | 'writer') {
    this.#db = role === 'writer' ? openMemory(workspace) : openMemoryReader(workspace);
    this.#memories = memoryQueries(this.#db);
    this.#entries = entryQueries(this.#db);
    this.#words = wordIndex(this.#db);
    this.#search = new MemorySearch(this.#db);
    this.#writer = role === 'writer' ? new MemoryWriter(this.#db) : null;
  }

  close(): void {
    this.#db.close();
  }

  /** Takes in `many` more entries for concordance, when there is nothing else to do; whether that was all. */
  indexWords(many: number): boolean {
    this.#needWriter();
    return this.#words.grow(many);
  }

  list(): readonly MemorySummary[] {
    return this.#memories.all().map((memory) => summaryOf(memory));
  }

  apply({ command }: { readonly command: MemoryCommand }): object {
    this.#transaction(() => {
      switch (command.type) {
        case 'create':
          this.#memories.create({ ...command, kind: 'imported', sandboxOf: null });
          return;
        case 'rename':
          this.#memories.rename(command.id, command.name);
          return;
        case 'move':
          this.#memories.move(command.id, command.after);
          return;
        case 'writable':
          this.#memories.setWritable(command.id, command.writable);
          return;
        case 'enabled':
          this.#memories.setEnabled(command.id, command.enabled);
          return;
        case 'delete':
          this.#memories.remove(command.id);
          this.#words.shrink(this.#memories.all().reduce((sum, { entries }) => sum + entries, 0));
      }
    });
    return {};
  }

  find({ text, sourceLanguage, targetLanguage, count, least, sandbox, context }: LookupOrder): readonly FoundEntry[] {
    const asked = this.#memories.asked(sourceLanguage, targetLanguage, sandbox);
    const found = this.#search.find({ text, memories: asked.map(({ number }) => number), count, least });
    const same = context === undefined ? [] : this.#entries.ofContext(context);
    const inContext: FoundEntry[] = same.flatMap((entry) => {
      const order = asked.findIndex(({ number }) => number === entry.memoryNumber);
      const memory = asked[order];
      return memory === undefined
        ? []
        : [{ entry, memory: titleOf(memory), order, score: 100, differences: [], isContext: true }];
    });
    const known = new Set(same.map(({ number }) => number));
    const others = found.flatMap(({ id, score, differences, memory: number }): FoundEntry[] => {
      const entry = known.has(id) ? undefined : this.#entries.get(id);
      const order = asked.findIndex((each) => each.number === number);
      const memory = asked[order];
      return entry === undefined || memory === undefined
        ? []
        : [{ entry, memory: titleOf(memory), order, score, differences, isContext: false }];
    });
    return [...inContext, ...others];
  }

  async concordance(
    { words, side, sandbox, from, count }: ConcordanceOrder,
    context: TaskContext,
  ): Promise<{ hits: readonly ConcordanceHit[]; more: boolean }> {
    const memories = this.#memories.all().filter((memory) => memory.enabled && answersTo(memory, sandbox));
    const titles = new Map(memories.map((memory) => [memory.number, titleOf(memory)]));
    const hits: ConcordanceHit[] = [];
    for await (const entry of fittingEntries(this.#found, memories, words, context)) {
      const sourceRanges = (side === 'target' ? null : concordanceIn(entry.source, words)) ?? [];
      const targetRanges = (side === 'source' ? null : concordanceIn(entry.target, words)) ?? [];
      const memory = titles.get(entry.memoryNumber);
      if (memory === undefined || (sourceRanges.length === 0 && targetRanges.length === 0)) continue;
      if (hits.push({ entry, memory, sourceRanges, targetRanges }) > from + count) break;
    }
    return { hits: hits.slice(from, from + count), more: hits.length > from + count };
  }

  async entries(
    { memory, words, from, count }: Parameters<MemoryTasks['entries']>[0],
    context: TaskContext,
  ): Promise<{ total: number; entries: readonly MemoryEntry[] }> {
    const stored = this.#memories.need(memory);
    if (words.length === 0)
      return { total: stored.entries, entries: this.#entries.page(stored.number, from, count).map(entryOf) };
    let total = 0;
    const entries: MemoryEntry[] = [];
    for await (const entry of fittingEntries(this.#found, [stored], words, context)) {
      if (concordanceIn(entry.source, words) === null && concordanceIn(entry.target, words) === null) continue;
      if (total >= from && entries.length < count) entries.push(entryOf(entry));
      total += 1;
    }
    return { total, entries };
  }

  edit({ id, source, target }: { readonly id: string; readonly source: string; readonly target: string }): {
    readonly before: MemoryEntry;
  } {
    const before = this.#writable(this.#entries.need(id));
    this.#transaction(() => {
      if (source === before.source) {
        this.#entries.setTarget(before.number, target);
        this.#words.renew(before.number);
        if (before.detail !== null) this.#entries.putDetail(before.number, { ...before.detail, content: null });
        return;
      }
      this.#entries.remove(before);
      // Under its own number again: what is indexed under it is left out, since the memory's index says "up to".
      this.#needWriter().put(before.memoryNumber, before.number, { source, target });
      this.#words.renew(before.number);
      if (before.detail !== null)
        this.#entries.putDetail(before.number, { ...before.detail, content: null, context: null });
    });
    this.#search.forget();
    return { before: entryOf(before) };
  }

  remove({ ids }: { readonly ids: readonly string[] }): readonly MemoryEntry[] {
    const entries = ids.flatMap((id) => this.#entries.get(Number(id)) ?? []).map((entry) => this.#writable(entry));
    this.#transaction(() => {
      for (const entry of entries) this.#entries.remove(entry);
    });
    return entries.map(entryOf);
  }

  restore({ entries }: { readonly entries: readonly MemoryEntry[] }): object {
    this.#transaction(() => {
      for (const { id, memory, source, target, origin } of entries) {
        if (this.#entries.get(Number(id)) !== undefined) continue;
        const { number } = this.#memories.need(memory);
        this.#needWriter().put(number, Number(id), { source, target });
        this.#words.renew(Number(id));
        this.#entries.putDetail(Number(id), { ...origin, part: 0, context: null, content: null });
      }
    });
    this.#search.forget();
    return {};
  }

  async deduplicate(
    { memory }: { readonly memory: string },
    { signal, progress }: TaskContext,
  ): Promise<{ removed: number }> {
    const { number } = this.#needWritable(memory);
    const groups = this.#entries.repeated(number);
    let removed = 0;
    for (const [index, numbers] of groups.entries()) {
      const entries = numbers.flatMap((id) => this.#entries.get(id) ?? []);
      const [, ...others] = entries.toSorted(byWorth);
      this.#transaction(() => {
        for (const entry of others) this.#entries.remove(entry);
      });
      removed += others.length;
      if (index % 100 !== 0) continue;
      progress?.({ done: removed, progress: (index + 1) / groups.length });
      await nextTurn();
      signal?.throwIfAborted();
    }
    return { removed };
  }

  async import(order: MemoryImportOrder, context: TaskContext): Promise<MemoryImported> {
    const writer = this.#needWriter();
    const memory = this.#importInto(order);
    const known = writer.pairsOf(memory.number);
    const counts = { added: 0, skipped: 0 };
    try {
      for await (const { pairs, skipped, progress } of pairsOfFile(order, IMPORT_SLICE)) {
        context.signal?.throwIfAborted();
        const added = writer.add(memory.number, pairs, known, IMPORT_YOUNG, (pair, number) => {
          if (pair.detail !== undefined) this.#entries.putDetail(number, pair.detail);
        });
        counts.added += added;
        counts.skipped += skipped + pairs.length - added;
        context.progress?.({ done: counts.added, progress });
        await nextTurn();
      }
    } catch (cause) {
      throw context.signal?.aborted === true ? new AdaptaError('cancelled', {}, { cause }) : storeError(cause);
    } finally {
      writer.writeIndex(memory.number);
      this.#search.forget();
    }
    return { memory: memory.id, ...counts, updated: 0 };
  }

  async export(
    { memory, path, version }: Parameters<MemoryTasks['export']>[0],
    context: TaskContext,
  ): Promise<{ bytes: number; entries: number }> {
    const stored = this.#memories.need(memory);
    return await exportMemory(path, stored, version, everyEntry(this.#entries, stored.number, context), context);
  }

  progress(): MemoryProgress {
    return readProgress(this.#db);
  }

  put(order: PutOrder): { readonly isOther: boolean } {
    if (readProgress(this.#db).identity !== order.progress.identity) return { isOther: true };
    const writer = this.#needWriter();
    try {
      this.#transaction(() => {
        putUnits({ db: this.#db, memories: this.#memories, entries: this.#entries, writer }, order);
      });
    } catch (cause) {
      writer.forget();
      throw cause;
    }
    this.#search.forget();
    return { isOther: false };
  }

  forgetSandboxes({ kept }: { readonly kept: readonly string[] }): { readonly removed: number } {
    const gone = this.#memories.all().filter(({ sandboxOf }) => sandboxOf !== null && !kept.includes(sandboxOf));
    if (gone.length > 0)
      this.#transaction(() => {
        for (const { id } of gone) this.#memories.remove(id);
      });
    return { removed: gone.length };
  }

  get #found() {
    return { entries: this.#entries, index: this.#words };
  }

  #importInto({ memory, newId, path, sourceLanguage, targetLanguage }: MemoryImportOrder): StoredMemory {
    if (memory !== null) return this.#needWritable(memory);
    const name =
      path
        .split(/[\\/]/u)
        .at(-1)
        ?.replace(/\.[^.]+$/u, '') ?? '';
    return this.#memories.create({
      id: newId,
      name,
      kind: 'imported',
      sandboxOf: null,
      sourceLanguage,
      targetLanguage,
    });
  }

  #needWritable(memory: string): StoredMemory {
    const stored = this.#memories.need(memory);
    if (!stored.writable) throw new AdaptaError('memoryReadOnly', { memory: stored.name });
    return stored;
  }

  #writable(entry: StoredEntry): StoredEntry {
    this.#needWritable(entry.memory);
    return entry;
  }

  #needWriter(): MemoryWriter {
    if (this.#writer === null) throw new AdaptaError('internal', { reason: 'readOnlyMemory' });
    return this.#writer;
  }

  #transaction(work: () => void): void {
    try {
      this.#db.transaction(work).immediate();
    } catch (cause) {
      throw storeError(cause);
    }
  }
}

function titleOf({ name, kind, sandbox }: StoredMemory): MemoryTitle {
  return { name, kind, sandbox };
}

function summaryOf(memory: StoredMemory): MemorySummary {
  const { id, entries, writable, enabled, sourceLanguage, targetLanguage } = memory;
  return { ...titleOf(memory), id, entries, writable, enabled, sourceLanguage, targetLanguage };
}

function entryOf({ id, memory, source, target, origin }: StoredEntry): MemoryEntry {
  return { id, memory, source, target, origin };
}

const RANK: Readonly<Record<string, number>> = { approved: 3, reviewed: 2, translated: 1 };

/** What is further along first, of equals the younger. */
function byWorth(a: StoredEntry, b: StoredEntry): number {
  const [left, right] = [a, b].map(({ origin }) => RANK[origin.status ?? ''] ?? 0) as [number, number];
  return right - left || b.number - a.number;
}
