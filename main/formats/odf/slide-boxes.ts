import type { SlideBox, SlideFacts } from '#shared/model/slides.ts';
import { descendants, type XmlElement } from '../package/xml.ts';
import { millimetres, points } from './measures.ts';
import type { OdfModel, OdfPart, SlidePlace } from './model.ts';
import { readPage } from './page.ts';
import { modelOf } from './read.ts';
import { isShape } from './shapes.ts';
import type { StyleScope } from './styles.ts';

/** Usual size of a screen presentation when the page layout says none: 28 × 15.75 cm. */
const USUAL = { width: 280, height: 157.5 } as const;
const PARAGRAPHS = new Set(['text:p', 'text:h']);
const SPANS = new Set(['text:span']);

/** The slides of a presentation with the places of their boxes. Throws what reading throws. */
export async function readOdfSlides(bytes: Uint8Array, signal?: AbortSignal): Promise<readonly SlideFacts[]> {
  return boxesOfSlides(await modelOf(bytes, 'presentation', signal));
}

/** The same of a presentation that has been read. */
export function boxesOfSlides(model: OdfModel): readonly SlideFacts[] {
  const part = model.parts.get(model.source.content.name);
  if (part === undefined) return [];
  return model.slides.map((slide, index) => {
    const { width, height } = sizeOf(slide, model);
    return {
      number: index + 1,
      story: slide.story,
      hidden: slide.hidden,
      width,
      height,
      boxes: boxesOf(slide, part),
    };
  });
}

function sizeOf({ page }: SlidePlace, model: OdfModel): { width: number; height: number } {
  const styles = model.source.styles === undefined ? undefined : model.parts.get(model.source.styles.name);
  const name = page.attributes['draw:master-page-name'];
  const master = styles?.root
    .child('office:master-styles')
    ?.children.find((each) => each.name === 'style:master-page' && each.attributes['style:name'] === name);
  const layout = styles?.scope.get('page-layout', master?.attributes['style:page-layout-name'])?.element;
  const said = layout?.child('style:page-layout-properties')?.attributes;
  const usual = said === undefined ? USUAL : readPage(model).page;
  return {
    width: millimetres(said?.['fo:page-width']) ?? usual.width,
    height: millimetres(said?.['fo:page-height']) ?? usual.height,
  };
}

function boxesOf({ page, boxes }: SlidePlace, part: OdfPart): readonly SlideBox[] {
  const found: SlideBox[] = [];
  const visit = (parent: XmlElement): void => {
    for (const child of parent.children) {
      if (!isShape(child) || child.name === 'draw:image' || child.name === 'draw:text-box') continue;
      const box = boxOf(child, boxes, part);
      if (box !== undefined) found.push(box);
      if (child.name === 'draw:g' || child.name === 'draw:a') visit(child);
    }
  };
  visit(page);
  return found;
}

function boxOf(shape: XmlElement, boxes: ReadonlyMap<XmlElement, string>, part: OdfPart): SlideBox | undefined {
  const place = placeOf(shape);
  if (place === undefined) return undefined;
  const inner = [shape, ...shape.children].find((element) => boxes.has(element));
  const container = inner === undefined ? undefined : boxes.get(inner);
  const isTable = shape.child('table:table') !== undefined;
  if (container === undefined) {
    const what =
      shape.child('draw:object') !== undefined
        ? 'chart'
        : shape.child('draw:image') === undefined
          ? undefined
          : 'picture';
    return what === undefined ? undefined : { container: '', what, ...place };
  }
  const what = isTable ? 'table' : shape.attributes['presentation:class'] === 'title' ? 'title' : 'text';
  const fontSize = isTable ? undefined : fontSizeOf(shape, part.scope);
  const fits = isTable ? undefined : fitOf(shape, part.scope);
  return {
    container: isTable ? `${container}/t1` : container,
    what,
    ...place,
    ...(fontSize === undefined ? {} : { fontSize }),
    ...(fits === undefined ? {} : { fits }),
  };
}

type Place = Pick<SlideBox, 'x' | 'y' | 'width' | 'height' | 'rotation'>;

