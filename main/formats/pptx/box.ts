import { isText, type Content, type FormatId } from '#shared/model/content.ts';
import type { BoxParagraph, BoxRoom } from '#shared/text/fits-box.ts';
import { levelOf } from '../drawingml/levels.ts';
import type { RunLook } from '../drawingml/look.ts';
import type { DrawingBlock } from '../drawingml/model.ts';
import { paragraphsOf } from '../drawingml/reader.ts';
import type { XmlElement } from '../package/xml.ts';
import { emu, millimetres } from './geometry.ts';
import type { PptxModel, Shape } from './model.ts';

/** What letters are where nothing says (21.1.2.3.9: 18 points). */
const USUAL_SIZE = 1800;
/** Insets where nothing says (21.1.2.1.1), EMU. */
const INSETS = { lIns: 91_440, tIns: 45_720, rIns: 91_440, bIns: 45_720 } as const;
const SIDEWAYS = new Set(['vert', 'vert270', 'eaVert', 'wordArtVert', 'mongolianVert', 'wordArtVertRtl']);
/** Programs shrink text that far before people mind. */
const LEAST_SHRINK = 0.7;

/** How a box deals with text that is too long (21.1.2.1.1–3). */
export interface Fit {
  readonly fits: 'shrinks' | 'grows' | undefined;
  /** What letters are shrunk to already, 1 for not at all. */
  readonly scale: number;
}

export function fitOf({ bodyProperties }: Shape): Fit {
  for (const properties of bodyProperties) {
    for (const { name, attributes } of properties.children) {
      if (name === 'a:spAutoFit') return { fits: 'grows', scale: 1 };
      if (name === 'a:normAutofit') return { fits: 'shrinks', scale: scaleOf(attributes['fontScale']) };
      if (name === 'a:noAutofit') return { fits: undefined, scale: 1 };
    }
  }
  return { fits: undefined, scale: 1 };
}

function scaleOf(value: string | undefined): number {
  const number = Number.parseFloat(value ?? '');
  const scale = value?.endsWith('%') === true ? number / 100 : number / 100_000;
  return scale > 0.1 && scale < 1 ? scale : 1;
}

/** Down to what part of their size the letters of a box may become smaller. */
export function shrinkOf({ fits, scale }: Fit): number {
  return fits === 'shrinks' ? Math.min(scale, LEAST_SHRINK) : 1;
}

/** The room for text in a box; undefined where the file does not say how large the box is. */
export function roomOf({ frame, bodyProperties }: Shape): BoxRoom | undefined {
  if (frame === undefined) return undefined;
  const said = (name: string): string | undefined =>
    bodyProperties.find(({ attributes }) => attributes[name] !== undefined)?.attributes[name];
  const inset = (name: keyof typeof INSETS): number => emu(said(name)) ?? INSETS[name];
  const width = frame.width - inset('lIns') - inset('rIns');
  const height = frame.height - inset('tIns') - inset('bIns');
  if (width <= 0 || height <= 0) return undefined;
  const columns = Math.max(1, Math.min(16, Number(said('numCol') ?? 1) || 1));
  const room = { width: millimetres(width), height: millimetres(height) };
  const turned = SIDEWAYS.has(said('vert') ?? '') ? { width: room.height, height: room.width } : room;
  return { width: turned.width / columns, height: turned.height * columns };
}

/** A run's size: its own, else its paragraph's level's. */
function sizeOf(look: RunLook | undefined, paragraph: XmlElement | undefined, shape: Shape): number {
  return look?.size ?? shape.levels.at(levelOf(paragraph?.child('a:pPr'))).size ?? USUAL_SIZE;
}

/** The largest letters of a text and the paragraph it stands in: what its lines are as high as. */
export function paragraphIn(
  content: Content,
  like: DrawingBlock | undefined,
  shape: Shape,
  looks: ReadonlyMap<FormatId, RunLook>,
): BoxParagraph {
  const place = like?.form === 'paragraph' ? like.places[0] : undefined;
  const sizes = content.flatMap((run) =>
    isText(run) ? [sizeOf(run.format === undefined ? place?.base : looks.get(run.format), place?.element, shape)] : [],
  );
  const text = content.map((run) => (isText(run) ? run.text : run.label)).join('');
  return { text, size: (sizes.length === 0 ? sizeOf(undefined, place?.element, shape) : Math.max(...sizes)) / 100 };
}

/** Paragraphs of a shape without text: they take a line each. */
export function blankLines(shape: Shape, blocks: readonly DrawingBlock[]): readonly BoxParagraph[] {
  const told = new Set(blocks.flatMap((block) => (block.form === 'paragraph' ? (block.places[0]?.element ?? []) : [])));
  const all = shape.body === undefined ? [] : paragraphsOf(shape.body);
  return all
    .filter((paragraph) => !told.has(paragraph))
    .map((paragraph) => ({ text: '', size: sizeOf(undefined, paragraph, shape) / 100 }));
}

/** The size most letters of some blocks have, in points; undefined where they have none. */
export function commonSize(blocks: readonly DrawingBlock[], shape: Shape, { text }: PptxModel): number | undefined {
  const sizes = new Map<number, number>();
  for (const block of blocks) {
    const place = block.form === 'paragraph' ? block.places[0] : undefined;
    for (const run of block.content) {
      if (!isText(run)) continue;
      const size = sizeOf(run.format === undefined ? place?.base : text.looks.get(run.format), place?.element, shape);
      sizes.set(size, (sizes.get(size) ?? 0) + run.text.length);
    }
  }
  const [most] = [...sizes].toSorted((a, b) => b[1] - a[1]);
  return most === undefined ? undefined : most[0] / 100;
}
