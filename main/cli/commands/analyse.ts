import { resolve } from 'node:path';
import type { Client } from '#shared/contract/index.ts';
import type { Scope } from '#shared/contract/statistics.ts';
import { AdaptaError } from '#shared/model/errors.ts';
import { text, type CliCommand, type CommandLine } from '../command.ts';
import { withSession } from '../session.ts';

const SCOPES = ['document', 'module', 'toolkit'] as const;

/** What there is to translate, and what of it the memories know; with `--csv` as a table too. */
export const command: CliCommand = {
  positionals: [],
  options: { workspace: text, document: text, module: text, toolkit: text, csv: text },
  required: ['workspace'],
  run: async (line) => {
    const value = await withSession(line, async ({ client, engine }) => {
      const scope = await scopeOf(line, client);
      const { csv } = line.values;
      if (typeof csv === 'string') {
        await client.statistics.export({ scope, to: engine.grants.allow(resolve(csv), 'write') });
      }
      const timeZone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
      const { rows } = await client.statistics.analyse({ scope });
      return { rows, progress: await client.statistics.progress({ scope, timeZone }) };
    });
    return { value };
  },
};

/** One of the three; without any the first toolkit that is not the sample. Throws badRequest, unknownToolkit. */
async function scopeOf({ values }: CommandLine, client: Client): Promise<Scope> {
  const given = SCOPES.filter((of) => values[of] !== undefined);
  const [of] = given;
  if (given.length > 1) {
    throw new AdaptaError('badRequest', { at: given.map((each) => `--${each}`).join(' '), reason: 'onlyOne' });
  }
  if (of !== undefined) return { of, id: String(values[of]) };
  const { toolkits } = await client.library.read({});
  const first = toolkits.find(({ sandbox }) => !sandbox);
  if (first === undefined) throw new AdaptaError('unknownToolkit', { toolkit: '' });
  return { of: 'toolkit', id: first.id };
}
