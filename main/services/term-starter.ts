import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { AdaptaError } from '#shared/model/errors.ts';
import { PARTS_OF_SPEECH, type TermStatus } from '#shared/model/concept.ts';
import type { GivenEntry, GivenTerm } from './term-entry.ts';

const texts = z.union([z.string(), z.array(z.string())]).transform((given) => [given].flat());

/** `resources/glossary/starter.json`: per language the terms, the preferred one first, and those to be avoided. */
const starterSchema = z.strictObject({
  concepts: z.array(
    z.strictObject({
      domain: z.string(),
      en: texts.default([]),
      es: texts,
      forbidden: texts.default([]),
      deprecated: texts.default([]),
      part: z.enum(PARTS_OF_SPEECH).default('noun'),
      definition: z.string(),
      source: z.string(),
      note: z.string().default(''),
    }),
  ),
});

/** The glossary that comes with the application. Throws fileNotFound. */
export function readStarter(resources: string): readonly GivenEntry[] {
  const path = join(resources, 'glossary', 'starter.json');
  if (!existsSync(path)) throw new AdaptaError('fileNotFound', { file: 'starter.json' });
  const { concepts } = starterSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  return concepts.map(({ domain, definition, source, note, part, ...given }, index) => {
    const terms = (language: string, words: readonly string[], first: TermStatus, others = first): GivenTerm[] =>
      words.map((text, place) => ({
        language,
        text,
        status: place === 0 ? first : others,
        partOfSpeech: part,
        municipality: '',
        note: '',
      }));
    return {
      line: index + 1,
      domain,
      definition,
      source,
      note,
      terms: [
        ...terms('en', given.en, 'preferred', 'admitted'),
        ...terms('es', given.es, 'preferred', 'admitted'),
        ...terms('es', given.deprecated, 'deprecated'),
        ...terms('es', given.forbidden, 'forbidden'),
      ],
    };
  });
}
