import { resolve } from 'node:path';
import { AdaptaError } from '#shared/model/errors.ts';
import { text, type CliCommand } from '../command.ts';
import { withSession } from '../session.ts';
import { optionalText, textOf } from '../values.ts';

/** Writes the glossary, or what holds in one toolkit, as `tbx` or `csv`. */
export const command: CliCommand = {
  positionals: [],
  options: { as: text, out: text, toolkit: text, workspace: text },
  required: ['as', 'out', 'workspace'],
  run: async (line) => {
    const as = textOf(line, 'as');
    if (as !== 'tbx' && as !== 'csv') {
      throw new AdaptaError('badRequest', { at: '--as', reason: as, expected: 'tbx | csv' });
    }
    const toolkit = optionalText(line, 'toolkit');
    const filter = toolkit === undefined ? {} : { toolkit };
    const value = await withSession(line, async ({ client, engine }) => {
      const to = engine.grants.allow(resolve(textOf(line, 'out')), 'write');
      return await client.terms.export({ filter, as, to });
    });
    return { value };
  },
};
