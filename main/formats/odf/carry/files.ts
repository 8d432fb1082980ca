import { MANIFEST } from '#main/formats/package/open-document.ts';
import { resolvePartName } from '#main/formats/package/names.ts';
import { descendants, type XmlElement } from '#main/formats/package/xml.ts';
import type { ZipArchive, ZipEntry } from '#main/formats/package/zip-read.ts';
import type { OdfSource } from '../open.ts';
import type { OdfOutput } from '../write/output.ts';

const LINKED = new Set(['draw:image', 'draw:object', 'draw:object-ole', 'draw:plugin']);
/** Media types by extension, where the donor's manifest says none. */
const TYPES: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  svg: 'image/svg+xml',
  xml: 'text/xml',
};

/** The files of a donor's package that carried pieces show, under names that are free in the skeleton's. */
export class CarriedFiles {
  readonly #from: OdfSource;
  readonly #to: OdfSource;
  /** By old name, of an entry or of a folder without its slash. */
  readonly #names = new Map<string, string>();

  constructor(from: OdfSource, to: OdfSource) {
    this.#from = from;
    this.#to = to;
  }

  /** A flat file has no place for the files of a package. */
  canBring(element: XmlElement): boolean {
    if (this.#to.package !== undefined) return true;
    return [...descendants(element, LINKED)].every(({ attributes }) => !this.#isInside(attributes['xlink:href'] ?? ''));
  }

  #isInside(href: string): boolean {
    return href !== '' && !href.startsWith('#') && !/^[a-z][a-z0-9+.-]*:/iu.test(href);
  }

  /** The address under which the skeleton will have what the donor has at this one. */
  bring(href: string): string {
    if (!this.#isInside(href)) return href;
    const name = resolvePartName('content.xml', href.replaceAll('&amp;', '&'));
    const entries = this.#entriesAt(name);
    if (entries.length === 0) return href;
    let taken = this.#names.get(name);
    if (taken === undefined) this.#names.set(name, (taken = this.#freeName(name, entries)));
    return (href.startsWith('./') ? './' : '') + taken.replaceAll('&', '&amp;');
  }

  #entriesAt(name: string): readonly ZipEntry[] {
    const archive = this.#from.package?.archive;
    const own = archive?.find(name);
    if (own !== undefined) return [own];
    return (archive?.entries ?? []).filter((entry) => !entry.directory && entry.name.startsWith(`${name}/`));
  }

  #freeName(name: string, entries: readonly ZipEntry[]): string {
    const [first] = entries;
    const there = this.#to.package?.archive.find(name);
    const isSame = there !== undefined && there.size === first?.size && crcOf(there) === crcOf(first);
    if (isSame && entries.length === 1) return name;
    const isTaken = (candidate: string): boolean =>
      [...this.#names.values()].includes(candidate) || hasAt(this.#to.package?.archive, candidate);
    if (!isTaken(name)) return name;
    const [, stem = name, extension = ''] = /^(.*?)(\.[A-Za-z0-9]+)?$/su.exec(name) ?? [];
    for (let number = 2; ; number++) {
      const candidate = `${stem} ${number}${extension}`;
      if (!isTaken(candidate)) return candidate;
    }
  }

  /** Adds what was asked for to the written package and to its manifest. */
  async deliver(output: OdfOutput): Promise<void> {
    const archive = this.#from.package?.archive;
    if (archive === undefined || this.#names.size === 0) return;
    const manifest = await this.#from.package?.part(MANIFEST);
    const types = new Map(
      manifest?.root.children.map(({ attributes }) => [
        attributes['manifest:full-path'] ?? '',
        attributes['manifest:media-type'] ?? '',
      ]),
    );
    for (const [old, name] of this.#names) {
      const folder = types.get(`${old}/`);
      if (folder !== undefined) output.list(`${name}/`, folder);
      for (const entry of this.#entriesAt(old)) {
        const target = name + entry.name.slice(old.length);
        if (output.source.package?.archive.find(target) !== undefined) continue;
        const extension = target.slice(target.lastIndexOf('.') + 1).toLowerCase();
        output.add(target, archive.read(entry), types.get(entry.name) ?? TYPES[extension] ?? '');
      }
    }
  }
}

function crcOf(entry: ZipEntry | undefined): number | undefined {
  return entry?.crc;
}

function hasAt(archive: ZipArchive | undefined, name: string): boolean {
  return archive?.entries.some((entry) => entry.name === name || entry.name.startsWith(`${name}/`)) === true;
}
