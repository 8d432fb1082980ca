import { resolve } from 'node:path';
import type { ReadFile } from '#main/formats/format.ts';
import { naming, openFile } from '#main/services/open-file.ts';
import { directOffice } from '#main/services/office-direct.ts';
import type { CliCommand } from '../command.ts';

/** Links by block index, in reading order of the received translation. */
export const command: CliCommand = {
  positionals: ['SOURCE', 'RECEIVED'],
  options: {},
  required: [],
  run: async ({ positionals: [source = '', received = ''] }) => {
    const [left, right] = [await readOf(source), await readOf(received)];
    return { value: await directOffice.align(left.blocks, right.blocks) };
  },
};

async function readOf(path: string): Promise<ReadFile> {
  const file = await openFile(resolve(path));
  return await naming(file, directOffice.read(file));
}
