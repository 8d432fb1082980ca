import { escape, render, type Context, type Inline, type Xml } from './context.ts';
import { AUTHOR, field, fieldBegin, fieldEnd, inline } from './inline.ts';

export interface ParagraphOptions {
  readonly style?: string;
  /** List level, 0-based, of the builder's numbered list. */
  readonly list?: number;
  /** Section properties: the paragraph ends a section. */
  readonly section?: string;
  /** w14:paraId, eight hexadecimal digits. */
  readonly paraId?: string;
  /** The paragraph mark itself is a tracked insertion or deletion. */
  readonly mark?: 'ins' | 'del';
  /** Further paragraph properties as XML, before the numbering. */
  readonly properties?: string;
}

function properties(options: ParagraphOptions, context: Context): string {
  const mark =
    options.mark === undefined
      ? ''
      : `<w:rPr><w:${options.mark} w:id="${context.next()}" w:author="${AUTHOR}"/></w:rPr>`;
  const inner =
    (options.style === undefined ? '' : `<w:pStyle w:val="${options.style}"/>`) +
    (options.properties ?? '') +
    (options.list === undefined ? '' : `<w:numPr><w:ilvl w:val="${options.list}"/><w:numId w:val="1"/></w:numPr>`) +
    mark +
    (options.section ?? '');
  return inner === '' ? '' : `<w:pPr>${inner}</w:pPr>`;
}

function isOptions(part: ParagraphOptions | Inline | undefined): part is ParagraphOptions {
  return typeof part === 'object';
}

/** A paragraph: `p('a ', b('bold'))`, `p({ style: 'Ttulo1' }, 'Uno')`. */
export function p(first?: ParagraphOptions | Inline, ...rest: readonly Inline[]): Xml {
  const options = isOptions(first) ? first : {};
  const parts = isOptions(first) || first === undefined ? rest : [first, ...rest];
  const id = options.paraId === undefined ? '' : ` w14:paraId="${options.paraId}" w14:textId="77777777"`;
  return (context) => `<w:p${id}>${properties(options, context)}${render(inline(parts), context)}</w:p>`;
}

/** A heading by the style name of an English Word. */
export const h = (level: number, ...parts: readonly Inline[]): Xml => p({ style: `Heading${level}` }, ...parts);
/** An item of the builder's numbered list; levels from 1. */
export const li = (level: number, ...parts: readonly Inline[]): Xml => p({ list: level - 1 }, ...parts);

export const SECTION =
  '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1417" w:right="1417" w:bottom="1134" w:left="1417" w:header="708" w:footer="708" w:gutter="0"/></w:sectPr>';

export interface CellOptions {
  readonly span?: number;
  readonly merge?: 'restart' | 'continue';
}

/** A cell: strings are paragraphs of their own, an object in front gives spans. */
export function tc(first: CellOptions | string | Xml, ...rest: readonly (string | Xml)[]): Xml {
  const options = typeof first === 'object' ? first : {};
  const blocks = (typeof first === 'object' ? rest : [first, ...rest]).map((part) =>
    typeof part === 'string' ? p(part) : part,
  );
  const span = options.span === undefined ? '' : `<w:gridSpan w:val="${options.span}"/>`;
  const merge =
    options.merge === undefined ? '' : `<w:vMerge${options.merge === 'restart' ? ' w:val="restart"' : ''}/>`;
  return (context) =>
    `<w:tc><w:tcPr><w:tcW w:w="0" w:type="auto"/>${span}${merge}</w:tcPr>${render(blocks, context)}</w:tc>`;
}

/** A row: strings are cells of one paragraph. */
export function tr(...cells: readonly (string | Xml)[]): Xml {
  const all = cells.map((cell) => (typeof cell === 'string' ? tc(cell) : cell));
  return (context) => `<w:tr>${render(all, context)}</w:tr>`;
}

/** A row repeated at the top of each page. */
export function headerRow(...cells: readonly (string | Xml)[]): Xml {
  const row = tr(...cells);
  return (context) => row(context).replace('<w:tr>', '<w:tr><w:trPr><w:tblHeader/></w:trPr>');
}

/** A table of rows; a list of strings is a row. The grid has as many columns as given, else as the first row of strings. */
export function tbl(...rows: readonly (readonly string[] | Xml)[]): Xml {
  const columns = Math.max(2, ...rows.map((row) => (typeof row === 'function' ? 0 : row.length)));
  const all = rows.map((row) => (typeof row === 'function' ? row : tr(...row)));
  const grid = '<w:gridCol w:w="2000"/>'.repeat(columns);
  return (context) =>
    `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${render(all, context)}</w:tbl>`;
}

const pageNumber = (entry: string): Xml => field('PAGEREF _Toc1 \\h', `${entry.length}`);

/** A table of contents over several paragraphs, its title outside the field. */
export function toc(title: string, ...entries: readonly string[]): Xml {
  const lines = entries.map((entry, index) =>
    p(...(index === 0 ? [fieldBegin('TOC \\o "1-3" \\h')] : []), entry, pageNumber(entry)),
  );
  const all = [p(title), ...lines, p(fieldEnd())];
  return (context) =>
    '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj></w:sdtPr>' +
    `<w:sdtContent>${render(all, context)}</w:sdtContent></w:sdt>`;
}

/** A block-level content control. */
export function blockControl(...blocks: readonly Xml[]): Xml {
  return (context) =>
    `<w:sdt><w:sdtPr><w:alias w:val="${escape('Block')}"/></w:sdtPr><w:sdtContent>${render(blocks, context)}</w:sdtContent></w:sdt>`;
}
