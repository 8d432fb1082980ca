import type { BlockComment } from '#shared/model/comment.ts';
import { descendants, type XmlElement } from '../package/xml.ts';
import type { DocxBlock, DocxPart } from './model.ts';

/** What the parts of a file say beside its text. */
export interface CommentSources {
  /** `w:comments` (17.13.4.6). */
  readonly comments: XmlElement | undefined;
  /** `w15:commentsEx` (MS-DOCX 2.5.3.3): which comment answers which. */
  readonly extended: XmlElement | undefined;
}

/** Word answers only what began a thread; a circle of answers ends somewhere. */
const MAX_ANSWERS = 50;
const PLACES = new Set(['w:commentRangeStart', 'w:commentReference']);
const SHOWN = new Set(['w:p', 'w:t', 'w:tab', 'w:br', 'w:cr', 'w:noBreakHyphen']);
const DELETED = new Set(['w:del', 'w:moveFrom']);

/**
 * Comments by the anchor of the block in which what they are about begins, or the place of their sign where they are about a point.
 * What begins in no block, between paragraphs or in an empty one, stands with the next block of its part, or the last.
 * Threads come whole, answers after what they answer. A comment nothing of the text refers to is on no page and left out.
 */
export function commentsByBlock(
  { comments, extended }: CommentSources,
  parts: Iterable<DocxPart>,
  blocks: readonly DocxBlock[],
): ReadonlyMap<string, readonly BlockComment[]> {
  const found = new Map<string, BlockComment[]>();
  if (comments === undefined) return found;
  const threads = threadsOf(comments, extended);
  // pandoc writes the part though nobody commented.
  if (threads.size === 0) return found;
  for (const part of parts) {
    const places = placesOf(part.root);
    const own = blocks.filter((block) => block.part === part.name && block.paragraphs.length > 0);
    for (const [id, block] of blocksAt(places, own)) {
      const thread = threads.get(id)?.map((element) => read(element)) ?? [];
      threads.delete(id);
      const known = found.get(block.anchor);
      if (known !== undefined) known.push(...thread);
      else if (thread.length > 0) found.set(block.anchor, thread);
    }
  }
  return found;
}

/** By the id of the comment that began it, each thread in the order of the part. */
function threadsOf(comments: XmlElement, extended: XmlElement | undefined): Map<string, readonly XmlElement[]> {
  const parents = new Map<string, string>();
  for (const { attributes } of extended?.children ?? []) {
    const parent = attributes['w15:paraIdParent'];
    if (parent !== undefined) parents.set(attributes['w15:paraId'] ?? '', parent);
  }
  const all = comments.children.filter(({ name }) => name === 'w:comment');
  const byParagraph = new Map(all.map((comment) => [paragraphId(comment), comment]));
  const rootOf = (comment: XmlElement): XmlElement => {
    let root = comment;
    for (let steps = 0; steps < MAX_ANSWERS; steps++) {
      const parent = byParagraph.get(parents.get(paragraphId(root)) ?? '');
      if (parent === undefined) break;
      root = parent;
    }
    return root;
  };
  const threads = Map.groupBy(all, (comment) => rootOf(comment).attributes['w:id'] ?? '');
  for (const [id, thread] of threads)
    threads.set(
      id,
      thread.toSorted((a, b) => Number(b.attributes['w:id'] === id) - Number(a.attributes['w:id'] === id)),
    );
  return threads;
}

/** A comment is named by its last paragraph. */
function paragraphId(comment: XmlElement): string {
  return comment.children.findLast(({ name }) => name === 'w:p')?.attributes['w14:paraId'] ?? '';
}

/** Where each comment begins; its range counts before its sign. */
function placesOf(root: XmlElement): ReadonlyMap<string, number> {
  const starts = new Map<string, number>();
  const signs = new Map<string, number>();
  for (const { name, attributes, start } of descendants(root, PLACES)) {
    const places = name === 'w:commentRangeStart' ? starts : signs;
    const id = attributes['w:id'] ?? '';
    if (!places.has(id)) places.set(id, start);
  }
  const places = [...new Map([...signs, ...starts])];
  return new Map(places.toSorted(([, a], [, b]) => a - b));
}

/** The innermost block around each place, since boxes stand inside paragraphs; else the next one, else the last. */
function* blocksAt(
  places: ReadonlyMap<string, number>,
  blocks: readonly DocxBlock[],
): Generator<readonly [id: string, block: DocxBlock]> {
  const sorted = blocks.toSorted((a, b) => startOf(a) - startOf(b));
  const around: DocxBlock[] = [];
  let next = 0;
  for (const [id, at] of places) {
    for (let block = sorted[next]; block !== undefined && startOf(block) <= at; block = sorted[++next]) {
      leave(around, startOf(block));
      around.push(block);
    }
    leave(around, at);
    const block = around.at(-1) ?? sorted[next] ?? sorted.at(-1);
    if (block !== undefined) yield [id, block];
  }
}

function leave(around: DocxBlock[], at: number): void {
  for (let block = around.at(-1); block !== undefined && endOf(block) <= at; block = around.at(-1)) around.pop();
}

function startOf({ paragraphs }: DocxBlock): number {
  return (paragraphs[0] as XmlElement).start;
}

function endOf({ paragraphs }: DocxBlock): number {
  return (paragraphs.at(-1) as XmlElement).end;
}

function read(comment: XmlElement): BlockComment {
  const at = comment.attributes['w:date'];
  let text = '';
  for (const element of shown(comment)) {
    if (element.name === 'w:p') text += text === '' ? '' : '\n';
    else text += element.name === 'w:t' ? element.text : SIGNS[element.name];
  }
  return {
    author: comment.attributes['w:author'] ?? '',
    ...(at === undefined || at === '' ? {} : { at }),
    text: text.normalize('NFC').trim(),
  };
}

const SIGNS: Readonly<Record<string, string>> = {
  'w:tab': '\t',
  'w:br': '\n',
  'w:cr': '\n',
  'w:noBreakHyphen': '\u2011',
};

/** What is seen of a comment, in order, changes accepted. */
function* shown(element: XmlElement): Generator<XmlElement> {
  for (const child of element.children) {
    if (DELETED.has(child.name) || child.name === 'w:pPr') continue;
    if (SHOWN.has(child.name)) yield child;
    yield* shown(child);
  }
}
