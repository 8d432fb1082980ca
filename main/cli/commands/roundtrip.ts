import { basename, resolve } from 'node:path';
import { writeBytesSafely } from '#main/bundles/safe-write.ts';
import { roundtripFile } from '#main/formats/rewrite.ts';
import { openFile } from '#main/services/open-file.ts';
import { text, type CliCommand } from '../command.ts';
import { textOf } from '../values.ts';
import { writtenOutput } from '../written.ts';

/** Reads and writes a file with nothing changed. */
export const command: CliCommand = {
  positionals: ['FILE'],
  options: { out: text },
  required: ['out'],
  run: async (line) => {
    const path = resolve(line.positionals[0] ?? '');
    const { bytes, findings } = await roundtripFile((await openFile(path)).bytes, basename(path));
    const { size, sha256 } = await writeBytesSafely(resolve(textOf(line, 'out')), bytes);
    return writtenOutput({ bytes: size, sha256, findings });
  },
};
