import {
  isText,
  NEW_BREAK,
  NEW_TAB,
  type Content,
  type PlaceholderId,
  type PlaceholderRun,
  type TextRun,
} from '#shared/model/content.ts';
import { escapeXml } from '#main/formats/package/xml-text.ts';
import { commonestLook } from '../content.ts';
import { PLAIN_FORMAT, type Look } from '../look.ts';
import type { OdfBlock, OdfPart } from '../model.ts';
import type { Prefixes } from './prefixes.ts';
import type { Workshop } from './shop.ts';

/** Where content is written, and the block whose base look and links it uses. */
export interface ContentPlace {
  readonly part: OdfPart;
  readonly block: OdfBlock;
}

/** Placeholders of these kinds name a place by an id, which a file may hold only once. */
const ONCE: ReadonlySet<string> = new Set(['bookmark', 'comment', 'noteRef']);
/** They have no width: a blank beside them is beside what comes after. */
const NO_WIDTH: ReadonlySet<string> = new Set(['bookmark', 'comment', 'open', 'close']);
/** Addresses a link typed in Adapta may lead to. */
const SAFE_LINK = /^(?:https?:|mailto:|#)/iu;

/** Content as the XML of a paragraph's inside; what says its base look comes first. */
export function renderContent(content: Content, place: ContentPlace, shop: Workshop): { hint: string; xml: string } {
  const writer = new ContentWriter(place, shop);
  return { hint: writer.hint(content), xml: writer.write(content) };
}

/** An element that is open around what is being written. */
interface Frame {
  /** The link's address, or the pair's number. */
  readonly link?: string;
  readonly pair?: PlaceholderId;
  readonly close: string;
}

class ContentWriter {
  readonly #part: OdfPart;
  readonly #block: OdfBlock;
  readonly #shop: Workshop;
  readonly #prefixes: Prefixes;
  readonly #frames: Frame[] = [];
  #chain: readonly string[] = [];
  #out = '';
  /** A blank written as such here would not be shown (6.1.2). */
  #afterBlank = true;

  constructor({ part, block }: ContentPlace, shop: Workshop) {
    this.#part = part;
    this.#block = block;
    this.#shop = shop;
    this.#prefixes = shop.prefixes(part.name);
  }

  write(content: Content): string {
    const last = content.findLastIndex((run) => isText(run) || !NO_WIDTH.has(run.kind));
    for (const [index, run] of content.entries()) {
      if (isText(run)) {
        this.#enterLink(run.link);
        this.#enterSpans(this.#shop.chain(this.#look(run), run.marks, this.#part));
        this.#text(run.text, index === last);
      } else this.#placeholder(run);
    }
    this.#enterSpans([]);
    while (this.#frames.length > 0) this.#leave();
    return this.#out;
  }

  /** Empty spans in the block's base look, where the reader would take another look for the base. */
  hint(content: Content): string {
    const { base } = this.#block;
    const texts = content.flatMap((run) =>
      isText(run) && run.link === undefined ? [{ look: this.#look(run), size: run.text.length }] : [],
    );
    if ((commonestLook(texts)?.id ?? PLAIN_FORMAT) === base.id) return '';
    const chain = this.#shop.chain(base, [], this.#part);
    if (chain.length === 0) return this.#prefixes.tag('text:span', {}, true);
    const open = chain.map((name) => this.#prefixes.span(name));
    return open.join('') + this.#prefixes.end('text:span').repeat(chain.length);
  }

  #look({ format }: TextRun): Look {
    if (format === undefined) return this.#block.base;
    const look = this.#shop.look(format);
    if (look === undefined) this.#shop.find('formatLost', { format });
    return look ?? this.#block.base;
  }

  #enterSpans(chain: readonly string[]): void {
    if (chain === this.#chain) return;
    let common = 0;
    while (common < chain.length && chain[common] === this.#chain[common]) common += 1;
    this.#out += this.#prefixes.end('text:span').repeat(this.#chain.length - common);
    for (const name of chain.slice(common)) this.#out += this.#prefixes.span(name);
    this.#chain = chain;
  }

  #enterLink(target: string | undefined): void {
    if (this.#frames.findLast((frame) => frame.link !== undefined)?.link === target) return;
    this.#leaveLink();
    if (target === undefined) return;
    const template = this.#shop.link(target, this.#block);
    this.#enterSpans([]);
    if (template !== undefined) {
      const { element } = template;
      const splicer = this.#shop.splicer(this.#part.name);
      const start = element.child('office:event-listeners')?.end ?? element.contentStart;
      this.#out += splicer.slice(element.start, start);
      this.#frames.push({ link: target, close: splicer.slice(element.contentEnd, element.end) });
    } else if (SAFE_LINK.test(target)) {
      this.#out += this.#prefixes.tag('text:a', { 'xlink:type': 'simple', 'xlink:href': target });
      this.#frames.push({ link: target, close: this.#prefixes.end('text:a') });
    } else {
      this.#shop.find('linkLost', { link: target.slice(0, 200) });
      this.#frames.push({ link: target, close: '' });
    }
  }

  /** Ends the link, and before it what was opened inside and not closed: elements have to nest. */
  #leaveLink(): void {
    if (!this.#frames.some((frame) => frame.link !== undefined)) return;
    this.#enterSpans([]);
    while (this.#leave()?.link === undefined);
  }

  #leave(): Frame | undefined {
    const frame = this.#frames.pop();
    this.#out += frame?.close ?? '';
    return frame;
  }

  /** Blanks that would be collapsed come as `text:s`. */
  #text(text: string, isLast: boolean): void {
    let plain = '';
    const flush = (): void => {
      this.#out += escapeXml(plain);
      plain = '';
    };
    for (let index = 0; index < text.length; index++) {
      const char = text[index] as string;
      if (char === '\t') {
        flush();
        this.#out += this.#prefixes.tag('text:tab', {}, true);
        this.#afterBlank = false;
      } else if (char !== ' ') {
        plain += char;
        this.#afterBlank = false;
      } else if (!this.#afterBlank && !(isLast && index === text.length - 1)) {
        plain += ' ';
        this.#afterBlank = true;
      } else {
        let end = index + 1;
        while (text[end] === ' ') end += 1;
        flush();
        const count = end - index;
        this.#out += this.#prefixes.tag('text:s', { 'text:c': count === 1 ? undefined : String(count) }, true);
        this.#afterBlank = false;
        index = end - 1;
      }
    }
    flush();
  }

  #placeholder(run: PlaceholderRun): void {
    if (run.kind === 'close') {
      this.#closePair(run.placeholder);
      return;
    }
    this.#enterLink(run.link);
    if (run.placeholder === NEW_BREAK || run.placeholder === NEW_TAB) {
      this.#enterSpans(this.#shop.chain(this.#block.base, [], this.#part));
      this.#out += this.#prefixes.tag(run.placeholder === NEW_BREAK ? 'text:line-break' : 'text:tab', {}, true);
      this.#afterBlank = false;
      return;
    }
    const found = this.#shop.placeholder(run.placeholder, this.#part);
    if (found === undefined) return;
    if (ONCE.has(found.kind) && !this.#shop.useOnce(found.id)) return;
    if (run.kind === 'open') {
      this.#enterSpans([]);
      this.#out += found.open();
      this.#frames.push({ pair: run.placeholder, close: found.close() });
      return;
    }
    const isWide = !NO_WIDTH.has(found.kind);
    if (isWide) this.#enterSpans(found.chain);
    this.#out += found.open();
    if (isWide) this.#afterBlank = false;
  }

  /** Closes a pair, and before it whatever was opened inside and not closed. */
  #closePair(id: PlaceholderId): void {
    if (!this.#frames.some((frame) => frame.pair === id)) return;
    this.#enterSpans([]);
    while (this.#leave()?.pair !== id);
  }
}
