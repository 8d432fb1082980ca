import { isText, textOf, type Content, type Mark, type PlaceholderRun, type TextRun } from '#shared/model/content.ts';
import { escapeHtml, idOf, safeUrl } from './escape.ts';
import type { Flow } from './flow.ts';
import type { LookFacts, Picture } from '#main/formats/file-layout.ts';

const TAGS: Readonly<Record<Mark, string>> = {
  bold: 'b',
  italic: 'i',
  underline: 'u',
  strike: 's',
  superscript: 'sup',
  subscript: 'sub',
};

/** Colours come from a stranger's file and go into a style: nothing but hexadecimal passes. */
const COLOR = /^#[0-9a-f]{6}$/iu;

function styleOf(look: LookFacts | undefined): string {
  if (look === undefined) return '';
  const rules = [
    look.color !== undefined && COLOR.test(look.color) ? `color:${look.color}` : '',
    look.background !== undefined && COLOR.test(look.background) ? `background:${look.background}` : '',
    look.smallCaps === true ? 'font-variant-caps:small-caps' : '',
    look.capitals === true ? 'text-transform:uppercase' : '',
    look.size !== undefined && look.size > 0.4 && look.size < 4 ? `font-size:${look.size.toFixed(2)}em` : '',
  ];
  return rules.filter((rule) => rule !== '').join(';');
}

function marked(run: TextRun, flow: Flow): string {
  const style = styleOf(run.format === undefined ? undefined : flow.facts.look(run.format));
  const text = escapeHtml(run.text).replaceAll('\n', '<br>');
  const styled = style === '' ? text : `<span style="${style}">${text}</span>`;
  return run.marks.reduceRight((inner, mark) => `<${TAGS[mark]}>${inner}</${TAGS[mark]}>`, styled);
}

const RASTER = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/bmp']);

/** A picture with its alternative text; empty for what no page can show. */
export function imageHtml(image: Picture, alt: string): string {
  if (!RASTER.has(image.type)) return '';
  const data = Buffer.from(image.bytes).toString('base64');
  const size = image.width === undefined ? '' : ` style="width:${image.width.toFixed(1)}mm"`;
  return `<img src="data:${image.type};base64,${data}" alt="${escapeHtml(alt)}"${size}>`;
}

/** The alternative text as adapted, else as the placeholder's label has it. */
function altOf(run: PlaceholderRun, flow: Flow): string {
  const adapted = flow.attached(run.placeholder, 'altText').map((block) => textOf(block.content));
  return adapted.find((text) => text.trim() !== '') ?? run.label;
}

function picture(run: PlaceholderRun, flow: Flow): string {
  const image = flow.facts.image(run.placeholder);
  const alt = altOf(run, flow);
  if (image !== undefined && RASTER.has(image.type)) return imageHtml(image, alt);
  return alt === ''
    ? ''
    : `<span class="missing" role="img" aria-label="${escapeHtml(alt)}">[${escapeHtml(alt)}]</span>`;
}

function noteReference(run: PlaceholderRun, flow: Flow): string {
  const note = flow.note(run);
  if (note === undefined) return `<sup>${escapeHtml(run.label)}</sup>`;
  const id = idOf(note.container);
  const place = note.first ? ` id="${id}-ref"` : '';
  return `<sup class="ref"><a href="#${id}"${place} role="doc-noteref">${escapeHtml(note.label)}</a></sup>`;
}

function placeholder(run: PlaceholderRun, flow: Flow): string {
  switch (run.kind) {
    case 'break':
      return '<br>';
    case 'tab':
      return '<span class="tab">\u00A0 </span>';
    case 'image':
    case 'object':
    case 'textBox':
      flow.defer(run);
      return picture(run, flow);
    case 'noteRef':
      return noteReference(run, flow);
    case 'field':
    case 'symbol':
    case 'value':
      return escapeHtml(run.label);
    case 'equation':
      return `<span class="math">${escapeHtml(run.label)}</span>`;
    case 'open':
    case 'close':
    case 'hidden':
    case 'comment':
    case 'bookmark':
      return '';
  }
}

/** Inline HTML of a block's content. Notes and text boxes it meets are told to the flow. */
export function inlineHtml(content: Content, flow: Flow): string {
  let html = '';
  let open: string | undefined;
  for (const run of content) {
    const link = run.link === undefined ? undefined : safeUrl(run.link);
    if (link !== open) {
      if (open !== undefined) html += '</a>';
      if (link !== undefined) html += `<a href="${escapeHtml(link)}">`;
      open = link;
    }
    html += isText(run) ? marked(run, flow) : placeholder(run, flow);
  }
  return open === undefined ? html : `${html}</a>`;
}
