import { REASONS, type Mode, type Reason } from '#shared/model/unit.ts';
import { escapeHtml } from './markup.ts';
import type { BundleText } from './text.ts';

/** What may be counted of an adaptation: nothing here tells who, when or which words. */
export interface CountedAdaptation {
  readonly mode: Exclude<Mode, 'faithful'>;
  readonly reason?: Reason;
}

export interface CountedDocument {
  readonly title: string;
  readonly moduleNumber?: string;
  readonly adaptations: readonly CountedAdaptation[];
}

type ReportMode = Exclude<Mode, 'faithful'>;
const MODES: readonly ReportMode[] = ['adapted', 'added', 'omitted'];
/** How many units by mode and by reason; a unit without a reason counts as `none`. */
export interface AdaptationCounts {
  readonly modes: Readonly<Record<ReportMode, number>>;
  readonly reasons: ReadonlyMap<Reason | 'none', number>;
}

export function countAdaptations(entries: readonly CountedAdaptation[]): AdaptationCounts {
  const modes: Record<ReportMode, number> = { adapted: 0, added: 0, omitted: 0 };
  const reasons = new Map<Reason | 'none', number>();
  for (const { mode, reason = 'none' } of entries) {
    modes[mode] += 1;
    reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  }
  return { modes, reasons };
}

/** The tables of a report: by document and mode, and by reason. */
export function summarySection(documents: readonly CountedDocument[], text: BundleText): string {
  const total = countAdaptations(documents.flatMap(({ adaptations }) => adaptations));
  const head = MODES.map((mode) => `<th class="number" scope="col">${escapeHtml(text.mode[mode])}</th>`).join('');
  const cells = ({ modes }: AdaptationCounts) => MODES.map((mode) => `<td class="number">${modes[mode]}</td>`).join('');
  const rows = documents.map(
    (document) =>
      `<tr><th scope="row">${escapeHtml(nameOf(document))}</th>${cells(countAdaptations(document.adaptations))}</tr>`,
  );
  const reasons = [...REASONS, 'none' as const]
    .filter((reason) => total.reasons.has(reason))
    .map(
      (reason) =>
        `<tr><th scope="row">${escapeHtml(text.reason[reason])}</th><td class="number">${total.reasons.get(reason)}</td></tr>`,
    );
  return `<section>
<h2>${escapeHtml(text.report.summary)}</h2>
<table>
<caption>${escapeHtml(text.report.byMode)}</caption>
<thead><tr><th scope="col">${escapeHtml(text.report.document)}</th>${head}</tr></thead>
<tbody>${rows.join('')}</tbody>
<tfoot><tr><th scope="row">${escapeHtml(text.report.total)}</th>${cells(total)}</tr></tfoot>
</table>
<table>
<caption>${escapeHtml(text.report.byReason)}</caption>
<thead><tr><th scope="col">${escapeHtml(text.report.reason)}</th><th class="number" scope="col">${escapeHtml(text.report.units)}</th></tr></thead>
<tbody>${reasons.join('')}</tbody>
</table>
</section>`;
}

/** A document's title with its module's number. */
export function nameOf({ moduleNumber, title }: CountedDocument): string {
  return moduleNumber === undefined ? title : `${moduleNumber} · ${title}`;
}
