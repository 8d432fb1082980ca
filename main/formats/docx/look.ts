import { createHash } from 'node:crypto';
import type { FormatId, Mark } from '#shared/model/content.ts';
import { escapeXml } from '../package/xml-text.ts';
import type { XmlElement } from '../package/xml.ts';
import { overlayTraits, traitsOf, type RunTraits, type Style, type Styles } from './styles.ts';

/** Order of CT_RPr's children (ECMA-376 part 1, 17.3.2.28); Word refuses some files that break it. */
const ORDER = [
  'rStyle',
  'rFonts',
  'b',
  'bCs',
  'i',
  'iCs',
  'caps',
  'smallCaps',
  'strike',
  'dstrike',
  'outline',
  'shadow',
  'emboss',
  'imprint',
  'noProof',
  'snapToGrid',
  'vanish',
  'webHidden',
  'color',
  'spacing',
  'w',
  'kern',
  'position',
  'sz',
  'szCs',
  'highlight',
  'u',
  'effect',
  'bdr',
  'shd',
  'fitText',
  'vertAlign',
  'rtl',
  'cs',
  'em',
  'lang',
  'eastAsianLayout',
  'specVanish',
  'oMath',
];
const RANK = new Map(ORDER.map((name, index) => [`w:${name}`, index]));

/** The place of a run property among its siblings; what the schema does not know comes last. */
export function propertyRank(name: string): number {
  return RANK.get(name) ?? ORDER.length;
}

/** Never part of a look: language, proofing, tracked formatting, the marks Adapta edits itself, and hiding. */
const NO_LOOK = new Set([
  'w:lang',
  'w:noProof',
  'w:rPrChange',
  'w:ins',
  'w:del',
  'w:moveFrom',
  'w:moveTo',
  'w:b',
  'w:bCs',
  'w:i',
  'w:iCs',
  'w:strike',
  'w:u',
  'w:vertAlign',
  'w:vanish',
  'w:specVanish',
]);

export interface LookProperty {
  readonly name: string;
  /** As it stands in the file. */
  readonly xml: string;
  /** The same whatever the file's prefixes, with a style by its name. */
  readonly canonical: string;
}

/** How a run looks: its properties without the marks, and the marks. */
export interface RunLook {
  readonly id: FormatId;
  readonly canonical: string;
  readonly properties: readonly LookProperty[];
  readonly marks: readonly Mark[];
  /** As {@link marks}, when underlining from a character style is left out (a link's style underlines by itself). */
  readonly linkMarks: readonly Mark[];
  readonly hidden: boolean;
  readonly language: string | undefined;
  /** The character style's own traits, to be overridden when a mark differs from them. */
  readonly styleTraits: RunTraits;
  readonly complex: boolean;
}

/** What a paragraph hands down to its runs. */
export interface Inherited {
  readonly traits: RunTraits;
  /** In a table a style may add boldness by row or column: an explicit "not bold" then always says something. */
  readonly inTable: boolean;
}

const NONE: RunTraits = {};
export const PLAIN_FORMAT = formatId('');

/** A short name for a look: equal looks of two files have equal names. */
export function formatId(canonical: string): FormatId {
  return createHash('sha256').update(canonical).digest('hex').slice(0, 12);
}

/** The looks of one document. Word repeats the same few run properties thousands of times; each is resolved once. */
export class Looks {
  /** By id, for the writer. */
  readonly byId = new Map<FormatId, RunLook>();
  readonly #styles: Styles;
  /** By what is handed down (one object per style), then by the properties' text. */
  readonly #caches = new Map<Inherited, Map<string, RunLook>>();
  readonly #inherited = new Map<string, Inherited>();
  readonly #linkLooks = new Map<FormatId, FormatId>();

  constructor(styles: Styles) {
    this.#styles = styles;
  }

