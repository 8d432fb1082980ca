import type { Format } from '../format.ts';
import { readText } from './read.ts';

/** Plain text in the encoding and with the line ends it has. */
export const textFormat: Format = {
  id: 'text',
  extensions: ['txt', 'text'],
  read: async (bytes) => readText(bytes),
  async write(request) {
    const { writeText } = await import('./write.ts');
    return writeText(request);
  },
};
