import type { BlockComment } from '#shared/model/comment.ts';
import {
  fromBlocks,
  isText,
  normalizeContent,
  textOf,
  textRun,
  type Content,
  type Run,
} from '#shared/model/content.ts';
import { AdaptaError } from '#shared/model/errors.ts';
import type { Status } from '#shared/model/unit.ts';
import { readDocx } from '../docx/read.ts';
import type { ExchangeReturn, ReturnedUnit } from '../exchange.ts';
import type { ReadBlock } from '../format.ts';
import { documentIn, rowIn } from './marks.ts';

/** LibreOffice writes a hundred elements a row, and twenty thousand rows have to come back. The worker has its own limit. */
const ELEMENTS = 2_500_000;

const CELL = /^body\/t\d+r(?<row>\d+)c(?<column>\d+)$/u;

/** Words of a status in any language the table can go out in, folded. */
export type StatusWords = readonly (readonly [word: string, status: Status])[];

/**
 * Reads a table that came back. Texts are plain with marks: `⟦n⟧` in them is a placeholder, and looks are those the unit has.
 * Tracked changes are read as accepted, comments of Word belong to their row. Throws notReturned.
 */
export async function readReview(bytes: Uint8Array, words: StatusWords, signal?: AbortSignal): Promise<ExchangeReturn> {
  const { blocks } = await readDocx(bytes, signal, ELEMENTS);
  const document = documentIn(blocks.map(hiddenText).join(' '));
  const rows = Map.groupBy(
    blocks.filter(({ container }) => CELL.test(container)),
    ({ container }) => /^body\/t\d+r\d+/u.exec(container)?.[0] ?? '',
  );
  const units = [...rows.values()].flatMap((row): ReturnedUnit[] => {
    const mark = rowIn(inColumn(row, 1).map(hiddenText).join(''));
    if (mark === null) return [];
    const status = statusOf(inColumn(row, 4), words);
    return [
      {
        id: mark.unit,
        version: mark.version,
        target: fromBlocks(inColumn(row, 3).map((block) => told(block.content))),
        ...(status === undefined ? {} : { status }),
        comments: commentsOf(row),
      },
    ];
  });
  if (units.length === 0) throw new AdaptaError('notReturned');
  return { document, units };
}

function inColumn(row: readonly ReadBlock[], column: number): readonly ReadBlock[] {
  return row.filter(({ container }) => CELL.exec(container)?.groups?.['column'] === String(column));
}

function hiddenText({ content }: ReadBlock): string {
  return content.map((run) => (!isText(run) && run.kind === 'hidden' ? run.label : '')).join('');
}

/** Texts with their marks alone; a break typed in Word stays one, whatever else Word put in goes. */
function told(content: Content): Content {
  return normalizeContent(
    content.flatMap((run): readonly Run[] => {
      if (isText(run)) return [textRun(run.text, run.marks)];
      return run.kind === 'break' || run.kind === 'tab' ? [run] : [];
    }),
  );
}

function statusOf(cells: readonly ReadBlock[], words: StatusWords): Status | undefined {
  const said = cells.map(({ content }) => textOf(content).trim().toLowerCase().normalize('NFC'));
  return words.find(([word]) => said.includes(word.toLowerCase().normalize('NFC')))?.[1];
}

/** Lines of the comment column, `Name: text` or the text alone, and comments made with Word's own means. */
function commentsOf(row: readonly ReadBlock[]): readonly BlockComment[] {
  const lines = inColumn(row, 5).map(({ content }) => textOf(content).trim());
  const typed = lines.filter((text) => text !== '').map((text): BlockComment => ({ author: '', text }));
  return [...typed, ...row.flatMap(({ comments }) => comments ?? [])];
}
