import { blocksOf, isText, type Content, type Mark, type Run } from '#shared/model/content.ts';
import { toPlainText } from '#shared/model/plain-text.ts';
import type { ExchangeUnit } from '../exchange.ts';
import { escapeXml } from '../package/xml-text.ts';
import { rowMark } from './marks.ts';
import type { ReviewWords } from './words.ts';

const MARKS: Readonly<Record<Mark, string>> = {
  bold: '<w:b/>',
  italic: '<w:i/>',
  strike: '<w:strike/>',
  underline: '<w:u w:val="single"/>',
  superscript: '<w:vertAlign w:val="superscript"/>',
  subscript: '<w:vertAlign w:val="subscript"/>',
};
/** Properties of a run in the order their schema wants (17.3.2.28). */
const ORDER: readonly Mark[] = ['bold', 'italic', 'strike', 'underline', 'superscript', 'subscript'];
const HIDDEN = '<w:vanish/><w:sz w:val="2"/>';
const PLACEHOLDER = '<w:noProof/><w:shd w:val="clear" w:color="auto" w:fill="E7E6E6"/>';
const BREAK = '<w:r><w:br/></w:r>';
const EMPTY = '<w:p/>';

/** What the cells of a unit's row hold: number, original, adapted text, status, comments; each is paragraphs as XML. */
export function rowCells(unit: ExchangeUnit, number: number, words: ReviewWords): readonly string[] {
  const mode = unit.mode === 'faithful' ? '' : line(words.mode[unit.mode]);
  const comments = unit.comments.map(({ author, text }) => line(author === '' ? text : `${author}: ${text}`));
  return [
    paragraph(run(String(number)) + run(rowMark(unit.id, unit.version), HIDDEN)),
    paragraphs(unit.source),
    paragraphs(unit.target),
    line(words.status[unit.status]) + mode,
    comments.length === 0 ? EMPTY : comments.join(''),
  ];
}

function line(text: string): string {
  return paragraph(run(text));
}

/** One paragraph a block. */
function paragraphs(content: Content): string {
  return blocksOf(content)
    .map((block) => paragraph(block.map(runOf).join('')))
    .join('');
}

function paragraph(runs: string): string {
  return runs === '' ? EMPTY : `<w:p>${runs}</w:p>`;
}

/** A placeholder is `⟦n⟧` on grey; a line break is itself. */
function runOf(it: Run): string {
  if (isText(it)) {
    const marks = ORDER.filter((mark) => it.marks.includes(mark)).map((mark) => MARKS[mark]);
    return run(it.text.replaceAll('⟦', '⟦⟦'), marks.join(''));
  }
  if (it.kind === 'break' && it.label === '\n') return BREAK;
  return run(toPlainText([it]), PLACEHOLDER);
}

function run(text: string, properties = ''): string {
  const look = properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`;
  return `<w:r>${look}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;
}
