import type { FlowPart } from '../file-layout.ts';
import type { OdfModel } from './model.ts';

/** Stories set apart from the text of the slides: what is said beside them, the words of charts. */
const ASIDE = /^(?:notes|chart):/u;

/** The text of a presentation as it is printed: slide after slide, box after box, each with what belongs to it behind. */
export function slideFlow({ blocks }: OdfModel): readonly FlowPart[] {
  const parts: { containers: string[]; aside: boolean; story: string }[] = [];
  const placed = new Set<string>();
  for (const { story, container, kind } of blocks) {
    const aside = ASIDE.test(story);
    if (!aside && !story.startsWith('slide:')) continue;
    // The edges of the printed notes are nobody's words.
    if (story.startsWith('notes:') && kind !== 'speakerNote') continue;
    // Tables and what else stands in a box are printed with it.
    const box = container.split('/', 2).join('/');
    if (placed.has(box)) continue;
    placed.add(box);
    const last = parts.at(-1);
    if (aside && last?.story === story) last.containers.push(box);
    else parts.push({ containers: [box], aside, story });
  }
  return parts.map(({ containers, aside }) => ({ containers, ...(aside ? { aside } : {}) }));
}
