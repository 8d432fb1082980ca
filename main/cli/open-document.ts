import type { Client } from '#shared/contract/index.ts';
import type { BlockView } from '#shared/contract/unit.ts';
import type { UnitRecord } from '#shared/model/unit.ts';

export interface OpenDocument {
  /** In reading order. */
  readonly units: readonly UnitRecord[];
  readonly blocks: ReadonlyMap<string, BlockView>;
}

const PAGE = 20_000;

/** All of a document. Throws unknownDocument. */
export async function readDocument(client: Client, document: string): Promise<OpenDocument> {
  const units: UnitRecord[] = [];
  const blocks = new Map<string, BlockView>();
  for (;;) {
    const page = await client.units.page({ document, from: units.length, count: PAGE });
    units.push(...page.units);
    for (const block of page.blocks) blocks.set(block.id, block);
    if (page.units.length === 0 || units.length >= page.total) return { units, blocks };
  }
}
