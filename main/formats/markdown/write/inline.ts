import type { PhrasingContent, RootContent } from 'mdast';
import {
  isText,
  normalizeContent,
  NEW_TAB,
  type Content,
  type Mark,
  type PlaceholderId,
  type Run,
} from '#shared/model/content.ts';
import type { Locate } from '#main/formats/common/plan.ts';
import { Removals } from '#main/formats/common/removals.ts';
import type { Splicer } from '#main/formats/common/splice.ts';
import type { WriteFinding } from '#main/formats/format.ts';
import { webLink } from '#main/formats/common/links.ts';
import { InlineReader, oneLine, type InlineBook } from '../inline.ts';
import type { Form, LinkForm, MarkdownBlock, MarkdownModel, MarkdownPlaceholder } from '../model.ts';
import { childrenOf, parseMarkdown } from '../parse.ts';
import { renderOnce, type Style } from './render.ts';

/** Placeholders of the other file get numbers of their own below those people type. */
function donorNumber(id: PlaceholderId): PlaceholderId {
  return NEW_TAB - id;
}

const none = (text: string): string => text;
/** Signs that usually mean something where they stand. */
const likely = (text: string): string =>
  text
    .replaceAll(/[\\`*_[\]<~|]|&(?=[#A-Za-z])/gu, String.raw`\$&`)
    .replace(/^(?:[-+#>=:]|\d+(?=[.)]))/u, (start) => (/^\d/u.test(start) ? `${start}\\` : `\\${start}`))
    .replaceAll('\\\\.', '\\.');
/** Every sign that can mean anything (CommonMark 2.4). */
const all = (text: string): string => text.replaceAll(/[!-/:-@[-`{-~]/gu, String.raw`\$&`);

/** Writes content as Markdown that reads back as the same. */
export class InlineWriter {
  readonly model: MarkdownModel;
  readonly findings: WriteFinding[] = [];
  readonly order: ReadonlyMap<MarkdownBlock, number>;
  readonly #donor: MarkdownModel | undefined;
  readonly #strip: boolean;
  readonly removals: Removals;
  readonly #signs: Partial<Record<Mark, string>>;
  readonly #said = new Set<string>();

  constructor(model: MarkdownModel, donor: MarkdownModel | undefined, splicer: Splicer, strip: boolean) {
    this.model = model;
    this.order = new Map(model.blocks.map((block, index) => [block, index]));
    this.#donor = donor;
    this.removals = new Removals(splicer);
    this.#signs = signsOf(model.text);
    this.#strip = strip;
  }

  find(code: WriteFinding['code'], params: WriteFinding['params']): void {
    const key = `${code}|${JSON.stringify(params)}`;
    if (this.#said.has(key)) return;
    this.#said.add(key);
    this.findings.push({ code, params });
  }

  localize(content: Content, locate: Locate): Content {
    return content.flatMap((run): Content => {
      if (isText(run) || run.placeholder <= 0) return [run];
      const place = locate(run.placeholder);
      if (place === undefined) {
        this.find('placeholderLost', { placeholder: run.placeholder });
        return [];
      }
      const id = place.file === 'skeleton' ? place.id : donorNumber(place.id);
      return [id === run.placeholder ? run : { ...run, placeholder: id }];
    });
  }

  /** The source of a block's text: the plainest that reads back as it was meant. */
  write(content: Content, form: Form, newLine: string): string {
    const wanted = shown(content);
    const signs = this.#signs;
    let written = '';
    for (const [escape, own] of [
      [none, signs],
      [likely, signs],
      [all, signs],
      [likely, {}],
      [all, {}],
    ] as const) {
      const style: Style = { escape, signs: own, form, newLine: '\n' };
      written = renderOnce(wanted, style, this);
      if (isHarmless(wanted, written)) break;
      if (this.#readsAs(written, wanted, form)) break;
    }
    return written.replaceAll('\n', newLine);
  }

  /** Alternative text between its brackets. */
  alt(content: Content): string {
    return likely(clean(content.map((run) => (isText(run) ? run.text : ' ')).join('')));
  }

  placeholder(id: PlaceholderId): MarkdownPlaceholder | undefined {
    const found = id > 0 ? this.model.placeholders[id - 1] : this.#donor?.placeholders[donorNumber(id) - 1];
    if (found === undefined) this.find('placeholderLost', { placeholder: id > 0 ? id : donorNumber(id) });
    else if (found.source !== undefined && id > 0) {
      return { ...found, open: oneLine(this.removals.slice(found.source.start, found.source.end)) };
    } else if (found.kind === 'comment' && this.#strip) return { ...found, open: '' };
    return found;
  }

  link(link: string): LinkForm {
    const form = this.model.links.get(link);
    if (form !== undefined) return form;
    if (webLink(link) === undefined) this.find('linkLost', { link: link.slice(0, 120) });
    return {
      open: '[',
      close: /[\s()<>\\]/u.test(link) ? `](<${link.replaceAll(/[<>\\]/gu, encodeURIComponent)}>)` : `](${link})`,
    };
  }

  autolink(link: string, text: string): string | undefined {
    return this.model.autolinks.get(`${link}\n${text}`);
  }

  #readsAs(source: string, wanted: Content, form: Form): boolean {
    const definitions = this.model.definitions.filter(({ label }) => source.includes(label)).map((each) => each.source);
    const wrapped = form === 'heading' ? `# ${source}` : form === 'cell' ? `| ${source} |\n| --- |` : source;
    const text = `${wrapped}\n\n${definitions.join('\n\n')}`;
    const tree = parseMarkdown(text);
    const own = tree.children.filter((node) => node.type !== 'definition' && node.type !== 'footnoteDefinition');
    const nodes = inlineOf(own, form);
    if (nodes === undefined) return false;
    const addresses = new Map(
      tree.children.flatMap((node) => (node.type === 'definition' ? [[node.identifier, node.url] as const] : [])),
    );
    const book: InlineBook = { text, placeholders: [], links: new Map(), autolinks: new Map(), addresses };
    const read = shown(new InlineReader(book).read(nodes));
    return (
      this.#signature(read, (id) => book.placeholders[id - 1]) === this.#signature(wanted, (id) => this.placeholder(id))
    );
  }

  #signature(content: Content, placeholder: (id: PlaceholderId) => MarkdownPlaceholder | undefined): string {
    return JSON.stringify(
      content.map((run) => {
        if (isText(run)) return [run.text, run.marks, run.link ?? '', run.format ?? ''];
        if (run.kind === 'break' || run.placeholder === 0) return ['break'];
        const found = placeholder(run.placeholder);
        return [run.kind, found?.open ?? '', found?.close ?? '', run.link ?? ''];
      }),
    );
  }
}

/** The signs the author marks text with. */
/** Words that nothing in Markdown could take for a sign, wherever they stand: no need to read them back. */
function isHarmless(content: Content, written: string): boolean {
  const [only, more] = content;
  if (only === undefined || more !== undefined || !isText(only)) return false;
  if (only.marks.length > 0 || only.link !== undefined || only.format !== undefined) return false;
  return /^[\p{L}«¿¡“(][^\\`*_[\]<&~|@#:]*$/u.test(written) && !/www\./iu.test(written);
}

function signsOf(text: string): Partial<Record<Mark, string>> {
  const isUnderscored = /(?:^|\s)_[^\s_]/mu.test(text) && !/(?:^|\s)\*[^\s*]/mu.test(text);
  const isBoldUnderscored = /(?:^|\s)__[^\s_]/mu.test(text) && !/(?:^|\s)\*\*[^\s*]/mu.test(text);
  return { bold: isBoldUnderscored ? '__' : '**', italic: isUnderscored ? '_' : '*', strike: '~~' };
}

function inlineOf(nodes: readonly RootContent[], form: Form): readonly PhrasingContent[] | undefined {
  const [only, more] = nodes;
  if (only === undefined || more !== undefined) return undefined;
  if (form === 'cell') {
    const cells = only.type === 'table' ? only.children[0]?.children : undefined;
    return cells?.length === 1 ? cells[0]?.children : undefined;
  }
  const type = form === 'heading' ? 'heading' : 'paragraph';
  return only.type === type ? (childrenOf(only) as PhrasingContent[]) : undefined;
}

function clean(text: string): string {
  return text.toWellFormed().replaceAll(/[\u0000-\u001F\u007F]+/gu, ' ');
}

/** Content as Markdown can say it: no blanks at the ends of a block, a line or a mark. */
function shown(content: Content): Content {
  const moved = content.flatMap((run): Content => {
    if (!isText(run)) return [run.placeholder === NEW_TAB ? { text: ' ', marks: [] } : run];
    const text = clean(run.text);
    if (run.marks.length === 0 || run.format !== undefined) return [{ ...run, text }];
    const [, before = '', inside = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/u.exec(text) ?? [];
    const blank = (blanks: string): Run => ({
      text: blanks,
      marks: [],
      ...(run.link === undefined ? {} : { link: run.link }),
    });
    return [blank(before), { ...run, text: inside }, blank(after)];
  });
  const runs = [...normalizeContent(moved)];
  for (const [index, run] of runs.entries()) {
    if (!isText(run) || run.format !== undefined) continue;
    const [before, after] = [runs[index - 1], runs[index + 1]];
    let { text } = run;
    if (before === undefined || isBreak(before)) text = text.replace(/^[ \t]+/u, '');
    if (after === undefined || isBreak(after)) text = text.replace(/[ \t]+$/u, '');
    runs[index] = { ...run, text };
  }
  return normalizeContent(runs);
}

function isBreak(run: Run): boolean {
  return !isText(run) && run.kind === 'break';
}
