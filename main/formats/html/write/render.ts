import { isText, MARKS, NEW_BREAK, NEW_TAB, type Content, type Run } from '#shared/model/content.ts';
import type { HtmlBlock } from '../model.ts';
import { TAG_OF } from '../names.ts';
import type { Shop } from './shop.ts';

/** Something open around what is being written. */
type Frame =
  | { readonly type: 'link'; readonly link: string }
  | { readonly type: 'pair'; readonly id: number; readonly open: string; readonly name: string }
  | { readonly type: 'mark'; readonly open: string; readonly name: string };

/** Writes content as the inline source of a block. Crossing pairs are closed and opened again, what is left open is closed. */
export function renderContent(content: Content, block: Pick<HtmlBlock, 'verbatim'>, shop: Shop): string {
  return new Renderer(block.verbatim, shop).render(content);
}

class Renderer {
  #out = '';
  readonly #frames: Frame[] = [];
  readonly #verbatim: boolean;
  readonly #shop: Shop;

  constructor(verbatim: boolean, shop: Shop) {
    this.#verbatim = verbatim;
    this.#shop = shop;
  }

  render(content: Content): string {
    for (const run of content) {
      if (isText(run)) this.#text(run);
      else this.#placeholder(run);
    }
    this.#popTo(0);
    return this.#out;
  }

  #text(run: Extract<Run, { text: string }>): void {
    this.#link(run.link);
    const tags = this.#shop.tagsOf(run.format);
    const wanted = MARKS.filter((mark) => run.marks.includes(mark)).map((mark): Frame => {
      const open = tags?.get(mark) ?? `<${TAG_OF[mark]}>`;
      return { type: 'mark', open, name: /^<([^\s>/]+)/u.exec(open)?.[1] ?? TAG_OF[mark] };
    });
    const base = this.#frames.findLastIndex((frame) => frame.type !== 'mark') + 1;
    let same = 0;
    for (const frame of wanted) {
      const open = this.#frames[base + same];
      if (open?.type !== 'mark' || frame.type !== 'mark' || open.open !== frame.open) break;
      same += 1;
    }
    this.#popTo(base + same);
    for (const frame of wanted.slice(same)) this.#push(frame);
    this.#out += this.#shop.escaper.text(run.text);
  }

  #placeholder(run: Exclude<Run, { text: string }>): void {
    if (run.kind === 'close') {
      this.#popMarks();
      this.#close(run.placeholder);
      return;
    }
    this.#link(run.link);
    this.#popMarks();
    if (run.placeholder === NEW_BREAK) this.#out += this.#verbatim ? this.#shop.lineEnd : '<br>';
    else if (run.placeholder === NEW_TAB) this.#out += this.#verbatim ? '\t' : '&emsp;';
    else {
      const found = this.#shop.placeholder(run.placeholder, this.#verbatim);
      if (found === undefined) return;
      if (found.pair === undefined) this.#out += found.source;
      else if (run.kind === 'open')
        this.#push({ type: 'pair', id: run.placeholder, open: found.source, name: found.pair });
    }
  }

  #link(link: string | undefined): void {
    const at = this.#frames.findIndex((frame) => frame.type === 'link');
    const open = this.#frames[at];
    if (open?.type === 'link') {
      if (open.link === link) return;
      this.#reopenAfter(at);
    }
    if (link === undefined) return;
    this.#popMarks();
    this.#push({ type: 'link', link });
  }

  #close(id: number): void {
    const at = this.#frames.findIndex((frame) => frame.type === 'pair' && frame.id === id);
    if (at >= 0) this.#reopenAfter(at);
  }

  /** Closes the frame and opens the pairs again that stood inside it; links open where a run asks for one. */
  #reopenAfter(at: number): void {
    const inside = this.#frames.slice(at + 1).filter((frame) => frame.type === 'pair');
    this.#popTo(at);
    for (const frame of inside) this.#push(frame);
  }

  #popMarks(): void {
    this.#popTo(this.#frames.findLastIndex((frame) => frame.type !== 'mark') + 1);
  }

  #popTo(length: number): void {
    while (this.#frames.length > length) {
      const frame = this.#frames.pop();
      this.#out += frame?.type === 'link' ? '</a>' : `</${frame?.name}>`;
    }
  }

  #push(frame: Frame): void {
    this.#frames.push(frame);
    this.#out += frame.type === 'link' ? this.#shop.linkTag(frame.link) : frame.open;
  }
}
