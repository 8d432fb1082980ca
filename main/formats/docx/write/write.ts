import type { WriteRequest, WriteResult } from '#main/formats/format.ts';
import type { DocxModel } from '../model.ts';
import { PackageOutput } from '#main/formats/package/output.ts';
import { modelOf } from '../read.ts';
import { prunePackage, WITHOUT_MACROS } from '#main/formats/common/prune-package.ts';
import { openDonor } from './donor.ts';
import { makeEdits } from './edits.ts';
import { openGraphics } from './graphics.ts';
import { Workshop } from './workshop.ts';

/**
 * Splices the units into the skeleton: blocks whose content differs get new text, omitted ones go, new ones are cloned
 * from their neighbours; every other byte of every part stays. With nothing to change the skeleton itself comes back.
 */
export async function writeDocx(request: WriteRequest): Promise<WriteResult> {
  const model = await modelOf(request.skeleton);
  const shop = new Workshop(model, request.language);
  const donor = await openDonor(request, shop);
  const graphics = await openGraphics(request, shop);
  makeEdits(
    shop,
    request.containers.filter((container) => !donor.takes(container) && !graphics.takes(container)),
    request.omit.filter((anchor) => !model.drawn.byAnchor.has(anchor)),
    (id) => request.locate(id),
  );
  const output = new PackageOutput(model.package);
  for (const [part, splicer] of [...graphics.write(), ...shop.changedParts()])
    await output.setPieces(part.name, splicer.pieces());
  await shop.carrier?.deliver(output);
  for (const [name, text] of await shop.relationships.written()) await output.setText(name, text);
  if (request.strip) {
    const { stripPackage } = await import('../strip/strip.ts');
    for (const file of await stripPackage(output, model)) shop.find('embeddedLeftOut', { file });
  } else if (await hasMacros(model)) await prunePackage(output, WITHOUT_MACROS);
  donor.report();
  return { bytes: output.changed ? await output.write() : request.skeleton, findings: shop.findings };
}

/** Whether it holds code, under whatever name, or is of a type that could: written back it is of neither. */
async function hasMacros({ package: pack, parts, main }: DocxModel): Promise<boolean> {
  const relationships = [...(parts.get(main)?.relationships.values() ?? [])];
  return (
    pack.archive.entries.some((entry) => entry.name.toLowerCase().endsWith('vbaproject.bin')) ||
    relationships.some(({ type }) => type === 'vbaProject') ||
    (await pack.contentType(main)).includes('macroEnabled')
  );
}
