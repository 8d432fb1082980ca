import type { Store } from '#main/store/store.ts';
import { allAtOnce, type Steps } from './slices.ts';

/** Rows that go in one step. */
const ROWS = 200;

/**
 * Removes a document and everything that hangs on it, history too, inside the caller's transaction. Only the sample and
 * what was never shown are removed; people's documents are hidden.
 */
export function removeDocument(store: Store, document: string): void {
  allAtOnce(removalSteps(store, document));
}

/** {@link removeDocument} in steps, each inside a transaction of the caller's. The document's own row goes last. */
export function* removalSteps(store: Store, document: string): Steps<void> {
  store.comments.removeOf(document);
  store.ignoredFindings.removeOf(document);
  store.revisions.removeOf(document);
  yield;
  while (store.units.removeSomeOf(document, ROWS) > 0) yield;
  store.containers.removeOf(document);
  yield;
  while (store.blocks.removeSomeOf(document, ROWS) > 0) yield;
  store.imports.removeOf(document);
  store.documents.remove(document);
}
