import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { AdaptaError } from '#shared/model/errors.ts';

/** Original and translation. */
export type TextPair = readonly [source: string, target: string];

/**
 * Pairs of a file of lines, original and translation with a tab between, as many at a time as were read; empty lines are
 * left out. Throws fileNotFound.
 */
export async function* pairsOf(path: string): AsyncGenerator<readonly TextPair[]> {
  const stream = createReadStream(path, { encoding: 'utf8', highWaterMark: 1 << 18 });
  let rest = '';
  try {
    for await (const chunk of stream as AsyncIterable<string>) {
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() ?? '';
      yield lines.flatMap(pairOf);
    }
  } catch (cause) {
    const isMissing = cause instanceof Error && 'code' in cause && (cause.code === 'ENOENT' || cause.code === 'EISDIR');
    throw isMissing ? new AdaptaError('fileNotFound', { file: basename(path) }, { cause }) : cause;
  }
  yield pairOf(rest);
}

function pairOf(line: string): readonly TextPair[] {
  const text = line.endsWith('\r') ? line.slice(0, -1) : line;
  if (text === '') return [];
  const tab = text.indexOf('\t');
  if (tab < 0) return [[text, '']];
  const next = text.indexOf('\t', tab + 1);
  return [[text.slice(0, tab), next < 0 ? text.slice(tab + 1) : text.slice(tab + 1, next)]];
}
