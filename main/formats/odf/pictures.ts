import type { PlaceholderId } from '#shared/model/content.ts';
import { rasterTypeOf } from '../common/raster.ts';
import type { Picture } from '../file-layout.ts';
import { resolvePartName } from '../package/names.ts';
import { descendants, type XmlElement } from '../package/xml.ts';
import { millimetres } from './measures.ts';
import type { OdfModel, OdfPlaceholder } from './model.ts';

const IMAGES = new Set(['draw:image']);

/** The entry of the package a picture is in; undefined for one that lies elsewhere. */
export function pictureName(image: XmlElement): string | undefined {
  const href = image.attributes['xlink:href'] ?? '';
  return href === '' || /^[a-z][a-z0-9+.-]*:/iu.test(href) ? undefined : resolvePartName('content.xml', href);
}

function bytesOf(image: XmlElement, model: OdfModel): Uint8Array | undefined {
  const inline = image.child('office:binary-data');
  if (inline !== undefined) return new Uint8Array(Buffer.from(inline.text, 'base64'));
  const archive = model.source.package?.archive;
  const entry = archive?.find(pictureName(image) ?? '');
  return entry === undefined ? undefined : archive?.read(entry);
}

function pictureOf(placeholder: OdfPlaceholder, model: OdfModel): Picture | undefined {
  const [shape] = placeholder.elements;
  for (const image of shape === undefined ? [] : descendants(shape, IMAGES)) {
    const bytes = bytesOf(image, model);
    const type = bytes === undefined ? undefined : rasterTypeOf(bytes);
    if (bytes === undefined || type === undefined) continue;
    const frame = image.parent?.attributes ?? {};
    const [width, height] = [millimetres(frame['svg:width']), millimetres(frame['svg:height'])];
    return {
      bytes,
      type,
      ...(width === undefined || height === undefined || width <= 0 || height <= 0 ? {} : { width, height }),
    };
  }
  return undefined;
}

/** The first raster picture of each image, text box or object. Nothing outside the package is fetched. */
export function readPictures(model: OdfModel): ReadonlyMap<PlaceholderId, Picture> {
  const pictures = new Map<PlaceholderId, Picture>();
  for (const placeholder of model.placeholders) {
    if (!['image', 'textBox', 'object', 'equation'].includes(placeholder.kind)) continue;
    const picture = pictureOf(placeholder, model);
    if (picture !== undefined) pictures.set(placeholder.id, picture);
  }
  return pictures;
}
