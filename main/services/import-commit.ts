import type { PlanLink } from '#shared/contract/imports.ts';
import type { DocumentKind } from '#shared/model/document-kind.ts';
import { EMPTY, textOf } from '#shared/model/content.ts';
import { countWords } from '#shared/text/count-words.ts';
import type { Side } from '#main/store/queries/imports.ts';
import type { Store } from '#main/store/store.ts';
import type { ServiceDeps } from './deps.ts';
import { containersOf } from './import-containers.ts';
import type { PlannedFile, PlannedImport } from './import-plan.ts';
import { ownNumbers, renumber, renumberReceived, type Renumbering } from './import-placeholders.ts';
import { unitsOf, type ImportedSide } from './import-units.ts';
import { documentPosition, needModule } from './library-commands.ts';
import { authorOf } from './settings.ts';
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
 * Stores a planned import as a document, inside the caller's transaction. The files become durable before it can commit,
 * so that an interrupted import leaves at most an unused file. Throws unknownModule, badRequest, crossesContainer,
 * diskFull, ioError.
 */
export function writeImport(deps: Pick<ServiceDeps, 'store' | 'now'>, plan: PlannedImport, to: NewDocument): Committed {
  const { store } = deps;
  needModule(store, to.module);
  const signature = { author: authorOf(store), now: deps.now() };
  const document = store.newId();
  const { source, received } = sidesOf(plan, to.links);
  const newId = (): string => store.newId();
  const units = unitsOf({
    document,
    source: source.side,
    received: received?.side ?? null,
    links: to.links,
    signature,
    newId,
  });
  const skeleton = received?.side ?? source.side;
  const containers = containersOf(skeleton, source.side, units);
  store.files.put(plan.source.bytes);
  if (plan.received !== null) store.files.put(plan.received.bytes);

  const last = store.documents.ofModule(to.module).at(-1);
  const position = documentPosition(store, to.module, last?.id ?? null);
  store.documents.insert({ id: document, module: to.module, title: to.title, kind: to.kind, position });
  const words = writeSide(store, document, 'source', plan.source, source, signature.now);
  if (plan.received !== null && received !== null) {
    writeSide(store, document, 'received', plan.received, received, signature.now);
  }
  for (const container of containers) store.containers.insert(document, container);
  const texts = new Map(source.side.ids.map((id, index) => [id, source.side.contents[index] ?? EMPTY]));
  const countsOf = unitCounter(store, document, (block) => texts.get(block) ?? EMPTY);
  for (const unit of units) store.units.write(unit, countsOf(unit), true);
  const links = to.links.filter((link) => link.source.length > 0 && link.received.length > 0).length;
  return { document, units: units.length, words, links };
}

interface Numbered {
  readonly side: ImportedSide;
  readonly numbers: Renumbering;
}

function sidesOf(plan: PlannedImport, links: readonly PlanLink[]): { source: Numbered; received: Numbered | null } {
  const source = numbered(plan.source, ownNumbers(plan.source.read.blocks));
  if (plan.received === null) return { source, received: null };
  const numbers = renumberReceived(plan.source.read.blocks, plan.received.read.blocks, links);
  const received = numbered(plan.received, numbers);
  const states = plan.source.sha256 === plan.received.sha256 ? plan.source.read.translation?.states : undefined;
  return { source, received: states === undefined ? received : { ...received, side: { ...received.side, states } } };
}

function numbered({ read, ids }: PlannedFile, numbers: Renumbering): Numbered {
  const contents = read.blocks.map((block) => renumber(block.content, numbers));
  return { side: { blocks: read.blocks, ids, contents }, numbers };
}

/** Gives the words of the side. */
function writeSide(
  store: Store,
  document: string,
  side: Side,
  file: PlannedFile,
  { side: imported, numbers }: Numbered,
  at: string,
): number {
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
  }
  return sum;
}
