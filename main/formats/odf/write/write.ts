import type { WriteRequest, WriteResult } from '#main/formats/format.ts';
import { MACROS, SIGNATURES } from '../inspect.ts';
import type { OdfModel } from '../model.ts';
import type { OdfKind } from '../open.ts';
import { overflowing } from '../overflow.ts';
import { modelOf } from '../read.ts';
import { withoutScripts } from '../strip/scripts.ts';
import { dropLostChanges } from './changes.ts';
import { makeEdits } from './edits.ts';
import { OdfOutput } from './output.ts';
import { Workshop } from './shop.ts';

/**
 * Splices the units into the skeleton: blocks whose content differs get new text, omitted ones go, new ones are cloned
 * from their neighbours; every other byte of every part stays, but for the automatic styles new text needs. With nothing
 * to change the skeleton itself comes back.
 */
export async function writeOdf(request: WriteRequest, kind: OdfKind): Promise<WriteResult> {
  const model = await modelOf(request.skeleton, kind);
  const shop = new Workshop(model, request.language);
  const { openDonor } = await import('../carry/donor.ts');
  const donor = await openDonor(request, kind, shop);
  const plans = makeEdits(
    shop,
    request.containers.filter((container) => !donor.takes(container)),
    request.omit,
    (id) => request.locate(id),
  );
  for (const { code, params } of overflowing(model, plans)) shop.find(code, params);
  const output = new OdfOutput(model.source);
  for (const [part, splicer] of shop.changedParts()) {
    const rendered = dropLostChanges(part, splicer.render());
    output.setText(part, shop.styles(part.name).insertInto(rendered, splicer));
    dropReplacement(part.name, output);
  }
  await donor.deliver(output);
  if (request.strip) {
    const { stripDocument } = await import('../strip/strip.ts');
    for (const file of stripDocument(output, model, request.omit)) shop.find('embeddedLeftOut', { file });
  } else dropMacros(output, model);
  donor.report();
  if (!output.changed) return { bytes: request.skeleton, findings: shop.findings };
  dropSignatures(output, shop);
  return { bytes: await output.write(), findings: shop.findings };
}

/** The picture of a chart whose words changed shows the old ones; programs draw it anew. */
function dropReplacement(part: string, output: OdfOutput): void {
  const folder = /^(?<folder>.+)\/content\.xml$/u.exec(part)?.groups?.['folder'];
  if (folder !== undefined) output.remove(`ObjectReplacements/${folder}`);
}

/** Programs inside the document are never written back (`trust.md`). */
function dropMacros(output: OdfOutput, { report, parts }: OdfModel): void {
  if (!report.notes.some(({ code }) => code === 'macros')) return;
  for (const name of output.names()) if (MACROS.test(name)) output.remove(name);
  for (const part of parts.values()) output.setText(part, withoutScripts(output.text(part), part.name));
}

/** A signature says that nobody changed the file since: it is not true of this one (ODF 1.3 part 2, chapter 5). */
function dropSignatures(output: OdfOutput, shop: Workshop): void {
  for (const name of output.names()) {
    if (!SIGNATURES.test(name)) continue;
    output.remove(name);
    shop.find('signatureDropped', { file: name });
  }
}
