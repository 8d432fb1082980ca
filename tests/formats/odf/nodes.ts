import { partText, readArchive } from '../laws/archive.ts';
import { childrenOf, tree, type Node } from '../laws/tree.ts';

const OASIS = /^urn:oasis:names:tc:opendocument:xmlns:(?<name>[\w-]+):1\.0:(?<local>.*)$/u;
const SHORT: Readonly<Record<string, string>> = { drawing: 'draw', 'svg-compatible': 'svg', 'xsl-fo-compatible': 'fo' };

/** A name with the prefix the standard uses in its examples, whatever the file's own. */
export function short(name: string): string {
  const groups = OASIS.exec(name)?.groups;
  if (groups === undefined) return name;
  const space = groups['name'] ?? '';
  return `${SHORT[space] ?? space}:${groups['local'] ?? ''}`;
}

export function nameOf(node: Node): string {
  return short(node.name);
}

export function attribute(node: Node, name: string): string | undefined {
  for (const [key, value] of node.attributes) if (short(key) === name) return value;
  return undefined;
}

export function childNamed(node: Node | undefined, name: string): Node | undefined {
  return node === undefined ? undefined : childrenOf(node).find((inner) => nameOf(inner) === name);
}

/** The parts of a document by name, inflated; a flat file is its own only part. */
export function entriesOf(file: Uint8Array): ReadonlyMap<string, Uint8Array> {
  if (file[0] !== 0x50 || file[1] !== 0x4b) return new Map([['document.xml', file]]);
  return new Map(readArchive(file).map((entry) => [entry.name, entry.bytes]));
}

export function treeOf(entries: ReadonlyMap<string, Uint8Array>, name: string): Node | undefined {
  const bytes = entries.get(name) ?? entries.get('document.xml');
  return bytes === undefined ? undefined : tree(partText(bytes));
}
