import type { Repetition } from '#shared/contract/memory.ts';
import { renumbered } from '#shared/memory/normal-form.ts';
import { carryOver } from '#shared/memory/carry-over.ts';
import type { UnitChange } from '#shared/model/commands.ts';
import { contentEquals, fromBlocks, isBlank } from '#shared/model/content.ts';
import { AdaptaError } from '#shared/model/errors.ts';
import { toPlainText } from '#shared/model/plain-text.ts';
import type { Status, UnitRecord } from '#shared/model/unit.ts';
import type { UnitPlace } from '#main/store/queries/units.ts';
import type { Store } from '#main/store/store.ts';
import type { Emit } from './deps.ts';
import { needDocument, needToolkit, toolkitOf } from './library-commands.ts';
import { sourceOf } from './memory-fill.ts';
import { authorOf } from './settings.ts';
import { allAtOnce, readSteadily, type Steps } from './slices.ts';
import { applyCommands, type Signature } from './unit-changes.ts';

export type RepetitionPolicy = 'offer' | 'fill';

const SETTING = 'repetitions';
/** Rows asked for at once. */
const ROWS = 200;
/** What is filled without being asked for, and when somebody asks: never what was reviewed or approved. */
const BY_ITSELF: ReadonlySet<Status> = new Set(['untranslated', 'draft']);
const ASKED_FOR: ReadonlySet<Status> = new Set(['untranslated', 'draft', 'translated']);
const DONE: ReadonlySet<string> = new Set(['translated', 'reviewed', 'approved']);

/** What was filled because a unit was confirmed; `from` is null where somebody asked for it. */
export interface Filled {
  readonly from: string | null;
  readonly changes: readonly UnitChange[];
}

/** Units of a document by what their original says. */
type BySource = ReadonlyMap<string, readonly string[]>;

/** Where the same original is said again in a toolkit, and what happens there when one of them is confirmed. */
export class Repetitions {
  readonly #store: Store;
  readonly #emit: Emit;
  readonly #now: () => string;
  readonly #documents = new Map<string, BySource>();
  /** The queries the documents were read by: a restored library has others. */
  #by: Store['units'] | null = null;

  constructor({ store, emit, now }: { readonly store: Store; readonly emit: Emit; readonly now: () => string }) {
    this.#store = store;
    this.#emit = emit;
    this.#now = now;
  }

  /** To be told of every change: units that come, go or are linked to other blocks are looked up anew. */
  noticed(document: string, changes: readonly UnitChange[]): void {
    const isRelinked = changes.some(({ before, after }) => before?.source.join() !== after?.source.join());
    if (isRelinked) this.#documents.delete(document);
  }

  /** Other units of the toolkit with the same original, in no order. Throws unknownUnit. */
  async of(unit: string, signal?: AbortSignal): Promise<readonly Repetition[]> {
    const records = await readSteadily(this.#store, () => this.#others(this.#need(unit)), signal);
    return records.map(({ id, document, content, mode, status }) => ({
      unit: id,
      document,
      documentTitle: this.#store.documents.get(document)?.title ?? '',
      content,
      mode,
      status,
    }));
  }

  /** What is set for a toolkit, after setting it when something is given. */
  policy(toolkit: string, set?: RepetitionPolicy): RepetitionPolicy {
    needToolkit(this.#store, toolkit);
    if (set !== undefined)
      this.#store.transaction(() => {
        this.#store.toolkitSettings.write(toolkit, SETTING, set);
      });
    return this.#store.toolkitSettings.read(toolkit, SETTING) === 'fill' ? 'fill' : 'offer';
  }

