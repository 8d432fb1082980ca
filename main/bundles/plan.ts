import { NAME_LENGTHS, NameBook, QUIET_CHANGES, safeName } from './names.ts';
import { bundleText } from './text.ts';
import type {
  BundleDocumentInfo,
  BundlePlan,
  BundleProfile,
  BundleRequest,
  LeftOutCode,
  PlannedFile,
  PlanWarning,
} from './types.ts';

/** A document that goes in, with the places of its files relative to `data/`. */
export interface Placed<D extends BundleDocumentInfo> {
  readonly document: D;
  readonly folder: string;
  readonly file: string;
  /** Null where nothing prints. */
  readonly pdf: string | null;
}

export interface PlacedModule<D extends BundleDocumentInfo> {
  readonly number?: string;
  readonly title: string;
  readonly documents: readonly Placed<D>[];
}

export interface Layout<D extends BundleDocumentInfo> {
  /** Folder inside the zip. */
  readonly name: string;
  readonly modules: readonly PlacedModule<D>[];
  /** Name of the adaptation report in `data/`. */
  readonly report: string;
  readonly notice: string;
  /** Name of the page at the top that leads to the index. */
  readonly opening: string;
  readonly leftOut: BundlePlan['leftOut'];
  readonly warnings: readonly PlanWarning[];
}

/** Measured on the sample: a page of PDF is about 350 words and 9 kB, on top of 40 kB of fonts. */
const PDF_BASE = 40_000;
const PDF_PER_WORD = 26;
const INDEX_SIZE = 6_000;
const REPORT_PER_UNIT = 1_400;
const MANIFESTS_SIZE = 4_000;

/** Why a document does not go into a bundle of this profile; null when it does. */
export function leftOutBecause(document: BundleDocumentInfo, profile: BundleProfile): LeftOutCode | null {
  if (document.referenceOnly) return 'referenceOnly';
  if (profile === 'facilitator') return null;
  if (document.kind === 'facilitatorGuide') return 'facilitatorGuide';
  const units = Object.values(document.modes).reduce((sum, count) => sum + count, 0);
  return units > 0 && document.facilitatorUnits >= units ? 'facilitatorOnly' : null;
}

/** Compares module numbers as paths of numbers: 2.9 before 2.10. No number: last. */
export function compareModuleNumbers(a: string | undefined, b: string | undefined): number {
  if (a === undefined || b === undefined) return (a === undefined ? 1 : 0) - (b === undefined ? 1 : 0);
  const [left, right] = [a.split('.'), b.split('.')];
  for (let index = 0; index < Math.max(left.length, right.length); index += 1) {
    const order = (left[index] ?? '').localeCompare(right[index] ?? '', 'en', { numeric: true });
    if (order !== 0) return order;
  }
  return 0;
}

/** Decides what goes in and under which names. `canPrint`: whether each document has a PDF. */
export function layOut<D extends BundleDocumentInfo>(
  request: BundleRequest<D>,
  canPrint: (document: D) => boolean,
): Layout<D> {
  const text = bundleText(request.language);
  const kept = request.documents.filter((document) => leftOutBecause(document, request.profile) === null);
  const warnings: PlanWarning[] = kept.flatMap((document) => documentWarnings(document));
  const leftOut = request.documents.flatMap((document) => {
    const code = leftOutBecause(document, request.profile);
    return code === null ? [] : [{ document: document.id, code }];
  });
  const book = new NameBook();
  const modules = groupByModule(kept).map(([first, documents], moduleIndex): PlacedModule<D> => {
    const title = first.moduleTitle ?? text.names.otherDocuments;
    const wanted = [first.moduleNumber, title]
      .filter((part, at, all) => part !== undefined && all.indexOf(part) === at)
      .join(' ');
    const folder = book.claim('', safeName(wanted, `${moduleIndex + 1}`, NAME_LENGTHS.module).name, '');
    const width = String(documents.length).length;
    const placed = documents.map((document, index): Placed<D> => {
      const safe = safeName(document.title, text.names.untitled, NAME_LENGTHS.document);
      const told = safe.changes.filter((change) => !QUIET_CHANGES.has(change));
      if (told.length > 0)
        warnings.push({ code: 'nameChanged', document: document.id, params: { why: told.join(' '), name: safe.name } });
      const name = book.claim(folder, `${String(index + 1).padStart(Math.max(2, width), '0')} ${safe.name}`, '');
      return {
        document,
        folder,
        file: `${folder}/${name}.${document.extension}`,
        pdf: canPrint(document) ? `${folder}/${name}.pdf` : null,
      };
    });
    return { ...(first.moduleNumber === undefined ? {} : { number: first.moduleNumber }), title, documents: placed };
  });
  const noPdf = kept
    .filter((document) => !canPrint(document))
    .map(({ id }) => ({ document: id, code: 'noPdf' as const }));
  return {
    name: bundleName(request),
    modules,
    report: `${text.names.report}.html`,
    notice: `${text.names.notice}.txt`,
    opening: `${text.names.open}.html`,
    leftOut: [...leftOut, ...noPdf],
    warnings: [...warnings, ...repeatedTitles(kept)],
  };
}

