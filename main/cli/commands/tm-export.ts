import { resolve } from 'node:path';
import { text, type CliCommand } from '../command.ts';
import { needMemory } from '../memories.ts';
import { withSession } from '../session.ts';
import { textOf } from '../values.ts';

/** Writes a memory as TMX. */
export const command: CliCommand = {
  positionals: ['FILE'],
  options: { memory: text, workspace: text },
  required: ['memory', 'workspace'],
  run: async (line) => {
    const value = await withSession(line, async ({ client, engine }) => {
      const { id } = await needMemory(client, textOf(line, 'memory'));
      return await client.memory.export({
        memory: id,
        to: engine.grants.allow(resolve(line.positionals[0] ?? ''), 'write'),
      });
    });
    return { value };
  },
};
