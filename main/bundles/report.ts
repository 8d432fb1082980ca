import { wordDiff, type DiffPart } from '#shared/text/word-diff.ts';
import { escapeHtml, page, terms } from './markup.ts';
import { nameOf, summarySection, type CountedDocument } from './report-summary.ts';
import { bundleText, fill, longDate, type BundleText } from './text.ts';
import type { AdaptationEntry, Workshop } from './types.ts';

export interface ReportDocument extends CountedDocument {
  /** BCP 47 of the adapted text. */
  readonly language: string;
  readonly adaptations: readonly AdaptationEntry[];
}

export interface Report<D extends CountedDocument> {
  readonly workshop: Workshop;
  readonly language: string;
  readonly documents: readonly D[];
  readonly notice: readonly string[];
}

/** Characters of a text that are shown: enough to judge a change, short enough to read two hundred. */
const EXCERPT = 600;

/** What was adapted, added and omitted, why, by whom and when: the page the publisher gets back. Holds authors' names. */
export function reportPage(report: Report<ReportDocument>): string {
  const text = bundleText(report.language);
  const sections = report.documents.map((document) => documentSection(document, report.language, text));
  return framed(report, text.report.lead, sections);
}

/** The same for participants: how much was changed and for which reasons, nothing of whom, when or which words. */
export function anonymousReportPage(report: Report<CountedDocument>): string {
  return framed(report, bundleText(report.language).report.anonymousLead, []);
}

function framed(report: Report<CountedDocument>, lead: string, sections: readonly string[]): string {
  const text = bundleText(report.language);
  const { workshop, documents } = report;
  const isEmpty = documents.every(({ adaptations }) => adaptations.length === 0);
  const content = isEmpty
    ? `<p>${escapeHtml(text.report.nothingAtAll)}</p>`
    : [summarySection(documents, text), ...sections].join('\n');
  const body = `<header>
<h1>${escapeHtml(text.report.title)}</h1>
<p>${escapeHtml(lead)}</p>
${terms([
  [text.index.workshop, workshop.title],
  [text.index.date, longDate(workshop.date, report.language)],
  [text.index.place, workshop.place ?? ''],
])}
</header>
<main>
${content}
</main>
<footer>
${report.notice.map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`).join('\n')}
</footer>`;
  return page(`${text.report.title} · ${workshop.title}`, report.language, body);
}

function documentSection(document: ReportDocument, language: string, text: BundleText): string {
  const entries = document.adaptations.map((entry) => entryArticle(entry, document.language, language, text));
  const content = entries.length === 0 ? `<p>${escapeHtml(text.report.nothing)}</p>` : entries.join('\n');
  return `<section>
<h2>${escapeHtml(nameOf(document))}</h2>
${content}
</section>`;
}

function entryArticle(entry: AdaptationEntry, textLanguage: string, language: string, text: BundleText): string {
  const reason = text.reason[entry.reason ?? 'none'];
  const audience = entry.audience === 'facilitator' ? ` · ${text.report.facilitator}` : '';
  const author = entry.author?.trim() || text.report.unsigned;
  const signed = entry.at === undefined ? author : fill(text.report.by, { author, date: longDate(entry.at, language) });
  return `<article>
<h3>${escapeHtml(`${text.mode[entry.mode]} · ${reason}`)}</h3>
<p class="meta">${escapeHtml(`${text.unit[entry.kind]}${audience} · ${signed}`)}</p>
${terms([
  [text.report.note, entry.note ?? ''],
  [text.report.reference, entry.reference ?? ''],
])}
${beforeAndAfter(entry, textLanguage, text)}
</article>`;
}

function quote(label: string, markup: string, language: string): string {
  const lang = language === '' ? '' : ` lang="${escapeHtml(language)}"`;
  return `<p class="meta">${escapeHtml(label)}</p>\n<blockquote${lang}>${markup}</blockquote>`;
}

function beforeAndAfter(entry: AdaptationEntry, language: string, text: BundleText): string {
  const source = entry.source === '' ? '' : quote(text.report.original, escapeHtml(excerpt(entry.source)), '');
  switch (entry.mode) {
    case 'added':
      return quote(text.report.after, `<ins>${escapeHtml(excerpt(entry.target))}</ins>`, language);
    case 'omitted':
      return entry.received === ''
        ? source
        : `${source}\n${quote(text.report.before, `<del>${escapeHtml(excerpt(entry.received))}</del>`, language)}`;
    case 'adapted': {
      if (entry.received === '')
        return `${source}\n${quote(text.report.after, escapeHtml(excerpt(entry.target)), language)}`;
      const [before, after] = marked(excerpt(entry.received), excerpt(entry.target));
      return `${source}\n${quote(text.report.before, before, language)}\n${quote(text.report.after, after, language)}`;
    }
  }
}

/** Both texts with the words that differ marked. */
function marked(before: string, after: string): readonly [string, string] {
  const parts = wordDiff(before, after);
  const side = (shown: DiffPart['kind'], tag: 'del' | 'ins') =>
    parts
      .filter(({ kind }) => kind === 'same' || kind === shown)
      .map(({ kind, text }) => (kind === 'same' ? escapeHtml(text) : `<${tag}>${escapeHtml(text)}</${tag}>`))
      .join('');
  return [side('removed', 'del'), side('added', 'ins')];
}

function excerpt(text: string): string {
  if (text.length <= EXCERPT) return text;
  const cut = text.slice(0, EXCERPT);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), EXCERPT - 40)).trimEnd()} …`;
}
