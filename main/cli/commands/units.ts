import { fromBlocks } from '#shared/model/content.ts';
import { toPlainText } from '#shared/model/plain-text.ts';
import type { UnitRecord } from '#shared/model/unit.ts';
import { text, type CliCommand } from '../command.ts';
import { readDocument, type OpenDocument } from '../open-document.ts';
import { withSession } from '../session.ts';

/** The cells a container ends in, the outermost first; a header's container has a part's name before them. */
const CELL = /(?<=\/)t\d+r\d+c\d+(?:\/t\d+r\d+c\d+)*$/u;

/** One JSON a line, in reading order. */
export const command: CliCommand = {
  positionals: ['DOCUMENT'],
  options: { workspace: text },
  required: ['workspace'],
  run: async (line) => {
    const document = line.positionals[0] ?? '';
    const open = await withSession(line, async ({ client }) => await readDocument(client, document));
    return { lines: open.units.map((unit) => lineOf(unit, open)) };
  },
};

function lineOf(unit: UnitRecord, { blocks }: OpenDocument): unknown {
  const textOf = (ids: readonly string[]): string =>
    toPlainText(fromBlocks(ids.map((id) => blocks.get(id)?.content ?? [])));
  const { id, kind, level, content, mode, status, audience, placement } = unit;
  const cell = CELL.exec(placement.container)?.[0];
  return {
    id,
    kind,
    ...(level === undefined ? {} : { level }),
    ...(cell === undefined ? {} : { cell }),
    source: textOf(unit.source),
    received: textOf(unit.received),
    target: toPlainText(content),
    content,
    mode,
    status,
    audience,
  };
}
