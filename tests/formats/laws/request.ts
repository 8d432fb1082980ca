import type { ReadBlock, ReadFile, WriteContainer, WriteRequest, WriteUnit } from '#main/formats/format.ts';
import type { Content } from '#shared/model/content.ts';

/** A block as a unit of its own. */
export function unitOf(block: ReadBlock, content: Content = block.content): WriteUnit {
  return {
    anchors: [block.anchor],
    kind: block.kind,
    ...(block.level === undefined ? {} : { level: block.level }),
    content,
  };
}

/** Blocks by container, containers and blocks in reading order. */
export function byContainer(blocks: readonly ReadBlock[]): ReadonlyMap<string, readonly ReadBlock[]> {
  return Map.groupBy(blocks, (block) => block.container);
}

/** Containers holding every block as it is, but for the contents given by anchor. */
export function containersOf(
  file: ReadFile,
  changed: ReadonlyMap<string, Content> = new Map(),
): readonly WriteContainer[] {
  return Array.from(byContainer(file.blocks), ([container, blocks]) => ({
    container,
    units: blocks.map((block) => unitOf(block, changed.get(block.anchor))),
  }));
}

/** A request on one file alone: every placeholder is the skeleton's own. */
export function requestFor(
  skeleton: Uint8Array,
  containers: readonly WriteContainer[],
  omit: readonly string[] = [],
): WriteRequest {
  return { skeleton, containers, omit, strip: false, locate: (id) => ({ file: 'skeleton', id }) };
}
