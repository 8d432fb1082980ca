import { AdaptaError } from '#shared/model/errors.ts';
import { relationshipsOf, resolvePartName } from './names.ts';
import { decodePart, type PartText } from './xml-text.ts';
import { MAX_ELEMENTS, parseXml, type XmlElement } from './xml.ts';
import { openZip, type ZipArchive } from './zip-read.ts';

/** One relationship of a part. `type` is the last segment of its URI (`header`, `image`), the same in both conformance classes. */
export interface Relationship {
  readonly id: string;
  readonly type: string;
  /** The whole URI of the type, as written. */
  readonly uri: string;
  /** As written in the file. */
  readonly target: string;
  readonly external: boolean;
  /** The part it names, without a leading slash; empty when external. */
  readonly part: string;
}

/** A parsed part: the offsets of `root` are places in `text`. */
export interface XmlPart extends PartText {
  readonly name: string;
  readonly root: XmlElement;
}

const NO_RELATIONSHIPS: ReadonlyMap<string, Relationship> = new Map();
const CONTENT_TYPES = '[Content_Types].xml';

/** An Office package (ECMA-376 part 2) over a checked archive; parts are read and parsed once, when first asked for. */
export class OfficePackage {
  readonly archive: ZipArchive;
  readonly #parts = new Map<string, XmlPart | undefined>();
  readonly #relationships = new Map<string, ReadonlyMap<string, Relationship>>();
  #types: ((name: string) => string) | undefined;

  readonly #elements: number;

  private constructor(archive: ZipArchive, elements: number) {
    this.archive = archive;
    this.#elements = elements;
  }

  /**
   * Throws the zip's errors, notADocx for Open Document, and notAnOfficeFile for an archive that is no package. `elements`:
   * how many a part may have.
   */
  static async open(bytes: Uint8Array, elements = MAX_ELEMENTS): Promise<OfficePackage> {
    const archive = await openZip(bytes);
    if (archive.find(CONTENT_TYPES) === undefined) {
      // Open Document says what it is in a part of its own: an office file, but none of this kind.
      throw new AdaptaError(archive.find('mimetype') === undefined ? 'notAnOfficeFile' : 'notADocx');
    }
    return new OfficePackage(archive, elements);
  }

  /** The part parsed, or undefined when the package has none of that name. */
  async part(name: string): Promise<XmlPart | undefined> {
    if (this.#parts.has(name)) return this.#parts.get(name);
    const entry = this.archive.find(name);
    let part: XmlPart | undefined;
    if (entry !== undefined) {
      const decoded = this.archive.look(entry, (content) => decodePart(content, name));
      part = { ...decoded, name: entry.name, root: parseXml(decoded.text, name, { elements: this.#elements }) };
    }
    this.#parts.set(name, part);
    return part;
  }

  /** As {@link part}; throws missingPart. */
  async requirePart(name: string): Promise<XmlPart> {
    const part = await this.part(name);
    if (part === undefined) throw new AdaptaError('missingPart', { part: name });
    return part;
  }

  /** A part's relationships by id; those of the package itself for the empty name. */
  async relationships(part: string): Promise<ReadonlyMap<string, Relationship>> {
    const known = this.#relationships.get(part);
    if (known !== undefined) return known;
    const source = await this.part(relationshipsOf(part));
    const relationships = source === undefined ? NO_RELATIONSHIPS : readRelationships(source.root, part);
    this.#relationships.set(part, relationships);
    return relationships;
  }

  /** The media type of a part, from its override or its extension; empty when the package does not say. */
  async contentType(name: string): Promise<string> {
    this.#types ??= readContentTypes((await this.requirePart(CONTENT_TYPES)).root);
    return this.#types(name);
  }
}

/** Targets of one kind of relationship, each part once, in the order of their names. */
export function partsOfType(relationships: ReadonlyMap<string, Relationship>, type: string): string[] {
  const names = [...relationships.values()]
    .filter((entry) => entry.type === type && !entry.external)
    .map((entry) => entry.part);
  return [...new Set(names)].toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }));
}

function readRelationships(root: XmlElement, base: string): ReadonlyMap<string, Relationship> {
  const relationships = new Map<string, Relationship>();
  for (const { name, attributes } of root.children) {
    if (name !== 'rel:Relationship') continue;
    const { Id: id, Type: type = '', Target: target = '', TargetMode: mode } = attributes;
    if (id === undefined) continue;
    const external = mode === 'External';
    relationships.set(id, {
      id,
      type: type.slice(type.lastIndexOf('/') + 1),
      uri: type,
      target,
      external,
      part: external ? '' : resolvePartName(base, target),
    });
  }
  return relationships;
}

/** What `[Content_Types].xml` says of a part by name (part 2, 7.2.3): its override, else its extension's default. */
export function readContentTypes(root: XmlElement): (name: string) => string {
  const defaults = new Map<string, string>();
  const overrides = new Map<string, string>();
  for (const { name, attributes } of root.children) {
    const type = attributes['ContentType'] ?? '';
    if (name === 'ct:Default') defaults.set((attributes['Extension'] ?? '').toLowerCase(), type);
    if (name === 'ct:Override') overrides.set((attributes['PartName'] ?? '').toLowerCase(), type);
  }
  return (name) => {
    const folded = name.toLowerCase();
    const extension = folded.slice(folded.lastIndexOf('.') + 1);
    return overrides.get(`/${folded}`) ?? defaults.get(extension) ?? '';
  };
}