/** `2026-03-07 Gobierno digital - facilitación`: sorts by date among other workshops, and tells the two profiles apart. */
function bundleName({ workshop, profile, language }: BundleRequest<BundleDocumentInfo>): string {
  const text = bundleText(language).names;
  const ending = ` - ${text[profile]}`;
  const room = NAME_LENGTHS.bundle - workshop.date.length - 1 - ending.length;
  const title = safeName(workshop.title, text.folder, room).name;
  return safeName(`${workshop.date} ${title}${ending}`, text.folder, NAME_LENGTHS.bundle).name;
}

function groupByModule<D extends BundleDocumentInfo>(documents: readonly D[]): readonly (readonly [D, readonly D[]])[] {
  const groups = Map.groupBy(
    documents,
    ({ moduleNumber, moduleTitle }) => `${moduleNumber ?? ''}\n${moduleTitle ?? ''}`,
  );
  return [...groups.values()]
    .flatMap((group): readonly (readonly [D, readonly D[]])[] => (group[0] === undefined ? [] : [[group[0], group]]))
    .toSorted(([a], [b]) => compareModuleNumbers(a.moduleNumber, b.moduleNumber));
}

function documentWarnings(document: BundleDocumentInfo): readonly PlanWarning[] {
  const units = Object.values(document.statuses).reduce((sum, count) => sum + count, 0);
  const open = units - document.statuses.approved;
  const missing = document.toolkit.permission?.trim() ? 0 : 1;
  const warnings: readonly (readonly [PlanWarning['code'], number])[] = [
    ['notApproved', open],
    ['openFindings', document.openFindings],
    ['noPermission', missing],
  ];
  return warnings
    .filter(([, count]) => count > 0)
    .map(([code, count]) => ({
      code,
      document: document.id,
      params: code === 'noPermission' ? {} : { count, of: units },
    }));
}

function repeatedTitles(documents: readonly BundleDocumentInfo[]): readonly PlanWarning[] {
  const groups = Map.groupBy(
    documents,
    ({ moduleNumber, title }) => `${moduleNumber ?? ''}\n${title.normalize('NFC').toLowerCase()}`,
  );
  return [...groups.values()]
    .filter(({ length }) => length > 1)
    .flatMap((group) => group.slice(1))
    .map(({ id, title }) => ({ code: 'duplicateTitle', document: id, params: { title } }));
}

/** What the bundle will hold, before it is made: nothing is rendered, sizes are guesses. */
export function planBundle(
  request: BundleRequest<BundleDocumentInfo>,
  canPrint: (document: BundleDocumentInfo) => boolean = () => true,
): BundlePlan {
  const layout = layOut(request, canPrint);
  const placed = layout.modules.flatMap(({ documents }) => documents);
  const files: PlannedFile[] = placed.flatMap(({ document, file, pdf }) => {
    const own: PlannedFile = {
      path: `data/${file}`,
      role: 'document',
      document: document.id,
      size: document.skeletonBytes,
    };
    const size = PDF_BASE + PDF_PER_WORD * document.words;
    return pdf === null ? [own] : [own, { path: `data/${pdf}`, role: 'pdf', document: document.id, size }];
  });
  const changed = placed.reduce((sum, { document: { modes } }) => sum + modes.adapted + modes.added + modes.omitted, 0);
  const detail = request.profile === 'facilitator' ? REPORT_PER_UNIT * changed : 0;
  files.push(
    { path: `data/${layout.report}`, role: 'report', size: INDEX_SIZE + detail },
    { path: `data/${layout.notice}`, role: 'notice', size: 1000 },
    { path: 'data/index.html', role: 'index', size: INDEX_SIZE },
    { path: 'manifest-sha256.txt', role: 'manifest', size: MANIFESTS_SIZE },
  );
  const size = files.reduce((sum, file) => sum + file.size + 100 + 2 * file.path.length, 0);
  return { name: layout.name, files, size, leftOut: layout.leftOut, warnings: layout.warnings };
}
