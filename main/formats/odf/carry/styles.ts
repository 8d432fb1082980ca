import type { XmlElement } from '#main/formats/package/xml.ts';
import { escapeAttribute } from '#main/formats/package/xml-text.ts';
import type { OdfPart } from '../model.ts';
import type { Workshop } from '../write/shop.ts';
import { withNamespaces } from './namespaces.ts';

const STYLE_NAME = /\s([\w.-]+:(?:[\w-]+-)?style-name|[\w.-]+:style-override)\s*=\s*"([^"]*)"/gu;

/** Which family an attribute of an element names (ODF 1.3 part 3, 19.874 and its like). */
function familyOf(attribute: string, element: string): string {
  const local = attribute.slice(attribute.indexOf(':') + 1);
  if (local === 'style-override' || local === 'list-style-name') return 'list';
  if (local === 'text-style-name') return 'paragraph';
  if (attribute.startsWith('presentation:')) return 'presentation';
  if (attribute.startsWith('draw:')) return 'graphic';
  if (attribute.startsWith('table:')) return element.replace('table:', '').replace('covered-table-cell', 'table-cell');
  if (/^text:(?:p|h)$/u.test(element)) return 'paragraph';
  if (element === 'text:list') return 'list';
  return element === 'text:section' ? 'section' : 'text';
}

/** Styles of the donor that carried pieces name: common ones by name, automatic ones as copies. */
export class CarriedStyles {
  readonly #shop: Workshop;
  readonly #source: Workshop;
  readonly #names = new Map<string, string | undefined>();

  constructor(shop: Workshop, source: Workshop) {
    this.#shop = shop;
    this.#source = source;
  }

  /** A start tag with the names its styles have in the skeleton; a style that is not there is not named. */
  rename(tag: string, from: OdfPart, to: OdfPart): string {
    const element = /^<([\w.:-]+)/u.exec(tag)?.[1] ?? '';
    return tag.replaceAll(STYLE_NAME, (_, attribute: string, name: string) => {
      const carried = this.carry(familyOf(attribute, element), name, from, to);
      return carried === undefined ? '' : ` ${attribute}="${escapeAttribute(carried)}"`;
    });
  }

  /** The name of a style in the skeleton; undefined, with a finding, for a common one it does not have. */
  carry(family: string, name: string, from: OdfPart, to: OdfPart): string | undefined {
    if (name === '') return undefined;
    const key = `${from.name}|${to.name}|${family}|${name}`;
    if (!this.#names.has(key)) this.#names.set(key, this.#carry(family, name, from, to));
    return this.#names.get(key);
  }

  #carry(family: string, name: string, from: OdfPart, to: OdfPart): string | undefined {
    const made = this.#source.styles(from.name).made(name);
    const style = from.scope.get(family, name);
    if (made === undefined && (style === undefined || !style.automatic)) {
      if (to.scope.common.table.has(`${family}|${name}`)) return name;
      this.#shop.find('styleMissing', { style: name });
      return undefined;
    }
    const xml = made ?? sliceOf(style?.element, from);
    return this.#shop.styles(to.name).adopt(name, (free) => this.#fit(xml, free, family, from, to));
  }

  /** An automatic style under its new name, without what it says of pages and of styles the skeleton lacks. */
  #fit(xml: string, name: string, family: string, from: OdfPart, to: OdfPart): string {
    const { table } = to.scope.common;
    const first = /^<[^>]*>/u.exec(xml)?.[0] ?? '';
    const tag = first
      .replace(/(\s[\w.-]+:name\s*=\s*)"[^"]*"/u, (_, before: string) => `${before}"${escapeAttribute(name)}"`)
      .replaceAll(/\s[\w.-]+:(?:master-page-name|data-style-name|list-style-name|list-level)\s*=\s*"[^"]*"/gu, '')
      .replace(/\s[\w.-]+:parent-style-name\s*=\s*"([^"]*)"/u, (found, parent: string) =>
        table.has(`${family}|${parent}`) ? found : '',
      );
    return withNamespaces(tag, xml, from, to) + xml.slice(first.length);
  }
}

function sliceOf(element: XmlElement | undefined, { text }: OdfPart): string {
  return element === undefined ? '' : text.slice(element.start, element.end);
}
