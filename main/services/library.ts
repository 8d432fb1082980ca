import type { DocumentSummary, Library } from '#shared/contract/library.ts';
import { writtenExtension } from '#shared/model/written-extension.ts';
import type { Store } from '#main/store/store.ts';
import type { ServiceDeps } from './deps.ts';
import { applyLibraryCommand } from './library-commands.ts';
import { progressOf } from './progress.ts';
import { resetSample } from './sample.ts';
import type { Services } from './services.ts';

export function libraryService(deps: ServiceDeps): Services['library'] {
  const { store, emit } = deps;
  return {
    read: () => readLibrary(store),
    apply: ({ command }) => {
      const inverse = store.transaction(() => applyLibraryCommand(store, command));
      emit('libraryChanged', {});
      return { inverse };
    },
    resetSample: async (_input, context) => {
      const toolkit = await resetSample(deps, context);
      emit('libraryChanged', {});
      return { toolkit };
    },
  };
}

/** Everything that is not deleted, with progress and findings added up. */
export function readLibrary(store: Store): Library {
  const tallies = Map.groupBy(store.units.tallies(), (tally) => tally.document);
  const skeletons = store.imports.skeletons();
  const documents = store.documents.all().map((document): DocumentSummary => {
    const { id, module, title, kind, position, archived, lastEdit } = document;
    const file = skeletons.get(id) ?? { format: '', name: '', hasReceived: false };
    return {
      id,
      module,
      title,
      kind,
      position,
      archived,
      hasReceived: file.hasReceived,
      format: file.format,
      extension: writtenExtension(file.name, file.format),
      progress: progressOf(tallies.get(id) ?? []),
      lastEdit,
    };
  });
  return {
    toolkits: store.toolkits.all(),
    modules: store.modules.all(),
    documents,
  };
}
