import type { ReportNote } from '#shared/model/report.ts';
import type { ZipArchive } from '../package/zip-read.ts';

/** Pictures beyond this are never decoded (`trust.md`): a file of 100 kB can unfold to gigabytes of pixels. */
const MAX_PIXELS = 40_000_000;
const MEDIA = /\/media\/[^/]+\.(?:png|jpe?g|gif|bmp|tiff?|webp)$/iu;

/**
 * Verifies every entry nobody has read yet and, in passing, reads the headers of pictures: those too large to be shown
 * are named in the report. Nothing is decoded. `picture` tells pictures by their names.
 */
export async function verifyAndMeasure(archive: ZipArchive, picture = MEDIA): Promise<readonly ReportNote[]> {
  const notes: ReportNote[] = [];
  const hasPictures = archive.entries.some(({ name }) => picture.test(name));
  const imageSize = hasPictures ? (await import('image-size')).imageSize : undefined;
  await archive.verifyRest((name, content) => {
    if (imageSize === undefined || !picture.test(name)) return;
    const pixels = pixelsOf(content, imageSize);
    if (pixels > MAX_PIXELS) notes.push({ code: 'hugeImage', count: 1, detail: name.slice(name.lastIndexOf('/') + 1) });
  });
  return notes;
}

/** 0 for what is no picture the library knows: it is copied as it is and not shown. */
function pixelsOf(content: Uint8Array, imageSize: (content: Uint8Array) => { width: number; height: number }): number {
  try {
    const { width, height } = imageSize(content);
    return width * height;
  } catch {
    return 0;
  }
}
