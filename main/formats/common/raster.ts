import { imageSize } from 'image-size';

/** Raster types a page can show, by what the bytes are. */
const TYPES: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  bmp: 'image/bmp',
};
/** Over this an image's header is believed and the image not decoded (trust.md). */
const MOST_PIXELS = 40_000_000;

/** The type of a raster picture a page can show; undefined for anything else, and for what is too large to decode. */
export function rasterTypeOf(bytes: Uint8Array): string | undefined {
  try {
    const { type, width, height } = imageSize(bytes);
    return width * height > MOST_PIXELS ? undefined : TYPES[type ?? ''];
  } catch {
    return undefined;
  }
}
