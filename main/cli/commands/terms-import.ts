import { resolve } from 'node:path';
import { AdaptaError } from '#shared/model/errors.ts';
import { flag, text, type CliCommand } from '../command.ts';
import { withSession } from '../session.ts';
import { optionalText } from '../values.ts';

/** Takes a TBX, CSV or TSV file into the glossary, or the one that comes with Adapta. Exit code 1 when lines were skipped. */
export const command: CliCommand = {
  positionals: [],
  optional: 1,
  options: { starter: flag, toolkit: text, workspace: text },
  required: ['workspace'],
  run: async (line) => {
    const [file] = line.positionals;
    const isStarter = line.values['starter'] === true;
    if ((file === undefined) !== isStarter) {
      throw new AdaptaError('badRequest', { at: 'FILE', reason: isStarter ? 'unexpected' : 'missing' });
    }
    const toolkit = optionalText(line, 'toolkit') ?? null;
    if (isStarter && toolkit !== null) {
      throw new AdaptaError('badRequest', { at: '--toolkit', reason: 'starterHoldsForAll' });
    }
    const value = await withSession(
      line,
      async ({ client, engine }) =>
        file === undefined
          ? await client.terms.importStarter({})
          : await client.terms.import({
              file: engine.grants.allow(resolve(file), 'read'),
              toolkit,
            }),
      { create: true },
    );
    return { value, failed: value.skipped.length > 0 };
  },
};
