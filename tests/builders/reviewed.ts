import { textRun, type Content } from '#shared/model/content.ts';
import { docxFormat } from '#main/formats/docx/index.ts';
import type { ReadBlock, WriteContainer } from '#main/formats/format.ts';

/**
 * A table that went out for review as it comes back: what a reviewer does in Word. `change` gives a cell (`row,column`, the
 * heading is row 1) another text, or undefined; `typed` are texts by cell, into ones that were empty.
 */
export async function reviewed(
  bytes: Uint8Array,
  change: (cell: string, content: Content) => Content | undefined,
  typed: Readonly<Record<string, string>> = {},
): Promise<Uint8Array> {
  const { blocks } = await docxFormat.read(bytes);
  const unitOf = (block: ReadBlock): WriteContainer['units'][number] => {
    const [, row = '', column = ''] = /t1r(\d+)c(\d+)$/u.exec(block.container) ?? [];
    const content = change(`${row},${column}`, block.content) ?? block.content;
    return { anchors: [block.anchor], kind: block.kind, content };
  };
  const containers = [...Map.groupBy(blocks, ({ container }) => container)].map(([container, inside]) => ({
    container,
    units: inside.map(unitOf),
  }));
  const added = Object.entries(typed).map(([at, text]): WriteContainer => ({
    container: `body/t1r${at.replace(',', 'c')}`,
    units: [{ anchors: [], kind: 'tableCell', content: [textRun(text)] }],
  }));
  const request = { skeleton: bytes, containers: [...containers, ...added], omit: [], strip: false };
  return (await docxFormat.write({ ...request, locate: (id) => ({ file: 'skeleton', id }) })).bytes;
}