  /** What a paragraph of that style hands down: the same object for the same style and place. */
  inherited(style: Style | undefined, inTable: boolean): Inherited {
    const key = `${inTable ? 't' : 'p'}${style?.id ?? ''}`;
    let inherited = this.#inherited.get(key);
    if (inherited === undefined) {
      inherited = { traits: overlayTraits(this.#styles.defaults, style?.traits ?? NONE), inTable };
      this.#inherited.set(key, inherited);
    }
    return inherited;
  }

  /** A link's text looks like the text around it with the document's link style over it. */
  linkLookOver(base: RunLook, linkStyle: RunLook): FormatId {
    let id = this.#linkLooks.get(base.id);
    if (id === undefined) {
      const rest = base.properties
        .filter((property) => property.name !== 'w:rStyle')
        .map((property) => property.canonical);
      id = formatId(linkStyle.canonical + rest.join(''));
      this.#linkLooks.set(base.id, id);
    }
    return id;
  }

  of(text: string, rPr: XmlElement | undefined, inherited: Inherited): RunLook {
    let cache = this.#caches.get(inherited);
    if (cache === undefined) this.#caches.set(inherited, (cache = new Map()));
    const key = rPr === undefined ? '' : text.slice(rPr.contentStart, rPr.contentEnd);
    let look = cache.get(key);
    if (look === undefined) {
      look = this.#resolve(text, rPr, inherited);
      cache.set(key, look);
      if (!this.byId.has(look.id)) this.byId.set(look.id, look);
    }
    return look;
  }

  /** The look of text that has a character style and nothing else, written as `part` writes it. */
  ofStyle(styleId: string, { prefix, attributePrefix }: { prefix: string; attributePrefix: string }): RunLook {
    const styleTraits = this.#styles.get(styleId)?.traits ?? NONE;
    const property: LookProperty = {
      name: 'w:rStyle',
      xml: `<${prefix}rStyle ${attributePrefix}val="${escapeXml(styleId)}"/>`,
      canonical: `<w:rStyle w:val="${this.#styles.get(styleId)?.name ?? styleId}">`,
    };
    const { canonical } = property;
    const marks = marksOf(styleTraits, false);
    const linkMarks = marks.filter((mark) => mark !== 'underline');
    return {
      id: formatId(canonical),
      canonical,
      properties: [property],
      marks,
      linkMarks,
      hidden: false,
      language: undefined,
      styleTraits,
      complex: false,
    };
  }

  #resolve(text: string, rPr: XmlElement | undefined, { traits: base, inTable }: Inherited): RunLook {
    const styleId = rPr?.value('w:rStyle');
    const style = styleId === undefined ? undefined : this.#styles.get(styleId);
    const styleTraits = style?.traits ?? NONE;
    const own = traitsOf(rPr);
    const said = overlayTraits(styleTraits, own);
    const complex = (said.rightToLeft ?? base.rightToLeft) === true;
    const kept = (rPr?.children ?? []).flatMap((child) => {
      const keep = NO_LOOK.has(child.name) ? saysNo(child, own, base, styleTraits, inTable, complex) : true;
      return keep ? (this.#property(text, child) ?? []) : [];
    });
    // LibreOffice says some properties twice; written back they are said once, and have to look the same.
    const properties = [...new Map(kept.map((property) => [property.name, property])).values()];
    properties.sort((a, b) => propertyRank(a.name) - propertyRank(b.name));
    const canonical = properties.map((property) => property.canonical).join('');
    const marks = marksOf(said, complex);
    return {
      id: formatId(canonical),
      canonical,
      properties,
      marks,
      linkMarks: own.underline === 'single' ? marks : marks.filter((mark) => mark !== 'underline'),
      hidden: (said.hidden ?? base.hidden) === true,
      language: complex ? (rPr?.child('w:lang')?.attributes['w:bidi'] ?? rPr?.value('w:lang')) : rPr?.value('w:lang'),
      styleTraits,
      complex,
    };
  }

  #property(text: string, element: XmlElement): LookProperty | undefined {
    const attributes = { ...element.attributes };
    delete attributes['w:hint'];
    const isFonts = element.name === 'w:rFonts';
    if (isFonts && Object.keys(attributes).length === 0) return undefined;
    if (element.name === 'w:rStyle') {
      const id = attributes['w:val'] ?? '';
      attributes['w:val'] = this.#styles.get(id)?.name ?? id;
    }
    return {
      name: element.name,
      xml: text.slice(element.start, element.end),
      canonical: canonicalXml(element, attributes),
    };
  }
}

/** One word for each state of an on/off value (ST_OnOff, 22.9.2.7). */
const SWITCHES: ReadonlyMap<string, string> = new Map([
  ['true', '1'],
  ['on', '1'],
  ['false', '0'],
  ['off', '0'],
]);

function canonicalXml(element: XmlElement, attributes: Readonly<Record<string, string>>): string {
  const said = Object.keys(attributes)
    .filter((name) => !name.startsWith('xmlns'))
    .toSorted()
    .map((name) => ` ${name}="${SWITCHES.get(attributes[name] ?? '') ?? attributes[name]}"`);
  const inner = element.children.map((child) => canonicalXml(child, child.attributes)).join('');
  return `<${element.name}${said.join('')}>${inner}`;
}

/**
 * Whether a property of the marks has to stay in the look: a "not bold" that switches off what a paragraph's or
 * table's style says, and an underline that is none of the plain kind. What the run's own character style says is told
 * by the marks alone, and switched off again where a mark is missing; but for underlining, which a link's style does by itself.
 */
function saysNo(
  child: XmlElement,
  own: RunTraits,
  base: RunTraits,
  style: RunTraits,
  inTable: boolean,
  complex: boolean,
): boolean {
  switch (child.name) {
    case 'w:b':
      return own.bold === false && !complex && (inTable || base.bold === true);
    case 'w:i':
      return own.italic === false && !complex && (inTable || base.italic === true);
    case 'w:bCs':
      return own.boldComplex === false && complex && (inTable || base.boldComplex === true);
    case 'w:iCs':
      return own.italicComplex === false && complex && (inTable || base.italicComplex === true);
    case 'w:strike':
      return own.strike === false && base.strike === true;
    case 'w:u':
      return own.underline === 'none' ? isLined(style.underline ?? base.underline) : own.underline !== 'single';
    case 'w:vertAlign':
      return own.vertical === 'baseline' && base.vertical !== undefined && base.vertical !== 'baseline';
    default:
      return false;
  }
}

function isLined(underline: string | undefined): boolean {
  return underline !== undefined && underline !== 'none';
}

function marksOf(said: RunTraits, complex: boolean): readonly Mark[] {
  const marks: Mark[] = [];
  if ((complex ? said.boldComplex : said.bold) === true) marks.push('bold');
  if ((complex ? said.italicComplex : said.italic) === true) marks.push('italic');
  if (said.underline === 'single') marks.push('underline');
  if (said.strike === true) marks.push('strike');
  if (said.vertical === 'superscript') marks.push('superscript');
  if (said.vertical === 'subscript') marks.push('subscript');
  return marks;
}
