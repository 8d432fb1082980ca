import type { OfficePackage, Relationship } from './package.ts';
import { relationshipsOf } from './names.ts';
import { escapeAttribute } from './xml-text.ts';

export const TRANSITIONAL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
export const STRICT = 'http://purl.oclc.org/ooxml/officeDocument/relationships';
export const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** A part that gets relationships. */
export interface RelatedPart {
  readonly name: string;
  readonly relationships: ReadonlyMap<string, Relationship>;
}

/** Relationships the writer adds, by part. */
export class NewRelationships {
  readonly #package: OfficePackage;
  readonly #uri: string;
  readonly #added = new Map<string, Map<string, string>>();
  readonly #keys = new Map<string, string>();

  /** `uri`: the namespace of the document's own relationship types; strict files keep to theirs. */
  constructor(pack: OfficePackage, uri: string) {
    this.#package = pack;
    this.#uri = uri;
  }

  /** The id of a relationship of `part`, made once per type and target. `type` is the last segment of its URI; a whole URI where it is none of the standard's own. */
  add(part: RelatedPart, type: string, target: string, external: boolean): string {
    const key = `${part.name}|${type}|${target}`;
    const known = this.#keys.get(key);
    if (known !== undefined) return known;
    const added = this.#added.get(part.name) ?? new Map<string, string>();
    this.#added.set(part.name, added);
    const taken = (id: string): boolean => part.relationships.has(id) || added.has(id);
    let number = added.size + 1;
    while (taken(`rIdA${number}`)) number += 1;
    const id = `rIdA${number}`;
    const mode = external ? ' TargetMode="External"' : '';
    const uri = type.includes('/') ? type : `${this.#uri}/${type}`;
    added.set(id, `<Relationship Id="${id}" Type="${uri}" Target="${escapeAttribute(target)}"${mode}/>`);
    this.#keys.set(key, id);
    return id;
  }

  /** The relationship parts as they have to be written, by name: the old text with the new entries at its end. */
  async written(): Promise<ReadonlyMap<string, string>> {
    const out = new Map<string, string>();
    for (const [part, entries] of this.#added) {
      const name = relationshipsOf(part);
      const old = await this.#package.part(name);
      const inner = [...entries.values()].join('');
      if (old === undefined) {
        const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
        out.set(name, `${head}<Relationships xmlns="${RELATIONSHIPS}">${inner}</Relationships>`);
      } else out.set(old.name, withEntries(old.text, old.root, inner));
    }
    return out;
  }
}

function withEntries(
  text: string,
  root: { start: number; contentStart: number; contentEnd: number; end: number },
  inner: string,
): string {
  const tag = /^<([^\s/>]+)/u.exec(text.slice(root.start))?.[1] ?? 'Relationships';
  const prefix = tag.slice(0, tag.indexOf(':') + 1);
  const named = prefix === '' ? inner : inner.replaceAll('<Relationship ', `<${prefix}Relationship `);
  if (root.contentEnd !== root.end) return text.slice(0, root.contentEnd) + named + text.slice(root.contentEnd);
  return `${text.slice(0, root.start)}${text.slice(root.start, root.end).replace(/\s*\/>$/u, '>')}${named}</${tag}>${text.slice(root.end)}`;
}
