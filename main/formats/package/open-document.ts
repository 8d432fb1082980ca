import { AdaptaError } from '#shared/model/errors.ts';
import type { XmlPart } from './package.ts';
import { openZip, type ZipArchive } from './zip-read.ts';
import { decodePart } from './xml-text.ts';
import { parseXml, type XmlElement } from './xml.ts';

export const MANIFEST = 'META-INF/manifest.xml';
const MIMETYPE = 'mimetype';
/** OpenOffice.org 1 and 2 named their own document type there; it defines nothing and is not looked at. */
const MANIFEST_DOCTYPE = /<!DOCTYPE\s+manifest:manifest\s+PUBLIC\s+"[^"[\]]*"\s+"[^"[\]]*"\s*>/u;

/** An Open Document package (ODF 1.3 part 2) over a checked archive; parts are read and parsed once, when first asked for. */
export class OpenDocumentPackage {
  readonly archive: ZipArchive;
  /** What the package says it is; empty when it does not. */
  readonly mediaType: string;
  readonly #parts: Map<string, XmlPart | undefined>;

  private constructor(archive: ZipArchive, mediaType: string, parts: Map<string, XmlPart | undefined>) {
    this.archive = archive;
    this.mediaType = mediaType;
    this.#parts = parts;
  }

  /** Throws the zip's errors, encrypted (part 2, 4.8.1), and notThisFormat for an archive that is no such package. */
  static async open(bytes: Uint8Array): Promise<OpenDocumentPackage> {
    const archive = await openZip(bytes);
    if (archive.find(MIMETYPE) === undefined && archive.find(MANIFEST) === undefined) {
      throw new AdaptaError('notThisFormat');
    }
    const parts = new Map<string, XmlPart | undefined>();
    const manifest = await optional(readPart(archive, MANIFEST));
    parts.set(MANIFEST, manifest);
    const entries = manifest?.root.children ?? [];
    if (entries.some((entry) => entry.child('manifest:encryption-data') !== undefined)) {
      throw new AdaptaError('encrypted');
    }
    return new OpenDocumentPackage(archive, await mediaTypeOf(archive, entries), parts);
  }

  /** The part parsed, text among elements in its order; undefined when the package has none of that name. */
  async part(name: string): Promise<XmlPart | undefined> {
    if (!this.#parts.has(name)) this.#parts.set(name, await readPart(this.archive, name));
    return this.#parts.get(name);
  }

  /** As {@link part}; one that is no proper XML counts as missing: the document can do without it. */
  async optionalPart(name: string): Promise<XmlPart | undefined> {
    const part = await optional(this.part(name));
    this.#parts.set(name, part);
    return part;
  }
}

const IMPROPER: ReadonlySet<string> = new Set(['doctype', 'malformedXml', 'tooDeep', 'tooManyNodes', 'fileTooLarge']);

async function optional(reading: Promise<XmlPart | undefined>): Promise<XmlPart | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof AdaptaError && IMPROPER.has(error.code)) return undefined;
    throw error;
  }
}

async function readPart(archive: ZipArchive, name: string): Promise<XmlPart | undefined> {
  const entry = archive.find(name);
  if (entry === undefined) return undefined;
  const decoded = archive.look(entry, (content) => decodePart(content, name));
  const isManifest = name === MANIFEST;
  const text = isManifest ? decoded.text.replace(MANIFEST_DOCTYPE, (found) => ' '.repeat(found.length)) : decoded.text;
  return { ...decoded, name: entry.name, root: parseXml(text, name, { mixed: true }) };
}

async function mediaTypeOf(archive: ZipArchive, manifest: readonly XmlElement[]): Promise<string> {
  const entry = archive.find(MIMETYPE);
  if (entry !== undefined && entry.size < 200) {
    return Buffer.from(archive.read(entry)).toString('latin1').trim();
  }
  const root = manifest.find((file) => file.attributes['manifest:full-path'] === '/');
  return root?.attributes['manifest:media-type'] ?? '';
}
