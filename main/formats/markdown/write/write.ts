import type { RootContent } from 'mdast';
import { AdaptaError } from '#shared/model/errors.ts';
import type { Content } from '#shared/model/content.ts';
import { isUnchanged, planContainer, type Plan, type Planned } from '#main/formats/common/plan.ts';
import { encodeText } from '#main/formats/common/text-file.ts';
import { Splicer } from '#main/formats/common/splice.ts';
import type { WriteContainer, WriteRequest, WriteResult } from '#main/formats/format.ts';
import type { MarkdownBlock } from '../model.ts';
import { markdownModel } from '../read.ts';
import { InlineWriter } from './inline.ts';
import { Placer } from './place.ts';
import { sweep } from './sweep.ts';

/**
 * Splices the units into the source: blocks whose content differs get new text, omitted ones go, new ones are written
 * like their neighbours; every other byte stays. Throws badRequest, crossesContainer, and what reading throws.
 */
export function writeMarkdown(request: WriteRequest): WriteResult {
  const model = markdownModel(request.skeleton);
  const donor = request.donor === undefined ? undefined : markdownModel(request.donor);
  const splicer = new Splicer(model.text);
  const writer = new InlineWriter(model, donor, splicer, request.strip);
  const gone = new Map<RootContent, string>();
  const drop = (block: MarkdownBlock): void => {
    if (block.node === undefined || block.form === 'cell') splicer.replace(block.span.start, block.span.end, '');
    else gone.set(block.node, block.prefix);
  };
  // Alternative texts first: they are part of the text around their pictures.
  for (const container of request.containers.toSorted((a, b) => isOuter(a) - isOuter(b))) {
    const fallback = model.blocks.find((block) => block.container === container.container);
    if (fallback === undefined) {
      writer.find('containerMissing', { container: container.container });
      continue;
    }
    const plan = planContainer(container, (id) => request.locate(id), writer);
    if (fallback.form === 'cell' || fallback.form === 'alt') fill(plan, fallback, writer, splicer);
    else placeAll(plan, fallback, writer, splicer, gone);
    for (const block of plan.dropped) drop(block);
  }
  for (const anchor of request.omit) {
    const block = model.byAnchor.get(anchor);
    if (block === undefined) throw new AdaptaError('badRequest', { anchor });
    drop(block);
  }
  sweep(model, gone, writer.removals);
  if (request.strip) for (const { start, end } of model.personal) splicer.replace(start, end, '');
  const text = splicer.changed ? splicer.render() : model.text;
  if (text === model.text) return { bytes: request.skeleton, findings: writer.findings };
  const mark = model.file.text.slice(0, model.file.text.length - model.text.length);
  const bytes = encodeText({ ...model.file, text: mark + text }, (char) => `&#${char.codePointAt(0) ?? 0};`);
  return { bytes, findings: writer.findings };
}

/** Alternative texts stand before the text around their pictures. */
function isOuter({ container }: WriteContainer): number {
  return Number(!container.startsWith('altText'));
}

/** A cell and an alternative text are one line whatever is put there. */
function fill({ items }: Plan<MarkdownBlock>, block: MarkdownBlock, writer: InlineWriter, splicer: Splicer): void {
  const content = items.flatMap(({ content: own }, index): Content =>
    index === 0 ? own : [{ text: ' ', marks: [] }, ...own],
  );
  if (items.length === 0 || isUnchanged(block, content)) return;
  const render = (): string => (block.form === 'alt' ? writer.alt(content) : writer.write(content, 'cell', ' '));
  splicer.add({ ...block.span, render });
}

function placeAll(
  { items }: Plan<MarkdownBlock>,
  fallback: MarkdownBlock,
  writer: InlineWriter,
  splicer: Splicer,
  gone: Map<RootContent, string>,
): void {
  const placer = new Placer(writer, splicer);
  const { lineEnd } = writer.model;
  let batch: Planned<MarkdownBlock>[] = [];
  let before: MarkdownBlock | undefined;
  const flush = (after: MarkdownBlock | undefined): void => {
    if (batch.length > 0) placer.place(batch, before, after, fallback);
    batch = [];
  };
  for (const item of items) {
    const { block, content, stays } = item;
    if (block === undefined || !stays) {
      if (block?.node !== undefined) gone.set(block.node, block.prefix);
      batch.push(item);
      continue;
    }
    flush(block);
    before = block;
    if (isUnchanged(block, content)) continue;
    const form = block.form;
    splicer.add({ ...block.span, render: () => writer.write(content, form, lineEnd + block.prefix) });
  }
  flush(undefined);
}
