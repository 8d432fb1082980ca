import { bundleText } from '#main/bundles/text.ts';
import type { ExportFinding } from '#shared/contract/exports.ts';
import { AdaptaError } from '#shared/model/errors.ts';
import type { ServiceDeps } from './deps.ts';
import { exportOrder, type ExportOrder } from './export-order.ts';
import { needDocument, toolkitOf } from './library-commands.ts';
import { readSteadily } from './slices.ts';

export interface ExportedDocument {
  readonly bytes: Uint8Array;
  readonly findings: readonly ExportFinding[];
}

/** Writes a document as a file of its own format. Throws what the format throws, unknownDocument, workspaceDamaged. */
export async function documentFile(
  deps: Pick<ServiceDeps, 'store' | 'office'>,
  id: string,
  participants: boolean,
  signal?: AbortSignal,
): Promise<ExportedDocument & { format: string; language: string; title: string }> {
  const { store, office } = deps;
  const document = needDocument(store, id);
  const language = toolkitOf(store, document).targetLanguage;
  const wish = await readSteadily(store, () => exportOrder(store, id, { language, participants }), signal);
  const skeleton = await store.files.get(wish.files.skeleton);
  const donor = wish.files.donor === null ? {} : { donor: await store.files.get(wish.files.donor) };
  const { bytes, findings } = await office.write({ ...wish.order, skeleton, ...donor }, signal);
  return {
    bytes,
    findings: [...findings, ...findingsOf(wish, store.units.openFindings(id))],
    format: wish.order.format,
    language,
    title: document.title,
  };
}

/** Prints a written document. Throws printUnavailable when nobody here can print, printFailed. */
export async function printFile(
  { office, print }: Pick<ServiceDeps, 'office' | 'print'>,
  file: { bytes: Uint8Array; format: string; language: string; title: string },
  signal?: AbortSignal,
): Promise<Uint8Array> {
  if (print === null) throw new AdaptaError('printUnavailable');
  const { title, language, format } = file;
  const notesTitle = bundleText(language).print.notes;
  const { html, ...options } = await office.layOut(format, file.bytes, { title, language, notesTitle }, signal);
  return await print.print(html, options, signal);
}

function findingsOf({ units, untranslated, leftOut }: ExportOrder, openFindings: number): readonly ExportFinding[] {
  const open = units.filter((unit) => unit.status !== 'approved' && unit.mode !== 'omitted').length;
  const counts: readonly (readonly [ExportFinding['code'], number])[] = [
    ['untranslatedLeft', untranslated],
    ['notApproved', open],
    ['openFindings', openFindings],
    ['leftOutByProfile', leftOut],
  ];
  return counts
    .filter(([, count]) => count > 0)
    .map(([code, count]) => ({ code, params: { count, of: units.length } }));
}
