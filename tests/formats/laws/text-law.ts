import type { ReadBlock } from '#main/formats/format.ts';
import { isText } from '#shared/model/content.ts';
import { clip, type Failure } from './failures.ts';
import type { WalkParagraph } from './walk.ts';

/** A character of one side: one that must find its like on the other side, or one that may. */
interface Line {
  readonly text: string;
  /** Per character of `text`: whether it must be met. */
  readonly must: readonly boolean[];
}

interface Side extends Line {
  readonly story: string;
  /** Characters that must stand in a text run (on the page), or do (in the block). */
  readonly plain: string;
  readonly optional: boolean;
  readonly runsOn: boolean;
}

/** Blanks, hyphens that only control breaks and the marks a reader may or may not give as characters are left out. */
function bare(text: string): string {
  return text.normalize('NFC').replaceAll(/[\s\u00AD\u2011\u200B\uFEFF]+/gu, '');
}

function line(parts: readonly (readonly [text: string, must: boolean])[]): Line {
  const pieces: { text: string; must: boolean }[] = [];
  for (const [text, must] of parts) {
    const last = pieces.at(-1);
    // A letter and its accent may stand in two runs: composed only once joined.
    if (last?.must === must) last.text += text;
    else pieces.push({ text, must });
  }
  const bared = pieces.map((piece) => ({ ...piece, text: bare(piece.text) }));
  return {
    text: bared.map((piece) => piece.text).join(''),
    must: bared.flatMap((piece) => Array.from({ length: piece.text.length }, () => piece.must)),
  };
}

function onPage(paragraph: WalkParagraph): Side {
  const pieces = paragraph.pieces.map(
    (piece) => [piece.text, piece.kind !== 'derived' && piece.kind !== 'hidden'] as const,
  );
  const plain = paragraph.pieces.filter((piece) => piece.kind === 'plain').map((piece) => piece.text);
  return {
    ...line(pieces),
    story: paragraph.story,
    plain: bare(plain.join('')),
    optional: paragraph.optional,
    runsOn: paragraph.runsOn,
  };
}

/** Stories whose paragraphs have to come in the page's order. */
const ORDERED: ReadonlySet<string> = new Set(['body', 'slide']);

function storyOf(block: ReadBlock): string {
  return block.kind === 'altText' ? 'altText' : (block.story.split(':')[0] ?? '');
}

function inBlock(block: ReadBlock): Side {
  const parts = block.content.map((run) => (isText(run) ? ([run.text, true] as const) : ([run.label, false] as const)));
  const plain = block.content.map((run) => (isText(run) ? run.text : ''));
  return { ...line(parts), story: storyOf(block), plain: bare(plain.join('')), optional: false, runsOn: false };
}

/** Whether both sides tell the same text when what may be left out is left out where it has to be. */
function agrees(a: Line, b: Line): boolean {
  if (a.text === b.text) return true;
  let reach = new Set([0]);
  const skipB = (from: Set<number>): Set<number> => {
    const out = new Set(from);
    for (const start of from) {
      for (let j = start; j < b.text.length && b.must[j] === false; j++) out.add(j + 1);
    }
    return out;
  };
  reach = skipB(reach);
  for (let i = 0; i < a.text.length && reach.size > 0; i++) {
    const next = new Set<number>();
    for (const j of reach) {
      if (a.must[i] === false) next.add(j);
      if (b.text[j] === a.text[i]) next.add(j + 1);
    }
    reach = skipB(next);
  }
  return reach.has(b.text.length);
}

function join(sides: readonly Side[]): Side {
  const first = sides[0] as Side;
  return {
    ...first,
    text: sides.map((side) => side.text).join(''),
    must: sides.flatMap((side) => side.must),
    plain: sides.map((side) => side.plain).join(''),
    runsOn: false,
  };
}

/** Paragraphs whose mark is deleted may be told as one with what follows: takes those away too. */
function cancelJoined(page: readonly Side[], left: { page: Side[]; blocks: Side[] }): void {
  for (const [index, first] of page.entries()) {
    if (!first.runsOn || !left.page.includes(first)) continue;
    const run = [first];
    while (run.at(-1)?.runsOn === true && index + run.length < page.length) run.push(page[index + run.length] as Side);
    const whole = join(run);
    const hit = left.blocks.findIndex((candidate) => agrees(whole, candidate));
    if (hit < 0) continue;
    left.blocks.splice(hit, 1);
    left.page = left.page.filter((side) => !run.includes(side));
  }
}

