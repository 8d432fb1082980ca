import { basename } from 'node:path';
import type { MemorySummary } from '#shared/contract/memory.ts';
import type { Client } from '#shared/contract/index.ts';
import { AdaptaError } from '#shared/model/errors.ts';
import type { CommandLine } from './command.ts';
import { optionalText, optionalWords } from './values.ts';

/** BCP 47, of what the original is in and what it becomes. */
export interface LanguagePair {
  readonly sourceLanguage: string;
  readonly targetLanguage: string;
}

/** `--source` and `--target`; English into Spanish unless said otherwise. */
export function languagesOf(line: CommandLine): LanguagePair {
  return {
    sourceLanguage: optionalText(line, 'source') ?? 'en',
    targetLanguage: optionalText(line, 'target') ?? 'es',
  };
}

/** A memory by id or name; those that fill themselves by `own` and `received` while nobody named them. Throws unknownMemory. */
export async function needMemory(client: Client, wish: string): Promise<MemorySummary> {
  const found = await findMemory(client, wish);
  if (found === undefined) throw new AdaptaError('unknownMemory', { memory: wish });
  return found;
}

/** The memory `--memory` names, or that is named like the file; made when there is none. */
export async function memoryFor(client: Client, line: CommandLine, file: string): Promise<string> {
  const name = optionalWords(line, 'memory') ?? basename(file).replace(/\.[^.]+$/u, '');
  const found = await findMemory(client, name);
  if (found !== undefined) return found.id;
  const id = crypto.randomUUID();
  await client.memory.apply({ command: { type: 'create', id, name, ...languagesOf(line) } });
  return id;
}

async function findMemory(client: Client, wish: string): Promise<MemorySummary | undefined> {
  const { memories } = await client.memory.list({});
  return (
    memories.find(({ id }) => id === wish) ??
    memories.find(({ name }) => name === wish) ??
    memories.find(({ name, kind, sandbox }) => name === '' && kind === wish && !sandbox)
  );
}
