const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Characters HTML cannot hold or that would act on the text around: C0 and C1 but for tab and line feed. */
const CONTROLS = /[\p{Cc}--[\t\n]]/gv;

/** Text for element content and quoted attributes alike. */
export function escapeHtml(text: string): string {
  return text.replaceAll(CONTROLS, '').replaceAll(/[&<>"']/gu, (sign) => ENTITIES[sign] ?? sign);
}

const SCHEMES = new Set(['http:', 'https:', 'mailto:']);

/** A link's address when a reader may follow it (http, https, mailto), else nothing. Places inside the file are not kept. */
export function safeUrl(link: string): string | undefined {
  const url = URL.parse(link);
  return url !== null && SCHEMES.has(url.protocol) ? url.href : undefined;
}

/** A name usable as an HTML id: the same container always gives the same one, different ones different ones. */
export function idOf(container: string): string {
  return `n-${Buffer.from(container, 'utf8').toString('hex')}`;
}
