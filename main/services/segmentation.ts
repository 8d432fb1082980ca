import type { ServiceDeps } from './deps.ts';
import { needToolkit } from './library-commands.ts';
import type { MemoryFiller } from './memory-fill.ts';
import { naming, openFile } from './open-file.ts';
import { rulesFileOf, writeRules } from './segmentation-rules.ts';
import type { Services } from './services.ts';

/** How a toolkit's texts are cut into sentences. */
export function segmentationService(
  { store, office, grants }: ServiceDeps,
  filler: MemoryFiller,
): Services['segmentation'] {
  return {
    read: ({ toolkit }) => {
      needToolkit(store, toolkit);
      return { file: rulesFileOf(store, toolkit) };
    },
    import: async ({ toolkit, file }, { signal, progress }) => {
      needToolkit(store, toolkit);
      const given = await openFile(grants.pathOf(file, 'read'));
      progress({ step: 'readSource', subject: given.name });
      const { rules, notes } = await naming(given, office.readSegmentation(given, signal));
      store.transaction(() => {
        writeRules(store, toolkit, { file: given.name, rules });
      });
      filler.beginAnew();
      return { file: given.name, upgraded: notes.includes('upgraded') };
    },
    reset: ({ toolkit }) => {
      needToolkit(store, toolkit);
      store.transaction(() => {
        writeRules(store, toolkit, null);
      });
      filler.beginAnew();
      return {};
    },
  };
}
