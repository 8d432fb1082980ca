import { isText } from '#shared/model/content.ts';
import { attributeSpan } from '#main/formats/package/attribute-span.ts';
import type { DrawingBlock } from '#main/formats/drawingml/model.ts';
import type { DrawingShop } from '#main/formats/drawingml/write/shop.ts';
import type { WriteContainer } from '#main/formats/format.ts';
import { escapeAttribute } from '#main/formats/package/xml-text.ts';
import type { XmlElement } from '#main/formats/package/xml.ts';
import type { PptxModel } from '../model.ts';
import type { Counterparts } from './counterparts.ts';
import { isSameShape } from './homes.ts';

/**
 * Says of a picture or shape both files have what only the original says of it (20.1.2.2.8). Returns whether the skeleton
 * has it, and had nothing to say.
 */
export function describe(
  block: DrawingBlock,
  { units }: WriteContainer,
  files: { readonly donor: PptxModel; readonly skeleton: PptxModel },
  counterparts: Counterparts,
  shop: DrawingShop,
): boolean {
  const [place] = block.places;
  const slide = files.donor.slides.find(({ part }) => part.name === place?.part);
  const to = slide === undefined ? undefined : counterparts.slide(slide.number);
  if (block.kind !== 'altText' || place === undefined || slide === undefined || to === undefined) return false;
  const shape = slide.shapes.find(({ element }) => place.start >= element.start && place.end <= element.end);
  if (shape === undefined) return false;
  const twin = counterparts.shape(shape.name) ?? to.shapes.find((each) => isSameShape(shape, each));
  const [from, own] = [named(shape.element), twin === undefined ? undefined : named(twin.element)];
  const attribute = ['descr', 'title'].find(
    (name) => from !== undefined && attributeSpan(slide.part.text, from, name)?.start === place.start,
  );
  if (own === undefined || attribute === undefined || twin === undefined || !to.shapes.includes(twin)) return false;
  if ((own.attributes[attribute] ?? '').trim() !== '') return false;
  const text = units.map(({ content }) => content.map((run) => (isText(run) ? run.text : ' ')).join('')).join(' ');
  const splicer = shop.splicer(to.part.name);
  const value = escapeAttribute(text);
  const empty = attributeSpan(to.part.text, own, attribute);
  if (empty !== undefined) splicer.replace(empty.start, empty.end, value);
  else {
    const at = own.start + (/^<[^\s/>]+/u.exec(to.part.text.slice(own.start, own.contentStart))?.[0].length ?? 0);
    splicer.replace(at, at, ` ${attribute}="${value}"`);
  }
  return true;
}

function named(shape: XmlElement): XmlElement | undefined {
  return shape.children.find(({ name }) => name.startsWith('p:nv'))?.child('p:cNvPr');
}
