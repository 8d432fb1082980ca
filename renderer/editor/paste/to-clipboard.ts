import { isText, type Content, type Mark, type Run } from '#shared/model/content.ts';
import { safeUrl } from '../safe-url.ts';

interface Copied {
  readonly list: boolean;
  readonly content: Content;
}

const TAG_OF: Readonly<Record<Mark, string>> = {
  bold: 'b',
  italic: 'i',
  underline: 'u',
  strike: 's',
  superscript: 'sup',
  subscript: 'sub',
};

/** For other programs: paragraphs with marks and links; placeholders as what people see of them. */
export function toHtml(units: readonly Copied[]): string {
  const paragraphs = units.map(({ list, content }) => {
    const inner = content.map(runHtml).join('');
    return list ? `<ul><li>${inner}</li></ul>` : `<p>${inner}</p>`;
  });
  return paragraphs.length === 1 ? paragraphs.join('').replace(/^<p>|<\/p>$/gu, '') : paragraphs.join('\n');
}

export function toText(units: readonly Copied[]): string {
  return units
    .map(({ content }) =>
      content.map((run) => (isText(run) ? run.text : run.kind === 'break' ? '\n' : run.label)).join(''),
    )
    .join('\n');
}

function runHtml(run: Run): string {
  if (!isText(run)) return run.kind === 'break' ? '<br>' : escape(run.label);
  let html = escape(run.text).replaceAll('\n', '<br>');
  for (const mark of run.marks) html = `<${TAG_OF[mark]}>${html}</${TAG_OF[mark]}>`;
  const link = run.link === undefined ? undefined : safeUrl(run.link);
  return link === undefined ? html : `<a href="${escape(link)}">${html}</a>`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
