import type { Format } from '../format.ts';

/** Office Open XML word processing documents (ECMA-376 part 1, transitional and strict). */
export const docxFormat: Format = {
  id: 'docx',
  extensions: ['docx', 'docm', 'dotx', 'dotm'],
  async read(bytes, signal) {
    const { readDocx } = await import('./read.ts');
    return readDocx(bytes, signal);
  },
  async write(request) {
    const { writeDocx } = await import('./write/write.ts');
    return writeDocx(request);
  },
  async layout(bytes, signal) {
    const { readDocxLayout } = await import('./layout.ts');
    return readDocxLayout(bytes, signal);
  },
};
