import type { ToolkitSummary } from '#shared/contract/library.ts';
import type { Scope } from '#shared/contract/statistics.ts';
import { AdaptaError } from '#shared/model/errors.ts';
import type { StoredDocument } from '#main/store/queries/documents.ts';
import type { Store } from '#main/store/store.ts';
import { needDocument, needModule, needToolkit, toolkitOf } from './library-commands.ts';

/** A scope with the documents in it, in the library's order. */
export interface ScopeDocuments {
  readonly scope: Scope;
  readonly title: string;
  readonly documents: readonly StoredDocument[];
}

/** The scope itself and, below it, each module and document; deleted ones are not there. Throws unknownToolkit … */
export function scopesOf(store: Store, scope: Scope): readonly ScopeDocuments[] {
  const documents = store.documents.all();
  switch (scope.of) {
    case 'document':
      return [ofDocument(needDocument(store, scope.id))];
    case 'module':
      return ofModule(needModule(store, scope.id), documents);
    case 'toolkit': {
      const toolkit = needToolkit(store, scope.id);
      const modules = store.modules.all().filter((module) => module.toolkit === toolkit.id);
      const parts = modules.map((module) => ofModule(module, documents));
      const all = parts.flatMap(([whole]) => whole?.documents ?? []);
      return [{ scope, title: toolkit.name, documents: all }, ...parts.flat()];
    }
  }
}

/** The toolkit a scope is or is in: it says the languages. Throws unknownToolkit … */
export function toolkitOfScope(store: Store, scope: Scope): ToolkitSummary {
  if (scope.of === 'toolkit') return needToolkit(store, scope.id);
  if (scope.of === 'module') return needToolkit(store, needModule(store, scope.id).toolkit);
  return toolkitOf(store, needDocument(store, scope.id));
}

function ofModule(
  { id, number, title }: { readonly id: string; readonly number: string; readonly title: string },
  documents: readonly StoredDocument[],
): readonly ScopeDocuments[] {
  const own = documents.filter(({ module }) => module === id);
  return [{ scope: { of: 'module', id }, title: `${number} ${title}`.trim(), documents: own }, ...own.map(ofDocument)];
}

function ofDocument(document: StoredDocument): ScopeDocuments {
  if (document.deleted) throw new AdaptaError('unknownDocument', { document: document.id });
  return { scope: { of: 'document', id: document.id }, title: document.title, documents: [document] };
}
