import { clip, type Failure } from './failures.ts';
import { openPackage } from './package.ts';
import { childrenOf, type Node } from './tree.ts';

/** What a rewrite must neither lose nor double: ends of ranges, references, objects, sections, controls. */
const KEPT = new Set([
  'w:bookmarkStart',
  'w:bookmarkEnd',
  'w:commentRangeStart',
  'w:commentRangeEnd',
  'w:commentReference',
  'w:footnoteReference',
  'w:endnoteReference',
  'w:fldChar',
  'w:fldSimple',
  'w:instrText',
  'w:sdt',
  'w:drawing',
  'w:pict',
  'w:object',
  'm:oMath',
  'w:sym',
  'w:sectPr',
  'w:tbl',
  'w:tr',
  'w:tc',
  'w:permStart',
  'w:permEnd',
]);
const GONE = new Set(['w:del', 'w:moveFrom']);

/**
 * Halves of ranges count inside deleted text too: their partners may stand outside it. So does a comment's place: accepting
 * a deletion is nobody's wish to drop a remark.
 */
const HALVES = /^w:(?:(?:bookmark|commentRange|perm)(?:Start|End)|commentReference)$/u;

class Tally {
  readonly counts = new Map<string, number>();
  /** Word's mark of the last edit, which nobody needs. */
  readonly #goBack = new Set<string | undefined>();

  add(node: Node, isGone = false): void {
    for (const inner of childrenOf(node)) {
      const isInGone = isGone || GONE.has(inner.name);
      if (KEPT.has(inner.name) && (!isInGone || HALVES.test(inner.name)) && !this.#isGoBack(inner)) {
        const type = inner.name === 'w:fldChar' ? `:${inner.attributes.get('w:fldCharType')}` : '';
        this.counts.set(inner.name + type, (this.counts.get(inner.name + type) ?? 0) + 1);
      }
      // The second writing of what Choice holds may be written anew as a whole.
      if (inner.name !== 'mc:Fallback') this.add(inner, isInGone);
    }
  }

  #isGoBack({ name, attributes }: Node): boolean {
    const id = attributes.get('w:id');
    if (attributes.get('w:name') === '_GoBack') this.#goBack.add(id);
    return name.startsWith('w:bookmark') && this.#goBack.has(id);
  }
}

/** How often each mark stands outside deleted text, over the stories of a document. */
export function marksOf(file: Uint8Array): ReadonlyMap<string, number> {
  const pack = openPackage(file);
  const tally = new Tally();
  const stories = [...pack.relations.values()].filter(({ kind }) =>
    /^(?:header|footer|footnotes|endnotes)$/u.test(kind),
  );
  for (const part of new Set([pack.main, ...stories.map((story) => story.part)])) {
    const root = pack.tree(part);
    if (root !== undefined) tally.add(root);
  }
  return tally.counts;
}

/** Law 3's other half: a rewrite of every unit keeps every mark, one for one. */
export function marksLaw(before: Uint8Array, after: Uint8Array): readonly Failure[] {
  const [old, now] = [marksOf(before), marksOf(after)];
  return [...new Set([...old.keys(), ...now.keys()])]
    .filter((name) => old.get(name) !== now.get(name))
    .map((name) => ({
      law: 'edits',
      code: 'marks',
      detail: clip(`${name}: ${old.get(name) ?? 0} became ${now.get(name) ?? 0}`),
    }));
}

/** How many more there are of one mark than of another. */
function gap(marks: ReadonlyMap<string, number>, a: string, b: string): number {
  return (marks.get(a) ?? 0) - (marks.get(b) ?? 0);
}

/** After any edit: what begins ends, and no section is lost. */
export function balanceLaw(before: Uint8Array, after: Uint8Array): readonly Failure[] {
  const [old, now] = [marksOf(before), marksOf(after)];
  const count = (name: string): number => now.get(name) ?? 0;
  const pairs = [
    ['w:bookmarkStart', 'w:bookmarkEnd'],
    ['w:commentRangeStart', 'w:commentRangeEnd'],
    ['w:fldChar:begin', 'w:fldChar:end'],
  ] as const;
  const failures = pairs
    .filter(([a, b]) => gap(old, a, b) !== gap(now, a, b))
    .map(([a, b]) => `${a} ${count(a)}, ${b} ${count(b)}`);
  if (old.get('w:sectPr') !== now.get('w:sectPr'))
    failures.push(`sections: ${old.get('w:sectPr') ?? 0} became ${count('w:sectPr')}`);
  return failures.map((detail) => ({ law: 'edits', code: 'balance', detail }));
}
