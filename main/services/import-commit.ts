import type { PlanLink } from '#shared/contract/imports.ts';
import type { DocumentKind } from '#shared/model/document-kind.ts';
import { EMPTY, textOf, type Content } from '#shared/model/content.ts';
import { countWords } from '#shared/text/count-words.ts';
import type { Side } from '#main/store/queries/imports.ts';
import type { Store } from '#main/store/store.ts';
import type { ServiceDeps } from './deps.ts';
import { containerSteps } from './import-containers.ts';
import type { PlannedFile, PlannedImport } from './import-plan.ts';
import { ownNumbers, renumber, renumberReceived, type Renumbering } from './import-placeholders.ts';
import { unitSteps, type ImportedSide } from './import-units.ts';
import { needModule } from './library-commands.ts';
import { authorOf } from './settings.ts';
import type { CallContext } from './services.ts';
import { inSlices, type Steps } from './slices.ts';
import { abandonSteps, beginDocument, finishDocument } from './unfinished.ts';
import { unitCounter } from './unit-counts.ts';

export interface NewDocument {
  readonly module: string;
  readonly kind: DocumentKind;
  readonly title: string;
  readonly links: readonly PlanLink[];
}

export interface Committed {
  readonly document: string;
  readonly units: number;
  /** Words of the original. */
  readonly words: number;
  /** Links with blocks on both sides. */
  readonly links: number;
}

/**
 * Stores a planned import as a document: nobody sees it before it is whole and durable, and of one that fails or is cancelled
 * nothing is left. Throws what {@link importSteps} throws, and `cancelled`.
 */
export async function storeImport(
  deps: Pick<ServiceDeps, 'store' | 'now'>,
  plan: PlannedImport,
  to: NewDocument,
  { signal, progress }: CallContext,
): Promise<Committed> {
  const { store } = deps;
  const document = store.newId();
  const stage = <R>(slice: () => R): R => store.stage(slice);
  const total = plan.source.ids.length + (plan.received?.ids.length ?? 0) + plan.links.length;
  let rows = 0;
  const count = (): void => {
    rows += 1;
  };
  const between = (): void => {
    progress({ progress: Math.min(0.99, 0.5 + rows / total / 2) });
  };
  await putFiles(store, plan);
  return await store.undisturbed(async () => {
    try {
      const made = await inSlices(importSteps(deps, document, plan, to, count), { signal, around: stage, between });
      store.transaction(() => {
        finishDocument(store, document, to.module);
      });
      return made;
    } catch (cause) {
      // Should this fail too, on a full disk, nobody sees what is left, and the next start removes it.
      await inSlices(abandonSteps(store, document), { around: stage }).catch(() => undefined);
      throw cause;
    }
  });
}

/** Makes a plan's files durable, before anything names them. Throws diskFull, ioError. */
export async function putFiles(store: Pick<Store, 'files'>, { source, received }: PlannedImport): Promise<void> {
  await store.files.put(source.bytes);
  if (received !== null) await store.files.put(received.bytes);
}

/**
 * Stores a planned import as a document, in steps that each run inside a transaction of the caller's. Until the last one it
 * is no document of the library's (unfinished.ts). The files become durable before it can be one, so that an interrupted
 * import leaves at most an unused file. Throws unknownModule, badRequest, crossesContainer, diskFull, ioError.
 */
export function* importSteps(
  deps: Pick<ServiceDeps, 'store' | 'now'>,
  document: string,
  plan: PlannedImport,
  to: NewDocument,
  onRow: () => void = () => undefined,
): Steps<Committed> {
  const { store } = deps;
  needModule(store, to.module);
  const signature = { author: authorOf(store), now: deps.now() };
  const { source, received } = yield* sidesOf(plan, to.links);
  const units = yield* unitSteps({
    document,
    source: source.side,
    received: received?.side ?? null,
    links: to.links,
    signature,
    newId: () => store.newId(),
  });
  const skeleton = received?.side ?? source.side;
  const containers = yield* containerSteps(skeleton, source.side, units);

  beginDocument(store, { id: document, module: to.module, title: to.title, kind: to.kind });
  const words = yield* writeSide(store, document, 'source', plan.source, source, signature.now, onRow);
  if (plan.received !== null && received !== null) {
    yield* writeSide(store, document, 'received', plan.received, received, signature.now, onRow);
  }
  for (const container of containers) {
    store.containers.insert(document, container);
    yield;
  }
  yield;
  const texts = new Map(source.side.ids.map((id, index) => [id, source.side.contents[index] ?? EMPTY]));
  const countsOf = unitCounter(store, document, (block) => texts.get(block) ?? EMPTY);
  for (const unit of units) {
    store.units.write(unit, countsOf(unit), true);
    onRow();
    yield;
  }
  const links = to.links.filter((link) => link.source.length > 0 && link.received.length > 0).length;
  return { document, units: units.length, words, links };
}

interface Numbered {
  readonly side: ImportedSide;
  readonly numbers: Renumbering;
}

function* sidesOf(
  plan: PlannedImport,
  links: readonly PlanLink[],
): Steps<{ source: Numbered; received: Numbered | null }> {
  const source = yield* numbered(plan.source, yield* ownNumbers(plan.source.read.blocks));
  if (plan.received === null) return { source, received: null };
  const numbers = yield* renumberReceived(plan.source.read.blocks, plan.received.read.blocks, links);
  const received = yield* numbered(plan.received, numbers);
  const states = plan.source.sha256 === plan.received.sha256 ? plan.source.read.translation?.states : undefined;
  return { source, received: states === undefined ? received : { ...received, side: { ...received.side, states } } };
}

function* numbered({ read, ids }: PlannedFile, numbers: Renumbering): Steps<Numbered> {
  const contents: Content[] = [];
  for (const { content } of read.blocks) {
    contents.push(renumber(content, numbers));
    yield;
  }
  return { side: { blocks: read.blocks, ids, contents }, numbers };
}

/** Gives the words of the side. */
function* writeSide(
  store: Store,
  document: string,
  side: Side,
  file: PlannedFile,
  { side: imported, numbers }: Numbered,
  at: string,
  onRow: () => void,
): Steps<number> {
  const id = store.newId();
  const { name, sha256, read } = file;
  store.imports.insert({
    id,
    document,
    side,
    name,
    sha256,
    format: read.format,
    language: read.language ?? null,
    report: read.report,
    placeholders: [...numbers],
    at,
  });
  let sum = 0;
  for (const [ord, block] of imported.blocks.entries()) {
    const content = imported.contents[ord] ?? block.content;
    const words = countWords(textOf(content), read.language);
    sum += words;
    store.blocks.insert({
      id: imported.ids[ord] as string,
      import: id,
      ord,
      story: block.story,
      container: block.container,
      kind: block.kind,
      ...(block.level === undefined ? {} : { level: block.level }),
      ...(block.label === undefined ? {} : { label: block.label }),
      content,
      anchor: block.anchor,
      words,
      ...(block.comments === undefined ? {} : { comments: block.comments }),
    });
    onRow();
    yield;
  }
  return sum;
}
