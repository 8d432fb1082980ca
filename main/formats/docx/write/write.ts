import type { WriteRequest, WriteResult } from '#main/formats/format.ts';
import { AdaptaError } from '#shared/model/errors.ts';
import type { DocxModel } from '../model.ts';
import { PackageOutput } from '../output.ts';
import { modelOf } from '../read.ts';
import { prunePackage, WITHOUT_MACROS } from '../strip/package.ts';
import { dropBlock, placeContainer, type Insertions } from './place.ts';
import { planContainer } from './plan.ts';
import { Workshop } from './workshop.ts';

/**
 * Splices the units into the skeleton: blocks whose content differs get new text, omitted ones go, new ones are cloned
 * from their neighbours; every other byte of every part stays. With nothing to change the skeleton itself comes back.
 */
export async function writeDocx(request: WriteRequest): Promise<WriteResult> {
  const model = await modelOf(request.skeleton);
  const shop = new Workshop(model, request.language);
  const plans = request.containers.map((container) => planContainer(container, (id) => request.locate(id), shop));
  const insertions: Insertions = new Map();
  for (const plan of plans) placeContainer(plan, shop, insertions);
  for (const plan of plans) for (const block of plan.dropped) dropBlock(block, shop, insertions);
  for (const anchor of request.omit) {
    const block = model.byAnchor.get(anchor);
    if (block === undefined) throw new AdaptaError('badRequest', { anchor });
    dropBlock(block, shop, insertions);
  }
  copyTwins(shop);
  const output = new PackageOutput(model.package);
  for (const [part, splicer] of shop.changedParts()) await output.setText(part.name, splicer.render());
  for (const [name, text] of await shop.relationships.written()) await output.setText(name, text);
  if (request.strip) await (await import('../strip/strip.ts')).stripPackage(output, model);
  else if (hasMacros(model)) await prunePackage(output, WITHOUT_MACROS);
  return { bytes: output.changed ? await output.write() : request.skeleton, findings: shop.findings };
}

function hasMacros({ package: pack }: DocxModel): boolean {
  return pack.archive.entries.some((entry) => entry.name.toLowerCase().endsWith('vbaproject.bin'));
}

/** A text box stands twice, for new and for old programs: the second is written as the first. */
function copyTwins(shop: Workshop): void {
  for (const { part, primary, twin } of shop.model.twins) {
    const splicer = shop.splicer(part);
    if (!splicer.touches(primary.contentStart, primary.contentEnd)) continue;
    splicer.add({
      start: twin.contentStart,
      end: twin.contentEnd,
      render: () => splicer.slice(primary.contentStart, primary.contentEnd, true),
    });
  }
}
