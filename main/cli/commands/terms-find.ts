import type { Concept } from '#shared/model/concept.ts';
import { text, type CliCommand } from '../command.ts';
import { withSession } from '../session.ts';
import { languageOf, optionalText } from '../values.ts';

/** The terms of a text, one JSON a line: where they stand, how far each may be used, and what to say. Language: Spanish unless said. */
export const command: CliCommand = {
  positionals: ['TEXT'],
  options: { lang: text, toolkit: text, workspace: text },
  required: ['workspace'],
  run: async (line) => {
    const given = line.positionals[0] ?? '';
    const language = languageOf(line, 'lang') ?? 'es';
    const toolkit = optionalText(line, 'toolkit') ?? null;
    const { found, concepts } = await withSession(
      line,
      async ({ client }) => await client.terms.find({ text: given, language, toolkit }),
    );
    const byId = new Map(concepts.map((concept) => [concept.id, concept]));
    const lines = found.map(({ concept: id, term: termId, from, to, status, unaccented }) => {
      const concept = byId.get(id);
      const term = concept?.terms.find((each) => each.id === termId)?.text;
      const preferred = concept === undefined ? {} : preferredOf(concept);
      return { text: given.slice(from, to), from, to, term, status, unaccented, preferred, concept: id };
    });
    return { lines };
  },
};

/** The preferred term of each language. */
function preferredOf({ terms }: Concept): Readonly<Record<string, string>> {
  return Object.fromEntries(
    terms
      .filter(({ status, municipality }) => status === 'preferred' && municipality === '')
      .map((term) => [term.language, term.text]),
  );
}
