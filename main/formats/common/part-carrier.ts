import { foldName, relationshipsOf, resolvePartName } from '../package/names.ts';
import { STRICT, TRANSITIONAL, type NewRelationships, type RelatedPart } from '../package/new-relationships.ts';
import type { OfficePackage, Relationship } from '../package/package.ts';
import { parseXml } from '../package/xml.ts';
import { encodePart, escapeAttribute } from '../package/xml-text.ts';
import type { PackageOutput } from '../package/output.ts';
import { Splicer } from './splice.ts';

const CONTENT_TYPES = '[Content_Types].xml';
const XML = /[+/]xml$/u;
const STANDARD = [TRANSITIONAL, STRICT];

/** Copies parts (pictures, charts, embedded files) from one package into another, each once, with all they relate to. */
export class PartCarrier {
  readonly #from: OfficePackage;
  readonly #names = new Map<string, string>();
  readonly #taken: Set<string>;
  readonly #types = new Map<string, string>();

  constructor(from: OfficePackage, to: OfficePackage) {
    this.#from = from;
    this.#taken = new Set(to.archive.entries.map((entry) => foldName(entry.name)));
  }

  /** The name under which a part of the other file will stand here; undefined when that file has no such part. */
  nameFor(part: string): string | undefined {
    const known = this.#names.get(part);
    if (known !== undefined) return known;
    if (this.#from.archive.find(part) === undefined) return undefined;
    const name = this.#freeName(part);
    this.#names.set(part, name);
    return name;
  }

  /** A name for a part made here after one of the other file, with that one's media type. */
  async declareLike(part: string): Promise<string> {
    const name = this.#freeName(part);
    this.declare(name, await this.#from.contentType(part));
    return name;
  }

  #freeName(part: string): string {
    const dot = part.lastIndexOf('.');
    let number = 1;
    const candidate = (): string => `${part.slice(0, dot)}-carried${number}${part.slice(dot)}`;
    while (this.#taken.has(foldName(candidate()))) number += 1;
    this.#taken.add(foldName(candidate()));
    return candidate();
  }

  /**
   * The id under which `to` names what a relationship of the other file does, whose part comes along; undefined when that
   * file has no such part.
   */
  relate(
    { type, uri, target, external, part }: Relationship,
    to: RelatedPart,
    relationships: NewRelationships,
  ): string | undefined {
    // The standard's own types are written as this file writes them; those of later versions have one URI only.
    const kind = STANDARD.some((known) => uri === `${known}/${type}`) ? type : uri;
    if (external) return relationships.add(to, kind, target, true);
    const name = this.nameFor(part);
    return name === undefined ? undefined : relationships.add(to, kind, relativeTarget(to.name, name), false);
  }

  /** A part that is new in the package and made here, with its media type. */
  declare(name: string, type: string): void {
    this.#taken.add(foldName(name));
    this.#types.set(name, type);
  }

  /**
   * Adds everything named so far, and what that relates to in turn, to the package being written. `changed`: new texts of
   * parts, by their names in the other file.
   */
  async deliver(output: PackageOutput, changed: ReadonlyMap<string, string> = new Map()): Promise<void> {
    const done = new Set<string>();
    for (let next = this.#waiting(done); next !== undefined; next = this.#waiting(done)) {
      done.add(next);
      const name = this.#names.get(next) as string;
      const entry = this.#from.archive.find(next);
      if (entry === undefined) continue;
      const type = await this.#from.contentType(next);
      this.#types.set(name, type);
      const part = XML.test(type) ? await this.#from.part(next).catch(() => undefined) : undefined;
      const text = changed.get(next) ?? part?.text;
      // A participants' file is cleaned text by text; what cannot be read, or is no UTF-8, comes as it is.
      if (text !== undefined && part?.encoding === 'utf-8') await output.setText(name, text);
      else if (text !== undefined && part !== undefined) output.add(name, encodePart({ ...part, text }));
      else output.add(name, this.#from.archive.read(entry));
      await this.#relationships(next, name, output);
    }
    if (this.#types.size > 0) await this.#declareTypes(output);
  }

  #waiting(done: ReadonlySet<string>): string | undefined {
    for (const part of this.#names.keys()) if (!done.has(part)) return part;
    return undefined;
  }

  async #relationships(part: string, name: string, output: PackageOutput): Promise<void> {
    const source = await this.#from.part(relationshipsOf(part));
    if (source === undefined) return;
    const splicer = new Splicer(source.text);
    for (const { start, end, attributes } of source.root.children) {
      const { Target: target = '', TargetMode: mode } = attributes;
      if (mode === 'External') continue;
      const copy = this.nameFor(resolvePartName(part, target));
      const written = source.text
        .slice(start, end)
        .replace(/\bTarget\s*=\s*(?:"[^"]*"|'[^']*')/u, `Target="/${escapeAttribute(copy ?? '')}"`);
      splicer.replace(start, end, copy === undefined ? '' : written);
    }
    await output.setText(relationshipsOf(name), splicer.render());
  }

  async #declareTypes(output: PackageOutput): Promise<void> {
    const text = await output.text(CONTENT_TYPES);
    if (text === undefined) return;
    const root = parseXml(text, CONTENT_TYPES);
    const prefix = /^<([^\s/>]*:)?/u.exec(text.slice(root.start))?.[1] ?? '';
    const added = [...this.#types].map(
      ([name, type]) =>
        `<${prefix}Override PartName="/${escapeAttribute(name)}" ContentType="${escapeAttribute(type)}"/>`,
    );
    await output.setText(CONTENT_TYPES, text.slice(0, root.contentEnd) + added.join('') + text.slice(root.contentEnd));
  }
}

/** A relationship's target as seen from a part: a path relative to its folder, as Word writes it. */
export function relativeTarget(from: string, to: string): string {
  const base = from.split('/').slice(0, -1);
  const path = to.split('/');
  let shared = 0;
  while (shared < base.length && base[shared] === path[shared]) shared += 1;
  return [...base.slice(shared).map(() => '..'), ...path.slice(shared)].join('/');
}
