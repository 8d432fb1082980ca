import type { BlockView } from '#shared/contract/unit.ts';
import type { UnitChange } from '#shared/model/commands.ts';
import { AdaptaError } from '#shared/model/errors.ts';
import type { StoredBlock } from '#main/store/queries/blocks.ts';
import type { UnitRecord } from '#shared/model/unit.ts';
import type { Store } from '#main/store/store.ts';
import type { ServiceDeps } from './deps.ts';
import { needDocument } from './library-commands.ts';
import { readingOrder } from './reading-order.ts';
import type { Services } from './services.ts';
import { authorOf } from './settings.ts';
import { applyCommands } from './unit-changes.ts';

/** More than this and reading the whole document at once is quicker than unit by unit. */
const FEW = 500;

export function unitsService({ store, emit, now }: ServiceDeps): Services['units'] {
  // A document is read page after page: its order is worked out once, until a unit comes, goes or moves. `at` is the last
  // commit the order is known to hold for: what others write (a backup brought back) does not come through `apply`.
  let known: { readonly document: string; readonly order: readonly string[]; readonly at: number } | null = null;
  const orderNow = (document: string): readonly string[] => {
    const at = store.changes();
    if (known?.document !== document || known.at !== at) known = { document, order: orderOf(store, document), at };
    return known.order;
  };
  return {
    page: ({ document, from, count }) => {
      needDocument(store, document);
      const order = orderNow(document);
      const page = order.slice(from, from + count);
      const units = page.length > FEW ? manyUnits(store, document, page) : fewUnits(store, page);
      return { total: order.length, units, blocks: blocksOf(store, document, units) };
    },
    apply: ({ document, commands }) => {
      needDocument(store, document);
      const signature = { author: authorOf(store), now: now() };
      const before = store.changes();
      const changes = store.transaction(() => applyCommands(store, document, commands, signature));
      if (known?.at === before && !changes.some(isReordering)) known = { ...known, at: store.changes() };
      if (changes.length > 0) emit('unitsChanged', { document, changes });
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
export function orderOf(store: Store, document: string): readonly string[] {
  return readingOrder(store.containers.ofDocument(document), store.units.places(document));
}

/** Every unit of a document in reading order. */
export function unitsInOrder(store: Store, document: string): readonly UnitRecord[] {
  return manyUnits(store, document, orderOf(store, document));
}

function fewUnits(store: Store, ids: readonly string[]): readonly UnitRecord[] {
  return ids.flatMap((id) => store.units.get(id) ?? []);
}

function manyUnits(store: Store, document: string, ids: readonly string[]): readonly UnitRecord[] {
  const byId = new Map(store.units.ofDocument(document).map((unit) => [unit.id, unit]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

function blocksOf(store: Store, document: string, units: readonly UnitRecord[]): readonly BlockView[] {
  const wanted = new Set(units.flatMap((unit) => [...unit.source, ...unit.received]));
  if (wanted.size > FEW) {
    return store.blocks.ofDocument(document).flatMap((block) => (wanted.has(block.id) ? [blockView(block)] : []));
  }
  return [...wanted].flatMap((id) => {
    const block = store.blocks.get(id);
    return block === undefined ? [] : [blockView(block)];
  });
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