/** Whether a reading without this would not be whole. */
function isNeeded(side: Side): boolean {
  return !side.optional && side.must.includes(true);
}

/** Takes away from both lists what agrees, in order: first what is letter for letter the same, then what may differ. */
function cancel(page: readonly Side[], blocks: readonly Side[]): { page: Side[]; blocks: Side[]; order: string[] } {
  const waiting = Map.groupBy(
    blocks.map((side, index) => ({ side, index })),
    ({ side }) => side.text,
  );
  const taken = new Set<number>();
  const order: number[] = [];
  const leftPage: Side[] = [];
  // What must be read has the first choice among blocks that say the same.
  for (const side of [...page.filter((side) => isNeeded(side)), ...page.filter((side) => !isNeeded(side))]) {
    const hit = waiting.get(side.text)?.shift();
    if (hit === undefined) leftPage.push(side);
    else {
      taken.add(hit.index);
      if (isNeeded(side)) order.push(hit.index);
    }
  }
  let left = blocks.filter((_, index) => !taken.has(index));
  const missing: Side[] = [];
  for (const side of leftPage) {
    const hit = left.findIndex((candidate) => agrees(side, candidate));
    if (hit < 0) missing.push(side);
    else left = left.toSpliced(hit, 1);
  }
  const backwards = order.flatMap((index, k) =>
    k > 0 && index < (order[k - 1] ?? 0) ? [blocks[index]?.text ?? ''] : [],
  );
  return { page: missing, blocks: left, order: backwards };
}

/**
 * Whether the blocks are the page's paragraphs in order, where what need not be read may be skipped and what runs on may
 * be one with what follows.
 */
function inOrder(page: readonly Side[], blocks: readonly Side[]): boolean {
  const reach = new Map<number, Set<number>>([[0, new Set([0])]]);
  const arrive = (i: number, j: number): void => {
    const places = reach.get(i) ?? new Set();
    reach.set(i, places.add(j));
  };
  for (const [i, side] of page.entries()) {
    for (const j of reach.get(i) ?? []) {
      if (!isNeeded(side)) arrive(i + 1, j);
      const block = blocks[j];
      if (block === undefined) continue;
      if (!block.must.includes(true)) arrive(i, j + 1);
      const run = [side];
      for (let end = i + 1; ; end++) {
        if (agrees(run.length === 1 ? side : join(run), block)) arrive(end, j + 1);
        const next = page[end];
        if (run.at(-1)?.runsOn !== true || next === undefined) break;
        run.push(next);
      }
    }
    reach.delete(i);
  }
  const lastNeeded = blocks.findLastIndex((block) => block.must.includes(true));
  return [...(reach.get(page.length) ?? [])].some((j) => j > lastNeeded);
}

function compareStory(story: string, page: readonly Side[], blocks: readonly Side[]): Failure[] {
  if (inOrder(page, blocks)) return [];
  const left = cancel(page, blocks);
  cancelJoined(page, left);
  const fail = (code: string, text: string): Failure => ({ law: 'text', code: `${code}:${story}`, detail: clip(text) });
  const missing = left.page.filter((side) => isNeeded(side));
  return [
    ...missing.map((side) => fail('unread', side.text)),
    ...left.blocks.filter((side) => side.must.includes(true)).map((side) => fail('invented', side.text)),
    ...(ORDERED.has(story) ? left.order.map((text) => fail('disordered', text)) : []),
  ];
}

/** Text of the page that people ought to be able to edit but that only stands in labels. */
function locked(page: readonly Side[], blocks: readonly Side[]): Failure[] {
  const editable = blocks.reduce((sum, side) => sum + side.plain.length, 0);
  const wanted = page.reduce((sum, side) => sum + (side.optional ? 0 : side.plain.length), 0);
  return editable >= wanted
    ? []
    : [{ law: 'text', code: 'locked', detail: `${wanted - editable} of ${wanted} characters` }];
}

/** Law 1: the text of all units and placeholder labels is the visible text, story kind by story kind, the body in order. */
export function textLaw(walk: readonly WalkParagraph[], read: readonly ReadBlock[]): readonly Failure[] {
  const page = walk.map((paragraph) => onPage(paragraph));
  const blocks = read.map((block) => inBlock(block));
  const stories = new Set([...page, ...blocks].map((side) => side.story));
  const failures = [...stories].flatMap((story) =>
    compareStory(
      story,
      page.filter((side) => side.story === story && side.text !== ''),
      blocks.filter((side) => side.story === story && side.text !== ''),
    ),
  );
  return failures.length > 0 ? failures : locked(page, blocks);
}
