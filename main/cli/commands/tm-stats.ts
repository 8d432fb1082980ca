import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { text, type CliCommand } from '../command.ts';
import { withSession } from '../session.ts';
import { textOf } from '../values.ts';

/** The memories there are, and the size of their file. */
export const command: CliCommand = {
  positionals: [],
  options: { workspace: text },
  required: ['workspace'],
  run: async (line) => {
    const { memories } = await withSession(line, async ({ client }) => await client.memory.list({}));
    const file = statSync(join(resolve(textOf(line, 'workspace')), 'memory.sqlite'), { throwIfNoEntry: false });
    const entries = memories.reduce((sum, memory) => sum + memory.entries, 0);
    return { value: { entries, bytes: file?.size ?? 0, memories } };
  },
};
