import { isText, type FormatId } from '#shared/model/content.ts';
import { PackageOutput } from '../package/output.ts';
import { prunePackage, WITHOUT_MACROS } from '../common/prune-package.ts';
import type { RunLook } from '../drawingml/look.ts';
import { makeEdits } from '../drawingml/write/place.ts';
import { DrawingShop } from '../drawingml/write/shop.ts';
import type { WriteRequest, WriteResult } from '../format.ts';
import { NewRelationships, STRICT, TRANSITIONAL } from '../package/new-relationships.ts';
import type { PptxModel } from './model.ts';
import { overflowing } from './overflow.ts';
import { modelOf } from './read.ts';

/**
 * Splices the units into the skeleton: paragraphs whose content differs get new text, omitted ones go, new ones are cloned
 * from their neighbours, what only the other file has comes along; every other byte of every part stays. With nothing to change the skeleton itself comes back.
 */
export async function writePptx(request: WriteRequest): Promise<WriteResult> {
  const model = await modelOf(request.skeleton);
  const relationships = new NewRelationships(model.package, relationshipUri(model));
  const shop = new DrawingShop(model.text, request.language, relationships);
  shop.donorLooks = await donorLooks(request, model);
  const { openDonor } = await import('./carry/donor.ts');
  const donor = await openDonor(request, model, shop, relationships);
  const plans = makeEdits(shop, donor.containers, request.omit, (id) => request.locate(id));
  donor.place();
  for (const { code, params } of overflowing(model, plans)) shop.find(code, params);
  // A participants' file has no workbooks.
  if (!request.strip) shop.tellStaleWorkbooks();
  const output = new PackageOutput(model.package);
  for (const [part, splicer] of shop.changedParts()) await output.setPieces(part.name, splicer.pieces());
  await donor.deliver(output);
  for (const [name, text] of await relationships.written()) await output.setText(name, text);
  if (request.strip) {
    const { stripPresentation } = await import('./strip.ts');
    for (const file of await stripPresentation(output)) shop.find('embeddedLeftOut', { file });
  } else if (hasMacros(model)) await prunePackage(output, WITHOUT_MACROS);
  return { bytes: output.changed ? await output.write() : request.skeleton, findings: shop.findings };
}

function hasMacros({ package: pack }: PptxModel): boolean {
  return pack.archive.entries.some((entry) => entry.name.toLowerCase().endsWith('vbaproject.bin'));
}

/** Strict files keep to their own names of relationships. */
function relationshipUri({ main }: PptxModel): string {
  const isStrict = Object.values(main.root.attributes).includes('http://purl.oclc.org/ooxml/presentationml/main');
  return isStrict ? STRICT : TRANSITIONAL;
}

/** Looks of text that comes from the document's other file, read only where one is asked for. */
async function donorLooks(
  { donor, containers }: WriteRequest,
  { text }: PptxModel,
): Promise<ReadonlyMap<FormatId, RunLook>> {
  const isForeign = containers.some(({ units }) =>
    units.some(({ content }) =>
      content.some((run) => isText(run) && run.format !== undefined && !text.looks.has(run.format)),
    ),
  );
  return donor === undefined || !isForeign ? new Map() : (await modelOf(donor)).text.looks;
}
