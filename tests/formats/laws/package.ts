import { posix } from 'node:path';
import { partText, readArchive } from './archive.ts';
import { childrenOf, tree, type Node } from './tree.ts';

export interface Relation {
  readonly kind: string;
  readonly part: string;
}

/** What the walk needs of a package: the main part and the parts its relationships name. */
export interface Package {
  readonly main: string;
  /** Relationships of the main part: id to kind (the type's last word) and resolved part name. */
  readonly relations: ReadonlyMap<string, Relation>;
  /** Those of any part. */
  readonly relationsOf: (part: string) => ReadonlyMap<string, Relation>;
  readonly tree: (part: string) => Node | undefined;
  readonly text: (part: string) => string | undefined;
  readonly parts: readonly string[];
}

function relationsPart(part: string): string {
  return posix.join(posix.dirname(part), '_rels', `${posix.basename(part)}.rels`);
}

/** Opens a WordprocessingML package (ECMA-376 Part 2). Part names match without regard to ASCII case (Part 2, 6.2.2.3). */
export function openPackage(file: Uint8Array): Package {
  const entries = readArchive(file);
  const byName = new Map(entries.map((entry) => [entry.name.toLowerCase().replaceAll('\\', '/'), entry]));
  const text = (part: string): string | undefined => {
    const entry = byName.get(part.toLowerCase());
    return entry === undefined ? undefined : partText(entry.bytes);
  };
  const trees = new Map<string, Node | undefined>();
  const treeOf = (part: string): Node | undefined => {
    if (!trees.has(part)) {
      const xml = text(part);
      trees.set(part, xml === undefined ? undefined : tree(xml));
    }
    return trees.get(part);
  };
  const relations = (part: string): Map<string, Relation> => {
    const out = new Map<string, Relation>();
    for (const relation of childrenOf(
      treeOf(relationsPart(part)) ?? { name: '', attributes: new Map(), children: [], start: 0, end: 0 },
    )) {
      const target = relation.attributes.get('Target') ?? '';
      if (relation.attributes.get('TargetMode') === 'External') continue;
      const resolved = target.startsWith('/') ? target.slice(1) : posix.join(posix.dirname(part), target);
      const kind = (relation.attributes.get('Type') ?? '').split('/').at(-1) ?? '';
      out.set(relation.attributes.get('Id') ?? '', { kind, part: resolved });
    }
    return out;
  };
  const main = [...relations('').values()].find((relation) => relation.kind === 'officeDocument')?.part;
  if (main === undefined) throw new RangeError('no officeDocument relationship');
  return {
    main,
    relations: relations(main),
    relationsOf: relations,
    tree: treeOf,
    text,
    parts: entries.map((entry) => entry.name),
  };
}
