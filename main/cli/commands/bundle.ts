import { resolve } from 'node:path';
import { bundleProfileSchema } from '#shared/contract/exports.ts';
import { AdaptaError } from '#shared/model/errors.ts';
import { text, type CliCommand } from '../command.ts';
import { printPort } from '../printing.ts';
import { withSession } from '../session.ts';
import { optionalText, textOf } from '../values.ts';
import { writtenOutput } from '../written.ts';

export const command: CliCommand = {
  positionals: [],
  options: {
    documents: text,
    profile: text,
    title: text,
    date: text,
    place: text,
    language: text,
    out: text,
    workspace: text,
  },
  required: ['documents', 'profile', 'title', 'date', 'out', 'workspace'],
  run: async (line) => {
    const profile = bundleProfileSchema.safeParse(textOf(line, 'profile'));
    if (!profile.success) throw new AdaptaError('badRequest', { at: '--profile', reason: textOf(line, 'profile') });
    const place = optionalText(line, 'place');
    const language = languageOf(optionalText(line, 'language'));
    const print = await printPort();
    const result = await withSession(
      line,
      async ({ client, engine }) =>
        await client.exports.bundle({
          documents: idsOf(textOf(line, 'documents')),
          profile: profile.data,
          title: textOf(line, 'title'),
          date: textOf(line, 'date'),
          ...(place === undefined ? {} : { place }),
          ...(language === undefined ? {} : { language }),
          to: engine.grants.allow(resolve(textOf(line, 'out')), 'write'),
        }),
      { print },
    );
    return writtenOutput(result);
  },
};

/** Each document once: named twice, it would go out twice. */
function idsOf(list: string): readonly string[] {
  const ids = list.split(',').map((id) => id.trim());
  return [...new Set(ids)].filter((id) => id !== '');
}

function languageOf(value: string | undefined): 'es' | 'en' | undefined {
  if (value === undefined || value === 'es' || value === 'en') return value;
  throw new AdaptaError('badRequest', { at: '--language', reason: value });
}
