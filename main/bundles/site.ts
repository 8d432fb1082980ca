import { escapeHtml, href, page, terms } from './markup.ts';
import { bundleText, fill, longDate, readableSize } from './text.ts';
import type { BundleProfile, Workshop } from './types.ts';
import type { DocumentKind } from '#shared/model/document-kind.ts';

/** One document as the index lists it; paths are relative to the index. */
export interface SiteDocument {
  readonly title: string;
  readonly kind: DocumentKind;
  readonly language: string;
  readonly file: { readonly path: string; readonly size: number };
  readonly extension: string;
  readonly pdf: { readonly path: string; readonly size: number } | null;
}

export interface SiteModule {
  /** Absent for documents outside modules. */
  readonly number?: string;
  readonly title: string;
  readonly documents: readonly SiteDocument[];
}

export interface Site {
  readonly workshop: Workshop;
  readonly profile: BundleProfile;
  readonly language: string;
  readonly modules: readonly SiteModule[];
  /** Path of the adaptation report. */
  readonly report: string;
  /** Paragraphs of the right notice. */
  readonly notice: readonly string[];
}

/** The offline index of a bundle: what there is, where it is, and whose it is. */
export function indexPage(site: Site): string {
  const text = bundleText(site.language);
  const { workshop } = site;
  const body = `<header>
<h1>${escapeHtml(workshop.title)}</h1>
${terms([
  [text.index.date, longDate(workshop.date, site.language)],
  [text.index.place, workshop.place ?? ''],
  [text.index.bundle, text.profile[site.profile]],
])}
</header>
<main>
${site.modules.map((module) => moduleSection(module, site.language)).join('\n')}
<p><a href="${href(site.report)}">${escapeHtml(text.index.report)}</a></p>
</main>
<footer>
<h2>${escapeHtml(text.index.rights)}</h2>
${site.notice.map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`).join('\n')}
<p>${escapeHtml(text.index.offline)}</p>
</footer>`;
  return page(workshop.title, site.language, body);
}

function moduleSection(module: SiteModule, language: string): string {
  const text = bundleText(language);
  const number = module.number === undefined ? [] : [fill(text.index.module, { number: module.number })];
  const heading = [...number, ...(module.title === module.number ? [] : [module.title])].join(' · ');
  const items = module.documents.map((document) => documentItem(document, language));
  return `<section>
<h2>${escapeHtml(heading)}</h2>
<ul class="documents">
${items.join('\n')}
</ul>
</section>`;
}

function documentItem(document: SiteDocument, language: string): string {
  const text = bundleText(language);
  const badge =
    document.kind === 'facilitatorGuide' ? ` <span class="badge">${escapeHtml(text.index.facilitatorOnly)}</span>` : '';
  const link = (file: { path: string; size: number }, label: string) =>
    `<a href="${href(file.path)}" aria-label="${escapeHtml(`${document.title}, ${label}`)}">${escapeHtml(label)}</a> <span class="size">${escapeHtml(readableSize(file.size, language))}</span>`;
  const pdf =
    document.pdf === null
      ? `<span class="size">${escapeHtml(text.index.noPdf)}</span>`
      : `<span>${link(document.pdf, text.index.pdf)}</span>`;
  return `<li><span class="name"><span lang="${escapeHtml(document.language)}">${escapeHtml(document.title)}</span>
<span class="kind">${escapeHtml(text.kind[document.kind])}${badge}</span></span>
<span class="links"><span>${link(document.file, fileWord(document.extension, text.index.file))}</span> ${pdf}</span></li>`;
}

/** `Word (DOCX)`; the bare ending for what has no better name. */
function fileWord(extension: string, names: Readonly<Record<string, string>>): string {
  return names[extension] ?? extension.toUpperCase();
}

/** The page at the top of the folder: takes people to the index, without a script. */
export function openingPage(target: string, language: string): string {
  const text = bundleText(language).index;
  const body = `<main><h1>${escapeHtml(text.opens)}</h1><p><a href="${href(target)}">${escapeHtml(text.openHint)}</a></p></main>`;
  return page(text.opens, language, body).replace(
    '<title>',
    `<meta http-equiv="refresh" content="0; url=${href(target)}">\n<title>`,
  );
}
