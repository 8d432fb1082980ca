import type { PageSize } from '../file-layout.ts';
import { descendants, type XmlElement } from '../package/xml.ts';
import { millimetres } from './measures.ts';
import type { OdfModel, OdfPart } from './model.ts';
import { runningTexts } from './running.ts';

export interface PageFacts {
  readonly page: PageSize;
  /** Stories of the ordinary header and footer, as containers. */
  readonly running: { readonly header?: string; readonly footer?: string };
  /** Where the pages are numbered. */
  readonly numbered?: 'header' | 'footer';
}

/** What a page layout that says nothing is taken for. */
const A4 = { width: 210, height: 297, margin: 20 } as const;
const PAGE_NUMBER = new Set(['text:page-number']);

/** The page the body begins on: the first master page a paragraph names, else the standard one, else the first. */
function masterPage(styles: OdfPart, model: OdfModel): XmlElement | undefined {
  const pages = (styles.root.child('office:master-styles')?.children ?? []).filter(
    ({ name }) => name === 'style:master-page',
  );
  const named = (name: string | undefined): XmlElement | undefined =>
    pages.find(({ attributes }) => attributes['style:name'] === name);
  const used = pages.filter((page) => isUsed(page, model));
  return named('Standard') ?? used[0] ?? pages[0];
}

function isUsed({ attributes }: XmlElement, { parts }: OdfModel): boolean {
  const name = attributes['style:name'] ?? '';
  return [...parts.values()].some((part) => part.text.includes(`master-page-name="${name}"`));
}

function sizeOf(page: XmlElement | undefined, styles: OdfPart | undefined): PageSize {
  const layout = styles?.scope.get('page-layout', page?.attributes['style:page-layout-name'])?.element;
  const said = layout?.child('style:page-layout-properties')?.attributes ?? {};
  const all = millimetres(said['fo:margin']);
  const margin = (side: string): number => millimetres(said[`fo:margin-${side}`]) ?? all ?? A4.margin;
  return {
    width: millimetres(said['fo:page-width']) ?? A4.width,
    height: millimetres(said['fo:page-height']) ?? A4.height,
    margins: { top: margin('top'), right: margin('right'), bottom: margin('bottom'), left: margin('left') },
  };
}

/** The page most of a document has, with its header and footer. */
export function readPage(model: OdfModel): PageFacts {
  const styles = model.source.styles === undefined ? undefined : model.parts.get(model.source.styles.name);
  if (styles === undefined) return { page: sizeOf(undefined, undefined), running: {} };
  const page = masterPage(styles, model);
  const running: { header?: string; footer?: string } = {};
  let numbered: 'header' | 'footer' | undefined;
  for (const { element, kind, page: owner, story } of runningTexts(styles.root)) {
    if (owner !== page || running[kind] !== undefined) continue;
    running[kind] = story;
    if ([...descendants(element, PAGE_NUMBER)].length > 0) numbered = kind;
  }
  return { page: sizeOf(page, styles), running, ...(numbered === undefined ? {} : { numbered }) };
}
