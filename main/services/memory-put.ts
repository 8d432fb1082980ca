import type { Connection } from '#main/store/connection.ts';
import type { EntryDetail, entryQueries, StoredEntry } from '#main/store/memory/entries.ts';
import type { memoryQueries, StoredMemory } from '#main/store/memory/memories.ts';
import { progressQueries } from '#main/store/memory/progress.ts';
import type { MemoryWriter } from '#main/store/memory/writer.ts';
import type { MemoryProgress, PutOrder, UnitEntries, UnitPart } from './memory-tasks.ts';

export interface PutTools {
  readonly db: Connection;
  readonly memories: ReturnType<typeof memoryQueries>;
  readonly entries: ReturnType<typeof entryQueries>;
  readonly writer: MemoryWriter;
}

export function readProgress(db: Connection): MemoryProgress {
  const progress = progressQueries(db);
  return {
    identity: progress.read('identity') ?? '',
    seq: Number(progress.read('seq') ?? 0),
    revision: progress.read('revision') ?? '',
    received: progress.read('received') ?? '',
  };
}

/**
 * Makes the memory say of units what they say now, inside the caller's transaction: what is there already stays, with its
 * number; putting the same again changes nothing. A memory people made read-only stays as it is.
 */
export function putUnits(tools: PutTools, { units, progress, newIds }: PutOrder): void {
  const ids = newIds.values();
  for (const unit of units) {
    const memory = memoryOf(tools, unit, ids);
    if (memory?.writable === true) putUnit(tools, memory, unit);
  }
  const { write } = progressQueries(tools.db);
  write('seq', String(progress.seq));
  write('revision', progress.revision);
  write('received', progress.received);
}

function memoryOf(
  { memories }: PutTools,
  { kind, sourceLanguage, targetLanguage, sandbox, parts }: UnitEntries,
  ids: Iterator<string>,
): StoredMemory | undefined {
  const known = memories
    .all()
    .find(
      (it) =>
        it.kind === kind &&
        it.sandboxOf === sandbox &&
        it.sourceLanguage === sourceLanguage &&
        it.targetLanguage === targetLanguage,
    );
  if (known !== undefined || parts.length === 0) return known;
  const id = ids.next();
  return id.done === true
    ? undefined
    : memories.create({ id: id.value, name: '', kind, sandboxOf: sandbox, sourceLanguage, targetLanguage });
}

function putUnit({ entries, writer }: PutTools, memory: StoredMemory, unit: UnitEntries): void {
  const left = new Map(
    entries
      .ofUnit(unit.unit)
      .filter((entry) => entry.memoryNumber === memory.number)
      .map((entry) => [entry.detail?.part ?? 0, entry]),
  );
  for (const part of unit.parts) {
    const known = left.get(part.part);
    const isSame = known?.source === part.source && known.target === part.target;
    const detail = detailOf(unit, part);
    if (isSame) left.delete(part.part);
    if (known !== undefined && isSame) {
      if (!sameDetail(known, detail)) entries.putDetail(known.number, detail);
      continue;
    }
    entries.putDetail(writer.insert(memory.number, part), detail);
  }
  for (const entry of left.values()) entries.remove(entry);
}

function detailOf({ origin, unit, context }: UnitEntries, { part, content }: UnitPart): EntryDetail {
  return { ...origin, unit, part, context: part === 0 ? context : null, content };
}

function sameDetail({ detail }: StoredEntry, wanted: EntryDetail): boolean {
  return detail !== null && inOrder(detail) === inOrder(wanted);
}

function inOrder(detail: EntryDetail): string {
  return JSON.stringify(Object.entries(detail).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
