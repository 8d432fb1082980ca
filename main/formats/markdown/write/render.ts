import { isText, MARKS, NEW_BREAK, NEW_TAB, type Content, type Mark, type Run } from '#shared/model/content.ts';
import { CODE } from '../inline.ts';
import type { Form, LinkForm, MarkdownPlaceholder } from '../model.ts';

/** How one attempt at writing content is made. */
export interface Style {
  readonly escape: (text: string) => string;
  /** Signs of marks; those missing are written as elements. */
  readonly signs: Partial<Record<Mark, string>>;
  readonly form: Form;
  /** What a line break inside a block is followed by. */
  readonly newLine: string;
}

/** What rendering asks about the file. */
export interface Sources {
  placeholder(id: number): MarkdownPlaceholder | undefined;
  link(link: string): LinkForm;
  autolink(link: string, text: string): string | undefined;
}

const ELEMENT: Readonly<Record<Mark, string>> = {
  bold: 'strong',
  italic: 'em',
  underline: 'u',
  strike: 'del',
  superscript: 'sup',
  subscript: 'sub',
};

interface Frame {
  readonly type: 'link' | 'pair' | 'mark';
  readonly key: string;
  readonly open: string;
  readonly close: string;
}

/** Writes content once, in the given style. */
export function renderOnce(content: Content, style: Style, sources: Sources): string {
  return new Renderer(style, sources).render(content);
}

class Renderer {
  #out = '';
  readonly #frames: Frame[] = [];
  readonly #style: Style;
  readonly #sources: Sources;

  constructor(style: Style, sources: Sources) {
    this.#style = style;
    this.#sources = sources;
  }

  render(content: Content): string {
    for (const [index, run] of content.entries()) {
      if (isText(run)) this.#text(run, content[index - 1], content[index + 1]);
      else this.#placeholder(run);
    }
    this.#popTo(0);
    return this.#out;
  }

  #text(run: Extract<Run, { text: string }>, before: Run | undefined, after: Run | undefined): void {
    const isAlone = before?.link !== run.link && after?.link !== run.link;
    const auto = run.link === undefined || !isAlone ? undefined : this.#sources.autolink(run.link, run.text);
    this.#link(auto === undefined ? run.link : undefined);
    this.#marks(run.marks);
    if (auto !== undefined) this.#out += auto;
    else this.#out += run.format === CODE ? codeSpan(run.text, this.#style.form) : this.#style.escape(run.text);
  }

  #marks(marks: readonly Mark[]): void {
    const wanted = MARKS.filter((mark) => marks.includes(mark)).map((mark): Frame => {
      const sign = this.#style.signs[mark];
      if (sign !== undefined) return { type: 'mark', key: mark, open: sign, close: sign };
      return { type: 'mark', key: mark, open: `<${ELEMENT[mark]}>`, close: `</${ELEMENT[mark]}>` };
    });
    const base = this.#frames.findLastIndex((frame) => frame.type !== 'mark') + 1;
    let same = 0;
    while (same < wanted.length && this.#frames[base + same]?.key === wanted[same]?.key) same += 1;
    this.#popTo(base + same);
    for (const frame of wanted.slice(same)) this.#push(frame);
  }

  #placeholder(run: Exclude<Run, { text: string }>): void {
    if (run.kind === 'close') {
      this.#popMarks();
      const at = this.#frames.findIndex((frame) => frame.type === 'pair' && frame.key === String(run.placeholder));
      if (at >= 0) this.#reopenAfter(at);
      return;
    }
    this.#link(run.link);
    this.#popMarks();
    if (run.placeholder === NEW_BREAK) this.#break();
    else if (run.placeholder === NEW_TAB) this.#out += ' ';
    else {
      const found = this.#sources.placeholder(run.placeholder);
      if (found === undefined) return;
      if (found.close !== undefined) {
        this.#push({ type: 'pair', key: String(run.placeholder), open: found.open, close: found.close });
      } else if (found.kind === 'break') this.#break();
      else this.#out += found.open;
    }
  }

  #break(): void {
    this.#out += this.#style.form === 'paragraph' ? `\\${this.#style.newLine}` : '<br>';
  }

  #link(link: string | undefined): void {
    const at = this.#frames.findIndex((frame) => frame.type === 'link');
    if (at >= 0) {
      if (this.#frames[at]?.key === link) return;
      this.#reopenAfter(at);
    }
    if (link === undefined) return;
    this.#popMarks();
    this.#push({ type: 'link', key: link, ...this.#sources.link(link) });
  }

  #reopenAfter(at: number): void {
    const inside = this.#frames.slice(at + 1).filter((frame) => frame.type === 'pair');
    this.#popTo(at);
    for (const frame of inside) this.#push(frame);
  }

  #popMarks(): void {
    this.#popTo(this.#frames.findLastIndex((frame) => frame.type !== 'mark') + 1);
  }

  #popTo(length: number): void {
    while (this.#frames.length > length) this.#out += this.#frames.pop()?.close ?? '';
  }

  #push(frame: Frame): void {
    this.#frames.push(frame);
    this.#out += frame.open;
  }
}

/** Code between as many backticks as it takes (CommonMark 6.1). */
function codeSpan(text: string, form: Form): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/gu)].map((match) => match[0].length));
  const fence = '`'.repeat(longest + 1);
  const isPadded = /^`|`$|^ .* $/u.test(text) && text.trim() !== '';
  const inside = form === 'cell' ? text.replaceAll('|', String.raw`\|`) : text;
  return isPadded ? `${fence} ${inside} ${fence}` : `${fence}${inside}${fence}`;
}
