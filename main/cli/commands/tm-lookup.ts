import { createReadStream, existsSync } from 'node:fs';
import { basename } from 'node:path';
import { createInterface } from 'node:readline';
import type { Match } from '#shared/contract/memory.ts';
import { AdaptaError } from '#shared/model/errors.ts';
import { text, type CliCommand, type CommandLine } from '../command.ts';
import { languagesOf } from '../memories.ts';
import { withSession } from '../session.ts';
import { optionalText } from '../values.ts';

const COUNT = 5;
const LEAST = 70;

/** Looks up a text, or every line of a file: one JSON array a line, the best match first. */
export const command: CliCommand = {
  positionals: [],
  optional: 1,
  options: { from: text, count: text, least: text, source: text, target: text, workspace: text },
  required: ['workspace'],
  run: async (line) => {
    const queries = queriesOf(line);
    const wish = {
      ...languagesOf(line),
      count: numberOf(line, 'count', COUNT, 100),
      least: numberOf(line, 'least', LEAST, 100),
    };
    const lines = await withSession(line, async ({ client }) => {
      const answers: unknown[] = [];
      for await (const query of queries) {
        const { matches } = query === '' ? { matches: [] } : await client.memory.lookup({ text: query, ...wish });
        answers.push(matches.map((match) => answerOf(match)));
      }
      return answers;
    });
    return { lines };
  },
};

function answerOf({ score, entry: { source, target } }: Match): unknown {
  return { score, source, target };
}

function queriesOf(line: CommandLine): AsyncIterable<string> | readonly string[] {
  const from = optionalText(line, 'from');
  const [query] = line.positionals;
  if ((from === undefined) === (query === undefined))
    throw new AdaptaError('badRequest', { at: 'TEXT', reason: from === undefined ? 'missing' : 'unexpected' });
  if (from === undefined) return [query ?? ''];
  if (!existsSync(from)) throw new AdaptaError('fileNotFound', { file: basename(from) });
  return createInterface({ input: createReadStream(from, 'utf8'), crlfDelay: Number.POSITIVE_INFINITY });
}

function numberOf(line: CommandLine, name: string, otherwise: number, most: number): number {
  const given = optionalText(line, name);
  if (given === undefined) return otherwise;
  const value = Number(given);
  if (!Number.isInteger(value) || value < 0 || value > most)
    throw new AdaptaError('badRequest', { at: `--${name}`, reason: given });
  return value;
}
