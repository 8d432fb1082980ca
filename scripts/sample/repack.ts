import {
  BlobReader,
  BlobWriter,
  TextReader,
  TextWriter,
  Uint8ArrayReader,
  Uint8ArrayWriter,
  ZipReader,
  ZipWriter,
} from '@zip.js/zip.js';
import { SAMPLE_DATE } from './render.ts';
import { fragmentRuns, spanishStyleIds, twoBranchTextBoxes } from './word-habits.ts';

/** DOS time has no zone: local parts, so that every machine writes the same bytes. */
const ENTRY_DATE = new Date(2026, 1, 2, 12, 0, 0);
const RANDOM_RELATIONSHIP = /rId(?=[a-z0-9_-]{15,})[a-z0-9_-]+/gu;

export interface RepackOptions {
  /** The received translation: Spanish style ids, runs in fragments. */
  readonly received: boolean;
  readonly seed: number;
}

/**
 * Makes a rendered DOCX reproducible (fixed dates, counted relationship ids, fixed order and times in the zip, a
 * compressor that does not depend on the platform) and gives it the habits of files that come out of Word.
 */
export async function repack(docx: Uint8Array, options: RepackOptions): Promise<Uint8Array> {
  const reader = new ZipReader(new BlobReader(new Blob([docx.slice()])), { useWebWorkers: false });
  const writer = new ZipWriter(new BlobWriter('application/octet-stream'), {
    useWebWorkers: false,
    useCompressionStream: false,
    level: 9,
  });
  const names = new Map<string, string>();
  const settings = { lastModDate: ENTRY_DATE, extendedTimestamp: false, dataDescriptor: false };
  for (const entry of await reader.getEntries()) {
    if (entry.directory) continue;
    if (/\.(?:xml|rels)$/u.test(entry.filename)) {
      const xml = await entry.getData(new TextWriter());
      await writer.add(entry.filename, new TextReader(rewrite(entry.filename, xml, names, options)), settings);
    } else {
      await writer.add(entry.filename, new Uint8ArrayReader(await entry.getData(new Uint8ArrayWriter())), settings);
    }
  }
  await reader.close();
  return new Uint8Array(await (await writer.close()).arrayBuffer());
}

function rewrite(part: string, xml: string, names: Map<string, string>, options: RepackOptions): string {
  let text = xml.replaceAll(RANDOM_RELATIONSHIP, (random) => counted(names, random));
  if (part === 'docProps/core.xml') text = text.replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/gu, SAMPLE_DATE.toISOString());
  if (part === 'word/document.xml') text = twoBranchTextBoxes(text);
  if (options.received && part.startsWith('word/')) text = spanishStyleIds(text);
  if (options.received && part === 'word/document.xml') text = fragmentRuns(text, options.seed);
  return text;
}

function counted(names: Map<string, string>, random: string): string {
  const known = names.get(random) ?? `rId${101 + names.size}`;
  names.set(random, known);
  return known;
}
