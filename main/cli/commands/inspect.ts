import { resolve } from 'node:path';
import { openFile } from '#main/services/open-file.ts';
import { directOffice } from '#main/services/office-direct.ts';
import type { CliCommand } from '../command.ts';

/** The import report of a file that is not imported. */
export const command: CliCommand = {
  positionals: ['FILE'],
  options: {},
  required: [],
  run: async ({ positionals }) => {
    const { report } = await directOffice.read(await openFile(resolve(positionals[0] ?? '')));
    return { value: report };
  },
};
