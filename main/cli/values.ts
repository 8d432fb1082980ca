import { AdaptaError } from '#shared/model/errors.ts';
import type { CommandLine } from './command.ts';

/** A value that was checked to be there. */
export function textOf(line: CommandLine, name: string): string {
  const value = line.values[name];
  return typeof value === 'string' ? value : '';
}

/** As {@link optionalText}; throws badRequest for one that says nothing. */
export function optionalWords(line: CommandLine, name: string): string | undefined {
  const words = optionalText(line, name);
  if (words?.trim() === '') throw new AdaptaError('badRequest', { at: `--${name}`, reason: 'empty' });
  return words;
}

export function optionalText(line: CommandLine, name: string): string | undefined {
  const value = line.values[name];
  return typeof value === 'string' ? value : undefined;
}

/** An option that names a language, in canonical form (BCP 47). Throws badRequest. */
export function languageOf(line: CommandLine, name: string): string | undefined {
  const tag = optionalText(line, name);
  try {
    return tag === undefined ? undefined : (Intl.getCanonicalLocales(tag)[0] ?? tag);
  } catch (cause) {
    throw new AdaptaError('badRequest', { at: `--${name}`, reason: 'notALanguage' }, { cause });
  }
}
