import { SaxesParser } from 'saxes';
import { AdaptaError } from '#shared/model/errors.ts';
import { decodeSource, type ByteSource } from './byte-source.ts';

const MAX_DEPTH = 100;
/** Characters without the end of a tag or text: nobody writes such an attribute, comment or paragraph. */
const MAX_QUIET = 8_000_000;

/** Names of attributes that are remembered. */
const MAX_NAMES = 200;

/** The same name as the engine keeps keys of objects. */
function internalized(name: string): string {
  return Object.keys({ [name]: 0 })[0] ?? name;
}

/** Makes records of the elements of a file as they end. Names are as written; `line` counts from 1. */
export interface RecordReader<T> {
  open(name: string, attributes: Readonly<Record<string, string>>, line: number): void;
  text(data: string): void;
  close(name: string, line: number): void;
  /** Hands over the records made since it was last asked. */
  take(): readonly T[];
}

/**
 * Reads XML of any length in bounded memory. A document type without declarations is passed over (TMX and older TBX have
 * one); no entity is ever resolved. Throws doctype for one with declarations, malformedXml, truncated, tooDeep,
 * fileTooLarge for a single text or tag without end, and what the reader throws.
 */
export async function* streamXml<T>(source: ByteSource, reader: RecordReader<T>, part: string): AsyncGenerator<T> {
  for await (const records of streamBatches(source, reader, part)) yield* records;
}

/**
 * {@link streamXml}, with the records that end in one piece of the file handed over together: a turn of the loop for each
 * costs as much as reading it.
 */
export async function* streamBatches<T>(
  source: ByteSource,
  reader: RecordReader<T>,
  part: string,
): AsyncGenerator<readonly T[]> {
  const parser = new SaxesParser({ xmlns: false, position: true, fragment: false });
  let depth = 0;
  let quiet = 0;
  let ended = false;
  parser.on('error', (error) => {
    throw new AdaptaError('malformedXml', { part, line: parser.line }, { cause: error });
  });
  parser.on('doctype', (text) => {
    quiet = 0;
    if (/[[\]]|<!/u.test(text)) throw new AdaptaError('doctype', { part });
  });
  parser.on('opentag', ({ name, attributes }) => {
    quiet = 0;
    depth += 1;
    if (depth > MAX_DEPTH) throw new AdaptaError('tooDeep', { part });
    reader.open(name, attributes, parser.line);
  });
  const names = new Map<string, string>();
  parser.on('attribute', (attribute) => {
    // A name cut out of the file is looked up by its letters each time it is a key: once is enough (a third of the time).
    const known = names.get(attribute.name);
    if (known !== undefined) attribute.name = known;
    else if (names.size < MAX_NAMES) names.set(attribute.name, internalized(attribute.name));
  });
  const text = (data: string): void => {
    quiet = 0;
    reader.text(data);
  };
  // Seven handlers and none for comments: docs/gotchas.md.
  parser.on('text', text);
  parser.on('cdata', text);
  parser.on('closetag', ({ name }) => {
    quiet = 0;
    depth -= 1;
    ended = depth === 0;
    reader.close(name, parser.line);
  });
  for await (const piece of decodeSource(source, declaredEncoding)) {
    quiet += piece.length;
    if (quiet > MAX_QUIET) throw new AdaptaError('fileTooLarge', { part, line: parser.line });
    write(parser, piece, part);
    yield reader.take();
  }
  if (!ended) throw new AdaptaError('truncated', { part, line: parser.line });
  write(parser, null, part);
  yield reader.take();
}

function write(parser: SaxesParser, piece: string | null, part: string): void {
  try {
    parser.write(piece);
  } catch (error) {
    if (error instanceof AdaptaError) throw error;
    throw new AdaptaError('malformedXml', { part, line: parser.line }, { cause: error });
  }
}

function declaredEncoding(head: string): string | undefined {
  return /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)["']/u.exec(head)?.[1];
}
