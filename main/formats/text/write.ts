import { isText, NEW_TAB, type Content } from '#shared/model/content.ts';
import { AdaptaError } from '#shared/model/errors.ts';
import { isUnchanged, planContainer, type Locate, type Planned } from '../common/plan.ts';
import { encodeText } from '../common/text-file.ts';
import { Splicer } from '../common/splice.ts';
import type { WriteFinding, WriteRequest, WriteResult } from '../format.ts';
import { goesOn, textModel, WRAPPED, type TextBlock, type TextModel } from './read.ts';

/** Where wrapped lines are cut. */
const WIDTH = 78;

/**
 * Splices the units into the text: paragraphs whose content differs are written anew, in lines as long as they were;
 * every other byte stays. Throws badRequest, crossesContainer, and what reading throws.
 */
export function writeText(request: WriteRequest): WriteResult {
  const model = textModel(request.skeleton);
  const findings: WriteFinding[] = [];
  const splicer = new Splicer(model.file.text);
  const order = new Map(model.blocks.map((block, index) => [block, index]));
  const shop = { model, order, localize };
  const gone = new Set<TextBlock>();
  for (const container of request.containers) {
    if (container.container !== 'body') {
      findings.push({ code: 'containerMissing', params: { container: container.container } });
      continue;
    }
    const plan = planContainer(container, (id) => request.locate(id), shop);
    place(plan.items, model, splicer, gone);
    for (const block of plan.dropped) gone.add(block);
  }
  for (const anchor of request.omit) {
    const block = model.byAnchor.get(anchor);
    if (block === undefined) throw new AdaptaError('badRequest', { anchor });
    gone.add(block);
  }
  for (const block of gone) takeOut(block, model, splicer);
  if (!splicer.changed) return { bytes: request.skeleton, findings };
  return { bytes: encodeText({ ...model.file, text: splicer.render() }, () => '?'), findings };
}

/** Line breaks have the file's numbers; nothing else stands in plain text but as its label. */
function localize(content: Content, locate: Locate): Content {
  return content.map((run) => {
    if (isText(run) || run.placeholder <= 0) return run;
    const place = locate(run.placeholder);
    return place?.file === 'skeleton' ? { ...run, placeholder: place.id } : { ...run, placeholder: 0 };
  });
}

function place(items: readonly Planned<TextBlock>[], model: TextModel, splicer: Splicer, gone: Set<TextBlock>): void {
  const gap = model.parted ? model.lineEnd.repeat(2) : model.lineEnd;
  const first = items.find((item) => item.stays)?.block ?? model.blocks[0];
  let cursor = first === undefined ? model.file.text.length : first.start - first.indent.length;
  let isBefore = true;
  for (const { block, content, stays } of items) {
    if (block !== undefined && stays) {
      if (!isUnchanged(block, content))
        splicer.replace(block.start, block.end, written(content, block, block.indent, model));
      cursor = block.end;
      isBefore = false;
      continue;
    }
    if (block !== undefined) gone.add(block);
    const text = written(content, block, '', model);
    splicer.replace(cursor, cursor, isBefore ? text + gap : gap + text);
  }
}

/** Takes a paragraph out with the line ends behind it, or before it when it is the last. */
function takeOut(block: TextBlock, model: TextModel, splicer: Splicer): void {
  const { text } = model.file;
  const before = block.start - block.indent.length;
  const after = /^[^\S\r\n]*(?:\r\n|\r|\n)?/u.exec(text.slice(block.end))?.[0].length ?? 0;
  const blank = model.parted
    ? (/^(?:[^\S\r\n]*(?:\r\n|\r|\n))*/u.exec(text.slice(block.end + after))?.[0].length ?? 0)
    : 0;
  splicer.replace(before, block.end + after + blank, '');
}

/** The paragraph's lines. Line breaks beside wrapped lines end in blanks: else they would be taken for one. */
function written(content: Content, block: TextBlock | undefined, indent: string, model: TextModel): string {
  const source = block === undefined ? '' : model.file.text.slice(block.start, block.end);
  const isWrapped =
    model.parted &&
    source.split(/\r\n|\r|\n/u).some((line, index, all) => index > 0 && goesOn(all[index - 1] ?? '', line));
  const lines = linesOf(content).map((line) => clean(line));
  if (!model.parted) return lines.join(' ').trim();
  const kept = lines.filter((line, index) => line !== '' || index === 0);
  return kept
    .map((line, index) => {
      const full = (index === 0 ? indent : '') + line;
      const wrapped = isWrapped ? wrap(full) : [full];
      const next = kept[index + 1];
      const isDoubtful = next !== undefined && goesOn(wrapped.at(-1) ?? '', next);
      return wrapped.join(model.lineEnd).slice(index === 0 ? indent.length : 0) + (isDoubtful ? '  ' : '');
    })
    .join(model.lineEnd);
}

function linesOf(content: Content): readonly string[] {
  const lines = [''];
  for (const run of content) {
    if (isText(run)) lines[lines.length - 1] += run.text;
    else if (run.kind === 'break') lines.push('');
    else lines[lines.length - 1] += run.placeholder === NEW_TAB || run.kind === 'tab' ? '\t' : run.label;
  }
  return lines;
}

function clean(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[\r\n\u0000]+/gu, ' ')
    .trimEnd();
}

/** Cuts at blanks, only where reading takes the cut for one. */
function wrap(line: string): readonly string[] {
  const lines: string[] = [];
  let rest = line;
  while (rest.length > WIDTH) {
    const at = cutOf(rest);
    if (at === undefined) break;
    lines.push(rest.slice(0, at));
    rest = rest.slice(at + 1);
  }
  return [...lines, rest];
}

function cutOf(line: string): number | undefined {
  const isCut = (at: number): boolean => line[at] === ' ' && goesOn(line.slice(0, at), line.slice(at + 1));
  for (let at = WIDTH; at >= WRAPPED.least; at--) if (isCut(at)) return at;
  for (let at = WIDTH + 1; at <= WRAPPED.most; at++) if (isCut(at)) return at;
  return undefined;
}
