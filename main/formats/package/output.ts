import { readContentTypes, type OfficePackage } from './package.ts';
import { parseXml } from './xml.ts';
import { decodePart, encodePart, type PartText } from './xml-text.ts';
import { encodeChanged } from './piecewise.ts';
import { rewriteZip } from './zip-write.ts';

const CONTENT_TYPES = '[Content_Types].xml';

/** A package as it will be written: what changed, went and came, over the one that was read. */
export class PackageOutput {
  readonly source: OfficePackage;
  readonly #texts = new Map<string, PartText>();
  /** Texts that came in pieces, as bytes. */
  readonly #encoded = new Map<string, Uint8Array>();
  readonly #removed = new Set<string>();
  readonly #added = new Map<string, Uint8Array>();

  constructor(source: OfficePackage) {
    this.source = source;
  }

  get changed(): boolean {
    return this.#texts.size + this.#encoded.size + this.#removed.size + this.#added.size > 0;
  }

  /** A part's text as it stands now; undefined when there is no such XML part. */
  async text(name: string): Promise<string | undefined> {
    if (this.#removed.has(name)) return undefined;
    return (await this.#current(name))?.text;
  }

  /** Gives a part new text in the encoding it had; a part that is new comes last. */
  async setText(name: string, text: string): Promise<void> {
    const old = await this.#current(name);
    if (old?.text === text) return;
    this.#encoded.delete(name);
    this.#texts.set(name, { text, encoding: old?.encoding ?? 'utf-8' });
  }

  /** As {@link setText}, for a part of the source whose text comes in pieces: it is never in memory as a whole. */
  async setPieces(name: string, pieces: Iterable<string>): Promise<void> {
    const size = this.source.archive.find(name)?.size ?? 0;
    const bytes = encodeChanged(await this.source.requirePart(name), size, pieces);
    if (bytes !== undefined) this.#encoded.set(name, bytes);
  }

  async #current(name: string): Promise<PartText | undefined> {
    const encoded = this.#encoded.get(name);
    return this.#texts.get(name) ?? (encoded === undefined ? this.source.part(name) : decodePart(encoded, name));
  }

  add(name: string, bytes: Uint8Array): void {
    this.#added.set(name, bytes);
  }

  remove(name: string): void {
    this.#removed.add(name);
    this.#texts.delete(name);
    this.#encoded.delete(name);
    this.#added.delete(name);
  }

  has(name: string): boolean {
    return (
      !this.#removed.has(name) &&
      (this.source.archive.find(name) !== undefined || this.#texts.has(name) || this.#added.has(name))
    );
  }

  /** Media types as the result declares them. */
  async contentTypes(): Promise<(name: string) => string> {
    const text = (await this.text(CONTENT_TYPES)) ?? '';
    return readContentTypes(parseXml(text, CONTENT_TYPES));
  }

  /** Names of all parts of the result. */
  names(): string[] {
    const old = this.source.archive.entries.filter((entry) => !entry.directory).map((entry) => entry.name);
    return [...new Set([...old, ...this.#texts.keys(), ...this.#added.keys()])].filter(
      (name) => !this.#removed.has(name),
    );
  }

  async write(): Promise<Uint8Array> {
    const replaced = new Map<string, () => Uint8Array>();
    const added = new Map(this.#added);
    for (const [name, bytes] of this.#encoded) replaced.set(name, () => bytes);
    for (const [name, part] of this.#texts) {
      if (this.source.archive.find(name) === undefined) added.set(name, encodePart(part));
      else replaced.set(name, () => encodePart(part));
    }
    return rewriteZip(this.source.archive, { replaced, added, removed: this.#removed });
  }
}
