import type { RootContent } from 'mdast';
import type { Removals } from '#main/formats/common/removals.ts';
import type { MarkdownModel } from '../model.ts';
import { childrenOf, rangeOf } from '../parse.ts';

/**
 * Takes nodes out of the source, and with them the lists and quotes that hold nothing else. What stood apart by them stays
 * apart. `gone` names the paragraphs and headings; `prefixes` what further lines at their place begin with.
 */
export function sweep(model: MarkdownModel, gone: ReadonlyMap<RootContent, string>, removals: Removals): void {
  if (gone.size > 0) new Sweeper(model, gone, removals).children(model.root.children, undefined);
}

class Sweeper {
  readonly #model: MarkdownModel;
  readonly #gone: ReadonlyMap<RootContent, string>;
  readonly #removals: Removals;
  /** What stands right before a node, be it before the list it is first in. */
  readonly #above = new Map<RootContent, RootContent | undefined>();

  constructor(model: MarkdownModel, gone: ReadonlyMap<RootContent, string>, removals: Removals) {
    this.#model = model;
    this.#gone = gone;
    this.#removals = removals;
  }

  children(nodes: readonly RootContent[], parent: RootContent | undefined): void {
    for (let at = 0; at < nodes.length; at++) {
      const node = nodes[at] as RootContent;
      this.#above.set(node, at > 0 ? nodes[at - 1] : parent?.type === 'list' ? this.#above.get(parent) : undefined);
      if (!this.#isGone(node)) {
        this.children(childrenOf(node).filter(isBlock), node);
        continue;
      }
      let end = at;
      while (nodes[end + 1] !== undefined && this.#isGone(nodes[end + 1] as RootContent)) end += 1;
      this.#takeOut(node, nodes[end] as RootContent, nodes[at - 1], nodes[end + 1], parent);
      at = end;
    }
  }

  #isGone(node: RootContent): boolean {
    if (this.#gone.has(node)) return true;
    const isHolder = node.type === 'list' || node.type === 'listItem' || node.type === 'blockquote';
    const children = childrenOf(node);
    return isHolder && children.length > 0 && children.every((child) => this.#isGone(child));
  }

  #prefixOf(node: RootContent): string {
    const own = this.#gone.get(node);
    if (own !== undefined) return own;
    const [first] = childrenOf(node);
    const inner = first === undefined ? '' : this.#prefixOf(first);
    if (node.type === 'blockquote') return inner.slice(0, -2);
    if (node.type !== 'listItem' || first === undefined) return inner;
    const [from, to] = [rangeOf(node).start, rangeOf(first).start];
    const width = Math.max(2, to - from);
    return inner.slice(0, Math.max(0, inner.length - width));
  }

  /** Whether a paragraph that stays ends right above a line, with no blank line between. */
  #followsText(node: RootContent, line: number): boolean {
    const above = this.#above.get(node);
    const isBlank = /(?:^|\n)[ \t>]*\r?\n$/u.test(this.#model.text.slice(0, line));
    return above?.type === 'paragraph' && !this.#isGone(above) && !isBlank;
  }

  #takeOut(
    first: RootContent,
    last: RootContent,
    before: RootContent | undefined,
    after: RootContent | undefined,
    parent: RootContent | undefined,
  ): void {
    const { text, lineEnd } = this.#model;
    let { start } = rangeOf(first);
    if (after === undefined) {
      this.#removals.add(start, rangeOf(last).end);
      return;
    }
    const next = rangeOf(after).start;
    const isMarked = parent?.type === 'listItem' && before === undefined;
    // The box of a task is part of what goes.
    if (isMarked && parent.checked !== null && parent.checked !== undefined) start = start - 4;
    if (isMarked && after.type !== 'paragraph') {
      // A list or quote keeps its own line, right below the marker: one blank line between would part them. The bare marker
      // itself must not be taken for more of a paragraph above it.
      const line = lineOf(text, next);
      const own = lineOf(text, start);
      if (line > start && this.#followsText(parent, own)) {
        this.#removals.add(own, own, () => this.#prefixOf(first).trimEnd() + lineEnd);
      }
      this.#removals.add(start, line > start ? line : next, () => (line > start ? lineEnd : ''));
      return;
    }
    const [from, to] = [lineOf(text, start), lineOf(text, next)];
    if (/^[\s>]*$/u.test(text.slice(from, start)) && to > start) {
      const above = before === undefined ? '' : text.slice(rangeOf(before).end, from);
      const isClear = before === undefined || before.type === 'listItem' || above.split('\n').length > 2;
      // A list that begins with another number than 1 would be taken for more of the paragraph before it.
      const isMidway = parent?.type === 'list' && parent.ordered === true && before === undefined;
      const isHung = isMidway && this.#followsText(parent, from);
      this.#removals.add(from, to, () => (isClear && !isHung ? '' : this.#prefixOf(first).trimEnd() + lineEnd));
      return;
    }
    const gap = before === undefined ? '' : text.slice(rangeOf(before).end, start);
    const isApart = before === undefined || before.type === 'listItem' || gap.split('\n').length > 2;
    this.#removals.add(start, next, () => (isApart ? '' : lineEnd + this.#prefixOf(first)));
  }
}

/** Where the line begins a place is in. */
export function lineOf(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1;
}

function isBlock(node: RootContent): boolean {
  return ['list', 'listItem', 'blockquote', 'footnoteDefinition', 'paragraph', 'heading'].includes(node.type);
}
