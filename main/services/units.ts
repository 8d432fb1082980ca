import type { BlockView } from '#shared/contract/unit.ts';
import type { UnitChange } from '#shared/model/commands.ts';
import { AdaptaError } from '#shared/model/errors.ts';
import type { StoredBlock } from '#main/store/queries/blocks.ts';
import type { UnitRecord } from '#shared/model/unit.ts';
import type { Store } from '#main/store/store.ts';
import type { ServiceDeps } from './deps.ts';
import { needDocument } from './library-commands.ts';
import type { UnitPlace } from '#main/store/queries/units.ts';
import { readingOrder } from './reading-order.ts';
import type { Repetitions } from './repetitions.ts';
import type { Services } from './services.ts';
import { authorOf } from './settings.ts';
import { readSteadily, type Steps } from './slices.ts';
import { applyCommands } from './unit-changes.ts';

/** Rows asked for at once. */
const ROWS = 100;

/** `repetitions`: what confirming a unit fills elsewhere, where the toolkit is set so. */
export function unitsService({ store, emit, now }: ServiceDeps, repetitions: Repetitions): Services['units'] {
  // A document is read page after page: its order is worked out once, until a unit comes, goes or moves. `at` is the last
  // commit the order is known to hold for: what others write (a backup brought back) does not come through `apply`.
  let known: { readonly document: string; readonly order: readonly string[]; readonly at: number } | null = null;
  const orderNow = function* (document: string): Steps<readonly string[]> {
    const at = store.changes();
    if (known?.document === document && known.at === at) return known.order;
    const order = yield* orderSteps(store, document);
    if (store.changes() === at) known = { document, order, at };
    return order;
  };
  const pageSteps = function* (document: string, from: number, count: number) {
    const order = yield* orderNow(document);
    const units = yield* unitsById(store, order.slice(from, from + count));
    const blocks = yield* blocksById(store, new Set(units.flatMap((unit) => [...unit.source, ...unit.received])));
    return { total: order.length, units, blocks: blocks.map(blockView) };
  };
  return {
    page: async ({ document, from, count }) => {
      needDocument(store, document);
      return await readSteadily(store, () => pageSteps(document, from, count));
    },
    apply: ({ document, commands }) => {
      needDocument(store, document);
      const signature = { author: authorOf(store), now: now() };
      const before = store.changes();
      const { changes, filled } = store.transaction(() => {
        const own = applyCommands(store, document, commands, signature);
        repetitions.noticed(document, own);
        return { changes: own, filled: repetitions.afterConfirming(document, own, signature) };
      });
      if (known?.at === before && !changes.some(isReordering)) known = { ...known, at: store.changes() };
      if (changes.length > 0) emit('unitsChanged', { document, changes });
      repetitions.announce(filled);
      return { changes };
    },
    history: ({ unit }) => {
      if (store.units.documentOf(unit) === undefined) throw new AdaptaError('unknownUnit', { unit });
      return { revisions: store.revisions.ofUnit(unit) };
    },
  };
}

function isReordering({ before, after }: UnitChange): boolean {
  const [was, is] = [before?.placement, after?.placement];
  return was?.container !== is?.container || was?.position !== is?.position;
}

/** Ids of a document's units in reading order. */
function* orderSteps(store: Store, document: string): Steps<readonly string[]> {
  const places: UnitPlace[] = [];
  for (;;) {
    const more = store.units.places(document, places.at(-1) ?? null, 5 * ROWS);
    for (const place of more) places.push(place);
    if (more.length === 0) break;
    yield;
  }
  const containers = store.containers.ofDocument(document);
  yield;
  return readingOrder(containers, places);
}

/** Every unit of a document in reading order. */
export function* unitsInOrder(store: Store, document: string): Steps<readonly UnitRecord[]> {
  const order = yield* orderSteps(store, document);
  return yield* unitsById(store, order);
}

function* unitsById(store: Store, ids: readonly string[]): Steps<readonly UnitRecord[]> {
  const units: UnitRecord[] = [];
  for (let at = 0; at < ids.length; at += ROWS) {
    yield;
    for (const unit of store.units.some(ids.slice(at, at + ROWS))) units.push(unit);
  }
  return units;
}

function* blocksById(store: Store, wanted: ReadonlySet<string>): Steps<readonly StoredBlock[]> {
  const ids = [...wanted];
  const blocks: StoredBlock[] = [];
  for (let at = 0; at < ids.length; at += ROWS) {
    yield;
    for (const block of store.blocks.some(ids.slice(at, at + ROWS))) blocks.push(block);
  }
  return blocks;
}

/** Every block of a document's files by its id, each file's in reading order. */
export function* blocksOf(store: Store, document: string): Steps<ReadonlyMap<string, StoredBlock>> {
  const blocks = new Map<string, StoredBlock>();
  for (const { id } of store.imports.ofDocument(document)) {
    for (let from = 0; ; from += ROWS) {
      yield;
      const some = store.blocks.ofImport(id, from, ROWS);
      for (const block of some) blocks.set(block.id, block);
      if (some.length < ROWS) break;
    }
  }
  return blocks;
}

export function blockView(block: Pick<StoredBlock, keyof BlockView>): BlockView {
  const { id, side, kind, level, label, container, content, comments } = block;
  return {
    id,
    side,
    kind,
    ...(level === undefined ? {} : { level }),
    ...(label === undefined ? {} : { label }),
    container,
    content,
    ...(comments === undefined ? {} : { comments }),
  };
}
