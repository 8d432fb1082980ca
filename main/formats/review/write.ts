import { Splicer } from '../common/splice.ts';
import type { ExchangeDocument } from '../exchange.ts';
import { PackageOutput } from '../package/output.ts';
import { OfficePackage, type XmlPart } from '../package/package.ts';
import { descendants, type XmlElement } from '../package/xml.ts';
import { rowCells } from './row.ts';
import { reviewShell } from './shell.ts';
import type { ReviewWords } from './words.ts';

const MAIN = 'word/document.xml';
const ROW = new Set(['w:tr']);

/**
 * A document as a table in a DOCX: number, original, adapted text, status, comment (see `readReview`). The library makes all
 * but the rows, which are spliced in one by one: as its objects those of a manual of 400 pages do not fit in a worker.
 */
export async function writeReview(document: ExchangeDocument, words: ReviewWords): Promise<Uint8Array> {
  const pack = await OfficePackage.open(await reviewShell(document, words));
  const part = await pack.requirePart(MAIN);
  const model = [...descendants(part.root, ROW)].at(-1) as XmlElement;
  const heads = cellHeads(part, model);
  const splicer = new Splicer(part.text);
  splicer.replace(model.start, model.end, '');
  for (const [index, unit] of document.units.entries()) {
    const render = (): string => {
      const cells = rowCells(unit, index + 1, words);
      return `<w:tr>${cells.map((cell, column) => `${heads[column] ?? ''}${cell}</w:tc>`).join('')}</w:tr>`;
    };
    splicer.add({ start: model.end, end: model.end, render });
  }
  const output = new PackageOutput(pack);
  await output.setPieces(MAIN, splicer.pieces());
  return await output.write();
}

/** The start of each cell of the model row, up to its paragraph. Widths are the grid's (17.4.48): a fixed table needs no others. */
function cellHeads({ text }: XmlPart, row: XmlElement): readonly string[] {
  return row.children.map((cell) => {
    const shading = cell.child('w:tcPr')?.child('w:shd');
    return shading === undefined ? '<w:tc>' : `<w:tc><w:tcPr>${text.slice(shading.start, shading.end)}</w:tcPr>`;
  });
}
