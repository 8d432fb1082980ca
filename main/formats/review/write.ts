import {
  BorderStyle,
  Document,
  PageOrientation,
  Packer,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
  type IRunOptions,
} from 'docx';
import { blocksOf, isText, type Content, type Run } from '#shared/model/content.ts';
import { toPlainText } from '#shared/model/plain-text.ts';
import type { ExchangeDocument, ExchangeUnit } from '../exchange.ts';
import { documentMark, rowMark } from './marks.ts';
import type { ReviewWords } from './words.ts';

/** Twentieths of a point; the page is A4, lying. */
const COLUMNS = [700, 5100, 5100, 1600, 2300] as const;
const GREY = 'E7E6E6';
const PAPER = 'F7F6F3';
const MARGIN = 720;

/** A document as a table in a DOCX: number, original, adapted text, status, comment (see `readReview`). */
export async function writeReview(document: ExchangeDocument, words: ReviewWords): Promise<Uint8Array> {
  const { columns } = words;
  const heads = [columns.number, columns.source, columns.target, columns.status, columns.comment];
  const header = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: heads.map((text, index) =>
      cell(index, [new Paragraph({ children: [new TextRun({ text, bold: true })] })], GREY),
    ),
  });
  const rows = document.units.map((unit, index) => rowOf(unit, index + 1, words));
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
          new Paragraph({
            children: [new TextRun({ text: document.title, bold: true, size: 28 }), hidden(documentMark(document.id))],
          }),
          new Paragraph({ spacing: { after: 160 }, children: [new TextRun({ text: words.hint })] }),
          new Table({
            layout: TableLayoutType.FIXED,
            width: { size: COLUMNS.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
            columnWidths: [...COLUMNS],
            rows: [header, ...rows],
          }),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(file));
}

function rowOf(unit: ExchangeUnit, number: number, words: ReviewWords): TableRow {
  const mark = hidden(rowMark(unit.id, unit.version));
  const mode = unit.mode === 'faithful' ? [] : [line(words.mode[unit.mode])];
  const comments = unit.comments.map(({ author, text }) => line(author === '' ? text : `${author}: ${text}`));
  return new TableRow({
    children: [
      cell(0, [new Paragraph({ children: [new TextRun({ text: String(number) }), mark] })], PAPER),
      cell(1, paragraphs(unit.source), PAPER),
      cell(2, paragraphs(unit.target)),
      cell(3, [line(words.status[unit.status]), ...mode]),
      cell(4, comments.length === 0 ? [new Paragraph({})] : comments),
    ],
  });
}

function cell(column: number, children: readonly Paragraph[], fill?: string): TableCell {
  const border = { style: BorderStyle.SINGLE, size: 4, color: 'BFBFBF' };
  return new TableCell({
    width: { size: COLUMNS[column] as number, type: WidthType.DXA },
    verticalAlign: VerticalAlign.TOP,
    margins: { top: 60, bottom: 60, left: 90, right: 90 },
    borders: { top: border, right: border, bottom: border, left: border },
    ...(fill === undefined ? {} : { shading: { type: ShadingType.CLEAR, fill, color: 'auto' } }),
    children: [...children],
  });
}

function line(text: string): Paragraph {
  return new Paragraph({ children: [new TextRun({ text })] });
}

function hidden(text: string): TextRun {
  return new TextRun({ text, vanish: true, size: 2, noProof: true });
}

/** One paragraph a block. */
function paragraphs(content: Content): readonly Paragraph[] {
  return blocksOf(content).map((block) => new Paragraph({ children: block.map((run) => runOf(run)) }));
}

/** A placeholder is `⟦n⟧` on grey; a line break and a tab are themselves. */
function runOf(run: Run): TextRun {
  if (isText(run)) return new TextRun({ text: run.text.replaceAll('⟦', '⟦⟦'), ...marksOf(run.marks) });
  if (run.kind === 'break' && run.label === '\n') return new TextRun({ break: 1 });
  const shading = { type: ShadingType.CLEAR, fill: GREY, color: 'auto' };
  return new TextRun({ text: toPlainText([run]), shading, noProof: true });
}

function marksOf(marks: readonly string[]): IRunOptions {
  return {
    ...(marks.includes('bold') ? { bold: true } : {}),
    ...(marks.includes('italic') ? { italics: true } : {}),
    ...(marks.includes('underline') ? { underline: {} } : {}),
    ...(marks.includes('strike') ? { strike: true } : {}),
    ...(marks.includes('superscript') ? { superScript: true } : {}),
    ...(marks.includes('subscript') ? { subScript: true } : {}),
  };
}
