import type { XmlElement } from '../package/xml.ts';

/** A toggle or valued property as far as it is said; undefined leaves it to what it is based on. */
export interface RunTraits {
  readonly bold?: boolean | undefined;
  readonly italic?: boolean | undefined;
  readonly boldComplex?: boolean | undefined;
  readonly italicComplex?: boolean | undefined;
  readonly strike?: boolean | undefined;
  readonly underline?: string | undefined;
  readonly vertical?: string | undefined;
  readonly hidden?: boolean | undefined;
  readonly rightToLeft?: boolean | undefined;
}

export interface Style {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  /** Names of the style and those it is based on, lower case, nearest first. */
  readonly names: readonly string[];
  /** Outline level 0–8; 9 and absence mean body text. */
  readonly outline: number | undefined;
  readonly numId: string | undefined;
  readonly numLevel: number | undefined;
  readonly traits: RunTraits;
  readonly language: string | undefined;
  readonly element: XmlElement;
}

const OFF = new Set(['0', 'false', 'off']);
const NO_TRAITS: RunTraits = {};

/** An on/off property (ECMA-376 part 1, 17.17.4): present without a value means on. */
export function onOff(properties: XmlElement | undefined, name: string): boolean | undefined {
  const element = properties?.child(name);
  if (element === undefined) return undefined;
  return !OFF.has(element.attributes['w:val'] ?? '1');
}

/** What run properties say themselves, without styles. */
export function traitsOf(rPr: XmlElement | undefined): RunTraits {
  if (rPr === undefined || rPr.children.length === 0) return NO_TRAITS;
  return {
    bold: onOff(rPr, 'w:b'),
    italic: onOff(rPr, 'w:i'),
    boldComplex: onOff(rPr, 'w:bCs'),
    italicComplex: onOff(rPr, 'w:iCs'),
    strike: onOff(rPr, 'w:strike'),
    underline: rPr.child('w:u') === undefined ? undefined : (rPr.value('w:u') ?? 'single'),
    vertical: rPr.value('w:vertAlign'),
    hidden: onOff(rPr, 'w:vanish'),
    rightToLeft: onOff(rPr, 'w:rtl') ?? onOff(rPr, 'w:cs'),
  };
}

/** `over` where it says something, else `under`. */
export function overlayTraits(under: RunTraits, over: RunTraits): RunTraits {
  if (over === NO_TRAITS) return under;
  if (under === NO_TRAITS) return over;
  return {
    bold: over.bold ?? under.bold,
    italic: over.italic ?? under.italic,
    boldComplex: over.boldComplex ?? under.boldComplex,
    italicComplex: over.italicComplex ?? under.italicComplex,
    strike: over.strike ?? under.strike,
    underline: over.underline ?? under.underline,
    vertical: over.vertical ?? under.vertical,
    hidden: over.hidden ?? under.hidden,
    rightToLeft: over.rightToLeft ?? under.rightToLeft,
  };
}

/** The styles of a document, resolved along `basedOn`. Style ids are the file's own (`1`, `berschrift1`, `Ttulo1`). */
export class Styles {
  readonly defaults: RunTraits;
  readonly defaultLanguage: string | undefined;
  readonly #elements = new Map<string, XmlElement>();
  readonly #resolved = new Map<string, Style>();
  readonly #defaultParagraph: string | undefined;
  readonly #hyperlink: string | undefined;

  constructor(root: XmlElement | undefined) {
    const defaults = root?.child('w:docDefaults')?.child('w:rPrDefault')?.child('w:rPr');
    this.defaults = traitsOf(defaults);
    this.defaultLanguage = defaults?.value('w:lang');
    for (const element of root?.children ?? []) {
      const id = element.attributes['w:styleId'];
      if (element.name !== 'w:style' || id === undefined) continue;
      this.#elements.set(id, element);
      const type = element.attributes['w:type'] ?? 'paragraph';
      const isDefault = !OFF.has(element.attributes['w:default'] ?? '0');
      if (type === 'paragraph' && isDefault) this.#defaultParagraph ??= id;
      if (type === 'character' && element.value('w:name')?.toLowerCase() === 'hyperlink') this.#hyperlink ??= id;
    }
  }

  /** The style's id under which links are written, where the document has one. */
  get hyperlink(): string | undefined {
    return this.#hyperlink;
  }

  /** The style of a paragraph: the named one, else the document's default. */
  paragraph(id: string | undefined): Style | undefined {
    const style = id === undefined ? undefined : this.get(id);
    if (style?.type === 'paragraph') return style;
    return this.#defaultParagraph === undefined ? undefined : this.get(this.#defaultParagraph);
  }

  get(id: string): Style | undefined {
    const known = this.#resolved.get(id);
    if (known !== undefined) return known;
    const chain = this.#chain(id);
    const [element] = chain;
    if (element === undefined) return undefined;
    const style = resolveStyle(id, element, chain);
    this.#resolved.set(id, style);
    return style;
  }

  all(): Style[] {
    return [...this.#elements.keys()].flatMap((id) => this.get(id) ?? []);
  }

  /** From the style down to its root; a circle of styles ends where it closes. */
  #chain(id: string): XmlElement[] {
    const chain: XmlElement[] = [];
    for (let next: string | undefined = id; next !== undefined;) {
      const element: XmlElement | undefined = this.#elements.get(next);
      if (element === undefined || chain.includes(element)) break;
      chain.push(element);
      next = element.value('w:basedOn');
    }
    return chain;
  }
}

function resolveStyle(id: string, element: XmlElement, chain: readonly XmlElement[]): Style {
  const names = chain.map((link) => (link.value('w:name') ?? '').toLowerCase());
  let traits: RunTraits = NO_TRAITS;
  for (const link of chain.toReversed()) traits = overlayTraits(traits, traitsOf(link.child('w:rPr')));
  const properties = chain.flatMap((link) => link.child('w:pPr') ?? []);
  const numbering = properties.find((pPr) => pPr.child('w:numPr') !== undefined)?.child('w:numPr');
  return {
    id,
    name: element.value('w:name') ?? id,
    type: element.attributes['w:type'] ?? 'paragraph',
    names,
    outline: firstNumber(properties.map((pPr) => pPr.value('w:outlineLvl'))) ?? headingName(names),
    numId: numbering?.value('w:numId') ?? undefined,
    numLevel: firstNumber([numbering?.value('w:ilvl')]),
    traits,
    language: chain.map((link) => link.child('w:rPr')?.value('w:lang')).find((language) => language !== undefined),
    element,
  };
}

function firstNumber(values: readonly (string | undefined)[]): number | undefined {
  const value = values.find((candidate) => candidate !== undefined);
  const number = Number.parseInt(value ?? '', 10);
  return Number.isNaN(number) ? undefined : number;
}

/** Built-in heading styles keep their English name in every language; some writers leave the outline level out. */
function headingName(names: readonly string[]): number | undefined {
  for (const name of names) {
    const level = /^heading ([1-9])$/u.exec(name)?.[1];
    if (level !== undefined) return Number(level) - 1;
  }
  return undefined;
}
