import { basename, resolve } from 'node:path';
import { AdaptaError } from '#shared/model/errors.ts';
import { writeBytesSafely } from '#main/bundles/safe-write.ts';
import { rewriteFile } from '#main/formats/rewrite.ts';
import { text, type CliCommand } from '../command.ts';
import { openFile } from '#main/services/open-file.ts';
import { optionalWords, textOf } from '../values.ts';
import { writtenOutput } from '../written.ts';

/** Reads a file, changes every unit by a reversible pseudo-translation, writes it. */
export const command: CliCommand = {
  positionals: ['FILE'],
  options: { out: text, seed: text },
  required: ['out'],
  run: async (line) => {
    const seed = Number(optionalWords(line, 'seed') ?? '1');
    if (!Number.isSafeInteger(seed)) throw new AdaptaError('badRequest', { at: '--seed' });
    const path = resolve(line.positionals[0] ?? '');
    const { bytes, findings } = await rewriteFile((await openFile(path)).bytes, seed, basename(path));
    const { size, sha256 } = await writeBytesSafely(resolve(textOf(line, 'out')), bytes);
    return writtenOutput({ bytes: size, sha256, findings });
  },
};
