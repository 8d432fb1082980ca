import { statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { AdaptaError, errorGroup } from '#shared/model/errors.ts';
import type { OfficeFile } from './office.ts';

/** Nothing people write is larger; checked before a byte is read. */
const LARGEST = 512 * 1024 * 1024;

/** Reads a file the person chose. Throws fileNotFound, fileTooLarge, ioError. */
export async function openFile(path: string): Promise<OfficeFile> {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined || !stat.isFile()) throw new AdaptaError('fileNotFound', { file: basename(path) });
  if (stat.size > LARGEST) throw new AdaptaError('fileTooLarge', { file: basename(path), bytes: stat.size });
  return { name: basename(path), bytes: await readFile(path) };
}

/** Says which file was refused, where several are read at once: what `reading` throws, with the file's name. */
export async function naming<T>({ name }: Pick<OfficeFile, 'name'>, reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (cause) {
    if (!(cause instanceof AdaptaError) || errorGroup(cause.code) !== 'refused') throw cause;
    throw new AdaptaError(cause.code, { ...cause.params, file: name }, { cause });
  }
}
