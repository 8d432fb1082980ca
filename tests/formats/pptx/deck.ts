import { posix } from 'node:path';
import { partText, readArchive } from '#tests/formats/laws/archive.ts';
import { child, childrenOf, tree, type Node } from '#tests/formats/laws/tree.ts';

export interface Relation {
  readonly kind: string;
  readonly part: string;
}

/** A presentation opened without the product's readers. */
export interface Deck {
  readonly main: string;
  readonly tree: (part: string) => Node | undefined;
  readonly text: (part: string) => string | undefined;
  /** Internal relationships of a part, by id. */
  readonly relations: (part: string) => ReadonlyMap<string, Relation>;
  /** Parts of the slides in the order they are shown (19.2.1.34). */
  readonly slides: readonly string[];
  readonly parts: readonly string[];
}

export function openDeck(file: Uint8Array): Deck {
  const entries = readArchive(file);
  const byName = new Map(entries.map((entry) => [entry.name.toLowerCase(), entry]));
  const trees = new Map<string, Node | undefined>();
  const text = (part: string): string | undefined => {
    const entry = byName.get(part.toLowerCase());
    return entry === undefined ? undefined : partText(entry.bytes);
  };
  const treeOf = (part: string): Node | undefined => {
    if (!trees.has(part)) {
      const xml = text(part);
      trees.set(part, xml === undefined ? undefined : tree(xml));
    }
    return trees.get(part);
  };
  const relations = (part: string): Map<string, Relation> => {
    const root = treeOf(posix.join(posix.dirname(part), '_rels', `${posix.basename(part)}.rels`));
    const found = new Map<string, Relation>();
    for (const { attributes } of root === undefined ? [] : childrenOf(root)) {
      if (attributes.get('TargetMode') === 'External') continue;
      const target = decodeURI((attributes.get('Target') ?? '').replace(/[?#].*$/u, ''));
      const resolved = target.startsWith('/') ? target.slice(1) : posix.join(posix.dirname(part), target);
      found.set(attributes.get('Id') ?? '', {
        kind: (attributes.get('Type') ?? '').split('/').at(-1) ?? '',
        part: resolved,
      });
    }
    return found;
  };
  const main = [...relations('').values()].find(({ kind }) => kind === 'officeDocument')?.part ?? '';
  const list = child(treeOf(main) as Node, 'p:sldIdLst');
  const slides = (list === undefined ? [] : childrenOf(list)).flatMap(
    ({ attributes }) => relations(main).get(attributes.get('r:id') ?? '')?.part ?? [],
  );
  return { main, tree: treeOf, text, relations, slides: [...new Set(slides)], parts: entries.map(({ name }) => name) };
}
