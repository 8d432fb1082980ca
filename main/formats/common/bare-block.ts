import type { ReadBlock } from '../format.ts';

type Known = 'anchor' | 'story' | 'container' | 'kind' | 'content';

/** A block as a format's own model has it: what nobody said may be there and empty. */
export type ModelBlock = Pick<ReadBlock, Known> & {
  readonly [Name in Exclude<keyof ReadBlock, Known>]?: ReadBlock[Name] | undefined;
};

/** A block as everyone works with it, without what its format keeps beside it. */
export function bareBlock({ anchor, story, container, kind, level, label, content, comments }: ModelBlock): ReadBlock {
  return {
    anchor,
    story,
    container,
    kind,
    ...(level === undefined ? {} : { level }),
    ...(label === undefined || label === '' ? {} : { label }),
    content,
    ...(comments === undefined || comments.length === 0 ? {} : { comments }),
  };
}
