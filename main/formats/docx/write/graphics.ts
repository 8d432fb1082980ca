import { isText, type FormatId } from '#shared/model/content.ts';
import type { Splicer } from '#main/formats/common/splice.ts';
import type { RunLook } from '#main/formats/drawingml/look.ts';
import type { DrawingPart } from '#main/formats/drawingml/model.ts';
import { makeEdits } from '#main/formats/drawingml/write/place.ts';
import { DrawingShop } from '#main/formats/drawingml/write/shop.ts';
import type { WriteContainer, WriteRequest } from '#main/formats/format.ts';
import type { DocxModel } from '../model.ts';
import { modelOf } from '../read.ts';
import type { Workshop } from './workshop.ts';

/** What charts and diagrams take of a request: their words stand in parts without paragraphs of the text. */
export interface GraphicsWriter {
  takes(container: WriteContainer): boolean;
  /** Makes the edits of the containers taken and of the words left out; what could not be done is told to the shop. */
  write(): readonly (readonly [DrawingPart, Splicer])[];
}

export async function openGraphics(request: WriteRequest, shop: Workshop): Promise<GraphicsWriter> {
  const { drawn } = shop.model;
  const containers = new Set(drawn.blocks.map((block) => block.container));
  const taken = request.containers.filter(({ container }) => containers.has(container));
  const drawing = new DrawingShop(drawn, request.language, shop.relationships);
  drawing.donorLooks = await donorLooks(request, taken, shop.model);
  return {
    takes: (container) => taken.includes(container),
    write: () => {
      makeEdits(drawing, taken, request.omit, (id) => request.locate(id));
      // A participants' file has no workbooks.
      if (!request.strip) drawing.tellStaleWorkbooks();
      for (const { code, params } of drawing.findings) shop.find(code, params);
      return drawing.changedParts();
    },
  };
}

/** Looks of words that come from the document's other file, read only where one is asked for. */
async function donorLooks(
  { donor }: WriteRequest,
  taken: readonly WriteContainer[],
  { drawn }: DocxModel,
): Promise<ReadonlyMap<FormatId, RunLook>> {
  const isForeign = taken.some(({ units }) =>
    units.some(({ content }) =>
      content.some((run) => isText(run) && run.format !== undefined && !drawn.looks.has(run.format)),
    ),
  );
  return donor === undefined || !isForeign ? new Map() : (await modelOf(donor)).drawn.looks;
}
