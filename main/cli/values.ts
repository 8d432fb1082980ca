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
