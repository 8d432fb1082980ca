import { text, type CliCommand } from '../command.ts';
import { withSession } from '../session.ts';

/** Goes back to a backup, after one of the present state. */
export const command: CliCommand = {
  positionals: ['ID'],
  options: { workspace: text },
  required: ['workspace'],
  run: async (line) => {
    const id = line.positionals[0] ?? '';
    return { value: await withSession(line, async ({ client }) => await client.backups.restore({ id })) };
  },
};
