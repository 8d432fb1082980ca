import type { Format } from '../format.ts';

/** Plain text in the encoding and with the line ends it has. */
export const textFormat: Format = {
  id: 'text',
  extensions: ['txt', 'text'],
  async read(bytes) {
    const { readText } = await import('./read.ts');
    return readText(bytes);
  },
  async write(request) {
    const { writeText } = await import('./write.ts');
    return writeText(request);
  },
};
