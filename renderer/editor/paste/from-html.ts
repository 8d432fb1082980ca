import { parse, type DefaultTreeAdapterMap } from 'parse5';
import { isText, normalizeContent, textRun, type Content, type Mark, type Run } from '#shared/model/content.ts';
import { NEW_BREAK_RUN } from '../nodes/break-nodes.ts';
import { safeUrl } from '../safe-url.ts';

/** One paragraph of pasted text. */
export interface Pasted {
  readonly content: Content;
  readonly list: boolean;
}

type Node = DefaultTreeAdapterMap['node'];
type Element = DefaultTreeAdapterMap['element'];

/** Their content is never text. */
const SKIPPED = new Set([
  'script',
  'style',
  'head',
  'title',
  'meta',
  'link',
  'template',
  'noscript',
  'object',
  'iframe',
  'svg',
  'math',
  'xml',
  'select',
  'textarea',
  'button',
]);
const BLOCKS = new Set([
  'p',
  'div',
  'li',
  'ul',
  'ol',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'table',
  'tr',
  'td',
  'th',
  'tbody',
  'thead',
  'blockquote',
  'pre',
  'section',
  'article',
  'header',
  'footer',
  'main',
  'aside',
  'dl',
  'dt',
  'dd',
  'figure',
  'figcaption',
  'body',
  'html',
  'hr',
  'form',
  'address',
  'center',
]);
const MARK_OF: Readonly<Record<string, Mark>> = {
  strong: 'bold',
  b: 'bold',
  em: 'italic',
  i: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strike',
  strike: 'strike',
  del: 'strike',
  sup: 'superscript',
  sub: 'subscript',
};
const MAX_DEPTH = 400;

interface Look {
  readonly marks: ReadonlySet<Mark>;
  readonly link: string | undefined;
  readonly list: boolean;
}

/**
 * Reads pasted HTML into paragraphs of our own text: marks, safe links, line breaks, nothing else. An allow-list: what is
 * not named here leaves only its text. Word's list bullets (`mso-list: Ignore`) are dropped; the paragraph is a list item.
 */
export function fromHtml(html: string): readonly Pasted[] {
  const out: Pasted[] = [];
  let runs: Run[] = [];
  let inList = false;
  const flush = (): void => {
    const content = tidy(runs);
    if (content.length > 0) out.push({ content, list: inList });
    runs = [];
  };

  function walk(node: Node, look: Look, depth: number): void {
    if (depth > MAX_DEPTH) return;
    if (node.nodeName === '#text' && 'value' in node) {
      const text = node.value.replace(/[\t\n\r\f ]+/gu, ' ');
      inList = look.list;
      runs.push(textRun(text, [...look.marks], look.link === undefined ? {} : { link: look.link }));
      return;
    }
    if (!('childNodes' in node)) return;
    const element = 'tagName' in node ? node : null;
    if (element !== null && (SKIPPED.has(element.tagName) || hidden(element))) return;
    if (element?.tagName === 'br') {
      runs.push(NEW_BREAK_RUN);
      return;
    }
    const block = element !== null && BLOCKS.has(element.tagName);
    if (block) flush();
    const inner = element === null ? look : lookOf(element, look);
    for (const child of node.childNodes) walk(child, inner, depth + 1);
    if (block) flush();
  }

  walk(parse(html), { marks: new Set(), link: undefined, list: false }, 0);
  flush();
  return out;
}

function attribute(element: Element, name: string): string {
  return element.attrs.find((candidate) => candidate.name === name)?.value ?? '';
}

function hidden(element: Element): boolean {
  const style = attribute(element, 'style').replace(/\s/gu, '').toLowerCase();
  return style.includes('mso-list:ignore') || style.includes('display:none') || style.includes('mso-hide:all');
}

function lookOf(element: Element, look: Look): Look {
  const style = attribute(element, 'style').toLowerCase();
  const marks = new Set(look.marks);
  const own = MARK_OF[element.tagName];
  const weight = /font-weight\s*:\s*(\w+)/u.exec(style)?.[1];
  if (own !== undefined) marks.add(own);
  if (weight === 'bold' || Number(weight) >= 600) marks.add('bold');
  // Word processors on the web wrap everything in a bold element that is not bold.
  if (weight === 'normal' || Number(weight) < 600) marks.delete('bold');
  if (/font-style\s*:\s*italic/u.test(style)) marks.add('italic');
  if (/text-decoration[^;]*underline/u.test(style) && element.tagName !== 'a') marks.add('underline');
  if (/text-decoration[^;]*line-through/u.test(style)) marks.add('strike');
  if (/vertical-align\s*:\s*super/u.test(style)) marks.add('superscript');
  if (/vertical-align\s*:\s*sub/u.test(style)) marks.add('subscript');
  if (marks.has('superscript')) marks.delete('subscript');
  const link = element.tagName === 'a' ? (safeUrl(attribute(element, 'href')) ?? look.link) : look.link;
  const list =
    look.list ||
    element.tagName === 'li' ||
    /mso-list\s*:\s*l\d/u.test(style) ||
    attribute(element, 'class').startsWith('MsoListParagraph');
  return { marks, link, list };
}

/** Blanks as a page shows them: one between words, none at the edges of a paragraph or beside a break. */
function tidy(runs: readonly Run[]): Content {
  const out: Run[] = [];
  let blank = true;
  for (const run of runs) {
    if (!isText(run)) {
      trimEnd(out);
      out.push(run);
      blank = true;
      continue;
    }
    let text = run.text.replace(/ {2,}/gu, ' ');
    if (blank) text = text.replace(/^ /u, '');
    if (text === '') continue;
    blank = text.endsWith(' ');
    out.push({ ...run, text });
  }
  while (out.length > 0 && !isText(out.at(-1) as Run)) out.pop();
  trimEnd(out);
  while (out.length > 0 && !isText(out[0] as Run)) out.shift();
  return normalizeContent(out);
}

function trimEnd(runs: Run[]): void {
  const last = runs.at(-1);
  if (last === undefined || !isText(last)) return;
  const text = last.text.replace(/ +$/u, '');
  if (text === '') runs.pop();
  else runs[runs.length - 1] = { ...last, text };
}
