import type { ParseArgsOptionsConfig } from 'node:util';

/** What a command was called with: `values` by option name, `positionals` in order. */
export interface CommandLine {
  readonly positionals: readonly string[];
  readonly values: Readonly<Record<string, string | boolean | undefined>>;
}

/** What a command prints: one JSON value, or one per line. */
export type Output =
  | { readonly value: unknown; readonly failed?: boolean }
  | { readonly lines: readonly unknown[]; readonly failed?: boolean };

export interface CliCommand {
  /** Names of the arguments that must be there. */
  readonly positionals: readonly string[];
  /** How many more there may be; none when absent. */
  readonly optional?: number;
  /** `--json` is known to all. */
  readonly options: ParseArgsOptionsConfig;
  /** Options that must be there. */
  readonly required: readonly string[];
  /** `failed`: something was found or did not verify (exit code 1). Throws AdaptaError for everything else. */
  run(line: CommandLine): Promise<Output>;
}

export const text = { type: 'string' } as const;

export const flag = { type: 'boolean' } as const;
