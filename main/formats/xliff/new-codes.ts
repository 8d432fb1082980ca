import type { Mark } from '#shared/model/content.ts';

/** How a file spells what is put into it. */
export interface Dialect {
  readonly version: 1 | 2;
  /** The prefix of the standard's own elements in the file, colon included. */
  readonly prefix: string;
  /** White space counts, so that a line end can be one. */
  readonly isPreserved: boolean;
}

/** `subType` (XLIFF 2.1) and `ctype` (1.2) of each look. */
const MARKS: Readonly<Record<Mark, readonly [string, string]>> = {
  bold: ['xlf:b', 'bold'],
  italic: ['xlf:i', 'italic'],
  underline: ['xlf:u', 'underlined'],
  strike: ['adapta:strike', 'x-strike'],
  superscript: ['adapta:superscript', 'x-superscript'],
  subscript: ['adapta:subscript', 'x-subscript'],
};

const POINTS = {
  break: ['xlf:lb', 'lb'],
  tab: ['adapta:tab', 'x-tab'],
} as const;

/** The tags of a code that encloses text. */
export interface TagPair {
  readonly open: { readonly xml: string };
  readonly close: { readonly xml: string };
}

/** Tags for a look the file has no code of. */
export function newMark({ version, prefix }: Dialect, mark: Mark, id: string): TagPair {
  const [subType, ctype] = MARKS[mark];
  const name = `${prefix}${version === 2 ? 'pc' : 'g'}`;
  const type = version === 2 ? `type="fmt" subType="${subType}"` : `ctype="${ctype}"`;
  return { open: { xml: `<${name} id="${id}" ${type}>` }, close: { xml: `</${name}>` } };
}

/** A line break or a tab somebody typed. */
export function newPoint({ version, prefix }: Dialect, kind: keyof typeof POINTS, id: string): string {
  const [subType, ctype] = POINTS[kind];
  return version === 2
    ? `<${prefix}ph id="${id}" type="fmt" subType="${subType}"/>`
    : `<${prefix}x id="${id}" ctype="${ctype}"/>`;
}
