/** Draws pages of a PDF small. Loaded when there is one: the library is larger than the rest of the editor. */
import { AnnotationMode, getDocument, PDFWorker, VerbosityLevel, type PDFDocumentProxy } from 'pdfjs-dist';

/** As everywhere, a picture larger than this is not decoded (trust.md, "Files from strangers"). */
const MAX_IMAGE_PIXELS = 40_000_000;

export interface Pages {
  readonly count: number;
  /** Page 1, 2, 3 … as a picture `width` dots wide. */
  draw(page: number, width: number): Promise<Blob>;
  close(): void;
}

/** Opens a PDF, which is taken away from the caller. Throws what the library throws when it is none. */
export async function openPages(pdf: Uint8Array): Promise<Pages> {
  const thread = new Worker(new URL('pdf-worker.ts', import.meta.url), { type: 'module' });
  const worker = new PDFWorker({ port: thread as unknown as null, verbosity: VerbosityLevel.ERRORS });
  const task = getDocument({
    data: pdf,
    worker,
    verbosity: VerbosityLevel.ERRORS,
    // Letters are drawn as shapes: no font of a stranger's file reaches the browser, nothing is fetched.
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    disableWorkerRendering: true,
    maxImageSize: MAX_IMAGE_PIXELS,
  });
  const close = (): void => {
    void task.destroy();
    worker.destroy();
    thread.terminate();
  };
  try {
    const document = await task.promise;
    return { count: document.numPages, draw: async (page, width) => await draw(document, page, width), close };
  } catch (error) {
    close();
    throw error;
  }
}

async function draw(document: PDFDocumentProxy, number: number, width: number): Promise<Blob> {
  const page = await document.getPage(number);
  try {
    const scale = width / page.getViewport({ scale: 1 }).width;
    const viewport = page.getViewport({ scale });
    const canvas = new OffscreenCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
    const canvasContext = canvas.getContext('2d', { alpha: false }) as unknown as CanvasRenderingContext2D;
    await page.render({ canvas: null, canvasContext, viewport, annotationMode: AnnotationMode.DISABLE }).promise;
    return await canvas.convertToBlob();
  } finally {
    page.cleanup();
  }
}
