import { readTbx } from '#main/formats/tbx/read.ts';
import { openTable } from '#main/formats/table/read.ts';
import type { OfficeFile } from './office.ts';
import { EntrySorter, type GivenGlossary } from './term-entry.ts';
import { readTermTable } from './term-table.ts';
import { fromTbx } from './term-tbx.ts';

/** Reads a glossary file: TBX, or a table of text. Throws invalidTbx, invalidTable and what reading them throws. */
export async function readTerms({ name, bytes }: OfficeFile): Promise<GivenGlossary> {
  if (!isXml(name, bytes)) return await readTermTable(await openTable([bytes]));
  const sorter = new EntrySorter();
  for await (const entry of readTbx([bytes])) sorter.take(fromTbx(entry));
  return sorter;
}

/** By its beginning; a table may begin with anything else. */
function isXml(name: string, bytes: Uint8Array): boolean {
  if (/\.(?:tbx|xml)$/iu.test(name)) return true;
  const head = Buffer.from(bytes.subarray(0, 200)).toString('latin1').replaceAll('\0', '');
  return /^(?:[\u00EF\u00BB\u00BF\u00FE\u00FF]*)\s*</u.test(head);
}
