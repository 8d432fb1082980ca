/** The half of the library that parses, in a thread which may neither fetch nor evaluate (main/shell/protocol.ts, INERT_POLICY). */
import 'pdfjs-dist/build/pdf.worker.min.mjs';
