declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs' {
  /** What the library asks of its other half when both run in one thread. */
  export const WorkerMessageHandler: unknown;
}
