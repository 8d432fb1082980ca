import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { createInterface } from 'node:readline';
import { AdaptaError } from '#shared/model/errors.ts';

/** Pairs of a file of lines, original and translation with a tab between; empty lines are left out. Throws fileNotFound. */
export async function* pairsOf(path: string): AsyncGenerator<readonly [source: string, target: string]> {
  const stream = createReadStream(path, { encoding: 'utf8' });
  try {
    for await (const line of createInterface({ input: stream, crlfDelay: Infinity })) {
      const [source = '', target = ''] = line.split('\t', 2);
      if (line !== '') yield [source, target];
    }
  } catch (cause) {
    const isMissing = cause instanceof Error && 'code' in cause && (cause.code === 'ENOENT' || cause.code === 'EISDIR');
    throw isMissing ? new AdaptaError('fileNotFound', { file: basename(path) }, { cause }) : cause;
  } finally {
    stream.destroy();
  }
}
