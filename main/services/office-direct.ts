import { toAlignBlock } from '#shared/align/block.ts';
import type { Office } from './office.ts';

/**
 * Does the work where it is called: inside a worker thread, or in the command line's own process. Formats and alignment
 * are loaded when first wanted: starting must stay quick.
 */
export const directOffice: Office = {
  read: async ({ name, bytes }, signal) => {
    const { formatOf } = await import('#main/formats/registry.ts');
    return await formatOf(name, bytes).read(bytes, signal);
  },
  align: async (source, received, signal) => {
    const { align } = await import('#shared/align/align.ts');
    const checkpoint = (): void => {
      signal?.throwIfAborted();
    };
    return align(source.map(toAlignBlock), received.map(toAlignBlock), { checkpoint });
  },
  write: async ({ format, places, ...order }) => {
    const { formatById } = await import('#main/formats/registry.ts');
    const byId = new Map(places);
    return await formatById(format).write({ ...order, locate: (id) => byId.get(id) });
  },
  writeExchange: async (as, document) => {
    const { exchangeFormat } = await import('./exchange-formats.ts');
    return await (await exchangeFormat(as, document.targetLanguage)).write(document);
  },
  readExchange: async (as, { bytes }, signal) => {
    const { exchangeFormat } = await import('./exchange-formats.ts');
    return await (await exchangeFormat(as, 'es')).read(bytes, signal);
  },
  readTerms: async (file) => {
    const { readTerms } = await import('./term-read.ts');
    return await readTerms(file);
  },
  readSegmentation: async ({ bytes }) => {
    const { readSrx } = await import('#main/formats/srx/read.ts');
    return readSrx(bytes);
  },
  checkLibrary: async (path) => {
    const { checkCopy } = await import('#main/store/backup.ts');
    checkCopy(path);
  },
  slides: async (format, bytes, signal) => {
    const { formatById } = await import('#main/formats/registry.ts');
    return (await formatById(format).slides?.(bytes, signal)) ?? [];
  },
  layOut: async (format, bytes, page, signal) => {
    const { formatById } = await import('#main/formats/registry.ts');
    const { PLAIN_LAYOUT } = await import('#main/formats/file-layout.ts');
    const { factsOf } = await import('#main/bundles/html/facts.ts');
    const { renderPrintHtml } = await import('#main/bundles/html/render.ts');
    const own = formatById(format);
    const { blocks } = await own.read(bytes, signal);
    const layout = (await own.layout?.(bytes, signal)) ?? PLAIN_LAYOUT;
    return renderPrintHtml({ ...page, blocks, facts: factsOf(layout) });
  },
};
