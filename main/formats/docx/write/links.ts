import { escapeAttribute } from '#main/formats/package/xml-text.ts';
import { expandedName } from '#main/formats/package/namespaces.ts';
import { STRICT, TRANSITIONAL, type NewRelationships } from '#main/formats/package/new-relationships.ts';
import type { DocxBlock, DocxModel, DocxPart, LinkTemplate } from '../model.ts';

/** Schemes a link written by Adapta may have; an address without a scheme is a path the file itself already used. */
const SCHEMES = new Set(['http:', 'https:', 'mailto:']);

/** The namespace of the document's own relationship types: strict files keep to theirs. */
export function relationshipUri(model: DocxModel): string {
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
