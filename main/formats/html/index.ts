import type { Format } from '../format.ts';

/** Pages of the web (HTML Standard), in whatever state; nothing of them is run or fetched. */
export const htmlFormat: Format = {
  id: 'html',
  extensions: ['html', 'htm', 'xhtml'],
  async read(bytes, signal) {
    const { readHtml } = await import('./read.ts');
    return readHtml(bytes, signal);
  },
  async layout(bytes, signal) {
    const { readHtmlLayout } = await import('./layout.ts');
    return readHtmlLayout(bytes, signal);
  },
  async write(request) {
    const { writeHtml } = await import('./write/write.ts');
    return writeHtml(request);
  },
};
