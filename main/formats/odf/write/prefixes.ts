import { namespaceOf } from '#main/formats/package/namespaces.ts';
import { escapeAttribute } from '#main/formats/package/xml-text.ts';
import type { XmlElement } from '#main/formats/package/xml.ts';

/** The prefixes of one part: what the code calls `text:span` may have another name there, or none yet. */
export class Prefixes {
  readonly #byUri = new Map<string, string>();
  readonly #spans = new Map<string, string>();
  readonly #names = new Map<string, { readonly prefix: string; readonly declaration: string }>();

  constructor(root: XmlElement) {
    for (const [name, uri] of Object.entries(root.attributes)) {
      if (name.startsWith('xmlns:')) this.#byUri.set(uri, name.slice(6));
    }
  }

  /** The start tag of a span in a style. */
  span(style: string): string {
    let tag = this.#spans.get(style);
    if (tag === undefined) this.#spans.set(style, (tag = this.tag('text:span', { 'text:style-name': style })));
    return tag;
  }

  /** A start tag; `empty` closes it at once. Attributes that are undefined are left out. */
  tag(name: string, attributes: Readonly<Record<string, string | undefined>> = {}, empty = false): string {
    const declarations = new Set<string>();
    let out = `<${this.#name(name, declarations)}`;
    for (const [attribute, value] of Object.entries(attributes)) {
      if (value !== undefined) out += ` ${this.#name(attribute, declarations)}="${escapeAttribute(value)}"`;
    }
    return `${out}${[...declarations].join('')}${empty ? '/' : ''}>`;
  }

  end(name: string): string {
    return `</${this.#name(name, new Set())}>`;
  }

  #name(name: string, declarations: Set<string>): string {
    const foreign = /^\{(?<uri>[^}]*)\}(?<local>.*)$/u.exec(name)?.groups;
    if (foreign !== undefined) return `${this.#byUri.get(foreign['uri'] ?? '') ?? 'foreign'}:${foreign['local'] ?? ''}`;
    const colon = name.indexOf(':');
    if (colon < 0) return name;
    const { prefix, declaration } = this.#known(name.slice(0, colon));
    if (declaration !== '') declarations.add(declaration);
    return `${prefix}:${name.slice(colon + 1)}`;
  }

  /** A prefix the part does not bind is declared where it is used. */
  #known(own: string): { readonly prefix: string; readonly declaration: string } {
    const known = this.#names.get(own);
    if (known !== undefined) return known;
    const uri = namespaceOf(own) ?? '';
    const bound = this.#byUri.get(uri);
    const made = { prefix: bound ?? own, declaration: bound === undefined ? ` xmlns:${own}="${uri}"` : '' };
    this.#names.set(own, made);
    return made;
  }
}
