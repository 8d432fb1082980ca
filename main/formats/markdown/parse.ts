import { fromMarkdown, type Options } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfm } from 'micromark-extension-gfm';
import type { Node, Root, RootContent } from 'mdast';
import { AdaptaError } from '#shared/model/errors.ts';

/** More quotes and lists inside each other than anybody writes; each costs time on every line inside it. */
const MAX_NESTED = 100;
const MARKERS = /^(?:[ \t]*(?:>|[-+*][ \t]|\d{1,9}[.)][ \t])){100}/mu;
/** Brackets in a row cost the square of their number. */
const BRACKETS = /[[\]!]{2000}/u;

const OPTIONS: Options = {
  extensions: [gfm(), frontmatter(['yaml', 'toml'])],
  // What is found in the text afterwards has no place in the source.
  mdastExtensions: [
    ...gfmFromMarkdown().map((extension) => ({ ...extension, transforms: [] })),
    frontmatterFromMarkdown(['yaml', 'toml']),
  ],
};

/** Parses CommonMark with GitHub's tables, notes, tasks and strikethrough, every node with its place. Throws tooDeep. */
export function parseMarkdown(text: string): Root {
  if (MARKERS.test(text) || BRACKETS.test(text))
    throw new AdaptaError('tooDeep', { part: 'markdown', nested: MAX_NESTED });
  return fromMarkdown(text, OPTIONS);
}

export interface Range {
  readonly start: number;
  readonly end: number;
}

export function rangeOf({ position }: Node): Range {
  return { start: position?.start.offset ?? 0, end: position?.end.offset ?? 0 };
}

export function childrenOf(node: RootContent | Root): readonly RootContent[] {
  return 'children' in node ? node.children : [];
}
