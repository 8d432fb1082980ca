import type { PDFDocumentProxy } from 'pdfjs-dist';
import { textRun } from '#shared/model/content.ts';
import { AdaptaError } from '#shared/model/errors.ts';
import { Tally } from '../common/tally.ts';
import type { ReadBlock, ReadFile } from '../format.ts';
import { inReadingOrder } from './columns.ts';
import { linesOf } from './lines.ts';
import type { Found, Line, PageText, Piece } from './model.ts';
import { openPdf } from './open.ts';
import { bareTitle, paragraphsOf, type Sizes } from './paragraphs.ts';
import { withoutRunning } from './running.ts';
import { TagReader, type StructNode } from './tagged.ts';

/** Pieces of text of a whole file; a page that draws each letter twice a thousand times is made to break readers. */
const MAX_PIECES = 2_000_000;
/** Tags that reach less of the text than this are not relied on. */
const TRUSTED = 0.8;

/**
 * Reads the text of a PDF to be had beside one's work: by its tags where it has such, else by where the letters stand.
 * Throws notThisFormat, encrypted, truncated, fileTooLarge, tooManyNodes, cancelled.
 */
export async function readPdf(bytes: Uint8Array, signal?: AbortSignal): Promise<ReadFile> {
  const document = await openPdf(bytes);
  try {
    const tally = new Tally('pdf');
    tally.note('referenceOnly');
    const found = await foundIn(document, tally, signal);
    await inspect(document, tally);
    const blocks = blocksOf(joinPages(found));
    if (blocks.length === 0) tally.note('scanned');
    for (const block of blocks) tally.countBlock(block);
    const language = await languageOf(document);
    return {
      format: 'pdf',
      blocks,
      ...(language === undefined ? {} : { language }),
      report: tally.report(bytes.length),
    };
  } catch (error) {
    if (error instanceof AdaptaError) throw error;
    throw new AdaptaError('truncated', { part: 'pdf' }, { cause: error });
  } finally {
    await document.loadingTask.destroy();
  }
}

async function foundIn(
  document: PDFDocumentProxy,
  tally: Tally,
  signal: AbortSignal | undefined,
): Promise<readonly Found[]> {
  const isMarked = saysMarked(await document.getMarkInfo());
  const tags = new TagReader();
  const pages: PageText[] = [];
  let [count, reached, marked] = [0, 0, 0];
  for (let number = 1; number <= document.numPages; number++) {
    if (signal?.aborted === true) throw new AdaptaError('cancelled');
    const page = await document.getPage(number);
    const { pieces, width, height } = await textOf(page);
    count += pieces.length;
    if (count > MAX_PIECES) throw new AdaptaError('tooManyNodes', { part: 'pdf' });
    pages.push({ pieces, width, height });
    const tree = isMarked ? ((await page.getStructTree()) as StructNode | null) : null;
    const letters = pieces.reduce((sum, { text }) => sum + text.length, 0);
    marked += letters;
    if (tree !== null) reached += tags.read(tree, pieces) * letters;
    page.cleanup();
  }
  if (tags.found.length > 0 && reached >= marked * TRUSTED) {
    tally.tables = tags.tables;
    tally.images = tags.images;
    if (tags.contents > 0) tally.note('tableOfContents');
    return tags.found;
  }
  tally.note('readingOrder');
  return byPlace(pages, await outlineOf(document), tally);
}

/** The library's types promise an object, its code gives a map. */
function saysMarked(info: unknown): boolean {
  const said = info instanceof Map ? (info.get('Marked') as unknown) : (info as { Marked?: unknown } | null)?.Marked;
  return said === true;
}

interface Readable {
  getTextContent(options: { includeMarkedContent: boolean }): Promise<{ items: readonly object[] }>;
  getViewport(options: { scale: number }): { width: number; height: number };
}

async function textOf(page: Readable): Promise<PageText> {
  const { items } = await page.getTextContent({ includeMarkedContent: true });
  const { width, height } = page.getViewport({ scale: 1 });
  const pieces: Piece[] = [];
  const marks: (string | undefined)[] = [];
  for (const item of items as readonly Record<string, unknown>[]) {
    if (typeof item['str'] === 'string') {
      const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = item['transform'] as readonly number[];
      const isUpright = Math.abs(b) <= Math.abs(a) * 0.1;
      const mark = marks.findLast((each) => each !== undefined);
      if (isUpright && item['str'] !== '') {
        const size = Math.hypot(c, d);
        pieces.push({
          text: item['str'],
          x,
          y,
          width: item['width'] as number,
          size,
          ...(mark === undefined ? {} : { mark }),
        });
      }
    } else if (item['type'] === 'endMarkedContent') marks.pop();
    else marks.push(typeof item['id'] === 'string' ? item['id'] : undefined);
  }
  return { pieces, width, height };
}

