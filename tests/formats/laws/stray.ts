import { openPackage } from './package.ts';
import { childrenOf, descendants, type Node } from './tree.ts';

/** What is gone once the changes are accepted (17.13.5.14, 17.13.5.22). */
const GONE = new Set(['w:del', 'w:moveFrom']);

function* shown(node: Node): Generator<Node> {
  for (const inner of childrenOf(node)) {
    if (GONE.has(inner.name)) continue;
    yield inner;
    yield* shown(inner);
  }
}

/**
 * Stories no page shows, by the names readers give them: notes without a reference (17.11.14, 17.11.7), headers and footers
 * no section names (17.10.5, 17.10.2).
 */
export function strayStories(file: Uint8Array): ReadonlySet<string> {
  const pack = openPackage(file);
  const main = pack.tree(pack.main);
  const nodes = main === undefined ? [] : [...shown(main)];
  const named = (name: string, attribute: string): ReadonlySet<string> =>
    new Set(nodes.filter((node) => node.name === name).map((node) => node.attributes.get(attribute) ?? ''));
  const stray = new Set<string>();
  for (const kind of ['header', 'footer'] as const) {
    const used = named(`w:${kind}Reference`, 'r:id');
    const parts = [...pack.relations].filter(([, relation]) => relation.kind === kind);
    const shownParts = new Set(parts.filter(([id]) => used.has(id)).map(([, { part }]) => part));
    for (const [, { part }] of parts) if (!shownParts.has(part)) stray.add(`${kind}:${part}`);
  }
  for (const kind of ['footnote', 'endnote'] as const) {
    const used = named(`w:${kind}Reference`, 'w:id');
    const part = [...pack.relations.values()].find((relation) => relation.kind === `${kind}s`)?.part;
    const root = part === undefined ? undefined : pack.tree(part);
    for (const note of root === undefined ? [] : descendants(root)) {
      const id = note.attributes.get('w:id') ?? '';
      if (note.name === `w:${kind}` && !used.has(id)) stray.add(`${kind}:${id}`);
    }
  }
  return stray;
}
