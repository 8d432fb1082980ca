import type { XmlElement } from '../package/xml.ts';

/** A style of one family (ODF 1.3 part 3, 16.2): automatic ones belong to a part, common ones to the document. */
export interface Style {
  readonly name: string;
  readonly family: string;
  readonly parent: string | undefined;
  readonly element: XmlElement;
  readonly automatic: boolean;
}

export type Attributes = Readonly<Record<string, string>>;

const NO_ATTRIBUTES: Attributes = {};

/** Styles by family and name: `style:style`, and list styles under the family `list`. */
type StyleTable = ReadonlyMap<string, Style>;

function tableOf(root: XmlElement | undefined, automatic: boolean): StyleTable {
  const table = new Map<string, Style>();
  for (const element of root?.children ?? []) {
    const family = familyOf(element);
    const name = element.attributes['style:name'];
    if (family === undefined || name === undefined) continue;
    const parent = element.attributes['style:parent-style-name'];
    table.set(`${family}|${name}`, { name, family, parent: parent === '' ? undefined : parent, element, automatic });
  }
  return table;
}

function familyOf({ name, attributes }: XmlElement): string | undefined {
  if (name === 'style:style') return attributes['style:family'];
  if (name === 'text:list-style') return 'list';
  return name === 'style:page-layout' ? 'page-layout' : undefined;
}

/** The common styles of a document: `office:styles`. */
export class CommonStyles {
  readonly table: StyleTable;
  readonly outline: XmlElement | undefined;
  readonly #defaults = new Map<string, XmlElement>();

  constructor(root: XmlElement | undefined) {
    const styles = root?.child('office:styles');
    this.table = tableOf(styles, false);
    this.outline = styles?.child('text:outline-style');
    for (const element of styles?.children ?? []) {
      if (element.name === 'style:default-style') this.#defaults.set(element.attributes['style:family'] ?? '', element);
    }
  }

  default(family: string): XmlElement | undefined {
    return this.#defaults.get(family);
  }
}

/** What the style names of one part mean: its own automatic styles before the common ones. */
export class StyleScope {
  readonly common: CommonStyles;
  readonly automatic: XmlElement | undefined;
  readonly #own: StyleTable;
  readonly #chains = new Map<string, readonly Style[]>();

  constructor(root: XmlElement, common: CommonStyles) {
    this.common = common;
    this.automatic = root.child('office:automatic-styles');
    this.#own = tableOf(this.automatic, true);
  }

  get(family: string, name: string | undefined): Style | undefined {
    if (name === undefined) return undefined;
    const key = `${family}|${name}`;
    return this.#own.get(key) ?? this.common.table.get(key);
  }

  /** The automatic styles of this part. */
  own(): Iterable<Style> {
    return this.#own.values();
  }

  /** A style and what it is based on, nearest first; a circle ends where it closes. */
  chain(family: string, name: string | undefined): readonly Style[] {
    const key = `${family}|${name ?? ''}`;
    const known = this.#chains.get(key);
    if (known !== undefined) return known;
    const chain: Style[] = [];
    for (let style = this.get(family, name); style !== undefined && !chain.includes(style);) {
      chain.push(style);
      style = style.parent === undefined ? undefined : this.common.table.get(`${family}|${style.parent}`);
    }
    this.#chains.set(key, chain);
    return chain;
  }

  /** An attribute of a style's properties along its chain, then of the family's default. */
  property(family: string, name: string | undefined, properties: string, attribute: string): string | undefined {
    for (const { element } of this.chain(family, name)) {
      const said = element.child(properties)?.attributes[attribute];
      if (said !== undefined) return said;
    }
    return this.common.default(family)?.child(properties)?.attributes[attribute];
  }

  /** The common style a name comes down to: itself, or what an automatic one is based on. */
  named(family: string, name: string | undefined): Style | undefined {
    return this.chain(family, name).find((style) => !style.automatic);
  }
}

/** A style's own text properties. */
export function textProperties({ element }: Style): Attributes {
  return element.child('style:text-properties')?.attributes ?? NO_ATTRIBUTES;
}
