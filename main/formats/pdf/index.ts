import { AdaptaError } from '#shared/model/errors.ts';
import type { Format } from '../format.ts';

/** PDF (ISO 32000), as reference beside one's work: its text is read, it is never written. */
export const pdfFormat: Format = {
  id: 'pdf',
  extensions: ['pdf'],
  async read(bytes, signal) {
    const { readPdf } = await import('./read.ts');
    return await readPdf(bytes, signal);
  },
  write() {
    return Promise.reject(new AdaptaError('referenceOnly', { format: 'pdf' }));
  },
};
