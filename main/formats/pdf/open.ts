import type * as pdfjs from 'pdfjs-dist';
import { AdaptaError } from '#shared/model/errors.ts';

/** Pages of the longest book worth having beside one's work. */
const MAX_PAGES = 3000;
const MAX_BYTES = 256_000_000;

/**
 * Opens a PDF for reading text, in this very thread: nothing of it is run, drawn or fetched. Throws notThisFormat,
 * encrypted, truncated, fileTooLarge. The caller destroys what it is given.
 */
export async function openPdf(bytes: Uint8Array): Promise<pdfjs.PDFDocumentProxy> {
  if (bytes.length > MAX_BYTES) throw new AdaptaError('fileTooLarge', { bytes: bytes.length });
  if (!Buffer.from(bytes.subarray(0, 1024)).toString('latin1').includes('%PDF-')) {
    throw new AdaptaError('notThisFormat', { format: 'pdf' });
  }
  const { getDocument, PasswordException, VerbosityLevel } = await library();
  const task = getDocument({
    // A copy: the library takes what it is given away.
    data: new Uint8Array(bytes),
    useSystemFonts: false,
    disableFontFace: true,
    useWorkerFetch: false,
    useWasm: false,
    enableXfa: false,
    stopAtErrors: false,
    verbosity: VerbosityLevel.ERRORS,
  });
  try {
    const document = await task.promise;
    if (document.numPages > MAX_PAGES) {
      await document.loadingTask.destroy();
      throw new AdaptaError('fileTooLarge', { pages: document.numPages });
    }
    return document;
  } catch (error) {
    if (error instanceof AdaptaError) throw error;
    if (error instanceof PasswordException) throw new AdaptaError('encrypted', {}, { cause: error });
    throw new AdaptaError('truncated', { part: 'pdf' }, { cause: error });
  }
}

async function library(): Promise<typeof pdfjs> {
  const scope: { pdfjsWorker?: unknown } = globalThis as object;
  // Told where its other half is, the library starts no worker from a file a bundle does not have.
  scope.pdfjsWorker ??= await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
  return await import('pdfjs-dist/legacy/build/pdf.mjs');
}
