import * as fc from 'fast-check';
import {
  MARKS,
  normalizeContent,
  textRun,
  type Content,
  type Mark,
  type PlaceholderKind,
  type Run,
  type TextRun,
} from '#shared/model/content.ts';

/** Letters that compose, signs the plain form uses, pairs of UTF-16 units, blanks. */
const CHARACTER = fc.constantFrom('a', 'b', 'é', 'e', '\u0301', 'ñ', ' ', '⟦', '⟧', '1', '😀', 'ʼ', '中');
const STANDING: readonly PlaceholderKind[] = ['image', 'noteRef', 'field', 'break', 'tab', 'bookmark'];

const text = fc.array(CHARACTER, { minLength: 1, maxLength: 6 }).map((characters) => characters.join(''));

const look = fc.record(
  {
    marks: fc.subarray<Mark>([...MARKS]),
    link: fc.constantFrom('https://example.org/a', 'mailto:a@example.org'),
    format: fc.constantFrom('f1', 'f2'),
  },
  { requiredKeys: ['marks'] },
);

function lookedRun(
  words: string,
  { marks, ...more }: { marks: readonly Mark[]; link?: string; format?: string },
): TextRun {
  return textRun(words, marks, more);
}

/** A tree of runs: what a file holds, before placeholders are numbered. */
type Node = TextRun | { readonly kind: PlaceholderKind } | { readonly inside: readonly Node[] };

function nodes(leaf: fc.Arbitrary<TextRun>): fc.Arbitrary<readonly Node[]> {
  const standing = fc.constantFrom(...STANDING).map((kind): Node => ({ kind }));
  const { list } = fc.letrec<{ list: readonly Node[]; node: Node }>((tie) => ({
    node: fc.oneof({ maxDepth: 3, withCrossShrink: true }, leaf, standing, fc.record({ inside: tie('list') })),
    list: fc.array(tie('node'), { maxLength: 5 }),
  }));
  return list;
}

/** Numbers the placeholders in reading order; a pair shares one number. */
function numbered(tree: readonly Node[]): Content {
  const runs: Run[] = [];
  let last = 0;
  const visit = (node: Node): void => {
    if ('text' in node) {
      runs.push(node);
      return;
    }
    last += 1;
    const placeholder = last;
    if ('kind' in node) {
      runs.push({ placeholder, kind: node.kind, label: `l${placeholder}` });
      return;
    }
    runs.push({ placeholder, kind: 'open', label: '' });
    for (const child of node.inside) visit(child);
    runs.push({ placeholder, kind: 'close', label: '' });
  };
  for (const node of tree) visit(node);
  return normalizeContent(runs);
}

/** Canonical content of one block: looks, standing placeholders and nested pairs, each number used once. */
export const content: fc.Arbitrary<Content> = nodes(
  fc.tuple(text, look).map(([words, how]) => lookedRun(words, how)),
).map(numbered);

/** The same without marks, links and formats: what plain text can tell. */
export const bareContent: fc.Arbitrary<Content> = nodes(text.map((words) => textRun(words))).map(numbered);

/** Runs as they may come from anywhere: not canonical. */
export const looseRuns: fc.Arbitrary<Content> = fc.array(
  fc.oneof(
    fc.record({
      text: fc.array(CHARACTER, { maxLength: 4 }).map((characters) => characters.join('')),
      marks: fc.array(fc.constantFrom(...MARKS), { maxLength: 3 }),
    }),
    fc.record({
      placeholder: fc.integer({ min: 1, max: 9 }),
      kind: fc.constantFrom(...STANDING),
      label: fc.constant(''),
    }),
  ),
  { maxLength: 8 },
);
