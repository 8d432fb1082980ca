import { isBlank, isText, type Content } from '#shared/model/content.ts';
import { escapeHtml } from './escape.ts';
import type { Flow, FlowItem } from './flow.ts';
import { inlineHtml } from './inline.ts';
import { tableHtml } from './table.ts';
import type { PrintBlock } from './types.ts';

/** Placeholders that print something. */
const PRINTED = new Set(['image', 'object', 'textBox', 'noteRef', 'field', 'symbol', 'value', 'equation']);

function prints(content: Content): boolean {
  return !isBlank(content) && content.some((run) => (isText(run) ? run.text.trim() !== '' : PRINTED.has(run.kind)));
}

function labelled(block: PrintBlock, inner: string): string {
  if (block.label === undefined || block.label === '') return inner;
  return `<span class="label">${escapeHtml(block.label)}</span> ${inner}`;
}

const DRAWN = /^(?:chart|diagram):/u;

/** Containers set apart from the text around; the words of a drawing stand in a line. Empty when they hold nothing. */
export function asideHtml(containers: readonly string[], flow: Flow): string {
  const html = containers.map((container) => containerHtml(container, flow)).join('');
  const isDrawn = containers.every((container) => DRAWN.test(container));
  return html === '' ? '' : `<aside class="${isDrawn ? 'box words' : 'box'}">${html}</aside>`;
}

/** What the block before has met: each text box set apart, the words of a drawing together. */
function boxes(flow: Flow): string {
  const byStory = Map.groupBy(flow.takeBoxes(), (container) => container.split('/', 1)[0]);
  return [...byStory.values()].map((containers) => asideHtml(containers, flow)).join('');
}

function classesOf(block: PrintBlock, flow: Flow): string {
  const { align, role, shaded } = (block.anchor === undefined ? undefined : flow.facts.paragraph(block.anchor)) ?? {};
  const classes = [block.kind === 'caption' ? 'caption' : undefined, role, align, shaded ? 'shaded' : undefined].filter(
    (name) => name !== undefined,
  );
  return classes.length === 0 ? '' : ` class="${classes.join(' ')}"`;
}

function element(block: PrintBlock, content: Content, flow: Flow): string {
  if (!prints(content)) return '';
  const inner = labelled(block, inlineHtml(content, flow));
  const classes = classesOf(block, flow);
  if (block.kind !== 'heading') return `<p${classes}>${inner}</p>`;
  const level = Math.max(1, block.level ?? 1);
  return level <= 6 ? `<h${level}${classes}>${inner}</h${level}>` : `<h6${classes} aria-level="${level}">${inner}</h6>`;
}

/** A block's content between its page breaks. */
function pages(content: Content): readonly Content[] {
  const out: Content[number][][] = [[]];
  for (const run of content) {
    if (!isText(run) && run.kind === 'break' && run.label === '\f') out.push([]);
    else out.at(-1)?.push(run);
  }
  return out;
}

function blockHtml(block: PrintBlock, flow: Flow): string {
  return pages(block.content)
    .map((content) => element(block, content, flow) + boxes(flow))
    .join('<div class="new-page"></div>');
}

/** Items of a list from `start` on that are at `level` or below it; deeper ones stand inside the item before. */
function listHtml(items: readonly PrintBlock[], flow: Flow): string {
  let html = '';
  for (let at = 0; at < items.length;) {
    const item = items[at] as PrintBlock;
    const level = item.level ?? 1;
    let end = at + 1;
    while (end < items.length && (items[end]?.level ?? 1) > level) end++;
    const inner = labelled(item, inlineHtml(item.content, flow)) + boxes(flow);
    html += `<li>${inner}${end > at + 1 ? listHtml(items.slice(at + 1, end), flow) : ''}</li>`;
    at = end;
  }
  return `<ul>${html}</ul>`;
}

/** Index behind the last of the list items that follow one another. */
function listEnd(items: readonly FlowItem[], from: number): number {
  let end = from;
  for (
    let item = items[end];
    item !== undefined && 'block' in item && item.block.kind === 'listItem';
    item = items[++end]
  );
  return end;
}

/** Everything in a container as HTML: blocks, lists nested by level, tables with their cells, text boxes. */
export function containerHtml(container: string, flow: Flow): string {
  const items = flow.items(container);
  let html = '';
  for (let at = 0; at < items.length; at++) {
    const item = items[at] as FlowItem;
    if ('table' in item) {
      html += tableHtml(item.table, flow, containerHtml);
    } else if ('inside' in item) {
      html += containerHtml(item.inside, flow);
    } else if (item.block.kind === 'listItem') {
      const end = listEnd(items, at);
      const list = items
        .slice(at, end)
        .flatMap((entry) => ('block' in entry && prints(entry.block.content) ? [entry.block] : []));
      if (list.length > 0) html += listHtml(list, flow);
      at = end - 1;
    } else html += blockHtml(item.block, flow);
  }
  return html;
}
