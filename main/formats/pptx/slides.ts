import type { DrawingBlock } from '../drawingml/model.ts';
import type { SlideBox, SlideFacts } from '#shared/model/slides.ts';
import { commonSize, fitOf } from './box.ts';
import { emu, millimetres } from './geometry.ts';
import type { PptxModel, Shape } from './model.ts';
import { modelOf } from './read.ts';

const TITLES = new Set(['title', 'ctrTitle']);
/** What a slide is where the file does not say: ten inches by seven and a half (19.2.1.39). */
const USUAL = { cx: 9_144_000, cy: 6_858_000 };

/**
 * The slides with the places of their boxes, for the strip beside their units: those with text, and pictures. Places come
 * from the layout or master where a slide does not say. Throws what reading throws.
 */
export async function readPptxSlides(bytes: Uint8Array, signal?: AbortSignal): Promise<readonly SlideFacts[]> {
  const model = await modelOf(bytes, signal);
  const size = model.main.root.child('p:sldSz')?.attributes;
  const width = millimetres(emu(size?.['cx']) ?? USUAL.cx);
  const height = millimetres(emu(size?.['cy']) ?? USUAL.cy);
  const byContainer = Map.groupBy(model.text.blocks, (block) => containerOf(block));
  const descriptions = Map.groupBy(
    model.text.blocks.filter(({ story }) => story === 'altText'),
    ({ places }) => places[0]?.part ?? '',
  );
  return model.slides.map((slide) => ({
    number: slide.number,
    story: slide.story,
    hidden: slide.hidden,
    width,
    height,
    boxes: slide.shapes.flatMap((shape) => {
      const container = nameOf(shape, descriptions.get(slide.part.name) ?? []);
      return boxOf(shape, container, byContainer.get(container) ?? [], model);
    }),
  }));
}

/** A cell's blocks count as their table's, a label's as its chart's. */
function containerOf({ container, story }: DrawingBlock): string {
  if (story.startsWith('chart:') || story.startsWith('diagram:')) return story;
  return container.replace(/r\d+c\d+$/u, '');
}

function boxOf(
  shape: Shape,
  container: string,
  blocks: readonly DrawingBlock[],
  model: PptxModel,
): readonly SlideBox[] {
  const { frame, role } = shape;
  if (frame === undefined || shape.what === 'object' || (shape.what !== 'picture' && blocks.length === 0)) return [];
  const isTitle = role !== undefined && TITLES.has(role.type);
  const fontSize = commonSize(blocks, shape, model);
  const { fits, scale } = fitOf(shape);
  return [
    {
      container,
      what: shape.what === 'text' && isTitle ? 'title' : shape.what,
      x: millimetres(frame.x),
      y: millimetres(frame.y),
      width: millimetres(frame.width),
      height: millimetres(frame.height),
      ...(frame.rotation === 0 ? {} : { rotation: Math.round(frame.rotation * 100) / 100 }),
      ...(fontSize === undefined ? {} : { fontSize: Math.round(fontSize * scale * 10) / 10 }),
      ...(fits === undefined ? {} : { fits }),
    },
  ];
}

/** A picture's own unit is what describes it. */
function nameOf({ what, name, story, element }: Shape, descriptions: readonly DrawingBlock[]): string {
  if (what === 'table') return `${name}/t1`;
  const said =
    what === 'picture'
      ? descriptions.find(
          ({ places: [place] }) => place !== undefined && place.start > element.start && place.end < element.end,
        )
      : undefined;
  return said?.container ?? story ?? name;
}
