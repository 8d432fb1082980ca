import { text, type CliCommand } from '../command.ts';
import { withSession } from '../session.ts';

/** One JSON a line, the newest first. */
export const command: CliCommand = {
  positionals: [],
  options: { workspace: text },
  required: ['workspace'],
  run: async (line) => {
    const { backups } = await withSession(line, async ({ client }) => await client.backups.list({}));
    return { lines: backups };
  },
};
