import type { Format } from '../format.ts';

/** Markdown: CommonMark 0.31 with GitHub's tables, notes, tasks and strikethrough. */
export const markdownFormat: Format = {
  id: 'markdown',
  extensions: ['md', 'markdown', 'mdown', 'mkd'],
  async read(bytes) {
    const { readMarkdown } = await import('./read.ts');
    return readMarkdown(bytes);
  },
  async write(request) {
    const { writeMarkdown } = await import('./write/write.ts');
    return writeMarkdown(request);
  },
};
