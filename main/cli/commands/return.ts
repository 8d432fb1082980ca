import { resolve } from 'node:path';
import { toPlainText } from '#shared/model/plain-text.ts';
import { flag, text, type CliCommand } from '../command.ts';
import { withSession } from '../session.ts';

/**
 * Takes back a file that went out by `export --as xliff|xliff-1.2|review`: changes and comments are taken over, conflicts
 * (changed here and there) are listed and left as they are here unless `--theirs`. Exit code 1 while conflicts are left.
 */
export const command: CliCommand = {
  positionals: ['FILE'],
  options: { workspace: text, theirs: flag, 'dry-run': flag },
  required: ['workspace'],
  run: async (line) => {
    const theirs = line.values['theirs'] === true;
    const value = await withSession(line, async ({ client, engine }) => {
      const file = engine.grants.allow(resolve(line.positionals[0] ?? ''), 'read');
      const plan = await client.exchange.read({ file });
      const wanted = plan.changes.filter(({ kind }) => theirs || kind === 'change').map(({ unit }) => unit);
      const taken =
        line.values['dry-run'] === true
          ? { changes: [], comments: 0 }
          : await client.exchange.take({ plan: plan.plan, units: wanted });
      const { document, comments, unchanged, missing, unknown } = plan;
      const conflicts = plan.changes
        .filter(({ kind }) => kind === 'conflict' && !theirs)
        .map(({ unit, before, after }) => ({ unit, here: toPlainText(before), there: toPlainText(after) }));
      const changed = new Set(taken.changes.map(({ unit }) => unit)).size;
      return { document, changed, comments: taken.comments, found: comments, unchanged, missing, unknown, conflicts };
    });
    return { value, failed: value.conflicts.length > 0 };
  },
};
