import { align } from '#shared/align/align.ts';
import { toAlignBlock } from '#shared/align/block.ts';
import { AdaptaError } from '#shared/model/errors.ts';
import type { Office } from '#main/services/office.ts';
import { directOffice } from '#main/services/office-direct.ts';
import { blocks, readFile } from './unit-blocks.ts';

/** Reads a text file line by line (see {@link blocks}): an office file without the office, for tests of what is around it. */
export const textOffice: Office = {
  read: async ({ bytes }) => {
    const text = new TextDecoder().decode(bytes);
    if (text.startsWith('!')) throw new AdaptaError('notAnOfficeFile');
    return await Promise.resolve(readFile(blocks(...text.split('\n').filter((line) => line !== ''))));
  },
  align: async (source, received) => await Promise.resolve(align(source.map(toAlignBlock), received.map(toAlignBlock))),
  write: async ({ containers }) => {
    const lines = containers.flatMap(({ container, units }) =>
      units.map((unit) => JSON.stringify({ container, ...unit })),
    );
    return await Promise.resolve({ bytes: new TextEncoder().encode(lines.join('\n')), findings: [] });
  },
  writeExchange: async (as, document) => await directOffice.writeExchange(as, document),
  readExchange: async (as, file) => await directOffice.readExchange(as, file),
  readTerms: async (file) => await directOffice.readTerms(file),
  readSegmentation: async (file) => await directOffice.readSegmentation(file),
  checkLibrary: async (path) => await directOffice.checkLibrary(path),
  slides: async () => await Promise.resolve([]),
  layOut: async (_format, bytes, { title }) =>
    await Promise.resolve({ html: `<title>${title}</title>${new TextDecoder().decode(bytes)}` }),
};
