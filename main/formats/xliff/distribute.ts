import { contentEquals, contentLength, isText, sliceContent, type Content } from '#shared/model/content.ts';
import { wordDiff } from '#shared/text/word-diff.ts';
import type { Piece } from './unit.ts';

/**
 * A unit's new text cut into the pieces the file has for it, as many as there are: at the borders that survived the change,
 * else one sentence per segment. Null where neither tells: the segments are one from then on.
 */
export function distribute(
  content: Content,
  pieces: readonly Pick<Piece, 'isSegment' | 'content'>[],
  language: string | undefined,
): readonly Content[] | null {
  const segments = pieces.filter(({ isSegment }) => isSegment).length;
  if (segments === 1) return allInFirst(content, pieces);
  const isWritten = pieces.every((piece) => !piece.isSegment || (piece.content ?? []).length > 0);
  return (isWritten ? atBorders(content, pieces) : null) ?? bySentence(content, pieces, language);
}

/** Everything is the first segment's, except what stood around all of them and still does. */
export function allInFirst(
  content: Content,
  pieces: readonly Pick<Piece, 'isSegment' | 'content'>[],
): readonly Content[] {
  const at = pieces.findIndex(({ isSegment }) => isSegment);
  const end = pieces.findLastIndex(({ isSegment }) => isSegment);
  let from = 0;
  let to = contentLength(content);
  const out: Content[] = pieces.map(() => []);
  for (const [index, piece] of pieces.entries()) {
    if (index >= at || piece.content === null) continue;
    const length = contentLength(piece.content);
    if (!contentEquals(sliceContent(content, from, from + length), piece.content)) break;
    out[index] = piece.content;
    from += length;
  }
  for (let index = pieces.length - 1; index > end; index -= 1) {
    const own = pieces[index]?.content ?? [];
    const length = contentLength(own);
    if (to - length < from || !contentEquals(sliceContent(content, to - length, to), own)) break;
    out[index] = own;
    to -= length;
  }
  out[at] = sliceContent(content, from, to);
  return out;
}

function atBorders(
  content: Content,
  pieces: readonly Pick<Piece, 'isSegment' | 'content'>[],
): readonly Content[] | null {
  const old = pieces.map((piece) => piece.content ?? []);
  const before = flat(old.flat());
  const places = placesIn(before, flat(content));
  const cuts: number[] = [0];
  let border = 0;
  for (const piece of old.slice(0, -1)) {
    border += contentLength(piece);
    const cut = border === 0 ? 0 : border === before.length ? contentLength(content) : places.get(border);
    if (cut === undefined) return null;
    cuts.push(cut);
  }
  const cut = cuts.map((from, index) => sliceContent(content, from, cuts[index + 1] ?? Number.POSITIVE_INFINITY));
  // New words between segments would be out of everybody's sight.
  const isHidden = cut.some(
    (piece, index) =>
      pieces[index]?.isSegment === false && WORD.test(flat(piece)) && !contentEquals(piece, old[index] ?? []),
  );
  return isHidden ? null : cut;
}

/** Content with one UTF-16 unit per position, so that places in both are the same. */
function flat(content: Content): string {
  return content
    .map((run) => (isText(run) ? run.text : String.fromCharCode(0xe000 + (run.placeholder % 0x1800))))
    .join('');
}

/** Places of the old text that have one in the new: inside and at the edges of what stayed. */
function placesIn(before: string, after: string): ReadonlyMap<number, number> {
  const places = new Map<number, number>();
  let old = 0;
  let now = 0;
  for (const { kind, text } of wordDiff(before, after)) {
    if (kind === 'same') {
      for (let offset = 0; offset <= text.length; offset += 1) {
        // What was put in at a border belongs to the piece ahead of it.
        places.set(old + offset, now + offset);
      }
    }
    if (kind !== 'added') old += text.length;
    if (kind !== 'removed') now += text.length;
  }
  return places;
}

/** What stands around all segments stays there; in between a sentence for each, blanks between two for what parts them. */
function bySentence(
  content: Content,
  pieces: readonly Pick<Piece, 'isSegment' | 'content'>[],
  language: string | undefined,
): readonly Content[] | null {
  const out = [...allInFirst(content, pieces)];
  const first = pieces.findIndex(({ isSegment }) => isSegment);
  const last = pieces.findLastIndex(({ isSegment }) => isSegment);
  const inner = out[first] ?? [];
  const text = flat(inner);
  const ends = sentencesOf(text, language);
  if (ends.length !== pieces.filter(({ isSegment }) => isSegment).length) return null;
  let from = 0;
  for (let index = first; index <= last; index += 1) {
    const isGap = pieces[index]?.isSegment === false;
    const isGapNext = pieces[index + 1]?.isSegment === false && index < last;
    const end = isGap ? from + (/^\s*/u.exec(text.slice(from))?.[0].length ?? 0) : (ends.shift() ?? text.length);
    const to = isGapNext ? from + text.slice(from, end).trimEnd().length : end;
    out[index] = sliceContent(inner, from, to);
    from = to;
  }
  return from === text.length ? out : null;
}

const WORD = /[\p{L}\p{N}]/u;

/** Ends of the sentences of a text; blanks behind a sentence are its own, and so is what holds no word. */
function sentencesOf(text: string, language: string | undefined): number[] {
  const ends: number[] = [];
  for (const { index, segment } of new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text)) {
    if (WORD.test(segment) || ends.length === 0) ends.push(index + segment.length);
    else ends[ends.length - 1] = index + segment.length;
  }
  return ends;
}
