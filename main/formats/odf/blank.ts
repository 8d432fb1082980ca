import type { OdfBlock } from './model.ts';

/** A block of which nothing is known but its place and what its text looks like. */
export function blankBlock(
  known: Pick<OdfBlock, 'part' | 'story' | 'container' | 'kind' | 'element' | 'base'>,
): OdfBlock {
  const { part, element } = known;
  return {
    ...known,
    anchor: `${part}#${element.start}-${element.end}`,
    level: undefined,
    label: undefined,
    content: [],
    comments: [],
    plain: false,
    twin: undefined,
    outer: element,
    lead: [],
    tail: [],
    changes: [],
    links: [],
  };
}
