import type { Content } from '#shared/model/content.ts';
import { pseudoTranslate } from './docx/pseudo.ts';
import type { Format, ReadBlock, ReadFile, WriteContainer, WriteResult } from './format.ts';
import { formatOf } from './registry.ts';

/** Reads a file, changes every unit by the reversible pseudo-translation, writes it. Throws AdaptaError. */
export async function rewriteFile(bytes: Uint8Array, seed = 1, name = ''): Promise<WriteResult> {
  const format = formatOf(name, bytes);
  const file = await format.read(bytes);
  return write(format, bytes, file, (block) => pseudoTranslate(block.content, seed));
}

/** Reads a file and writes it with nothing changed. Throws AdaptaError. */
export async function roundtripFile(bytes: Uint8Array, name = ''): Promise<WriteResult> {
  const format = formatOf(name, bytes);
  return write(format, bytes, await format.read(bytes), (block) => block.content);
}

function write(
  format: Format,
  skeleton: Uint8Array,
  file: ReadFile,
  change: (block: ReadBlock) => Content,
): Promise<WriteResult> {
  return format.write({
    skeleton,
    containers: containersOf(file, change),
    omit: [],
    locate: (id) => ({ file: 'skeleton', id }),
    strip: false,
  });
}

/** Every block as a unit of its own, by container. */
function containersOf({ blocks }: ReadFile, change: (block: ReadBlock) => Content): readonly WriteContainer[] {
  const containers = new Map<string, WriteContainer['units'][number][]>();
  for (const block of blocks) {
    const { anchor, container, kind, level } = block;
    const units = containers.get(container) ?? [];
    containers.set(container, units);
    units.push({ anchors: [anchor], kind, ...(level === undefined ? {} : { level }), content: change(block) });
  }
  return [...containers].map(([container, units]) => ({ container, units }));
}
