import { escapeAttribute } from '#main/formats/package/xml-text.ts';
import { expandedName } from '#main/formats/package/namespaces.ts';
import { relationshipsOf } from '#main/formats/package/names.ts';
import type { DocxBlock, DocxModel, DocxPart, LinkTemplate } from '../model.ts';

/** Schemes a link written by Adapta may have; an address without a scheme is a path the file itself already used. */
const SCHEMES = new Set(['http:', 'https:', 'mailto:']);
const TRANSITIONAL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const STRICT = 'http://purl.oclc.org/ooxml/officeDocument/relationships';
export const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** Relationships the writer adds, by part. */
export class NewRelationships {
  readonly #model: DocxModel;
  readonly #added = new Map<string, Map<string, string>>();
  readonly #keys = new Map<string, string>();

  constructor(model: DocxModel) {
    this.#model = model;
  }

  /** The id of a relationship of `part`, made once per type and target. `type` is the last segment of its URI. */
  add(part: DocxPart, type: string, target: string, external: boolean): string {
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
    const uri = `${relationshipUri(this.#model)}/${type}`;
    added.set(id, `<Relationship Id="${id}" Type="${uri}" Target="${escapeAttribute(target)}"${mode}/>`);
    this.#keys.set(key, id);
    return id;
  }

  /** The relationship parts as they have to be written, by name: the old text with the new entries at its end. */
  async written(): Promise<ReadonlyMap<string, string>> {
    const out = new Map<string, string>();
    for (const [part, entries] of this.#added) {
      const name = relationshipsOf(part);
      const old = await this.#model.package.part(name);
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

/** The namespace of the document's own relationship types: strict files keep to theirs. */
function relationshipUri(model: DocxModel): string {
  const main = model.parts.get(model.main);
  const isStrict = Object.values(main?.root.attributes ?? {}).includes(
    'http://purl.oclc.org/ooxml/wordprocessingml/main',
  );
  return isStrict ? STRICT : TRANSITIONAL;
}

/** The prefix a part has bound to the relationships namespace, and a declaration where it has none. */
export function relationshipPrefix(part: DocxPart, model: DocxModel): { prefix: string; declaration: string } {
  for (const [name, uri] of Object.entries(part.root.attributes)) {
    if (name.startsWith('xmlns:') && expandedName(uri, 'id') === 'r:id')
      return { prefix: `${name.slice(6)}:`, declaration: '' };
  }
  return { prefix: 'r:', declaration: ` xmlns:r="${relationshipUri(model)}"` };
}

/** Opening and closing XML of a link that no template gives; undefined for an address that must not be written. */
export function newLink(
  link: string,
  part: DocxPart,
  model: DocxModel,
  relationships: NewRelationships,
): { open: string; close: string } | undefined {
  const { prefix, attributePrefix } = part;
  const close = `</${prefix}hyperlink>`;
  if (link.startsWith('#')) {
    return { open: `<${prefix}hyperlink ${attributePrefix}anchor="${escapeAttribute(link.slice(1))}">`, close };
  }
  if (URL.canParse(link) && !SCHEMES.has(new URL(link).protocol)) return undefined;
  const id = relationships.add(part, 'hyperlink', link, true);
  const relation = relationshipPrefix(part, model);
  return { open: `<${prefix}hyperlink${relation.declaration} ${relation.prefix}id="${id}">`, close };
}

/** The links of a part as they were written, for reuse with all their attributes: the block's own first. */
export class LinkTemplates {
  readonly #byPart = new Map<string, Map<string, LinkTemplate>>();

  constructor(blocks: readonly DocxBlock[]) {
    for (const { part, links } of blocks) {
      if (links.length === 0) continue;
      const known = this.#byPart.get(part) ?? new Map<string, LinkTemplate>();
      this.#byPart.set(part, known);
      for (const template of links) if (!known.has(template.link)) known.set(template.link, template);
    }
  }

  find(link: string, block: DocxBlock | undefined, part: string): LinkTemplate | undefined {
    return block?.links.find((template) => template.link === link) ?? this.#byPart.get(part)?.get(link);
  }
}
