import en from '#resources/locales/en/editor.json' with { type: 'json' };
import es from '#resources/locales/es/editor.json' with { type: 'json' };
import enCommon from '#resources/locales/en/common.json' with { type: 'json' };
import esCommon from '#resources/locales/es/common.json' with { type: 'json' };
import type { FindingCounts, UnitFindings } from '#shared/contract/checks.ts';
import { escapeHtml, page, terms } from './markup.ts';
import { longDate } from './text.ts';
import type { BundleLanguage } from './types.ts';

type Finding = UnitFindings['findings'][number];

/** What was found in documents, for somebody who has to look at it. */
export interface FindingsReport {
  readonly units: readonly UnitFindings[];
  readonly counts: FindingCounts;
  readonly language: BundleLanguage;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** By the document's id. */
  readonly titles: ReadonlyMap<string, string>;
}

const TEXTS = { es: es.findings, en: en.findings } as const;
const SIGNS = { es: esCommon.placeholder, en: enCommon.placeholder } as const;

/** The sentence of a finding, as the panel says it. */
export function findingSentence({ code, params }: Finding, language: BundleLanguage): string {
  const sentences: Readonly<Record<string, string>> = TEXTS[language].code;
  const values: Finding['params'] = { ...params, sign: signOf(params, language) };
  return (sentences[code] ?? code).replaceAll(/\{\{(\w+)\}\}/gu, (whole, name: string) =>
    String(values[name] ?? whole),
  );
}

function signOf({ kind, placeholder, label }: Finding['params'], language: BundleLanguage): string {
  const kinds: Readonly<Record<string, string>> = SIGNS[language];
  const shown = label === undefined || label === '' ? `⟦${placeholder ?? ''}⟧` : `⟦${label}⟧`;
  return kind === undefined ? '' : `${kinds[kind] ?? kind} ${shown}`;
}

/** A page that stands by itself: per document the units with what was found in them, and what was left and why. */
export function findingsPage(report: FindingsReport): string {
  const { counts, language, titles } = report;
  const text = TEXTS[language].report;
  const byDocument = Map.groupBy(report.units, ({ document }) => document);
  const sections = Array.from(titles, ([id, title]) => documentSection(title, byDocument.get(id) ?? [], language));
  const body = `<header>
<h1>${escapeHtml(text.title)}</h1>
${terms([
  [text.date, longDate(report.at, language)],
  [text.severity.error, String(counts.errors)],
  [text.severity.warning, String(counts.warnings)],
  [text.severity.info, String(counts.hints)],
  [text.ignored, String(counts.ignored)],
])}
</header>
<main>
${sections.join('\n')}
</main>`;
  return page(text.title, language, body);
}

function documentSection(title: string, units: readonly UnitFindings[], language: BundleLanguage): string {
  const articles = units.map((unit) => unitArticle(unit, language));
  const content = articles.length === 0 ? `<p>${escapeHtml(TEXTS[language].report.nothing)}</p>` : articles.join('\n');
  return `<section>
<h2>${escapeHtml(title)}</h2>
${content}
</section>`;
}

function unitArticle({ source, target, findings, ignored }: UnitFindings, language: BundleLanguage): string {
  const text = TEXTS[language].report;
  const open = findings.map((finding) => {
    const severity = text.severity[finding.severity];
    return `<li><strong>${escapeHtml(severity)}</strong>: ${escapeHtml(findingSentence(finding, language))}</li>`;
  });
  const left = ignored.map(
    ({ finding, reason, author }) =>
      `<li>${escapeHtml(`${text.ignored}: ${findingSentence(finding, language)} ${reason} (${author})`)}</li>`,
  );
  return `<article>
<blockquote>${escapeHtml(source)}</blockquote>
<blockquote>${escapeHtml(target)}</blockquote>
<ul>${[...open, ...left].join('')}</ul>
</article>`;
}

/** One row per finding; the first names the columns. */
export function* findingsTable(report: FindingsReport): Generator<readonly string[]> {
  const { language, titles } = report;
  const text = TEXTS[language].report;
  const { document, source, target, severity, code, finding, reason } = text.column;
  yield [document, source, target, severity, code, finding, reason];
  for (const unit of report.units) {
    const row = (each: Finding, because: string): readonly string[] => [
      titles.get(unit.document) ?? '',
      unit.source,
      unit.target,
      text.severity[each.severity],
      each.code,
      findingSentence(each, language),
      because,
    ];
    for (const each of unit.findings) yield row(each, '');
    for (const each of unit.ignored) yield row(each.finding, `${each.reason} (${each.author})`);
  }
}