  /** Gives the repetitions of a unit its text, those translated otherwise too, in one transaction, and announces it. */
  async fill(unit: string, signal?: AbortSignal): Promise<readonly UnitChange[]> {
    const record = this.#need(unit);
    await readSteadily(this.#store, () => this.#others(record), signal);
    const signature = { author: authorOf(this.#store), now: this.#now() };
    const changes = this.#store.transaction(() => this.#fillFrom(this.#need(unit), ASKED_FOR, signature));
    this.announce([{ from: null, changes }]);
    return changes;
  }

  /**
   * What confirming units brings about elsewhere, inside the caller's transaction: nothing unless the toolkit is set to
   * fill. To be announced by {@link announce} when it is committed.
   */
  afterConfirming(document: string, changes: readonly UnitChange[], signature: Signature): readonly Filled[] {
    const confirmed = inTheEnd(changes).flatMap(({ before, after }) =>
      after !== null && after.mode === 'faithful' && DONE.has(after.status) && !DONE.has(before?.status ?? '')
        ? [after]
        : [],
    );
    if (confirmed.length === 0) return [];
    const { id } = toolkitOf(this.#store, needDocument(this.#store, document));
    if (this.#store.toolkitSettings.read(id, SETTING) !== 'fill') return [];
    return confirmed.map((unit) => ({ from: unit.id, changes: this.#fillFrom(unit, BY_ITSELF, signature) }));
  }

  announce(filled: readonly Filled[]): void {
    for (const { from, changes } of filled) {
      const byDocument = Map.groupBy(changes, ({ before, after }) => (after ?? before)?.document ?? '');
      for (const [document, some] of byDocument)
        this.#emit('unitsChanged', { document, changes: some, ...(from === null ? {} : { filledFrom: from }) });
    }
  }

  #fillFrom(unit: UnitRecord, open: ReadonlySet<Status>, signature: Signature): readonly UnitChange[] {
    if (isBlank(unit.content)) return [];
    const source = toPlainText(sourceOf(this.#store, unit));
    return allAtOnce(this.#others(unit)).flatMap((other) => {
      if (other.mode !== 'faithful' || !open.has(other.status)) return [];
      const content = carryOver(source, unit.content, sourceOf(this.#store, other));
      if (contentEquals(content, other.content) && other.status === 'translated') return [];
      return applyCommands(
        this.#store,
        other.document,
        [
          { type: 'edit', unit: other.id, content },
          { type: 'status', unit: other.id, status: 'translated' },
        ],
        signature,
      );
    });
  }

  *#others(unit: UnitRecord): Steps<readonly UnitRecord[]> {
    const key = keyOf(toPlainText(sourceOf(this.#store, unit)));
    if (key === '') return [];
    const found: UnitRecord[] = [];
    for (const document of documentsBeside(this.#store, unit.document)) {
      const bySource = yield* this.#bySource(document);
      for (const id of bySource.get(key) ?? []) {
        const other = id === unit.id ? undefined : this.#store.units.get(id);
        if (other !== undefined) found.push(other);
      }
    }
    return found;
  }

  *#bySource(document: string): Steps<BySource> {
    const { units } = this.#store;
    if (this.#by !== units) this.#documents.clear();
    this.#by = units;
    const known = this.#documents.get(document);
    if (known !== undefined) return known;
    const bySource = new Map<string, string[]>();
    let last: UnitPlace | null = null;
    for (;;) {
      const places: readonly UnitPlace[] = units.places(document, last, ROWS);
      if (places.length === 0) break;
      for (const record of units.some(places.map(({ id }) => id))) {
        const blocks = this.#store.blocks.some(record.source);
        const content = fromBlocks(record.source.map((id) => blocks.find((block) => block.id === id)?.content ?? []));
        const key = keyOf(toPlainText(content));
        if (key !== '') bySource.set(key, [...(bySource.get(key) ?? []), record.id]);
      }
      last = places.at(-1) ?? null;
      yield;
    }
    this.#documents.set(document, bySource);
    return bySource;
  }

  #need(id: string): UnitRecord {
    const unit = this.#store.units.get(id);
    if (unit === undefined) throw new AdaptaError('unknownUnit', { unit: id });
    return unit;
  }
}

/** What is confirmed and taken back in one go was not confirmed. */
function inTheEnd(changes: readonly UnitChange[]): readonly UnitChange[] {
  const byUnit = Map.groupBy(changes, ({ unit }) => unit);
  return Array.from(byUnit.values(), (all) => ({ ...(all.at(-1) as UnitChange), before: all[0]?.before ?? null }));
}

function keyOf(source: string): string {
  return renumbered(source.trim());
}

/** Documents of the same toolkit that are not deleted. */
function documentsBeside(store: Store, document: string): readonly string[] {
  const toolkit = toolkitOf(store, needDocument(store, document)).id;
  const modules = new Set(store.modules.all().flatMap((module) => (module.toolkit === toolkit ? [module.id] : [])));
  return store.documents.all().flatMap(({ id, module }) => (modules.has(module) ? [id] : []));
}
