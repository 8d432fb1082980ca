import type { FootnoteDefinition, List, ListItem, PhrasingContent, Root, RootContent, Table } from 'mdast';
import { isBlank, textRun, type Content } from '#shared/model/content.ts';
import { AdaptaError } from '#shared/model/errors.ts';
import type { UnitKind } from '#shared/model/unit.ts';
import { bareBlock } from '../common/bare-block.ts';
import { Tally } from '../common/tally.ts';
import { decodeText } from '../common/text-file.ts';
import type { ReadFile } from '../format.ts';
import { InlineReader, type InlineBook } from './inline.ts';
import type { Form, Item, MarkdownBlock, MarkdownModel } from './model.ts';
import { childrenOf, parseMarkdown, rangeOf, type Range } from './parse.ts';

const models = new WeakMap<Uint8Array, MarkdownModel>();

/** Reads Markdown into the blocks everyone works with. Throws fileTooLarge, notUtf8, tooDeep. */
export function readMarkdown(bytes: Uint8Array): ReadFile {
  const { blocks, report } = markdownModel(bytes);
  return {
    format: 'markdown',
    blocks: blocks.map(bareBlock),
    report,
  };
}

export function markdownModel(bytes: Uint8Array): MarkdownModel {
  const known = models.get(bytes);
  if (known !== undefined) return known;
  const model = build(bytes);
  models.set(bytes, model);
  return model;
}

function build(bytes: Uint8Array): MarkdownModel {
  const file = decodeText(bytes);
  if (file.text.includes('\u0000')) throw new AdaptaError('notUtf8', { encoding: 'binary' });
  const text = file.text.replace(/^\uFEFF/u, '');
  const root = parseMarkdown(text);
  const reader = new BlockReader(text, root);
  reader.read();
  return {
    file,
    text,
    lineEnd: /\r\n|\n|\r/u.exec(text)?.[0] ?? '\n',
    root,
    blocks: reader.blocks,
    byAnchor: new Map(reader.blocks.map((block) => [block.anchor, block])),
    placeholders: reader.book.placeholders,
    links: reader.book.links,
    autolinks: reader.book.autolinks,
    definitions: reader.definitions,
    personal: reader.personal,
    report: reader.tally.report(bytes.length),
  };
}

interface Place {
  readonly story: string;
  readonly container: string;
  readonly kind: UnitKind;
  readonly prefix: string;
  readonly items: readonly Item[];
}

class BlockReader {
  readonly blocks: MarkdownBlock[] = [];
  readonly tally = new Tally('markdown');
  readonly definitions: { label: string; source: string }[] = [];
  readonly personal: Range[] = [];
  readonly book: InlineBook;
  readonly #text: string;
  readonly #root: Root;
  readonly #labels = new Map<RootContent, string>();
  #altTexts = 0;

  constructor(text: string, root: Root) {
    this.#text = text;
    this.#root = root;
    const addresses = new Map<string, string>();
    for (const node of descendants(root)) {
      if (node.type === 'definition') {
        if (!addresses.has(node.identifier)) addresses.set(node.identifier, node.url);
        const { start, end } = rangeOf(node);
        this.definitions.push({ label: node.label ?? node.identifier, source: text.slice(start, end) });
      }
      if (node.type === 'html' && node.value.startsWith('<!--')) this.personal.push(rangeOf(node));
      if (node.type === 'footnoteDefinition') {
        const label = node.label ?? node.identifier;
        this.definitions.push({ label: `^${label}`, source: `[^${label}]: x` });
      }
    }
    this.book = { text, placeholders: [], links: new Map(), autolinks: new Map(), addresses };
  }

  read(): void {
    const place: Place = { story: 'body', container: 'body', kind: 'paragraph', prefix: '', items: [] };
    for (const node of this.#root.children) this.#block(node, place);
  }

  #block(node: RootContent, place: Place): void {
    if (node.type === 'paragraph') this.#inline(node, node.children, place, 'paragraph', rangeOf(node));
    else if (node.type === 'heading') this.#heading(node, node.children, node.depth, place);
    else if (node.type === 'list') this.#list(node, place);
    else if (node.type === 'blockquote') {
      for (const child of node.children) this.#block(child, { ...place, prefix: `${place.prefix}> ` });
    } else if (node.type === 'table') this.#table(node, place);
    else if (node.type === 'footnoteDefinition') this.#note(node, place);
    else if (node.type === 'html') this.#html(node.value);
    else if (node.type === 'code') this.tally.note('codeBlock');
    else if (node.type === 'yaml' || (node.type as string) === 'toml') this.#frontMatter(rangeOf(node));
  }

