import { AdaptaError } from '#shared/model/errors.ts';
import type { Format } from '../format.ts';

/** XLIFF 1.2, 2.0 and 2.1 (OASIS): documents of two languages that translation offices exchange. */
export const xliffFormat: Format = {
  id: 'xliff',
  extensions: ['xlf', 'xliff'],
  async read(bytes, signal) {
    if (signal?.aborted === true) throw new AdaptaError('cancelled');
    const { readXliff } = await import('./read.ts');
    return readXliff(bytes);
  },
  async write(request) {
    const { writeXliff } = await import('./write.ts');
    return writeXliff(request);
  },
};
