import { resolve } from 'node:path';
import { AdaptaError } from '#shared/model/errors.ts';
import { text, type CliCommand } from '../command.ts';
import { printPort } from '../printing.ts';
import { withSession } from '../session.ts';
import { textOf } from '../values.ts';
import { writtenOutput } from '../written.ts';

export const command: CliCommand = {
  positionals: ['DOCUMENT'],
  options: { as: text, out: text, workspace: text },
  required: ['as', 'out', 'workspace'],
  run: async (line) => {
    const as = textOf(line, 'as');
    const print = as === 'pdf' ? await printPort() : null;
    const document = line.positionals[0] ?? '';
    const result = await withSession(
      line,
      async ({ client, engine }) => {
        const { documents } = await client.library.read({});
        const own = documents.find(({ id }) => id === document)?.extension;
        if (as !== 'pdf' && own !== undefined && as !== own) {
          throw new AdaptaError('badRequest', { at: '--as', reason: as, expected: `${own} | pdf` });
        }
        const to = engine.grants.allow(resolve(textOf(line, 'out')), 'write');
        return await client.exports.document({ document, as: as === 'pdf' ? 'pdf' : 'file', to });
      },
      { print },
    );
    return writtenOutput(result);
  },
};
