import { generateKeyBetween } from 'fractional-indexing';
import type { LibraryCommand, ModuleSummary, ToolkitSummary } from '#shared/contract/library.ts';
import { AdaptaError } from '#shared/model/errors.ts';
import type { StoredDocument } from '#main/store/queries/documents.ts';
import type { Store } from '#main/store/store.ts';

type Of<Type extends LibraryCommand['type']> = Extract<LibraryCommand, { type: Type }>;

/**
 * Applies one command and gives the one that undoes it. Call inside a transaction.
 * Throws unknownToolkit, unknownModule, unknownDocument, badRequest (an id used twice), `sandboxOnly` (something would
 * pass between the sample and the rest).
 */
export function applyLibraryCommand(store: Store, command: LibraryCommand): LibraryCommand {
  switch (command.type) {
    case 'createToolkit':
      return createToolkit(store, command);
    case 'createModule':
      return createModule(store, command);
    case 'renameToolkit':
      return renameToolkit(store, command);
    case 'renameModule':
      return renameModule(store, command);
    case 'renameDocument':
      return renameDocument(store, command);
    case 'moveModule':
      return moveModule(store, command);
    case 'moveDocument':
      return moveDocument(store, command);
    case 'archive':
      return archive(store, command);
    case 'delete':
      hide(store, command, true);
      return { ...command, type: 'undelete' };
    case 'undelete':
      hide(store, command, false);
      return { ...command, type: 'delete' };
  }
}

export function needToolkit(store: Store, id: string): ToolkitSummary {
  const toolkit = store.toolkits.get(id);
  if (toolkit === undefined) throw new AdaptaError('unknownToolkit', { toolkit: id });
  return toolkit;
}

export function needModule(store: Store, id: string): ModuleSummary {
  const module = store.modules.get(id);
  if (module === undefined) throw new AdaptaError('unknownModule', { module: id });
  return module;
}

export function needDocument(store: Store, id: string): StoredDocument {
  const document = store.documents.get(id);
  if (document === undefined) throw new AdaptaError('unknownDocument', { document: id });
  return document;
}

/** The toolkit a document is in. */
export function toolkitOf(store: Store, document: StoredDocument): ToolkitSummary {
  return needToolkit(store, needModule(store, document.module).toolkit);
}

/** A position key behind `after` (null: first) among a module's documents. */
export function documentPosition(store: Store, module: string, after: string | null, skip?: string): string {
  const siblings = store.documents.ofModule(module).filter((each) => each.id !== skip);
  const at = after === null ? -1 : siblings.findIndex((each) => each.id === after);
  if (after !== null && at < 0) throw new AdaptaError('unknownDocument', { document: after });
  return generateKeyBetween(siblings[at]?.position ?? null, siblings[at + 1]?.position ?? null);
}

function refuseUsed(used: boolean, id: string): void {
  if (used) throw new AdaptaError('badRequest', { id });
}

function createToolkit(store: Store, command: Of<'createToolkit'>): LibraryCommand {
  refuseUsed(store.toolkits.get(command.id) !== undefined, command.id);
  store.toolkits.insert({ ...command, sandbox: false });
  return { type: 'delete', of: 'toolkit', id: command.id };
}

function createModule(store: Store, command: Of<'createModule'>): LibraryCommand {
  refuseUsed(store.modules.get(command.id) !== undefined, command.id);
  needToolkit(store, command.toolkit);
  store.modules.insert(command);
  return { type: 'delete', of: 'module', id: command.id };
}

function renameToolkit(store: Store, command: Of<'renameToolkit'>): LibraryCommand {
  const { id, name, publisher, permission } = needToolkit(store, command.id);
  store.toolkits.rename(id, command.name, command.publisher ?? publisher, command.permission ?? permission);
  return { type: 'renameToolkit', id, name, publisher, permission };
}

function renameModule(store: Store, command: Of<'renameModule'>): LibraryCommand {
  const { id, number, title } = needModule(store, command.id);
  store.modules.rename(id, command.number, command.title);
  return { type: 'renameModule', id, number, title };
}

function renameDocument(store: Store, command: Of<'renameDocument'>): LibraryCommand {
  const { id, title, kind } = needDocument(store, command.id);
  store.documents.rename(id, command.title, command.kind);
  return { type: 'renameDocument', id, title, kind };
}

function moveModule(store: Store, command: Of<'moveModule'>): LibraryCommand {
  const module = needModule(store, command.id);
  refuseCrossing(needToolkit(store, module.toolkit), needToolkit(store, command.toolkit));
  store.modules.move(module.id, command.toolkit);
  return { type: 'moveModule', id: module.id, toolkit: module.toolkit };
}

function moveDocument(store: Store, command: Of<'moveDocument'>): LibraryCommand {
  const document = needDocument(store, command.id);
  const target = needModule(store, command.module);
  refuseCrossing(toolkitOf(store, document), needToolkit(store, target.toolkit));
  const siblings = store.documents.ofModule(document.module);
  const before = siblings[siblings.findIndex((each) => each.id === document.id) - 1];
  const position = documentPosition(store, target.id, command.after, document.id);
  store.documents.move(document.id, target.id, position);
  return { type: 'moveDocument', id: document.id, module: document.module, after: before?.id ?? null };
}

/** Practice in the sample must never reach real work, nor the other way round (domain.md). */
function refuseCrossing(from: ToolkitSummary, to: ToolkitSummary): void {
  if (from.id !== to.id && (from.sandbox || to.sandbox)) throw new AdaptaError('sandboxOnly');
}

function archive(store: Store, command: Of<'archive'>): LibraryCommand {
  const { queries, archived } = pick(store, command);
  queries.setArchived(command.id, command.archived);
  return { ...command, archived };
}

function hide(store: Store, command: Of<'delete' | 'undelete'>, deleted: boolean): void {
  pick(store, command).queries.setDeleted(command.id, deleted);
}

function pick(store: Store, { of, id }: { of: 'toolkit' | 'module' | 'document'; id: string }) {
  switch (of) {
    case 'toolkit':
      return { queries: store.toolkits, archived: needToolkit(store, id).archived };
    case 'module':
      return { queries: store.modules, archived: needModule(store, id).archived };
    case 'document':
      return { queries: store.documents, archived: needDocument(store, id).archived };
  }
}
