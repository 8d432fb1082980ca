import {
  isText,
  NEW_BREAK,
  NEW_TAB,
  type Content,
  type FormatId,
  type Mark,
  type PlaceholderRun,
  type Run,
} from '#shared/model/content.ts';
import { layOut } from '../layout.ts';
import { pairUses, type Use } from '../pairing.ts';

/** What a code of an exchanged file stands for. */
export type Meaning =
  | { readonly what: 'mark'; readonly mark: Mark }
  | { readonly what: 'link'; readonly link: string }
  | { readonly what: 'format'; readonly format: FormatId }
  | { readonly what: 'placeholder'; readonly run: PlaceholderRun }
  | { readonly what: 'break' | 'tab' | 'border' };

/**
 * A step of a text written for others. Codes have ids that say what they are, so that they are known again whatever else
 * a program changed of them: `p5` placeholder 5, `q6` the pair 6, `mb1` the first bold text, `l1` the first link, `f1` the first look, `b1`
 * a line break, `t1` a tab, `k1` the border of two blocks; `-2` is the second use of one.
 */
export type Step =
  | { readonly text: string }
  | { readonly id: string; readonly edge: Edge; readonly meaning: Meaning; readonly copyOf?: string };

/** `lone…`: its other edge is in another unit. `mark…`: start and end cross other codes. */
export type Edge = 'open' | 'close' | 'point' | 'loneOpen' | 'loneClose' | 'markOpen' | 'markClose';

const MARK_SIGNS: Readonly<Record<Mark, string>> = {
  bold: 'mb',
  italic: 'mi',
  underline: 'mu',
  strike: 'ms',
  superscript: 'mp',
  subscript: 'mq',
};
export const MARK_BY_SIGN: ReadonlyMap<string, Mark> = new Map(
  Object.entries(MARK_SIGNS).map(([mark, sign]) => [sign, mark as Mark]),
);

/** Names the links and looks of a unit, so that equal ones have equal ids on both sides. */
export class Looks {
  readonly links: string[] = [];
  readonly formats: FormatId[] = [];

  linkId(link: string): string {
    return `l${place(this.links, link)}`;
  }

  formatId(format: FormatId): string {
    return `f${place(this.formats, format)}`;
  }
}

function place(list: string[], value: string): number {
  if (!list.includes(value)) list.push(value);
  return list.indexOf(value) + 1;
}

/** Placeholders whose start and end cannot enclose what is between, in any of the texts: pieces part them. */
export function crossing(texts: readonly (readonly Content[] | undefined)[]): ReadonlySet<number> {
  const crossed = new Set<number>();
  for (const pieces of texts) {
    for (const [run, use] of usesIn(ownRuns(pieces ?? []))) {
      if (!use.isNested) crossed.add(run.placeholder);
    }
  }
  return crossed;
}

/** Each use of a placeholder is an object of its own. */
function ownRuns(pieces: readonly Content[]): readonly Content[] {
  return pieces.map((content) => content.map((run) => ({ ...run })));
}

function usesIn(pieces: readonly Content[]): ReadonlyMap<PlaceholderRun, Use> {
  return pairUses(
    pieces,
    pieces.map(() => true),
  );
}

/**
 * A text as steps, piece by piece; what a mark, link or look holds is closed at the end of a piece and opened again in the
 * next. `crossed`: placeholders written as two markers.
 */
export function stepsOf(
  pieces: readonly Content[],
  looks: Looks,
  crossed: ReadonlySet<number>,
): readonly (readonly Step[])[] {
  const own = ownRuns(pieces);
  const uses = usesIn(own);
  const counts = new Map<string, number>();
  const name = (base: string): string => {
    const count = (counts.get(base) ?? 0) + 1;
    counts.set(base, count);
    return count === 1 ? base : `${base}-${count}`;
  };
  return own.map((piece) => stepsIn(piece, looks, { uses, crossed, name }));
}

interface Naming {
  readonly uses: ReadonlyMap<PlaceholderRun, Use>;
  readonly crossed: ReadonlySet<number>;
  readonly name: (base: string) => string;
}

