import { isText, type Content } from '#shared/model/content.ts';
import { fromPlainText } from '#shared/model/plain-text.ts';
import type { ImportReport } from '#shared/model/report.ts';
import type { UnitKind } from '#shared/model/unit.ts';
import type { ReadBlock, ReadFile } from '#main/formats/format.ts';

/** `⟦n⟧` stands for an image with that number. */
export function content(text: string): Content {
  const numbers = [...text.matchAll(/⟦(\d+)⟧/gu)].map((match) => Number(match[1]));
  const known = numbers.map((placeholder) => ({ placeholder, kind: 'image' as const, label: '' }));
  const read = fromPlainText(text, known);
  if ('unknown' in read) throw new Error(`placeholder ${read.unknown}`);
  return read.content;
}

/**
 * Blocks from one-line cases: `text`, `# heading`, `- list item`, and `container| text` for places other than the body
 * (`body/t1r1c1| cell`, `footnote:1| note`).
 */
export function blocks(...lines: readonly string[]): readonly ReadBlock[] {
  return lines.map((line, index) => {
    const [, container = 'body', rest = ''] = /^(?:(\S+)\| ?)?(.*)$/su.exec(line) ?? [];
    const [, sign = '', text = ''] = /^(#|-)? ?(.*)$/su.exec(rest) ?? [];
    const story = container.split('/')[0] ?? container;
    const kind = kindOf(sign, container);
    return { anchor: `a${index}`, story, container, kind, content: content(text) };
  });
}

function kindOf(sign: string, container: string): UnitKind {
  if (sign === '#') return 'heading';
  if (sign === '-') return 'listItem';
  return container.includes('/') ? 'tableCell' : 'paragraph';
}

export function readFile(given: readonly ReadBlock[]): ReadFile {
  return { format: 'docx', blocks: given, report: report(given) };
}

function report(given: readonly ReadBlock[]): ImportReport {
  const placeholders = given.flatMap((block) => block.content.filter((run) => !isText(run))).length;
  return {
    format: 'docx',
    bytes: 0,
    units: given.length,
    words: 0,
    headings: 0,
    tables: 0,
    images: placeholders,
    footnotes: 0,
    endnotes: 0,
    comments: 0,
    textBoxes: 0,
    links: 0,
    trackedInsertions: 0,
    trackedDeletions: 0,
    trackedMoves: 0,
    placeholders: {},
    notes: [],
  };
}
