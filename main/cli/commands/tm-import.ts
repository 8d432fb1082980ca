import { existsSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { AdaptaError } from '#shared/model/errors.ts';
import { text, type CliCommand } from '../command.ts';
import { languagesOf, memoryFor } from '../memories.ts';
import { withSession } from '../session.ts';

/** Takes a file into a memory: TMX, bilingual XLIFF, CSV or TSV. */
export const command: CliCommand = {
  positionals: ['FILE'],
  options: { memory: text, source: text, target: text, workspace: text },
  required: ['workspace'],
  run: async (line) => {
    const path = resolve(line.positionals[0] ?? '');
    // Before anything is made: a refusal must leave no memory behind.
    if (!existsSync(path)) throw new AdaptaError('fileNotFound', { file: basename(path) });
    const value = await withSession(
      line,
      async ({ client, engine }) => {
        const memory = await memoryFor(client, line, path);
        return await client.memory.import({
          file: engine.grants.allow(path, 'read'),
          memory,
          ...languagesOf(line),
        });
      },
      { create: true },
    );
    return { value };
  },
};
