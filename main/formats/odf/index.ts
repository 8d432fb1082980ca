import type { Format } from '../format.ts';
import type { OdfKind } from './open.ts';

function openDocument(id: string, kind: OdfKind, extensions: readonly string[]): Format {
  return {
    id,
    extensions,
    async read(bytes, signal) {
      const { readOdf } = await import('./read.ts');
      return readOdf(bytes, kind, signal);
    },
    async write(request) {
      const { writeOdf } = await import('./write/write.ts');
      return writeOdf(request, kind);
    },
    async layout(bytes, signal) {
      const { readOdfLayout } = await import('./layout.ts');
      return readOdfLayout(bytes, kind, signal);
    },
  };
}

/** Open Document text (ISO/IEC 26300, ODF 1.2 and 1.3): packages, templates and flat files. */
export const odtFormat: Format = openDocument('odt', 'text', ['odt', 'ott', 'fodt']);

/** Open Document presentations. */
export const odpFormat: Format = {
  ...openDocument('odp', 'presentation', ['odp', 'otp', 'fodp']),
  async slides(bytes, signal) {
    const { readOdfSlides } = await import('./slide-boxes.ts');
    return readOdfSlides(bytes, signal);
  },
};
