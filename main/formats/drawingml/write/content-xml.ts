import {
  isText,
  NEW_BREAK,
  NEW_TAB,
  type Content,
  type FormatId,
  type Mark,
  type PlaceholderRun,
  type TextRun,
} from '#shared/model/content.ts';
import { expandedName } from '#main/formats/package/namespaces.ts';
import { TRANSITIONAL } from '#main/formats/package/new-relationships.ts';
import { resolvePartName } from '#main/formats/package/names.ts';
import { escapeXml } from '#main/formats/package/xml-text.ts';
import { baseLookOf, PLAIN_LOOK, type RunLook } from '../look.ts';
import type { DrawingPart, ParagraphPlace } from '../model.ts';
import { prefixOf, runProperties } from './properties.ts';
import type { DrawingShop } from './shop.ts';

/** Schemes a link written by Adapta may have; an address without a scheme is a path the file itself already used. */
const SCHEMES = new Set(['http:', 'https:', 'mailto:']);

/** Content as the XML of a paragraph's inside, with the looks and links of `place`. */
export function renderContent(content: Content, place: ParagraphPlace, shop: DrawingShop): string {
  if (content.length === 0) return '';
  return new ContentWriter(place, shop).write(content);
}

class ContentWriter {
  readonly #place: ParagraphPlace;
  readonly #shop: DrawingShop;
  readonly #part: DrawingPart;
  readonly #prefix: string;
  readonly #language: string | undefined;

  constructor(place: ParagraphPlace, shop: DrawingShop) {
    this.#place = place;
    this.#shop = shop;
    this.#part = shop.part(place.part);
    this.#prefix = prefixOf(place.element, this.#part.text);
    this.#language = shop.language ?? place.language;
  }

  write(content: Content): string {
    return (
      this.#hint(content) + content.map((run) => (isText(run) ? this.#text(run) : this.#placeholder(run))).join('')
    );
  }

  /** An empty run in the paragraph's base look, where a reader would otherwise take another look for the base. */
  #hint(content: Content): string {
    const { base } = this.#place;
    const texts = content.flatMap((run) =>
      isText(run) ? [{ look: this.#look(run.format), size: run.text.length, linked: run.link !== undefined }] : [],
    );
    if ((baseLookOf(texts) ?? PLAIN_LOOK).id === base.id) return '';
    const rPr = runProperties(base, {
      marks: [],
      language: this.#language,
      link: undefined,
      prefix: this.#prefix,
      isHint: true,
    });
    return `<${this.#prefix}r>${rPr}<${this.#prefix}t/></${this.#prefix}r>`;
  }

  #text({ text, format, marks, link }: TextRun): string {
    return this.#run(escapeXml(text), this.#look(format), marks, link);
  }

  #run(xml: string, look: RunLook, marks: readonly Mark[], link: string | undefined): string {
    const prefix = this.#prefix;
    return `<${prefix}r>${this.#properties(look, marks, link)}<${prefix}t>${xml}</${prefix}t></${prefix}r>`;
  }

  #properties(look: RunLook, marks: readonly Mark[], link: string | undefined): string {
    const prefix = this.#prefix;
    const key = `${look.id}|${prefix}|${marks.join('')}|${this.#language ?? ''}`;
    const known = link === undefined ? this.#shop.properties.get(key) : undefined;
    if (known !== undefined) return known;
    const click = link === undefined ? undefined : this.#link(link);
    const xml = runProperties(look, { marks, language: this.#language, link: click, prefix });
    if (link === undefined) this.#shop.properties.set(key, xml);
    return xml;
  }

  #look(format: FormatId | undefined): RunLook {
    const { base, formats } = this.#place;
    if (format === undefined) return base;
    const own = formats === undefined ? format : formats.get(format);
    if (own === undefined) return base;
    const look = this.#shop.look(own, this.#part.name);
    if (look === undefined) this.#shop.find('formatLost', { format });
    return look ?? base;
  }

  /** A link as the part writes it already, else a new one; undefined for an address that must not be written. */
  #link(link: string): string | undefined {
    const known = this.#shop.model.links.get(this.#part.name)?.get(link);
    // A repetition has the links it had: the drawing of a diagram may have none to slides.
    if (known !== undefined || this.#place.formats !== undefined) return known;
    const made = newLink(link, this.#part, this.#prefix, this.#shop);
    if (made === undefined) this.#shop.find('linkLost', { link: link.slice(0, 200) });
    return made;
  }

  #placeholder(run: PlaceholderRun): string {
    const found = this.#shop.model.placeholders.get(run.placeholder);
    const isHere = found?.part === this.#part.name;
    const isNew = run.placeholder === NEW_BREAK || run.placeholder === NEW_TAB;
    if (run.kind === 'tab' || run.placeholder === NEW_TAB) {
      const look = isHere ? found.look : undefined;
      return this.#run('\t', look ?? this.#place.base, found?.marks ?? [], run.link);
    }
    if (isHere || (found !== undefined && isLoose(found.element, this.#shop.part(found.part).text))) {
      const { text } = this.#shop.part(found.part);
      return text.slice(found.element.start, found.element.end);
    }
    if (run.kind === 'break' || isNew) {
      return `<${this.#prefix}br>${this.#properties(this.#place.base, [], undefined)}</${this.#prefix}br>`;
    }
    this.#shop.lose(run.placeholder);
    return '';
  }
}

/** Whether an element says the same in another part: it names no relationship and is plain DrawingML. */
function isLoose({ start, end, name }: { start: number; end: number; name: string }, text: string): boolean {
  return name.startsWith('a:') && text.startsWith('<a:', start) && !/\sr:/u.test(text.slice(start, end));
}

/** The XML of a link to an address, or to a slide or action the file names elsewhere. */
function newLink(link: string, part: DrawingPart, prefix: string, shop: DrawingShop): string | undefined {
  const relation = relationshipPrefix(part);
  const named = (id: string): string => `${relation.declaration} ${relation.prefix}id="${id}"`;
  if (link.startsWith('#ppaction:')) return `<${prefix}hlinkClick${named('')} action="${escapeXml(link.slice(1))}"/>`;
  if (link.startsWith('#')) {
    const target = link.slice(1);
    if (!/^ppt\/slides\/[^/]+$/u.test(target) || resolvePartName('', target) !== target) return undefined;
    const id = shop.relationships.add(part, 'slide', `/${target}`, false);
    return `<${prefix}hlinkClick${named(id)} action="ppaction://hlinksldjump"/>`;
  }
  if (URL.canParse(link) && !SCHEMES.has(new URL(link).protocol)) return undefined;
  return `<${prefix}hlinkClick${named(shop.relationships.add(part, 'hyperlink', link, true))}/>`;
}

/** The prefix a part has bound to the relationships namespace, and a declaration where it has none. */
function relationshipPrefix(part: DrawingPart): { prefix: string; declaration: string } {
  for (const [name, uri] of Object.entries(part.root.attributes)) {
    if (name.startsWith('xmlns:') && expandedName(uri, 'id') === 'r:id')
      return { prefix: `${name.slice(6)}:`, declaration: '' };
  }
  return { prefix: 'r:', declaration: ` xmlns:r="${TRANSITIONAL}"` };
}
