import { MANIFEST } from '#main/formats/package/open-document.ts';
import type { XmlPart } from '#main/formats/package/package.ts';
import { encodePart } from '#main/formats/package/xml-text.ts';
import { rewriteZip } from '#main/formats/package/zip-write.ts';
import { Splicer } from '#main/formats/common/splice.ts';
import type { OdfSource } from '../open.ts';
import { Prefixes } from './prefixes.ts';

/** A document as it will be written: what changed, went and came, over the one that was read. */
export class OdfOutput {
  readonly source: OdfSource;
  readonly #texts = new Map<string, { readonly part: XmlPart; readonly text: string }>();
  readonly #removed = new Set<string>();
  readonly #listed = new Map<string, string>();
  readonly #added = new Map<string, { readonly bytes: Uint8Array; readonly type: string }>();

  constructor(source: OdfSource) {
    this.source = source;
  }

  get changed(): boolean {
    return this.#texts.size + this.#removed.size + this.#added.size > 0;
  }

  /** A part's text as it stands now. */
  text(part: XmlPart): string {
    return this.#texts.get(part.name)?.text ?? part.text;
  }

  setText(part: XmlPart, text: string): void {
    if (text === this.text(part)) return;
    this.#texts.set(part.name, { part, text });
  }

  /** Adds an entry; a flat file has none. */
  add(name: string, bytes: Uint8Array, type: string): void {
    this.#added.set(name, { bytes, type });
  }

  /** Names a folder in the manifest: an embedded document is told by it. */
  list(path: string, type: string): void {
    this.#listed.set(path, type);
  }

  remove(name: string): void {
    if (this.source.package?.archive.find(name) === undefined) return;
    this.#removed.add(name);
    this.#texts.delete(name);
  }

  /** Names of all entries of the result, folders left out. */
  names(): readonly string[] {
    const old = (this.source.package?.archive.entries ?? []).filter((entry) => !entry.directory);
    return [...old.map((entry) => entry.name), ...this.#added.keys()].filter((name) => !this.#removed.has(name));
  }

  async write(): Promise<Uint8Array> {
    const { package: pack, content } = this.source;
    if (pack === undefined) return encodePart({ ...content, text: this.text(content) });
    await this.#list();
    const replaced = new Map<string, () => Uint8Array>();
    for (const [name, { part, text }] of this.#texts) replaced.set(name, () => encodePart({ ...part, text }));
    const added = new Map(Array.from(this.#added, ([name, { bytes }]) => [name, bytes]));
    return rewriteZip(pack.archive, { replaced, removed: this.#removed, added });
  }

  /** Keeps the manifest a list of what there is (ODF 1.3 part 2, 3.2). */
  async #list(): Promise<void> {
    if (this.#removed.size + this.#added.size === 0) return;
    const manifest = await this.source.package?.part(MANIFEST);
    if (manifest === undefined) return;
    const splicer = new Splicer(manifest.text);
    for (const { attributes, start, end } of manifest.root.children) {
      const path = attributes['manifest:full-path'] ?? '';
      if (this.#removed.has(path) || this.#isEmptied(path)) splicer.replace(start, end, '');
    }
    const prefixes = new Prefixes(manifest.root);
    const listed = [...this.#listed, ...Array.from(this.#added, ([name, { type }]) => [name, type] as const)];
    const entries = listed.map(([name, type]) =>
      prefixes.tag('manifest:file-entry', { 'manifest:full-path': name, 'manifest:media-type': type }, true),
    );
    if (entries.length > 0) splicer.replace(manifest.root.contentEnd, manifest.root.contentEnd, entries.join(''));
    this.setText(manifest, splicer.render());
  }

  /** Whether a folder lost all it held. */
  #isEmptied(path: string): boolean {
    if (path === '/' || !path.endsWith('/')) return false;
    return (
      [...this.#removed].some((name) => name.startsWith(path)) && !this.names().some((name) => name.startsWith(path))
    );
  }
}
