import { isText, type Content, type PlaceholderKind } from '#shared/model/content.ts';
import type { UnitKind } from '#shared/model/unit.ts';

/** What alignment looks at of a block. */
export interface AlignBlock {
  readonly text: string;
  readonly kind: UnitKind;
  readonly level?: number;
  /** `body`, `footnote:…`, `textBox:…`, `header:…` …: the part before the colon is compared with its like only. */
  readonly story: string;
  /** Story plus cell path (`body/t2r1c3`); a link never joins blocks of two containers on one side. */
  readonly container: string;
  /** Kinds in order of appearance. */
  readonly placeholders: readonly PlaceholderKind[];
}

/** Blocks that say the same, as indices into the two lists given; one side is empty where nothing corresponds. */
export interface Link {
  readonly source: readonly number[];
  readonly received: readonly number[];
  /** How likely the link is right, 0–1. */
  readonly confidence: number;
}

/** A text and its translation known from elsewhere: translation memory, glossary, an earlier import. */
export interface KnownTranslation {
  readonly source: string;
  readonly received: string;
}

/** What a reader gives of a block, as far as alignment needs it. */
export interface BlockLike {
  readonly content: Content;
  readonly kind: UnitKind;
  readonly level?: number;
  readonly story: string;
  readonly container: string;
}

/** Placeholders whose label is text people read in line. */
const SPOKEN: ReadonlySet<PlaceholderKind> = new Set(['field', 'value', 'symbol', 'equation']);
const BLANK: ReadonlySet<PlaceholderKind> = new Set(['break', 'tab']);

/** Takes from a reader's block what alignment looks at. */
export function toAlignBlock(block: BlockLike): AlignBlock {
  const pieces = block.content.map((run) => {
    if (isText(run)) return run.text;
    if (SPOKEN.has(run.kind)) return run.label;
    return BLANK.has(run.kind) ? ' ' : '';
  });
  return {
    text: pieces.join(''),
    kind: block.kind,
    ...(block.level === undefined ? {} : { level: block.level }),
    story: block.story,
    container: block.container,
    placeholders: block.content.flatMap((run) => (isText(run) ? [] : [run.kind])),
  };
}
