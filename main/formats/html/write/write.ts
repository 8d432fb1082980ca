import { isText, textOf, type Content } from '#shared/model/content.ts';
import { AdaptaError } from '#shared/model/errors.ts';
import { isUnchanged, planContainer, type Plan, type Planned } from '#main/formats/common/plan.ts';
import { encodeText } from '#main/formats/common/text-file.ts';
import type { Edit } from '#main/formats/common/splice.ts';
import type { WriteRequest, WriteResult } from '#main/formats/format.ts';
import type { HtmlBlock } from '../model.ts';
import { htmlModel } from '../read.ts';
import { isInvisible } from '../inline.ts';
import { isElement, rangeOf } from '../tree.ts';
import { numbered } from './escape.ts';
import { Inserter } from './insert.ts';
import { renderContent } from './render.ts';
import { movedShape, newShape } from './shapes.ts';
import { Shop } from './shop.ts';

/**
 * Splices the units into the page: blocks whose content differs get new text, omitted ones go, new ones are modelled on
 * their neighbours; every other byte stays. Throws badRequest, crossesContainer, and what reading throws.
 */
export function writeHtml(request: WriteRequest): WriteResult {
  const model = htmlModel(request.skeleton);
  const donor = request.donor === undefined ? undefined : htmlModel(request.donor);
  const shop = new Shop(model, donor, request.strip);
  const writer = new Writer(shop);
  const known = new Set(model.blocks.map((block) => block.container));
  const plans = request.containers
    .filter(({ container }) => known.has(container) || missing(container, shop))
    .map((container) => planContainer(container, (id) => request.locate(id), shop));
  for (const plan of plans) writer.place(plan);
  for (const plan of plans) for (const block of plan.dropped) writer.drop(block);
  for (const anchor of request.omit) {
    const block = model.byAnchor.get(anchor);
    if (block === undefined) throw new AdaptaError('badRequest', { anchor });
    writer.drop(block);
  }
  writer.rewriteCoupled();
  if (request.strip) for (const { start, end } of model.personal) shop.splicer.replace(start, end, '');
  const text = shop.splicer.changed ? shop.splicer.render() : model.file.text;
  if (text === model.file.text) return { bytes: request.skeleton, findings: shop.findings };
  return { bytes: encodeText({ ...model.file, text }, numbered), findings: shop.findings };
}

/** Whether what stands right before a block is a paragraph without an end tag. */
function followsOpen({ owner, parent }: HtmlBlock): boolean {
  if (owner === undefined) return false;
  const before = parent.childNodes.slice(0, parent.childNodes.indexOf(owner)).findLast((node) => !isInvisible(node));
  return (
    before !== undefined &&
    isElement(before) &&
    before.tagName === 'p' &&
    before.sourceCodeLocation?.endTag === undefined
  );
}

/** Whether the blanks before a block stand between elements, not in one the page left open before it. */
function isOwnBlank({ owner, parent }: HtmlBlock, from: number): boolean {
  if (owner === undefined) return false;
  const sibling = parent.childNodes[parent.childNodes.indexOf(owner) - 1];
  const range = sibling?.nodeName === '#text' ? rangeOf(sibling) : undefined;
  return range !== undefined && range.start <= from;
}

function missing(container: string, shop: Shop): false {
  shop.find('containerMissing', { container });
  return false;
}

class Writer {
  readonly #shop: Shop;
  readonly #edited = new Map<HtmlBlock, Content>();
  readonly #gone = new Set<HtmlBlock>();

  constructor(shop: Shop) {
    this.#shop = shop;
  }

