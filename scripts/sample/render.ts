import {
  BorderStyle,
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  DeletedTextRun,
  Document,
  ExternalHyperlink,
  Footer,
  FootnoteReferenceRun,
  Header,
  HeadingLevel,
  ImageRun,
  InsertedTextRun,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  Textbox,
  TextRun,
  VerticalMergeType,
  WidthType,
  type ICommentOptions,
  type IParagraphOptions,
  type ParagraphChild,
} from 'docx';
import { drawing } from './images.ts';
import { parseInline, type Piece } from './inline.ts';
import { sampleNumbering, sampleStyles } from './styles.ts';
import type { ParagraphKind, SampleCell, SampleItem, SampleParagraph, SampleTable } from './types.ts';

/** Every date inside the files: the day of the invented workshop's preparation. */
export const SAMPLE_DATE = new Date('2026-02-02T12:00:00Z');
/** A4 less the margins, in twentieths of a point. */
const TEXT_WIDTH = 9026;
const STYLES: Partial<Record<ParagraphKind, IParagraphOptions>> = {
  title: { heading: HeadingLevel.TITLE },
  subtitle: { style: 'Subtitle' },
  heading1: { heading: HeadingLevel.HEADING_1 },
  heading2: { heading: HeadingLevel.HEADING_2 },
  heading3: { heading: HeadingLevel.HEADING_3 },
  bullet: { numbering: { reference: 'bullets', level: 0 } },
  subBullet: { numbering: { reference: 'bullets', level: 1 } },
  facilitatorNote: { style: 'FacilitatorNote' },
  answer: { style: 'Answer' },
  caption: { style: 'Caption' },
  quote: { style: 'Quote' },
  disclaimer: { style: 'Disclaimer' },
};

/** Collects the notes and comments met on the way: the package wants them apart from the text. */
class Renderer {
  readonly comments: ICommentOptions[] = [];
  readonly footnotes: Record<string, { children: Paragraph[] }> = {};
  #list = 0;
  #change = 100;

  paragraph(paragraph: SampleParagraph, more: IParagraphOptions = {}): Paragraph {
    if (paragraph.kind === 'image') return this.#image(paragraph);
    if (paragraph.kind === 'numberFirst') this.#list += 1;
    const isNumber = paragraph.kind === 'number' || paragraph.kind === 'numberFirst';
    return new Paragraph({
      ...STYLES[paragraph.kind],
      ...(isNumber ? { numbering: { reference: 'numbers', level: 0, instance: this.#list } } : {}),
      ...more,
      children: this.children(paragraph.text),
    });
  }

  children(text: string): ParagraphChild[] {
    return parseInline(text).flatMap((piece) => this.#piece(piece));
  }

  #piece(piece: Piece): ParagraphChild[] {
    switch (piece.type) {
      case 'text':
        return [this.#text(piece)];
      case 'field':
        return [new TextRun({ children: [piece.field === 'page' ? PageNumber.CURRENT : PageNumber.TOTAL_PAGES] })];
      case 'footnote':
        return [this.#footnote(piece.text)];
      case 'insertion':
      case 'deletion': {
        const options = {
          text: piece.text,
          id: this.#change++,
          author: piece.author,
          date: SAMPLE_DATE.toISOString().replace('.000', ''),
        };
        return [piece.type === 'insertion' ? new InsertedTextRun(options) : new DeletedTextRun(options)];
      }
      case 'comment':
        return this.#comment(piece);
    }
  }

  #text(piece: Extract<Piece, { type: 'text' }>): ParagraphChild {
    const look = {
      text: piece.text,
      ...(piece.bold ? { bold: true } : {}),
      ...(piece.italic ? { italics: true } : {}),
    };
    if (piece.link === undefined) return new TextRun(look);
    return new ExternalHyperlink({ link: piece.link, children: [new TextRun({ ...look, style: 'Hyperlink' })] });
  }

  #footnote(text: string): ParagraphChild {
    const id = Object.keys(this.footnotes).length + 1;
    this.footnotes[id] = {
      children: [new Paragraph({ style: 'FootnoteText', children: [new TextRun(' '), ...this.children(text)] })],
    };
    return new FootnoteReferenceRun(id);
  }

  #comment(piece: Extract<Piece, { type: 'comment' }>): ParagraphChild[] {
    const id = this.comments.length;
    const initials = piece.author
      .split(' ')
      .map((word) => word.charAt(0))
      .join('');
    this.comments.push({
      id,
      author: piece.author,
      initials,
      date: SAMPLE_DATE,
      children: [new Paragraph(piece.comment)],
    });
    const reference = new TextRun({ children: [new CommentReference(id)] });
    return [new CommentRangeStart(id), new TextRun(piece.text), new CommentRangeEnd(id), reference];
  }

  #image(paragraph: SampleParagraph): Paragraph {
    const [name = '', alternative = ''] = paragraph.text.split(' | ');
    const { png, width, height } = drawing(name);
    const altText = { name, title: '', description: alternative };
    return new Paragraph({
      alignment: 'center',
      keepNext: true,
      children: [new ImageRun({ type: 'png', data: png, transformation: { width, height }, altText })],
    });
  }

  table(table: SampleTable): Table {
    const widths = table.widths.map((share) => Math.round((TEXT_WIDTH * share) / 100));
    return new Table({
      width: { size: TEXT_WIDTH, type: WidthType.DXA },
      columnWidths: widths,
      rows: table.rows.map((row, index) => {
        const isHeader = table.header && index === 0;
        return new TableRow({
          tableHeader: isHeader,
          cantSplit: true,
          children: this.#cells(table, row, index, widths, isHeader),
        });
      }),
    });
  }

  #cells(
    table: SampleTable,
    row: readonly SampleCell[],
    at: number,
    widths: readonly number[],
    bold: boolean,
  ): TableCell[] {
    return row.flatMap((cell, column) => {
      if (cell.merged === 'left') return [];
      const after = row.slice(column + 1);
      const stop = after.findIndex(({ merged }) => merged !== 'left');
      const span = 1 + (stop < 0 ? after.length : stop);
      const isContinued = table.rows[at + 1]?.[column]?.merged === 'above';
      const vertical =
        cell.merged === 'above' ? VerticalMergeType.CONTINUE : isContinued ? VerticalMergeType.RESTART : undefined;
      const children = cell.paragraphs.map((paragraph) =>
        this.paragraph(bold ? embolden(paragraph) : paragraph, { spacing: { after: 40 } }),
      );
      return [
        new TableCell({
          width: {
            size: widths.slice(column, column + span).reduce((sum, width) => sum + width, 0),
            type: WidthType.DXA,
          },
          columnSpan: span,
          ...(vertical === undefined ? {} : { verticalMerge: vertical }),
          ...(bold ? { shading: { fill: 'E9EEF3' } } : {}),
          margins: { top: 40, bottom: 40, left: 100, right: 100 },
          borders: Object.fromEntries(
            ['top', 'bottom', 'left', 'right'].map((edge) => [
              edge,
              { style: BorderStyle.SINGLE, size: 4, color: '9AA5B1' },
            ]),
          ),
          children: children.length > 0 ? children : [new Paragraph('')],
        }),
      ];
    });
  }

