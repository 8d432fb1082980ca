import { isText, type Content } from '../model/content.ts';
import type { SlideBox } from '../model/slides.ts';
import { outgrowsBox, type BoxParagraph } from './fits-box.ts';

/** Millimetres between a box and its text, where the file says nothing else (ECMA-376 part 1, 21.1.2.1.1). */
const INSET = { width: 2 * 2.54, height: 2 * 1.27 };
/** How far programs shrink text that shrinks by itself before it is no longer read in a hall. */
const SMALLEST = 0.7;

/**
 * Whether the text of a box no longer fits it: it did fit as it was, paragraph by paragraph, and does not as it is now; by
 * an estimate that takes all letters for the size most of them have. Never for a box that grows with its text, nor a table.
 */
export function outgrowsSlideBox(box: SlideBox, before: readonly Content[], after: readonly Content[]): boolean {
  const { what, fontSize, fits, width, height } = box;
  if (fontSize === undefined || fits === 'grows' || (what !== 'title' && what !== 'text')) return false;
  const sized = (content: Content): BoxParagraph => ({ text: wordsOf(content), size: fontSize });
  const room = { width: width - INSET.width, height: height - INSET.height };
  return outgrowsBox(before.map(sized), after.map(sized), room, fits === 'shrinks' ? SMALLEST : 1);
}

function wordsOf(content: Content): string {
  return content.map((run) => (isText(run) ? run.text : run.kind === 'break' ? '\n' : run.label)).join('');
}
