import { toAlignBlock } from '#shared/align/block.ts';
import { AdaptaError } from '#shared/model/errors.ts';
import type { Format } from '#main/formats/format.ts';
import type { Office } from './office.ts';

/** By the name readers give themselves. Loaded when first wanted: starting must stay quick. */
const FORMATS: Readonly<Record<string, () => Promise<Format>>> = {
  docx: async () => (await import('#main/formats/docx/index.ts')).docxFormat,
};

/** The format of a file being read; the reader itself refuses, by name, what it cannot take. */
const READER = 'docx';

async function formatCalled(id: string): Promise<Format> {
  const load = FORMATS[id];
  if (load === undefined) throw new AdaptaError('unsupportedFormat', { format: id });
  return await load();
}

/** Does the work where it is called: inside a worker thread, or in the command line's own process. */
export const directOffice: Office = {
  read: async ({ bytes }, signal) => await (await formatCalled(READER)).read(bytes, signal),
  align: async (source, received, signal) => {
    const { align } = await import('#shared/align/align.ts');
    const checkpoint = (): void => {
      signal?.throwIfAborted();
    };
    return align(source.map(toAlignBlock), received.map(toAlignBlock), { checkpoint });
  },
  write: async ({ format, places, ...order }) => {
    const byId = new Map(places);
    return await (await formatCalled(format)).write({ ...order, locate: (id) => byId.get(id) });
  },
};
