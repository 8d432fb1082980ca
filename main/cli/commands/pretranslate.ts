import { AdaptaError } from '#shared/model/errors.ts';
import { flag, text, type CliCommand } from '../command.ts';
import { withSession } from '../session.ts';
import { optionalText } from '../values.ts';

const LEAST = 75;

/** Fills units without a text with drafts from memory and glossary. */
export const command: CliCommand = {
  positionals: ['DOCUMENT'],
  options: { least: text, whole: flag, workspace: text },
  required: ['workspace'],
  run: async (line) => {
    const given = optionalText(line, 'least');
    const least = given === undefined ? LEAST : Number(given);
    if (!Number.isInteger(least) || least < 50 || least > 100)
      throw new AdaptaError('badRequest', { at: '--least', reason: given ?? '' });
    const document = line.positionals[0] ?? '';
    const wish = { document, least, assembled: line.values['whole'] !== true };
    const { changes, byBand, words } = await withSession(
      line,
      async ({ client }) => await client.memory.pretranslate(wish),
    );
    return { value: { filled: changes.length, words, byBand } };
  },
};
