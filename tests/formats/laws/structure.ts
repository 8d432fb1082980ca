import type { ReadBlock, WriteUnit } from '#main/formats/format.ts';
import { contentLength, isText, joinContents, splitContent, textRun, type Content } from '#shared/model/content.ts';
import { unitOf } from './request.ts';

/** A unit in its new place. */
interface Slot {
  readonly unit: WriteUnit;
  readonly block?: ReadBlock;
  readonly edited: boolean;
}

export interface Restructured {
  readonly units: readonly WriteUnit[];
  readonly omitted: readonly string[];
}

export type Edit = 'add' | 'omit' | 'move' | 'split' | 'merge';
const EDITS: readonly Edit[] = ['add', 'omit', 'move', 'split', 'merge'];

/** Whether every `open` of a block has its `close` there: halves of something that runs over several blocks stay where they are. */
function isWhole(content: Content): boolean {
  let depth = 0;
  for (const run of content) {
    if (isText(run)) continue;
    if (run.kind === 'open') depth++;
    if (run.kind === 'close') depth--;
    if (depth < 0) return false;
  }
  return depth === 0;
}

/** What stands elsewhere because of this block: leaving it out would take that with it. */
function isAnchor(content: Content): boolean {
  return content.some(
    (run) =>
      !isText(run) &&
      ['noteRef', 'textBox', 'image', 'object', 'equation', 'comment', 'bookmark', 'field'].includes(run.kind),
  );
}

/** A position inside the longest text run, or none. */
function cut(content: Content): number | undefined {
  const lengths = content.map((run) => (isText(run) ? run.text.length : 0));
  const longest = lengths.indexOf(Math.max(0, ...lengths));
  const run = content[longest];
  if (run === undefined || !isText(run) || run.text.length < 2) return undefined;
  const half = Math.floor(run.text.length / 2);
  // Never between the two halves of one character.
  const inside = /^[\uDC00-\uDFFF]/u.test(run.text.slice(half)) ? half + 1 : half;
  return inside < run.text.length ? contentLength(content.slice(0, longest)) + inside : undefined;
}

function isFree(slot: Slot | undefined): slot is Slot & { block: ReadBlock } {
  return slot?.block !== undefined && !slot.edited && isWhole(slot.block.content);
}

function added(like: ReadBlock, number: number): Slot {
  const content = [textRun(`Añadido ${number} & <b> fin`)];
  return { unit: { ...unitOf(like, content), anchors: [] }, edited: true };
}

/** Does one edit at a place where it makes sense; false where it does not. */
function apply(edit: Edit, slots: Slot[], omitted: string[], random: () => number, number: number): boolean {
  const at = Math.floor(random() * slots.length);
  const slot = slots[at];
  const like = slots[Math.floor(random() * slots.length)]?.block;
  if (edit === 'add') {
    if (like === undefined) return false;
    slots.splice(at + 1, 0, added(like, number));
    return true;
  }
  if (!isFree(slot)) return false;
  const { content } = slot.block;
  if (edit === 'omit') {
    if (isAnchor(content)) return false;
    omitted.push(slot.block.anchor);
    slots.splice(at, 1);
  } else if (edit === 'move') {
    slots.splice(at, 1);
    slots.splice(Math.floor(random() * (slots.length + 1)), 0, { ...slot, edited: true });
  } else if (edit === 'split') {
    const position = cut(content);
    if (position === undefined) return false;
    const [left, right] = splitContent(content, position);
    const second = { ...unitOf(slot.block, right), anchors: [] };
    slots.splice(at, 1, { unit: unitOf(slot.block, left), edited: true }, { unit: second, edited: true });
  } else {
    const next = slots[at + 1];
    if (!isFree(next) || next.block.kind !== slot.block.kind || content.length === 0 || next.block.content.length === 0)
      return false;
    const joined = {
      ...unitOf(slot.block, joinContents([content, next.block.content], ' ')),
      anchors: [slot.block.anchor, next.block.anchor],
    };
    slots.splice(at, 2, { unit: joined, edited: true });
  }
  return true;
}

/** One container's units with about `count` seeded edits; a block is edited at most once, so that each can be told. */
export function restructure(blocks: readonly ReadBlock[], count: number, random: () => number): Restructured {
  const slots: Slot[] = blocks.map((block) => ({ unit: unitOf(block), block, edited: false }));
  const omitted: string[] = [];
  for (let tries = 0, done = 0; tries < count * 4 && done < count && slots.length > 0; tries++) {
    const edit = EDITS[tries % EDITS.length] as Edit;
    if (apply(edit, slots, omitted, random, tries)) done++;
  }
  return { units: slots.map((slot) => slot.unit), omitted };
}
