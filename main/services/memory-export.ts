import { plain, type Content } from '#shared/model/content.ts';
import { fromPlainText } from '#shared/model/plain-text.ts';
import { writeSafely } from '#main/bundles/safe-write.ts';
import type { NewTmxUnit } from '#main/formats/tmx/write.ts';
import { writeTmx } from '#main/formats/tmx/write.ts';
import type { StoredEntry } from '#main/store/memory/entries.ts';
import type { StoredMemory } from '#main/store/memory/memories.ts';
import type { TaskContext } from './memory-tasks.ts';

const NO_CODES = new Map<number, never>();

/** Writes a memory as TMX 1.4b, entry by entry. Throws what writeSafely throws. */
export async function exportMemory(
  path: string,
  memory: StoredMemory,
  version: string,
  entries: AsyncIterable<StoredEntry>,
  { signal, progress }: TaskContext,
): Promise<{ bytes: number; entries: number }> {
  let count = 0;
  const units = async function* (): AsyncGenerator<NewTmxUnit> {
    for await (const entry of entries) {
      yield unitOf(entry, memory);
      count += 1;
      if (count % 1000 === 0) progress?.({ done: count, progress: Math.min(1, count / memory.entries) });
    }
  };
  const header = {
    version: '1.4',
    tool: 'Adapta',
    toolVersion: version,
    segmentation: 'block',
    memoryFormat: 'adapta',
    adminLanguage: 'en',
    sourceLanguage: memory.sourceLanguage,
    dataType: 'plaintext',
    properties: [],
    notes: [],
  };
  const written = await writeSafely(
    path,
    async (sink) => {
      for await (const piece of writeTmx(header, units())) await sink.write(piece);
    },
    signal === undefined ? {} : { signal },
  );
  return { bytes: written.size, entries: count };
}

function unitOf({ source, target, origin, detail }: StoredEntry, memory: StoredMemory): NewTmxUnit {
  const facts = { properties: [], notes: [] };
  const properties = Object.entries({
    'x-document': origin.documentTitle,
    'x-mode': origin.mode ?? '',
    'x-status': origin.status ?? '',
    'x-municipality': origin.municipality,
    'x-context': detail?.context ?? '',
  }).flatMap(([type, value]) => (value === '' ? [] : [{ type, value }]));
  return {
    notes: [],
    properties,
    ...(origin.at === '' ? {} : { changed: origin.at }),
    ...(origin.author === '' ? {} : { changer: origin.author }),
    variants: [
      { language: memory.sourceLanguage, content: contentOf(source), codes: NO_CODES, ...facts },
      { language: memory.targetLanguage, content: contentOf(target), codes: NO_CODES, ...facts },
    ],
  };
}

/** Placeholders of plain text as codes that stand alone. */
function contentOf(text: string): Content {
  if (!text.includes('⟦')) return plain(text);
  const ids = new Set(Array.from(text.matchAll(/⟦(-?\d+)⟧/gu), ([, id]) => Number(id)));
  const known = Array.from(ids, (placeholder) => ({ placeholder, kind: 'object' as const, label: '' }));
  const read = fromPlainText(text, known);
  return 'content' in read ? read.content : plain(text);
}
