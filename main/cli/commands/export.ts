import { resolve } from 'node:path';
import type { ExchangeFormatId } from '#shared/contract/exchange.ts';
import { AdaptaError } from '#shared/model/errors.ts';
import { text, type CliCommand } from '../command.ts';
import { printPort } from '../printing.ts';
import { withSession } from '../session.ts';
import { textOf } from '../values.ts';
import { writtenOutput } from '../written.ts';

/** Files for people with other programs, by the word for them. */
const EXCHANGES: Readonly<Record<string, ExchangeFormatId>> = {
  xliff: 'xliff21',
  'xliff-1.2': 'xliff12',
  review: 'review',
};

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
        const to = engine.grants.allow(resolve(textOf(line, 'out')), 'write');
        const exchange = EXCHANGES[as];
        if (exchange !== undefined) {
          return { ...(await client.exchange.out({ document, as: exchange, to })), findings: [] };
        }
        const { documents } = await client.library.read({});
        const own = documents.find(({ id }) => id === document)?.extension;
        if (as !== 'pdf' && own !== undefined && as !== own) {
          throw new AdaptaError('badRequest', {
            at: '--as',
            reason: as,
            expected: [own, 'pdf', ...Object.keys(EXCHANGES)].join(' | '),
          });
        }
        return await client.exports.document({ document, as: as === 'pdf' ? 'pdf' : 'file', to });
      },
      { print },
    );
    return writtenOutput(result);
  },
};
