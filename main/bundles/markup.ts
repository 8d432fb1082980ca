import { createHash } from 'node:crypto';
import { LOOK } from './look.ts';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text for HTML, inside elements and quoted attributes alike. */
export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/gu, (character) => ESCAPES[character] ?? character);
}

/** A relative address inside the bundle: each name percent-encoded, so that `#`, `?` and accents survive every browser. */
export function href(path: string): string {
  return escapeHtml(path.split('/').map(encodeURIComponent).join('/'));
}

/**
 * A whole page: no script, no network (the policy forbids both, whatever a text might smuggle in), light and dark by the
 * system. `body` is markup, `title` is text, `language` BCP 47.
 */
export function page(title: string, language: string, body: string): string {
  const hash = createHash('sha256').update(LOOK).digest('base64');
  return `<!doctype html>
<html lang="${escapeHtml(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)}</title>
<style>${LOOK}</style>
</head>
<body>
${body}
</body>
</html>
`;
}

/** Rows of a list of terms; those without a value are left out. */
export function terms(rows: readonly (readonly [term: string, value: string])[]): string {
  const items = rows
    .filter(([, value]) => value !== '')
    .map(([term, value]) => `<div><dt>${escapeHtml(term)}</dt><dd>${escapeHtml(value)}</dd></div>`);
  return `<dl>${items.join('')}</dl>`;
}