  place(plan: Plan<HtmlBlock>): void {
    const { items } = plan;
    const [first] = items;
    if (first === undefined) return;
    const fixed = items.find(({ block }) => block?.kind === 'altText' || block?.kind === 'label');
    if (fixed !== undefined) {
      this.#edit(fixed.block as HtmlBlock, joined(items));
      return;
    }
    const removals = new Map<HtmlBlock, Edit>();
    for (const { block, stays } of items) {
      if (block !== undefined && !stays) removals.set(block, this.#takeOut(block));
    }
    for (const { block, content } of items) if (block !== undefined) this.#edit(block, content);
    let at = 0;
    while (at < items.length) {
      if (items[at]?.stays === true) {
        at += 1;
        continue;
      }
      const next = items.findIndex((item, index) => index > at && item.stays);
      const end = next < 0 ? items.length : next;
      this.#insert(plan, items.slice(at, end), items[at - 1]?.block, items[end]?.block, removals);
      at = end;
    }
  }

  #insert(
    { container }: Plan<HtmlBlock>,
    batch: readonly Planned<HtmlBlock>[],
    before: HtmlBlock | undefined,
    after: HtmlBlock | undefined,
    removals: ReadonlyMap<HtmlBlock, Edit>,
  ): void {
    const anchor = before ?? after ?? this.#shop.model.blocks.find((block) => block.container === container);
    if (anchor === undefined) return;
    const inserter = new Inserter(this.#shop, before ?? (after === undefined ? anchor : undefined), after);
    const place = this.#shop.order.get(before ?? anchor) ?? 0;
    for (const item of batch) {
      const { block, unit } = item;
      const removal = block === undefined ? undefined : removals.get(block);
      const level = (block ?? unit).kind === 'listItem' ? ((block ?? unit).level ?? 1) : 0;
      inserter.put(
        block !== undefined && removal !== undefined
          ? movedShape(block, removal, this.#shop)
          : newShape(item, place, this.#shop),
        level,
      );
    }
    inserter.end();
  }

  #edit(block: HtmlBlock, content: Content): void {
    if (isUnchanged(block, content)) return;
    if (block.unsound) {
      this.#shop.find('containerMissing', { container: block.container, anchor: block.anchor });
      return;
    }
    this.#edited.set(block, content);
    this.#shop.splicer.add({ ...block.span, render: () => this.#written(block, content) });
  }

  #written(block: HtmlBlock, content: Content): string {
    const { escaper } = this.#shop;
    if (block.quote === undefined) {
      return block.story === 'head' ? escaper.text(spoken(content)) : renderContent(content, block, this.#shop);
    }
    const value = escaper.attribute(spoken(content), block.quote === "'" ? "'" : '"');
    return block.quote === '' ? `"${value}"` : value;
  }

  #takeOut(block: HtmlBlock): Edit {
    const { splicer, removals } = this.#shop;
    this.#gone.add(block);
    const { start, end } = block.outer;
    if (block.separates) return removals.add(start, end, () => this.#emptied(block));
    const before = /\r?\n[ \t]*$/u.exec(splicer.text.slice(Math.max(0, start - 200), start))?.[0].length ?? 0;
    const isLine =
      before > 0 && isOwnBlank(block, start - before) && /^[ \t]*\r?\n|^\s*</u.test(splicer.text.slice(end, end + 200));
    // A paragraph the page left open ended where this one began.
    const close = followsOpen(block) ? '</p>' : '';
    return removals.add(isLine ? start - before : start, end, () => close);
  }

  #emptied({ outer, span }: HtmlBlock): string {
    const { text } = this.#shop.splicer;
    return text.slice(outer.start, span.start) + text.slice(span.end, outer.end);
  }

  /** Takes a block out for good. */
  drop(block: HtmlBlock): void {
    if (this.#gone.has(block)) return;
    if (block.quote !== undefined || block.kind === 'label') {
      this.#gone.add(block);
      this.#shop.splicer.replace(block.span.start, block.span.end, block.quote === '' ? '""' : '');
      return;
    }
    const isKept = block.separates || block.unsound;
    if (isKept) this.#shop.find('omitKept', { container: block.container, anchor: block.anchor });
    if (!block.unsound) this.#takeOut(block);
  }

  /** Elements the page left open reach over several blocks: with one of them rewritten the others say it themselves. */
  rewriteCoupled(): void {
    const { coupled } = this.#shop.model;
    for (const block of [...this.#edited.keys(), ...this.#gone]) {
      for (const other of coupled.get(block) ?? []) {
        if (this.#edited.has(other) || this.#gone.has(other) || other.unsound) continue;
        this.#edited.set(other, other.content);
        this.#shop.splicer.add({ ...other.span, render: () => this.#written(other, other.content) });
      }
    }
  }
}

function joined(items: readonly Planned<HtmlBlock>[]): Content {
  return items.length === 1
    ? (items[0] as Planned<HtmlBlock>).content
    : items.flatMap(({ content }, index): Content => (index === 0 ? content : [{ text: ' ', marks: [] }, ...content]));
}

function spoken(content: Content): string {
  return textOf(content.map((run) => (isText(run) ? run : { text: run.kind === 'break' ? ' ' : '', marks: [] })));
}
