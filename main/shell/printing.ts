/** HTML → PDF by Chromium, in a hidden window that runs no script and reaches nothing. */
import { randomUUID } from 'node:crypto';
import { BrowserWindow, type Margins, session as sessions } from 'electron';
import type { PrintOptions } from '#shared/contract/control.ts';
import { PRINT_ORIGIN } from './places.ts';
import { servePrints } from './protocol.ts';

const LIMIT = 180_000;
const MM_PER_INCH = 25.4;

const pages = new Map<string, string>();
let serving = false;

/**
 * Prints a page. Page size and margins come from its `@page` rules; the PDF is tagged and has an outline from its headings.
 * Rejects when Chromium cannot, or after three minutes.
 */
export async function printHtml(html: string, options: PrintOptions): Promise<Uint8Array> {
  const id = randomUUID();
  pages.set(id, html);
  const session = sessions.fromPartition('print');
  if (!serving) servePrints(session, (name) => pages.get(name));
  serving = true;
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      session,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      javascript: false,
      spellcheck: false,
      backgroundThrottling: false,
    },
  });
  try {
    return await withLimit(load(window, id, options));
  } finally {
    pages.delete(id);
    window.destroy();
  }
}

async function load(window: BrowserWindow, id: string, options: PrintOptions): Promise<Uint8Array> {
  await window.loadURL(`${PRINT_ORIGIN}/${id}`);
  const { headerTemplate, footerTemplate, margins } = options;
  return window.webContents.printToPDF({
    preferCSSPageSize: true,
    printBackground: true,
    generateTaggedPDF: true,
    generateDocumentOutline: true,
    displayHeaderFooter: headerTemplate !== undefined || footerTemplate !== undefined,
    // An absent template would print Chromium's own: date, title, address.
    headerTemplate: headerTemplate ?? '<span></span>',
    footerTemplate: footerTemplate ?? '<span></span>',
    ...(margins === undefined ? {} : { margins: inches(margins) }),
  });
}

function inches({ top = 0, bottom = 0, left = 0, right = 0 }: NonNullable<PrintOptions['margins']>): Margins {
  return { top: top / MM_PER_INCH, bottom: bottom / MM_PER_INCH, left: left / MM_PER_INCH, right: right / MM_PER_INCH };
}

async function withLimit<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('printing took too long')), LIMIT);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}