  #note({ identifier, children }: FootnoteDefinition, place: Place): void {
    this.tally.footnotes += 1;
    const name = `footnote:${identifier}`;
    const note: Place = { story: name, container: name, kind: 'footnote', prefix: `${place.prefix}    `, items: [] };
    for (const child of children) this.#block(child, note);
  }

  #heading(node: RootContent, children: readonly PhrasingContent[], level: number, place: Place): void {
    const [first, last] = [children[0], children.at(-1)];
    if (first === undefined || last === undefined) return;
    const span = { start: rangeOf(first).start, end: rangeOf(last).end };
    const isAtx = this.#text[rangeOf(node).start] === '#';
    this.#inline(node, children, { ...place, kind: 'heading' }, isAtx ? 'heading' : 'setext', span, level);
  }

  #inline(
    node: RootContent,
    children: readonly PhrasingContent[],
    place: Place,
    form: Form,
    span: Range,
    level = place.kind === 'listItem' ? Math.min(9, place.items.length) : undefined,
  ): void {
    const reader = new InlineReader(this.book);
    const content = reader.read(children);
    const item = place.items.at(-1)?.node;
    const label = item === undefined || form !== 'paragraph' ? undefined : this.#labels.get(item);
    if (item !== undefined) this.#labels.delete(item);
    if (!isEmpty(content)) {
      const { story, container, kind, prefix, items } = place;
      this.#add({
        story,
        container,
        kind,
        ...(level === undefined ? {} : { level }),
        ...(label === undefined ? {} : { label }),
        content,
        form,
        span,
        node,
        prefix,
        items,
      });
    }
    for (const image of reader.images) {
      this.tally.images += 1;
      const alt = altRange(this.#text, rangeOf(image));
      if (alt !== undefined && image.alt !== null && image.alt !== undefined && image.alt.trim() !== '')
        this.#altText(image.alt, alt);
    }
  }

  #altText(value: string, span: Range): void {
    this.#altTexts += 1;
    const container = `altText:${this.#altTexts}`;
    const content = [textRun(value.replaceAll(/\s+/gu, ' '))];
    this.#add({
      story: 'altText',
      container,
      kind: 'altText',
      content,
      form: 'alt',
      span,
      node: undefined,
      prefix: '',
      items: [],
    });
  }

  #list(list: List, place: Place): void {
    for (const [index, item] of list.children.entries()) {
      const number = (list.start ?? 1) + index;
      this.#labels.set(item, list.ordered === true ? `${number}.` : '•');
      const own = this.#itemOf(item, list, place.prefix);
      const width = Math.max(2, own.marker.length);
      const inner: Place = {
        ...place,
        kind: place.kind === 'footnote' ? 'footnote' : 'listItem',
        prefix: place.prefix + ' '.repeat(width),
        items: [...place.items, own],
      };
      for (const child of item.children) this.#block(child, inner);
    }
  }

  #itemOf(node: ListItem, list: List, prefix: string): Item {
    const { start } = rangeOf(node);
    const line = this.#text.lastIndexOf('\n', start - 1) + 1;
    const before = this.#text.slice(line, start);
    const marker = /^(?:[-+*]|\d{1,9}[.)])(?:[ \t]{1,4}(?=\S))?/u.exec(this.#text.slice(start, start + 20))?.[0] ?? '-';
    return {
      node,
      list,
      indent: /^[\s>]*$/u.test(before) ? before : prefix,
      marker: /\s$/u.test(marker) ? marker : `${marker} `,
    };
  }

  #table(table: Table, place: Place): void {
    this.tally.tables += 1;
    const name = `${place.container}/t${this.tally.tables}`;
    for (const [row, { children: cells }] of table.children.entries()) {
      for (const [column, cell] of cells.entries()) {
        const [first, last] = [cell.children[0], cell.children.at(-1)];
        if (first === undefined || last === undefined) continue;
        const span = { start: rangeOf(first).start, end: rangeOf(last).end };
        const inner: Place = { ...place, container: `${name}r${row + 1}c${column + 1}`, kind: 'tableCell', items: [] };
        this.#inline(cell, cell.children, inner, 'cell', span);
      }
    }
  }

  #html(value: string): void {
    if (/^<!--[\s\S]*-->\s*$/u.test(value)) {
      this.tally.comments += 1;
      return;
    }
    if (/<(?:script|iframe|object|embed|form)\b/iu.test(value)) this.tally.note('activeContent', 'html');
    this.tally.note('rawHtml');
  }

  #frontMatter(range: Range): void {
    this.tally.note('frontMatter');
    const source = this.#text.slice(range.start, range.end);
    const named =
      /^(?:authors?|creator|generator|editor|by|email|contributors?)[ \t]*[:=].*(?:(?:\r\n|\r|\n)(?:[ \t]|- ).*)*(?:\r\n|\r|\n)?/gimu;
    for (const match of source.matchAll(named)) {
      this.personal.push({ start: range.start + match.index, end: range.start + match.index + match[0].length });
    }
  }

  #add(block: Omit<MarkdownBlock, 'anchor'>): void {
    this.blocks.push({ ...block, anchor: `m${this.blocks.length + 1}` });
    this.tally.countBlock(block);
  }
}

/** Whether a block shows nothing: comments alone. */
function isEmpty(content: Content): boolean {
  return isBlank(content) || content.every((run) => 'kind' in run && run.kind === 'comment');
}

function* descendants(root: Root): Generator<RootContent> {
  const stack: RootContent[] = root.children.toReversed();
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    yield node;
    stack.push(...childrenOf(node).toReversed());
  }
}

/** The alternative text of `![…](…)`. */
function altRange(text: string, { start, end }: Range): Range | undefined {
  let depth = 0;
  for (let at = start + 2; at < end; at++) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '[') depth += 1;
    else if (text[at] === ']') {
      if (depth === 0) return { start: start + 2, end: at };
      depth -= 1;
    }
  }
  return undefined;
}
