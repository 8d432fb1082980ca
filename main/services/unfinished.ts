/**
 * Documents that are being stored. A big one takes more turns than one transaction may hold up the loop for: its rows come
 * under a document that is hidden, as deleted ones are, and named here, until one last small transaction shows it. What a
 * crash leaves behind is removed at the next start.
 */
import type { DocumentKind } from '#shared/model/document-kind.ts';
import { AdaptaError } from '#shared/model/errors.ts';
import type { Store } from '#main/store/store.ts';
import { documentPosition, needModule } from './library-commands.ts';
import { removalSteps } from './remove-document.ts';
import { allAtOnce, type Steps } from './slices.ts';

/** Setting that names them. */
const UNFINISHED = 'unfinishedDocuments';

function unfinished(store: Store): readonly string[] {
  const ids = store.settings.read(UNFINISHED);
  return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : [];
}

function forget(store: Store, document: string): void {
  store.settings.write(
    UNFINISHED,
    unfinished(store).filter((id) => id !== document),
  );
}

/** A document nobody sees; inside a transaction. */
export function beginDocument(
  store: Store,
  document: { readonly id: string; readonly module: string; readonly title: string; readonly kind: DocumentKind },
): void {
  store.settings.write(UNFINISHED, [...unfinished(store), document.id]);
  store.documents.insert({ ...document, position: documentPosition(store, document.module, null) });
  store.documents.setDeleted(document.id, true);
}

/**
 * Shows it, as the last of its module, inside a transaction: with that it is stored. Throws unknownModule when its module,
 * and with it the document, was removed meanwhile.
 */
export function finishDocument(store: Store, document: string, module: string): void {
  needModule(store, module);
  if (store.documents.get(document) === undefined) throw new AdaptaError('unknownModule', { module });
  const last = store.documents.ofModule(module).findLast(({ id }) => id !== document);
  store.documents.move(document, module, documentPosition(store, module, last?.id ?? null, document));
  store.documents.setDeleted(document, false);
  forget(store, document);
}

/** Takes back a document that was begun, in steps inside transactions; nothing of it is left. */
export function* abandonSteps(store: Store, document: string): Steps<void> {
  yield* removalSteps(store, document);
  forget(store, document);
}

/** Removes what was being stored when the session before ended. Before anything else is asked of the store. */
export function sweepUnfinished(store: Store): void {
  for (const document of unfinished(store)) {
    store.transaction(() => {
      allAtOnce(abandonSteps(store, document));
    });
  }
}
