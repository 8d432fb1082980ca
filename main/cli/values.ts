import type { CommandLine } from './command.ts';

/** A value that was checked to be there. */
export function textOf(line: CommandLine, name: string): string {
  const value = line.values[name];
  return typeof value === 'string' ? value : '';
}

export function optionalText(line: CommandLine, name: string): string | undefined {
  const value = line.values[name];
  return typeof value === 'string' ? value : undefined;
}
