import { descendants, type XmlElement } from '../package/xml.ts';
import { NO_LEVELS } from './levels.ts';
import type { DrawingBlock, DrawingPart } from './model.ts';
import { paragraphsOf, type DrawingReader } from './reader.ts';

/** Points that hold the layout's own bookkeeping (21.4.7.52). */
const BOOKKEEPING = new Set(['pres', 'doc']);
const EXTENSION = new Set(['dsp:dataModelExt']);
const SHAPE = new Set(['dsp:sp']);

/** The relationship, of the part that shows the diagram, to what was drawn of it (MS-ODRAWXML 2.6.4). */
export function drawingIdOf(data: DrawingPart): string | undefined {
  for (const { attributes } of descendants(data.root, EXTENSION)) return attributes['relId'];
  return undefined;
}

/**
 * Reads the texts of a SmartArt diagram's data (21.4.2.10), each point a container of its own. The drawing programs show
 * without laying the diagram out again repeats them: it is written with them. Returns the blocks.
 */
export function readDiagram(
  data: DrawingPart,
  drawing: DrawingPart | undefined,
  story: string,
  reader: DrawingReader,
): readonly DrawingBlock[] {
  const byPoint = new Map<string, readonly DrawingBlock[]>();
  let number = 0;
  for (const point of pointsOf(data.root)) {
    number += 1;
    const body = point.child('dgm:t');
    if (point.name !== 'dgm:pt' || BOOKKEEPING.has(point.attributes['type'] ?? '') || body === undefined) continue;
    const container = `${story}/p${number}`;
    const blocks = reader.body(body, data, { story, container, kind: 'label', levels: NO_LEVELS, lists: false });
    if (blocks.length > 0) byPoint.set(point.attributes['modelId'] ?? String(number), blocks);
  }
  if (drawing !== undefined) pairWithDrawing(byPoint, data, drawing, reader);
  return [...byPoint.values()].flat();
}

/** Points of the data; of alternate content the first choice. */
function* pointsOf(root: XmlElement): Generator<XmlElement> {
  for (const child of root.child('dgm:ptLst')?.children ?? []) {
    if (child.name === 'mc:AlternateContent') yield* child.child('mc:Choice')?.children ?? [];
    else yield child;
  }
}

/** A shape shows the points it is the presentation of; where that leaves words over, equal words are paired in order. */
function pairWithDrawing(
  byPoint: ReadonlyMap<string, readonly DrawingBlock[]>,
  data: DrawingPart,
  drawing: DrawingPart,
  reader: DrawingReader,
): void {
  const shown = shownBy(data.root);
  const drawn = [...descendants(drawing.root, SHAPE)].flatMap((shape) => {
    const body = shape.child('dsp:txBody');
    const points = shown.get(shape.attributes['modelId'] ?? '') ?? [];
    return body === undefined ? [] : paragraphsOf(body).map((paragraph) => ({ paragraph, points }));
  });
  const used = new Set<XmlElement>();
  const free = (): typeof drawn => drawn.filter(({ paragraph }) => !used.has(paragraph));
  const pair = (blocks: readonly DrawingBlock[], paragraphs: readonly XmlElement[]): void => {
    for (const paragraph of reader.pair(blocks, paragraphs, drawing)) used.add(paragraph);
  };
  for (const [point, blocks] of byPoint) {
    const own = free().filter(({ points }) => points.includes(point));
    if (own.length > 0)
      pair(
        blocks,
        own.map(({ paragraph }) => paragraph),
      );
  }
  const alone = [...byPoint.values()].flat().filter(({ anchor }) => reader.byAnchor.get(anchor)?.places.length === 1);
  if (alone.length > 0)
    pair(
      alone,
      free().map(({ paragraph }) => paragraph),
    );
}

/** By the id of a presentation point, which a shape of the drawing has too, the points it presents (21.4.2.6, 21.4.3.6). */
function shownBy(root: XmlElement): ReadonlyMap<string, readonly string[]> {
  const shown = new Map<string, string[]>();
  const add = (shape: string | undefined, point: string | undefined): void => {
    if (shape !== undefined && point !== undefined) shown.set(shape, [...(shown.get(shape) ?? []), point]);
  };
  for (const point of pointsOf(root))
    add(point.attributes['modelId'], point.child('dgm:prSet')?.attributes['presAssocID']);
  for (const { attributes } of root.child('dgm:cxnLst')?.children ?? [])
    if (attributes['type'] === 'presOf') add(attributes['destId'], attributes['srcId']);
  return shown;
}