function stepsIn(piece: Content, looks: Looks, { uses, crossed, name }: Naming): readonly Step[] {
  const steps: Step[] = [];
  for (const group of groupsOf(piece)) {
    const around: { id: string; meaning: Meaning }[] = [];
    if (group.link !== undefined) {
      around.push({ id: name(looks.linkId(group.link)), meaning: { what: 'link', link: group.link } });
    }
    if (group.format !== undefined) {
      around.push({ id: name(looks.formatId(group.format)), meaning: { what: 'format', format: group.format } });
    }
    steps.push(...around.map((each): Step => ({ ...each, edge: 'open' })));
    steps.push(...inside(group.runs, uses, crossed, name));
    steps.push(...around.toReversed().map((each): Step => ({ ...each, edge: 'close' })));
  }
  return steps;
}

interface Group {
  readonly link?: string | undefined;
  readonly format?: FormatId | undefined;
  readonly runs: Run[];
}

/** Neighbours of one link and one look; placeholders stand outside of both. */
function groupsOf(content: Content): readonly Group[] {
  const groups: Group[] = [];
  for (const run of content) {
    const { link, format } = isText(run) ? run : { link: undefined, format: undefined };
    const last = groups.at(-1);
    if (last !== undefined && last.link === link && last.format === format) last.runs.push(run);
    else groups.push({ link, format, runs: [run] });
  }
  return groups;
}

function* inside(
  runs: Content,
  uses: ReadonlyMap<PlaceholderRun, Use>,
  crossed: ReadonlySet<number>,
  name: (base: string) => string,
): Generator<Step> {
  const open: { id: string; meaning: Meaning }[] = [];
  for (const item of layOut(runs)) {
    if ('text' in item) {
      yield* textSteps(item.text, name);
    } else if ('placeholder' in item) {
      yield placeholderStep(item.placeholder, uses.get(item.placeholder), crossed, name);
    } else if (item.edge === 'open') {
      // Marks are told apart by their number alone, so that the first bold text of both sides is one code.
      const id = numbered(MARK_SIGNS[item.mark], name);
      const code = { id, meaning: { what: 'mark', mark: item.mark } as const };
      open.push(code);
      yield { ...code, edge: 'open' };
    } else {
      const code = open.pop();
      if (code !== undefined) yield { ...code, edge: 'close' };
    }
  }
}

/** `mb1`, `mb2` … */
function numbered(sign: string, name: (base: string) => string): string {
  const given = name(sign);
  const dash = given.indexOf('-');
  return `${sign}${dash < 0 ? 1 : given.slice(dash + 1)}`;
}

function* textSteps(text: string, name: (base: string) => string): Generator<Step> {
  for (const [index, line] of text.split('\n').entries()) {
    if (index > 0) yield { id: numbered('k', name), edge: 'point', meaning: { what: 'border' } };
    if (line !== '') yield { text: line };
  }
}

function placeholderStep(
  run: PlaceholderRun,
  use: Use | undefined,
  crossed: ReadonlySet<number>,
  name: (base: string) => string,
): Step {
  if (run.placeholder === NEW_BREAK && run.kind === 'break') {
    return { id: numbered('b', name), edge: 'point', meaning: { what: 'break' } };
  }
  if (run.placeholder === NEW_TAB && run.kind === 'tab') {
    return { id: numbered('t', name), edge: 'point', meaning: { what: 'tab' } };
  }
  const meaning: Meaning = { what: 'placeholder', run };
  const isPair = run.kind === 'open' || run.kind === 'close';
  const base = `${isPair ? 'q' : 'p'}${run.placeholder}`;
  if (!isPair) {
    const id = name(base);
    return { id, edge: 'point', meaning, ...(id === base ? {} : { copyOf: base }) };
  }
  if (use === undefined) {
    const isOpen = run.kind === 'open';
    return { id: name(isOpen ? base : `c${run.placeholder}`), edge: isOpen ? 'loneOpen' : 'loneClose', meaning };
  }
  const id = use.copy === 0 ? base : `${base}-${use.copy + 1}`;
  const copyOf = use.copy === 0 ? {} : { copyOf: base };
  const isOpen = run.kind === 'open';
  if (crossed.has(run.placeholder)) return { id, edge: isOpen ? 'markOpen' : 'markClose', meaning, ...copyOf };
  return { id, edge: isOpen ? 'open' : 'close', meaning, ...copyOf };
}
