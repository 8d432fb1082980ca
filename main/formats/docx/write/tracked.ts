import { isText, sliceContent, type Content } from '#shared/model/content.ts';
import type { XmlElement } from '#main/formats/package/xml.ts';
import type { DocxBlock } from '../model.ts';

type Flags = (XmlElement | undefined)[];

/**
 * Which positions of a block's new content are still a tracked insertion: what stayed the same keeps its state, and
 * what replaced inserted text alone is inserted text. `undefined` when the block has no tracked insertion.
 */
export function trackedFlags(block: DocxBlock, content: Content): Flags | undefined {
  if (block.tracked.length === 0) return undefined;
  const old = segmentsOf(block.content);
  const now = segmentsOf(content);
  const flags: Flags = [];
  const oldFlags = flagsOf(block);
  const same = old.length === now.length && old.every(({ id }, index) => id === now[index]?.id);
  if (!same) return undefined;
  let at = 0;
  for (const [index, { text, id }] of now.entries()) {
    const before = old[index] as Segment;
    flags.push(...mapText(before.text, text, oldFlags.slice(at, at + before.text.length)));
    at += before.text.length;
    if (id !== undefined) flags.push(oldFlags[at++]);
  }
  return flags;
}

function flagsOf({ tracked, content }: DocxBlock): Flags {
  const flags: Flags = [];
  for (const { from, to, element } of tracked) for (let at = from; at < to; at++) flags[at] = element;
  flags.length = Math.max(flags.length, content.length);
  return flags;
}

interface Segment {
  readonly text: string;
  /** The placeholder the segment ends at; undefined for the last. */
  readonly id: string | undefined;
}

function segmentsOf(content: Content): Segment[] {
  const segments: Segment[] = [];
  let text = '';
  for (const run of content) {
    if (isText(run)) text += run.text;
    else {
      segments.push({ text, id: `${run.kind}:${run.placeholder}` });
      text = '';
    }
  }
  return [...segments, { text, id: undefined }];
}

function mapText(before: string, after: string, flags: Flags): Flags {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  const replaced = flags.slice(head, before.length - tail);
  const isAllInserted = replaced.length > 0 && Array.from(replaced).every((flag) => flag !== undefined);
  const middle: Flags = Array.from({ length: after.length - head - tail }, () =>
    isAllInserted ? replaced[0] : undefined,
  );
  return [...pad(flags.slice(0, head), head), ...middle, ...pad(flags.slice(before.length - tail), tail)];
}

function pad(flags: Flags, length: number): Flags {
  return Array.from({ length }, (_, index) => flags[index]);
}

/** Content cut where the state of tracking changes, each piece with the insertion it belongs to. */
export function piecesOf(
  content: Content,
  flags: Flags,
): { readonly content: Content; readonly insertion: XmlElement | undefined }[] {
  const pieces: { content: Content; insertion: XmlElement | undefined }[] = [];
  let from = 0;
  for (let at = 1; at <= flags.length; at++) {
    if (at < flags.length && flags[at] === flags[from]) continue;
    pieces.push({ content: sliceContent(content, from, at), insertion: flags[from] });
    from = at;
  }
  return pieces;
}
