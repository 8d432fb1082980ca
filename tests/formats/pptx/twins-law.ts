import { clip, type Failure } from '#tests/formats/laws/failures.ts';
import { child, childrenOf, descendants, textIn, type Node } from '#tests/formats/laws/tree.ts';
import { openDeck, type Deck } from './deck.ts';

/** Texts of paragraphs, blank ones left out. */
function texts(root: Node | undefined): readonly string[] {
  if (root === undefined) return [];
  return [...descendants(root)]
    .filter(({ name }) => name === 'a:p')
    .map((paragraph) =>
      childrenOf(paragraph)
        .map((run) => textIn(run))
        .join('')
        .trim(),
    )
    .filter((text) => text !== '');
}

/** What stands twice: a diagram's data and its drawing, and the two branches of alternate content. */
function pairs(deck: Deck): readonly { where: string; first: readonly string[]; second: readonly string[] }[] {
  const drawings = deck.slides.flatMap((slide) => {
    const all = [...deck.relations(slide).values()];
    const of = (kind: string): string[] =>
      all.filter((relation) => relation.kind === kind).flatMap(({ part }) => [...texts(deck.tree(part))]);
    const second = of('diagramDrawing');
    return second.length === 0 ? [] : [{ where: slide, first: of('diagramData'), second }];
  });
  const branches = deck.slides.flatMap((slide) =>
    [...descendants(deck.tree(slide) as Node)]
      .filter(({ name }) => name === 'mc:AlternateContent')
      .map((node) => ({
        where: slide,
        first: texts(child(node, 'mc:Choice')),
        second: texts(child(node, 'mc:Fallback')),
      })),
  );
  return [...drawings, ...branches];
}

function alike(a: readonly string[], b: readonly string[]): number {
  return b.filter((text) => a.includes(text)).length;
}

/** What was said alike in two places is said alike after every text has changed. */
export function twinsLaw(before: Uint8Array, after: Uint8Array): readonly Failure[] {
  const [old, now] = [pairs(openDeck(before)), pairs(openDeck(after))];
  return old.flatMap(({ where, first, second }, index): Failure[] => {
    const wanted = alike(first, second);
    const got = alike(now[index]?.first ?? [], now[index]?.second ?? []);
    return got >= wanted
      ? []
      : [{ law: 'edits', code: 'twins', detail: clip(`${where}: ${got} of ${wanted} written twice`) }];
  });
}
