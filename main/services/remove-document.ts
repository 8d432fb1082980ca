import type { Store } from '#main/store/store.ts';

/**
 * Removes a document and everything that hangs on it, history too, inside the caller's transaction. Only the sample is
 * ever removed; people's documents are hidden.
 */
export function removeDocument(store: Store, document: string): void {
  store.comments.removeOf(document);
  store.revisions.removeOf(document);
  store.units.removeOf(document);
  store.containers.removeOf(document);
  store.blocks.removeOf(document);
  store.imports.removeOf(document);
  store.documents.remove(document);
}