/** Where a shape stands: by its own corner, by its two ends, or by a transformation (ODF 1.3 part 3, 19.228). */
function placeOf({ attributes }: XmlElement): Place | undefined {
  const at = (name: string): number | undefined => millimetres(attributes[`svg:${name}`]);
  const [x1, y1, x2, y2] = [at('x1'), at('y1'), at('x2'), at('y2')];
  if (x1 !== undefined && y1 !== undefined && x2 !== undefined && y2 !== undefined)
    return { x: Math.min(x1, x2), y: Math.min(y1, y2), width: Math.abs(x2 - x1), height: Math.abs(y2 - y1) };
  const [width, height] = [at('width'), at('height')];
  if (width === undefined || height === undefined) return undefined;
  const transform = attributes['draw:transform'] ?? '';
  const [, dx, dy] = /translate\s*\(\s*([^\s,)]+)[\s,]+([^\s,)]+)\s*\)/u.exec(transform) ?? [];
  const turn = Number(/rotate\s*\(\s*(-?[\d.eE-]+)\s*\)/u.exec(transform)?.[1] ?? 0);
  const [left, top] = [at('x') ?? millimetres(dx) ?? 0, at('y') ?? millimetres(dy) ?? 0];
  if (!Number.isFinite(turn) || Math.abs(turn) < 0.001) return { x: left, y: top, width, height };
  return turned(left, top, width, height, turn);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** The box before it was turned about the corner the transformation moves: its middle stays where it is drawn. */
function turned(left: number, top: number, width: number, height: number, angle: number): Place {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const middle = { x: left + (width * cos + height * sin) / 2, y: top + (height * cos - width * sin) / 2 };
  const degrees = (((-angle * 180) / Math.PI) % 360) + 360;
  return {
    x: round(middle.x - width / 2),
    y: round(middle.y - height / 2),
    width,
    height,
    rotation: round(degrees % 360),
  };
}

function fontSizeOf(shape: XmlElement, scope: StyleScope): number | undefined {
  const sizes = new Map<number, number>();
  for (const paragraph of descendants(shape, PARAGRAPHS)) {
    const spans = [...descendants(paragraph, SPANS)];
    for (const span of spans.length === 0 ? [paragraph] : spans) {
      const size = sizeOfText(span, paragraph, shape, scope);
      if (size !== undefined && span.text.length > 0) sizes.set(size, (sizes.get(size) ?? 0) + span.text.length);
    }
  }
  return [...sizes].toSorted((a, b) => b[1] - a[1])[0]?.[0];
}

function sizeOfText(span: XmlElement, paragraph: XmlElement, shape: XmlElement, scope: StyleScope): number | undefined {
  const of = (family: string, name: string | undefined): number | undefined => {
    if (name === undefined) return undefined;
    for (const { element } of scope.chain(family, name)) {
      const size = points(element.child('style:text-properties')?.attributes['fo:font-size']);
      if (size !== undefined) return size;
    }
    return undefined;
  };
  return (
    (span === paragraph ? undefined : of('text', span.attributes['text:style-name'])) ??
    of('paragraph', paragraph.attributes['text:style-name']) ??
    of('presentation', shape.attributes['presentation:style-name']) ??
    of('graphic', shape.attributes['draw:style-name'])
  );
}

/** Whether the program makes room (20.122 `draw:auto-grow-height`, 20.151 `draw:fit-to-size`). */
function fitOf(shape: XmlElement, scope: StyleScope): SlideBox['fits'] {
  const { attributes } = shape;
  const [family, name] =
    attributes['presentation:style-name'] === undefined
      ? (['graphic', attributes['draw:style-name']] as const)
      : (['presentation', attributes['presentation:style-name']] as const);
  const said = (what: string): string | undefined => scope.property(family, name, 'style:graphic-properties', what);
  if (['shrink-to-fit', 'true'].includes(said('draw:fit-to-size') ?? '')) return 'shrinks';
  return said('draw:auto-grow-height') === 'true' ? 'grows' : undefined;
}
