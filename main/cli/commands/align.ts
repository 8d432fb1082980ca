import { resolve } from 'node:path';
import { openFile } from '#main/services/open-file.ts';
import { directOffice } from '#main/services/office-direct.ts';
import type { CliCommand } from '../command.ts';

/** Links by block index, in reading order of the received translation. */
export const command: CliCommand = {
  positionals: ['SOURCE', 'RECEIVED'],
  options: {},
  required: [],
  run: async ({ positionals: [source = '', received = ''] }) => {
    const [left, right] = [
      await directOffice.read(openFile(resolve(source))),
      await directOffice.read(openFile(resolve(received))),
    ];
    return { value: await directOffice.align(left.blocks, right.blocks) };
  },
};