  body(items: readonly SampleItem[]): (Paragraph | Table | Textbox)[] {
    return items.flatMap((item): readonly (Paragraph | Table | Textbox)[] => {
      if (item.type === 'table')
        return [this.table(item.table), new Paragraph({ spacing: { after: 0 }, children: [] })];
      if (item.paragraphs[0]?.kind !== 'textBox') {
        return item.paragraphs
          .filter(({ kind }) => kind !== 'header' && kind !== 'footer')
          .map((paragraph) => this.paragraph(paragraph));
      }
      const children = item.paragraphs.map((paragraph) => this.paragraph(paragraph));
      return [new Textbox({ style: { width: '440pt', height: '110pt' }, children })];
    });
  }
}

function embolden(paragraph: SampleParagraph): SampleParagraph {
  return { ...paragraph, text: `**${paragraph.text}**` };
}

export interface RenderOptions {
  readonly title: string;
  readonly language: string;
  /** Who the file says wrote it. */
  readonly author: string;
}

/** Renders one side of a document as DOCX, not yet made reproducible (see `repack.ts`). */
export async function renderSample(items: readonly SampleItem[], options: RenderOptions): Promise<Uint8Array> {
  const renderer = new Renderer();
  const all = items.flatMap((item) => (item.type === 'paragraphs' ? item.paragraphs : []));
  const lines = (kind: ParagraphKind) =>
    all.filter((paragraph) => paragraph.kind === kind).map((paragraph) => renderer.paragraph(paragraph));
  const headers = lines('header');
  const footers = lines('footer');
  const document = new Document({
    title: options.title,
    creator: options.author,
    lastModifiedBy: options.author,
    description: '',
    styles: sampleStyles(options.language),
    numbering: sampleNumbering,
    sections: [
      {
        headers: { default: new Header({ children: headers }) },
        footers: { default: new Footer({ children: footers }) },
        children: renderer.body(items),
      },
    ],
    comments: { children: renderer.comments },
    footnotes: renderer.footnotes,
  });
  return new Uint8Array(await Packer.toBuffer(document));
}
