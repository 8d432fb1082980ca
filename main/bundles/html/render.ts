import type { FlowPart } from '#main/formats/file-layout.ts';
import { textOf } from '#shared/model/content.ts';
import { asideHtml, containerHtml } from './blocks.ts';
import { escapeHtml, idOf } from './escape.ts';
import { Flow } from './flow.ts';
import { imageHtml } from './inline.ts';
import { runningHtml } from './running.ts';
import { sanePage, styleSheet } from './style.ts';
import type { PrintOutput, PrintRequest } from './types.ts';

const FONTS = '/fonts/noto-sans.css';

/** Scripts written from right to left (Unicode, right-to-left letters) of the languages a toolkit may come in. */
const RIGHT_TO_LEFT = new Set(['ar', 'dv', 'fa', 'he', 'ps', 'sd', 'ug', 'ur', 'yi']);

/** A tag that is none would end up in an attribute of the page: it says nothing then. */
function languageOf(tag: string): { tag: string; direction: 'ltr' | 'rtl' } {
  try {
    const { baseName, language } = new Intl.Locale(tag);
    return { tag: baseName, direction: RIGHT_TO_LEFT.has(language) ? 'rtl' : 'ltr' };
  } catch {
    return { tag: 'und', direction: 'ltr' };
  }
}

/** Notes in the order of their references; one met inside a note comes behind it. */
function notesHtml(flow: Flow, title: string): string {
  let html = '';
  for (let at = 0; at < flow.notes.length; at++) {
    const { container, label } = flow.notes[at] as { container: string; label: string };
    const id = idOf(container);
    const back = `<a href="#${id}-ref" role="doc-backlink" class="label">${escapeHtml(label)}</a> `;
    const inner = containerHtml(container, flow);
    const withLabel = inner.startsWith('<p>') ? `<p>${back}${inner.slice(3)}` : `<p>${back}</p>${inner}`;
    html += `<div id="${id}" role="doc-endnote">${withLabel}</div>`;
  }
  if (html === '') return '';
  return `<section class="notes" role="doc-endnotes"><h2>${escapeHtml(title)}</h2>${html}</section>`;
}

const BODY: readonly FlowPart[] = [{ containers: ['body'] }];

/** Alternative texts among the containers are not printed: they describe the picture. */
function flowPartHtml({ containers, picture, aside = false }: FlowPart, flow: Flow): string {
  const [described, printed] = [true, false].map((is) =>
    containers.filter((name) => name.startsWith('altText:') === is),
  );
  const alt = (described ?? []).flatMap((name) => flow.in(name)).map(({ content }) => textOf(content));
  const image = picture === undefined ? '' : imageHtml(picture, alt.join(' '));
  const text = aside
    ? asideHtml(printed ?? [], flow)
    : (printed ?? []).map((name) => containerHtml(name, flow)).join('');
  return (image === '' ? '' : `<p>${image}</p>`) + text;
}

/**
 * The adapted document as one page of HTML for printToPDF: no script, nothing fetched but the typeface, images inside.
 * A readable print in one typographic style with the document's page size, structure and notes, not a facsimile.
 * The same request gives the same text.
 */
export function renderPrintHtml(request: PrintRequest): PrintOutput {
  const { title, language, blocks, facts, notesTitle, fonts = FONTS, notice } = request;
  const flow = new Flow(blocks, facts);
  const page = sanePage(facts.page);
  const { tag, direction } = languageOf(language);
  const body = (facts.flow ?? BODY).map((part) => flowPartHtml(part, flow)).join('');
  const notes = notesHtml(flow, notesTitle);
  const end = notice === undefined || notice === '' ? '' : `<p class="notice">${escapeHtml(notice)}</p>`;
  const html =
    `<!doctype html><html lang="${escapeHtml(tag)}" dir="${direction}"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title>` +
    `<link rel="stylesheet" href="${escapeHtml(fonts)}"><style>${styleSheet(page)}</style></head>` +
    `<body>${body}${notes}${end}</body></html>`;
  const headerTemplate = runningHtml(facts.running.header, flow, page, facts.numbered === 'header');
  const footerTemplate = runningHtml(facts.running.footer, flow, page, facts.numbered === 'footer');
  return {
    html,
    ...(headerTemplate === undefined ? {} : { headerTemplate }),
    ...(footerTemplate === undefined ? {} : { footerTemplate }),
  };
}
