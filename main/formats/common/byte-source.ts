import { TextDecoder } from 'node:util';
import { AdaptaError } from '#shared/model/errors.ts';
import { markedEncoding } from './text-file.ts';

/** Bytes as they come: a file read piece by piece, or what is at hand already. */
export type ByteSource = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** Characters handed on at once: what is made of them is in memory together. */
const PIECE = 65_536;
/** Bytes looked at before an encoding is chosen. */
const HEAD = 65_536;

/**
 * Decodes bytes as they come, in pieces of bounded length, without the byte order mark. `declared` is asked for the
 * encoding the beginning declares, read as Latin-1; a mark counts before it. Throws notUtf8 for unknown encodings and for
 * bytes theirs cannot hold.
 */
export async function* decodeSource(
  source: ByteSource,
  declared: (head: string) => string | undefined,
): AsyncGenerator<string> {
  let head = new Uint8Array(0);
  let decoder: TextDecoder | undefined;
  for await (const bytes of source) {
    if (decoder !== undefined) {
      yield* pieces(decoded(decoder, bytes, true));
      continue;
    }
    head = Buffer.concat([head, bytes]);
    if (head.length < HEAD) continue;
    decoder = decoderFor(head, declared);
    yield* pieces(decoded(decoder, head, true));
  }
  decoder ??= decoderFor(head, declared);
  yield* pieces(decoded(decoder, head.length < HEAD ? head : new Uint8Array(0), false));
}

function decoderFor(head: Uint8Array, declared: (head: string) => string | undefined): TextDecoder {
  const encoding =
    markedEncoding(head) ?? wideEncoding(head) ?? declared(Buffer.from(head).toString('latin1')) ?? 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true });
  } catch (error) {
    throw new AdaptaError('notUtf8', { encoding }, { cause: error });
  }
}

/** UTF-16 without a mark, told by the nulls beside the first sign. */
function wideEncoding([first, second]: Uint8Array): string | undefined {
  if (second === 0 && first !== 0) return 'utf-16le';
  return first === 0 && second !== undefined && second !== 0 ? 'utf-16be' : undefined;
}

function decoded(decoder: TextDecoder, bytes: Uint8Array, stream: boolean): string {
  try {
    return decoder.decode(bytes, { stream });
  } catch (error) {
    throw new AdaptaError('notUtf8', { encoding: decoder.encoding }, { cause: error });
  }
}

function* pieces(text: string): Generator<string> {
  for (let at = 0; at < text.length; at += PIECE) yield text.slice(at, at + PIECE);
}

/** Text as UTF-8 in pieces of about 64 kB, so that what is written never is in memory whole. */
export async function* encodePieces(text: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  let waiting: string[] = [];
  let length = 0;
  for await (const part of text) {
    waiting.push(part);
    length += part.length;
    if (length < PIECE) continue;
    yield Buffer.from(waiting.join(''), 'utf8');
    waiting = [];
    length = 0;
  }
  if (length > 0) yield Buffer.from(waiting.join(''), 'utf8');
}
