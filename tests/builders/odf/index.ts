import { zip, type ZipEntry } from '#tests/builders/docx/zip.ts';

const OASIS = 'urn:oasis:names:tc:opendocument:xmlns';
const NAMESPACES = [
  ...['office', 'style', 'text', 'table', 'presentation', 'meta', 'chart', 'script', 'form'].map(
    (name) => `xmlns:${name}="${OASIS}:${name}:1.0"`,
  ),
  `xmlns:draw="${OASIS}:drawing:1.0"`,
  `xmlns:svg="${OASIS}:svg-compatible:1.0"`,
  `xmlns:fo="${OASIS}:xsl-fo-compatible:1.0"`,
  'xmlns:xlink="http://www.w3.org/1999/xlink"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
].join(' ');

/** What a document is made of; every field is XML as it stands inside its element. */
export interface OdfParts {
  /** Automatic styles of the content. */
  readonly automatic?: string;
  /** Common styles. */
  readonly styles?: string;
  /** Automatic styles of the page styles, and the page styles. */
  readonly pages?: { readonly automatic?: string; readonly master: string };
  readonly meta?: string;
  readonly settings?: string;
  readonly extra?: readonly ZipEntry[];
  /** Further entries of the manifest. */
  readonly manifest?: string;
  /** Replaces the whole content part. */
  readonly content?: string;
}

function root(name: string, inner: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><office:${name} ${NAMESPACES} office:version="1.3">${inner}</office:${name}>`;
}

function styled(parts: OdfParts): string {
  return `<office:automatic-styles>${parts.automatic ?? ''}</office:automatic-styles>`;
}

function packed(type: 'text' | 'presentation', body: string, parts: OdfParts): Uint8Array {
  const media = `application/vnd.oasis.opendocument.${type}`;
  const content = root(
    'document-content',
    `${styled(parts)}<office:body><office:${type}>${body}</office:${type}></office:body>`,
  );
  const styles = root(
    'document-styles',
    `<office:styles>${parts.styles ?? ''}</office:styles><office:automatic-styles>${parts.pages?.automatic ?? ''}</office:automatic-styles>` +
      `<office:master-styles>${parts.pages?.master ?? ''}</office:master-styles>`,
  );
  const manifest = `<?xml version="1.0"?><manifest:manifest xmlns:manifest="${OASIS}:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="${media}"/>${parts.manifest ?? ''}</manifest:manifest>`;
  const own: ZipEntry[] = [
    { name: 'mimetype', data: media, stored: true },
    { name: 'content.xml', data: parts.content ?? content },
    { name: 'styles.xml', data: styles },
    { name: 'META-INF/manifest.xml', data: manifest },
  ];
  if (parts.meta !== undefined)
    own.push({ name: 'meta.xml', data: root('document-meta', `<office:meta>${parts.meta}</office:meta>`) });
  if (parts.settings !== undefined)
    own.push({
      name: 'settings.xml',
      data: root('document-settings', `<office:settings>${parts.settings}</office:settings>`),
    });
  const extra = parts.extra ?? [];
  return zip([...own.filter(({ name }) => !extra.some((entry) => entry.name === name)), ...extra]);
}

/** A text document with this body. */
export function odt(body: string, parts: OdfParts = {}): Uint8Array {
  return packed('text', body, parts);
}

/** A presentation with these pages. */
export function odp(body: string, parts: OdfParts = {}): Uint8Array {
  return packed('presentation', body, parts);
}

/** The same as one file of XML. */
export function fodt(body: string, parts: OdfParts = {}, doctype = ''): Uint8Array {
  const inner =
    `<office:styles>${parts.styles ?? ''}</office:styles>${styled(parts)}` +
    `<office:master-styles>${parts.pages?.master ?? ''}</office:master-styles><office:body><office:text>${body}</office:text></office:body>`;
  const xml = root('document', inner).replace('?>', `?>${doctype}`);
  return Buffer.from(
    xml.replace(' office:version', ' office:mimetype="application/vnd.oasis.opendocument.text" office:version'),
  );
}

export function p(inner: string, style?: string): string {
  return `<text:p${style === undefined ? '' : ` text:style-name="${style}"`}>${inner}</text:p>`;
}

export function h(inner: string, level = 1, style?: string): string {
  const named = style === undefined ? '' : ` text:style-name="${style}"`;
  return `<text:h text:outline-level="${level}"${named}>${inner}</text:h>`;
}

export function span(inner: string, style: string): string {
  return `<text:span text:style-name="${style}">${inner}</text:span>`;
}

export function list(style: string, ...items: readonly string[]): string {
  return `<text:list text:style-name="${style}">${items.map((item) => `<text:list-item>${item}</text:list-item>`).join('')}</text:list>`;
}

function cells(row: readonly string[]): string {
  return row.map((cell) => `<table:table-cell>${cell}</table:table-cell>`).join('');
}

export function table(...rows: readonly (readonly string[])[]): string {
  const body = rows.map((row) => `<table:table-row>${cells(row)}</table:table-row>`).join('');
  return `<table:table><table:table-column/>${body}</table:table>`;
}

export function note(inner: string, kind: 'footnote' | 'endnote' = 'footnote'): string {
  return `<text:note text:note-class="${kind}"><text:note-citation>1</text:note-citation><text:note-body>${inner}</text:note-body></text:note>`;
}

export function annotation(author: string, text: string): string {
  return `<office:annotation><dc:creator>${author}</dc:creator><dc:date>2026-01-02T03:04:05</dc:date><text:p>${text}</text:p></office:annotation>`;
}

export function image(name: string, description?: string): string {
  const described = description === undefined ? '' : `<svg:desc>${description}</svg:desc>`;
  return `<draw:frame svg:width="2cm" svg:height="1cm"><draw:image xlink:href="Pictures/${name}"/>${described}</draw:frame>`;
}

export function textBox(inner: string): string {
  return `<draw:frame><draw:text-box>${inner}</draw:text-box></draw:frame>`;
}

/** A style of one family with the attributes of its text properties. */
export function textStyle(name: string, properties: string, more = 'style:family="text"'): string {
  return `<style:style style:name="${name}" ${more}><style:text-properties ${properties}/></style:style>`;
}

/** Numbers with a full stop behind them on the first level, bullets on the second. */
export function listStyle(name: string): string {
  return (
    `<text:list-style style:name="${name}"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>` +
    '<text:list-level-style-bullet text:level="2" text:bullet-char="•"/></text:list-style>'
  );
}

export function page(inner: string, more = ''): string {
  return `<draw:page draw:name="Hoja"${more === '' ? '' : ` ${more}`}>${inner}</draw:page>`;
}

/** A box of a slide with its part in the layout. */
export function box(part: string, inner: string): string {
  const place = 'svg:x="1cm" svg:y="2cm" svg:width="10cm" svg:height="3cm"';
  return `<draw:frame presentation:class="${part}" ${place}><draw:text-box>${inner}</draw:text-box></draw:frame>`;
}
