import type { AdaptationEntry, BundleDocument, BundleDocumentInfo } from '#main/bundles/types.ts';
import type { BundleProfile, ExportFinding } from '#shared/contract/exports.ts';
import { fromBlocks, isText, EMPTY, type Content } from '#shared/model/content.ts';
import { writtenExtension } from '#shared/model/written-extension.ts';
import type { UnitRecord } from '#shared/model/unit.ts';
import type { StoredBlock } from '#main/store/queries/blocks.ts';
import type { Store } from '#main/store/store.ts';
import type { ServiceDeps } from './deps.ts';
import { documentFile, printFile } from './export-document.ts';
import { filesOf } from './export-order.ts';
import { needDocument, needModule, needToolkit } from './library-commands.ts';
import { readSteadily, type Steps } from './slices.ts';
import { blocksOf, unitsInOrder } from './units.ts';

/** What a bundle's plan needs to know of a document. Throws unknownDocument. */
export function* bundleInfo(store: Store, id: string): Steps<BundleDocumentInfo> {
  const document = needDocument(store, id);
  const module = needModule(store, document.module);
  const toolkit = needToolkit(store, module.toolkit);
  const units = yield* unitsInOrder(store, id);
  const { skeleton } = filesOf(store, id);
  return {
    id,
    kind: document.kind,
    title: document.title,
    moduleNumber: module.number,
    moduleTitle: module.title,
    language: toolkit.targetLanguage,
    toolkit: { name: toolkit.name, publisher: toolkit.publisher, permission: toolkit.permission },
    modes: count(units, ['faithful', 'adapted', 'added', 'omitted'], (unit) => unit.mode),
    statuses: count(units, ['untranslated', 'draft', 'translated', 'reviewed', 'approved'], (unit) => unit.status),
    facilitatorUnits: units.filter((unit) => unit.audience === 'facilitator').length,
    openFindings: store.units.openFindings(id),
    extension: writtenExtension(skeleton.name, skeleton.format),
    referenceOnly: skeleton.report.notes.some(({ code }) => code === 'referenceOnly'),
    skeletonBytes: store.files.size(skeleton.sha256),
    words: store.units.words(id),
  };
}

function count<Key extends string>(
  units: readonly UnitRecord[],
  keys: readonly Key[],
  keyOf: (unit: UnitRecord) => Key,
): Readonly<Record<Key, number>> {
  const counts = Object.fromEntries(keys.map((key) => [key, 0])) as Record<Key, number>;
  for (const unit of units) counts[keyOf(unit)] += 1;
  return counts;
}

/**
 * A document with the means to make its files. What writing finds is handed to `onFinding`. A PDF is made from the
 * file written just before, so both say the same.
 */
export async function bundleDocument(
  deps: ServiceDeps,
  id: string,
  profile: BundleProfile,
  onFinding: (finding: ExportFinding) => void,
): Promise<BundleDocument> {
  const { store } = deps;
  const info = await readSteadily(store, () => bundleInfo(store, id));
  let written: ReturnType<typeof documentFile> | null = null;
  const write = async (signal?: AbortSignal): ReturnType<typeof documentFile> => {
    written ??= documentFile(deps, id, profile === 'participants', signal);
    return await written;
  };
  const file = async (signal?: AbortSignal): Promise<Uint8Array> => {
    const { bytes, findings } = await write(signal);
    for (const finding of findings) onFinding({ ...finding, params: { ...finding.params, document: info.title } });
    return bytes;
  };
  const pdf = async (signal?: AbortSignal): Promise<Uint8Array> => await printFile(deps, await write(signal), signal);
  const adaptations = await readSteadily(store, () => adaptationsOf(store, id));
  return { ...info, adaptations, file, ...(deps.print === null ? {} : { pdf }) };
}

/** Units that are not faithful, in reading order. */
function* adaptationsOf(store: Store, document: string): Steps<readonly AdaptationEntry[]> {
  const blocks = yield* blocksOf(store, document);
  const units = yield* unitsInOrder(store, document);
  return units.flatMap((unit): AdaptationEntry[] => {
    const { id, kind, mode, audience, adaptation } = unit;
    if (mode === 'faithful') return [];
    return [
      {
        unit: id,
        kind,
        mode,
        audience,
        source: textOfBlocks(unit.source, blocks),
        received: textOfBlocks(unit.received, blocks),
        target: mode === 'omitted' ? '' : labelled(unit.content),
        ...adaptation,
      },
    ];
  });
}

function textOfBlocks(ids: readonly string[], blocks: ReadonlyMap<string, StoredBlock>): string {
  return labelled(fromBlocks(ids.map((id) => blocks.get(id)?.content ?? EMPTY)));
}

/** Plain text for readers of a report: placeholders as their labels. */
function labelled(content: Content): string {
  return content.map((run) => (isText(run) ? run.text : run.label)).join('');
}
