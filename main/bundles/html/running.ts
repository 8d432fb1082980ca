import { isText, type Content, type Run } from '#shared/model/content.ts';
import { escapeHtml } from './escape.ts';
import type { Flow } from './flow.ts';
import type { PageSize } from '#main/formats/file-layout.ts';

function piece(run: Run, flow: Flow): string {
  if (isText(run)) return escapeHtml(run.text).replaceAll('\n', '<br>');
  const counted = run.kind === 'field' ? flow.facts.counter(run.placeholder) : undefined;
  if (counted === 'page') return '<span class="pageNumber"></span>';
  if (counted === 'pages') return '<span class="totalPages"></span>';
  if (run.kind === 'break') return '<br>';
  return run.kind === 'field' || run.kind === 'symbol' || run.kind === 'value' ? escapeHtml(run.label) : '';
}

/** Tabs of a running line set its parts left, in the middle and right. */
function line(content: Content, flow: Flow): string {
  const parts: string[] = [''];
  for (const run of content) {
    if (!isText(run) && run.kind === 'tab') parts.push('');
    else parts[parts.length - 1] += piece(run, flow);
  }
  return parts.map((part) => `<span>${part}</span>`).join('');
}

/**
 * The template printToPDF repeats on every page for a header or footer; undefined when there is neither text nor a page number. Only system
 * fonts are at hand there and sizes must be said.
 */
export function runningHtml(
  container: string | undefined,
  flow: Flow,
  page: PageSize,
  isNumbered: boolean,
): string | undefined {
  const lines = (container === undefined ? [] : flow.in(container))
    .map((block) => line(block.content, flow))
    .filter((html) => html.replaceAll(/<\/?span>|<br>/gu, '').trim() !== '');
  if (lines.length === 0) {
    if (!isNumbered) return undefined;
    lines.push('<span></span><span class="pageNumber"></span><span></span>');
  }
  const { left, right } = page.margins;
  const style = `font-family:sans-serif;font-size:8px;color:#444;width:100%;padding:0 ${right.toFixed(1)}mm 0 ${left.toFixed(1)}mm`;
  const rows = lines.map((html) => `<div style="display:flex;justify-content:space-between;gap:4mm">${html}</div>`);
  return `<div style="${style}">${rows.join('')}</div>`;
}
