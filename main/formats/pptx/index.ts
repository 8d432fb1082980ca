import type { Format } from '../format.ts';

/** Office Open XML presentations (ECMA-376 part 1, transitional and strict). */
export const pptxFormat: Format = {
  id: 'pptx',
  extensions: ['pptx', 'pptm', 'ppsx', 'ppsm', 'potx', 'potm'],
  async read(bytes, signal) {
    const { readPptx } = await import('./read.ts');
    return readPptx(bytes, signal);
  },
  async write(request) {
    const { writePptx } = await import('./write.ts');
    return writePptx(request);
  },
  async layout(bytes, signal) {
    const { readPptxLayout } = await import('./layout.ts');
    return readPptxLayout(bytes, signal);
  },
  async slides(bytes, signal) {
    const { readPptxSlides } = await import('./slides.ts');
    return readPptxSlides(bytes, signal);
  },
};
