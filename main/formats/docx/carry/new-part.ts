import type { DocxPart } from '../model.ts';
import type { PackageOutput } from '#main/formats/package/output.ts';
import type { Workshop } from '../write/workshop.ts';
import type { PartCarrier } from '#main/formats/common/part-carrier.ts';

const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** The kinds of parts the carrier can make; each is the last segment of its relationship and its root's name. */
export type NewPart = 'footnotes' | 'endnotes' | 'numbering';

/**
 * A part the skeleton lacks, beside the main one, with its relationship and media type. Its root declares what the main
 * part's does, so fragments adapted to that one fit.
 */
export async function addPart(
  kind: NewPart,
  inner: string,
  shop: Workshop,
  output: PackageOutput,
  carrier: PartCarrier,
): Promise<void> {
  const main: DocxPart = shop.part(shop.model.main);
  const name = `${main.name.slice(0, main.name.lastIndexOf('/') + 1)}${kind}.xml`;
  const declared = Object.entries(main.root.attributes)
    .filter(([attribute]) => attribute.startsWith('xmlns'))
    .map(([attribute, uri]) => ` ${attribute}="${uri}"`);
  const tag = `${main.prefix}${kind}`;
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
  await output.setText(name, `${head}<${tag}${declared.join('')}>${inner}</${tag}>`);
  shop.relationships.add(main, kind, `${kind}.xml`, false);
  carrier.declare(name, `${TYPE}.${kind}+xml`);
}
