import { AdaptaError } from '#shared/model/errors.ts';
import type { ServiceDeps } from './deps.ts';
import { filesOf } from './export-order.ts';
import { needDocument } from './library-commands.ts';
import type { Services } from './services.ts';

/** The slides of a presentation as a strip beside its units shows them: boxes always, pictures where something draws them. */
export function slidesService({
  store,
  office,
  convert,
}: ServiceDeps): Pick<Services['imports'], 'slides' | 'slidePictures'> {
  /** Files that could not be drawn: not tried again each time their document is opened. */
  const undrawable = new Set<string>();
  return {
    slides: async ({ document }, { signal, progress }) => {
      const { skeleton } = filesOf(store, document);
      progress({ subject: needDocument(store, document).title });
      const slides = await office.slides(skeleton.format, await store.files.get(skeleton.sha256), signal);
      return { slides, canBeDrawn: convert !== null && slides.length > 0 && !undrawable.has(skeleton.sha256) };
    },
    slidePictures: async ({ document }, { signal, progress }) => {
      const { skeleton } = filesOf(store, document);
      const { title } = needDocument(store, document);
      progress({ subject: title });
      const kept = store.previews.get(skeleton.sha256);
      if (kept !== null) return { pdf: kept };
      if (convert === null) throw new AdaptaError('converterMissing', { file: title });
      try {
        const pdf = await convert.drawSlides(await store.files.get(skeleton.sha256), skeleton.format, signal);
        await store.previews.put(skeleton.sha256, pdf);
        return { pdf };
      } catch (cause) {
        if (!signal.aborted) undrawable.add(skeleton.sha256);
        throw cause;
      }
    },
  };
}
