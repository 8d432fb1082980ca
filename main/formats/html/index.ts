import type { Format } from '../format.ts';
import { readHtml } from './read.ts';

/** Pages of the web (HTML Standard), in whatever state; nothing of them is run or fetched. */
export const htmlFormat: Format = {
  id: 'html',
  extensions: ['html', 'htm', 'xhtml'],
  read: async (bytes, signal) => readHtml(bytes, signal),
  async write(request) {
    const { writeHtml } = await import('./write/write.ts');
    return writeHtml(request);
  },
};
