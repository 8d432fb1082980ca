import type { PlaceholderId } from '#shared/model/content.ts';
import { rasterTypeOf } from '../common/raster.ts';
import type { Picture } from '../file-layout.ts';
import type { XmlElement } from '../package/xml.ts';
import { inspectDrawing } from './drawings.ts';
import type { DocxModel, DocxPlaceholder } from './model.ts';

const MM_PER_EMU = 25.4 / 914_400;

function find(element: XmlElement, name: string): XmlElement | undefined {
  if (element.name === name) return element;
  for (const child of element.children) {
    const found = find(child, name);
    if (found !== undefined) return found;
  }
  return undefined;
}

function sizeOf(element: XmlElement): { width?: number; height?: number } {
  const extent = find(element, 'wp:extent')?.attributes;
  const [width, height] = [Number(extent?.['cx']), Number(extent?.['cy'])];
  return width > 0 && height > 0 ? { width: width * MM_PER_EMU, height: height * MM_PER_EMU } : {};
}

function pictureOf(placeholder: DocxPlaceholder, model: DocxModel): Picture | undefined {
  const relationships = model.parts.get(placeholder.part)?.relationships;
  for (const { element } of placeholder.items) {
    for (const id of inspectDrawing(element).pictures) {
      const name = relationships?.get(id)?.part ?? '';
      const entry = name === '' ? undefined : model.package.archive.find(name);
      if (entry === undefined) continue;
      const bytes = model.package.archive.read(entry);
      const type = rasterTypeOf(bytes);
      if (type !== undefined) return { bytes, type, ...sizeOf(element) };
    }
  }
  return undefined;
}

/** The first raster picture of each image, text box or object. Nothing outside the package is fetched. */
export function readPictures(model: DocxModel): ReadonlyMap<PlaceholderId, Picture> {
  const pictures = new Map<PlaceholderId, Picture>();
  for (const placeholder of model.placeholders) {
    if (!['image', 'textBox', 'object'].includes(placeholder.kind)) continue;
    const picture = pictureOf(placeholder, model);
    if (picture !== undefined) pictures.set(placeholder.id, picture);
  }
  return pictures;
}
