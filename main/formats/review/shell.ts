import {
  BorderStyle,
  Document,
  Packer,
  PageOrientation,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { ExchangeDocument } from '../exchange.ts';
import { documentMark } from './marks.ts';
import type { ReviewWords } from './words.ts';

/** Twentieths of a point; the page is A4, lying. */
const COLUMNS = [700, 5100, 5100, 1600, 2300] as const;
const GREY = 'E7E6E6';
const PAPER = 'F7F6F3';
const MARGIN = 720;
const BORDER = { style: BorderStyle.SINGLE, size: 4, color: 'BFBFBF' };

/**
 * A DOCX whose table has its heading and one empty row: the model of all others. Borders, margins and widths are the
 * table's own, so that twenty thousand rows need not repeat them.
 */
export async function reviewShell(document: ExchangeDocument, words: ReviewWords): Promise<Uint8Array> {
  const { columns } = words;
  const heads = [columns.number, columns.source, columns.target, columns.status, columns.comment];
  const header = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: heads.map((text) => cell(GREY, new Paragraph({ children: [new TextRun({ text, bold: true })] }))),
  });
  const model = new TableRow({
    children: COLUMNS.map((_, index) => cell(index < 2 ? PAPER : undefined, new Paragraph({}))),
  });
  const mark = new TextRun({ text: documentMark(document.id), vanish: true, size: 2, noProof: true });
  const file = new Document({
    title: document.title,
    creator: 'Adapta',
    lastModifiedBy: 'Adapta',
    styles: { default: { document: { run: { font: 'Calibri', size: 20, language: { value: words.language } } } } },
    sections: [
      {
        properties: {
          page: {
            size: { width: 11_906, height: 16_838, orientation: PageOrientation.LANDSCAPE },
            margin: { top: MARGIN, right: MARGIN, bottom: MARGIN, left: MARGIN },
          },
        },
        children: [
          new Paragraph({ children: [new TextRun({ text: document.title, bold: true, size: 28 }), mark] }),
          new Paragraph({ spacing: { after: 160 }, children: [new TextRun({ text: words.hint })] }),
          new Table({
            layout: TableLayoutType.FIXED,
            width: { size: COLUMNS.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
            columnWidths: [...COLUMNS],
            margins: { top: 60, bottom: 60, left: 90, right: 90, marginUnitType: WidthType.DXA },
            borders: {
              top: BORDER,
              right: BORDER,
              bottom: BORDER,
              left: BORDER,
              insideHorizontal: BORDER,
              insideVertical: BORDER,
            },
            rows: [header, model],
          }),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(file));
}

function cell(fill: string | undefined, paragraph: Paragraph): TableCell {
  const shading = fill === undefined ? {} : { shading: { type: ShadingType.CLEAR, fill, color: 'auto' } };
  return new TableCell({ ...shading, children: [paragraph] });
}
