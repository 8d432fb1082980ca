import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { AdaptaError } from '#shared/model/errors.ts';
import type { OfficeFile } from './office.ts';

/** Nothing people write is larger; checked before a byte is read. */
const LARGEST = 512 * 1024 * 1024;

/** Reads a file the person chose. Throws fileNotFound, fileTooLarge, ioError. */
export function openFile(path: string): OfficeFile {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined || !stat.isFile()) throw new AdaptaError('fileNotFound', { file: basename(path) });
  if (stat.size > LARGEST) throw new AdaptaError('fileTooLarge', { file: basename(path), bytes: stat.size });
  return { name: basename(path), bytes: readFileSync(path) };
}