/** Blocks by where the letters stand: running lines out, columns in order, headings by size and by the outline. */
function byPlace(pages: readonly PageText[], outline: ReadonlyMap<string, number>, tally: Tally): readonly Found[] {
  const parted = withoutRunning(pages.map(({ pieces, height }) => ({ lines: linesOf(pieces), height })));
  const sizes = sizesOf(parted.pages.flat(), outline);
  const texts = parted.pages.map((lines) => {
    if (!isContents(lines)) return lines;
    tally.note('tableOfContents');
    return lines.filter(
      ({ size, text }) => !LEADER.test(text) && sizes.headings.some((each) => Math.abs(each - size) < 0.6),
    );
  });
  const body = texts.flatMap((lines) => inReadingOrder(lines).flatMap((column) => paragraphsOf(column, sizes)));
  return [...body, ...running('header', parted.header), ...running('footer', parted.footer)];
}

const LEADER = /(?:\. ?){5,}/u;

function running(kind: 'header' | 'footer', texts: readonly string[]): readonly Found[] {
  return texts.map((text) => ({ text, kind, container: `${kind}:1` }));
}

/** A page of a table of contents, which whoever makes the file anew writes anew: dots lead from titles to pages. */
function isContents(lines: readonly Line[]): boolean {
  return lines.filter(({ text }) => LEADER.test(text)).length >= 5;
}

function sizesOf(lines: readonly Line[], outline: ReadonlyMap<string, number>): Sizes {
  const letters = new Map<number, number>();
  for (const { size, text } of lines) {
    const rounded = Math.round(size * 2) / 2;
    letters.set(rounded, (letters.get(rounded) ?? 0) + text.length);
  }
  const body = [...letters].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
  const headings = [...letters.keys()].filter((size) => size > body * 1.12).toSorted((a, b) => b - a);
  return { body, headings, outline };
}

interface OutlineItem {
  readonly title: string;
  readonly items: readonly OutlineItem[];
}

async function outlineOf(document: PDFDocumentProxy): Promise<ReadonlyMap<string, number>> {
  const depths = new Map<string, number>();
  const walk = (items: readonly OutlineItem[], depth: number): void => {
    for (const { title, items: inner } of items) {
      const key = bareTitle(title);
      if (key !== '' && !depths.has(key) && depths.size < 5000) depths.set(key, Math.min(6, depth));
      if (depth < 12) walk(inner, depth + 1);
    }
  };
  walk((await document.getOutline()) ?? [], 1);
  return depths;
}

async function inspect(document: PDFDocumentProxy, tally: Tally): Promise<void> {
  if (await document.hasJSActions()) tally.note('activeContent', 'JavaScript');
  const attached = ((await document.getAttachments()) ?? {}) as Readonly<Record<string, unknown>>;
  for (const name of Object.keys(attached).slice(0, 20)) tally.note('nestedArchive', name.slice(-120));
}

async function languageOf(document: PDFDocumentProxy): Promise<string | undefined> {
  const { info } = await document.getMetadata();
  const language = (info as { readonly Language?: unknown }).Language;
  return typeof language === 'string' && /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/iu.test(language) ? language : undefined;
}

/** A paragraph a page's end cut in two is one. */
function joinPages(found: readonly Found[]): readonly Found[] {
  const out: Found[] = [];
  for (const block of found) {
    const last = out.at(-1);
    const isCut =
      last !== undefined &&
      last.container === block.container &&
      last.kind === block.kind &&
      (block.kind === 'paragraph' || block.kind === 'listItem') &&
      block.label === undefined &&
      /[\p{Ll},–-]$/u.test(last.text) &&
      /^\p{Ll}/u.test(block.text);
    if (isCut)
      out[out.length - 1] = {
        ...last,
        text: /\p{L}-$/u.test(last.text) ? last.text.slice(0, -1) + block.text : `${last.text} ${block.text}`,
      };
    else out.push(block);
  }
  return out;
}

function blocksOf(found: readonly Found[]): readonly ReadBlock[] {
  return found.map(({ text, kind, level, label, container }, index) => ({
    anchor: `p${index + 1}`,
    story: container.startsWith('altText') ? 'altText' : (container.split('/')[0] ?? container),
    container,
    kind,
    ...(level === undefined ? {} : { level }),
    ...(label === undefined ? {} : { label }),
    content: [textRun(text)],
  }));
}
