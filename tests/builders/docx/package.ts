import { SECTION } from './block.ts';
import { escape, newContext, relate, render, type Context, type Xml } from './context.ts';
import { zip, type ZipEntry } from './zip.ts';
import { NUMBERING, styles } from './styles.ts';

export interface DocxOptions {
  /** Prefix of the main namespace in every part instead of `w`. */
  readonly prefix?: string;
  readonly strict?: boolean;
  /** How the XML parts are encoded; `bom` is UTF-8 with a byte order mark. */
  readonly encoding?: 'utf8' | 'bom' | 'utf16le' | 'utf16be';
  /** Header and footer of the last section. */
  readonly header?: readonly Xml[];
  readonly footer?: readonly Xml[];
  /** Further styles as XML. */
  readonly styles?: string;
  readonly language?: string;
  /** Entries written after the others, or instead of one of the same name. */
  readonly extra?: readonly ZipEntry[];
}

const NAMESPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ' +
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" ' +
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" ' +
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" ' +
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ' +
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" ' +
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" ' +
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" ' +
  'xmlns:v="urn:schemas-microsoft-com:vml" mc:Ignorable="w14"';
const WORD_2012 = 'http://schemas.microsoft.com/office/word/2012/wordml';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const WML = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** Transitional names and their strict counterparts (ECMA-376 Part 1). */
const STRICT: readonly (readonly [string, string])[] = [
  ['http://schemas.openxmlformats.org/wordprocessingml/2006/', 'http://purl.oclc.org/ooxml/wordprocessingml/'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/', 'http://purl.oclc.org/ooxml/officeDocument/'],
  ['http://schemas.openxmlformats.org/drawingml/2006/', 'http://purl.oclc.org/ooxml/drawingml/'],
];

function element(name: string, content: string): string {
  return `<w:${name} ${NAMESPACES}>${content}</w:${name}>`;
}

function notes(kind: 'footnote' | 'endnote', own: readonly string[]): string {
  const special = ['separator', 'continuationSeparator'].map(
    (type, index) => `<w:${kind} w:type="${type}" w:id="${index - 1}"><w:p><w:r><w:${type}/></w:r></w:p></w:${kind}>`,
  );
  return element(`${kind}s`, `${special.join('')}${own.join('')}`);
}

interface Part {
  readonly name: string;
  readonly type: string;
  readonly xml: string;
}

function sideParts(context: Context, options: DocxOptions): Part[] {
  const parts: Part[] = [
    {
      name: 'styles',
      type: 'styles',
      xml: element('styles', styles(options.language ?? 'en-US') + (options.styles ?? '')),
    },
  ];
  parts.push({ name: 'numbering', type: 'numbering', xml: element('numbering', NUMBERING) });
  if (context.footnotes.length > 0)
    parts.push({ name: 'footnotes', type: 'footnotes', xml: notes('footnote', context.footnotes) });
  if (context.endnotes.length > 0)
    parts.push({ name: 'endnotes', type: 'endnotes', xml: notes('endnote', context.endnotes) });
  if (context.comments.length > 0)
    parts.push({ name: 'comments', type: 'comments', xml: element('comments', context.comments.join('')) });
  if (context.answers.length > 0) {
    const entries = context.answers.map(
      ({ paragraph, to }) => `<w15:commentEx w15:paraId="${paragraph}" w15:paraIdParent="${to}" w15:done="0"/>`,
    );
    const xml = `<w15:commentsEx xmlns:w15="${WORD_2012}">${entries.join('')}</w15:commentsEx>`;
    parts.push({ name: 'commentsExtended', type: 'commentsExtended', xml });
  }
  for (const part of parts) relate(context, part.type, `${part.name}.xml`);
  return parts;
}

function section(context: Context, options: DocxOptions): { reference: string; parts: Part[] } {
  const parts: Part[] = [];
  let reference = '';
  for (const kind of ['header', 'footer'] as const) {
    const blocks = options[kind];
    if (blocks === undefined) continue;
    const name = `${kind}1`;
    parts.push({ name, type: kind, xml: element(kind === 'header' ? 'hdr' : 'ftr', render(blocks, context)) });
    reference += `<w:${kind}Reference w:type="default" r:id="${relate(context, kind, `${name}.xml`)}"/>`;
  }
  return { reference, parts };
}

function relations(context: Context): string {
  const list = context.relations.map(
    ({ id, kind, target, external }) =>
      `<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${escape(target)}"${external === true ? ' TargetMode="External"' : ''}/>`,
  );
  return `<Relationships xmlns="${PACKAGE}/relationships">${list.join('')}</Relationships>`;
}

function contentTypes(parts: readonly Part[]): string {
  const overrides = parts.map(
    (part) => `<Override PartName="/word/${part.name}.xml" ContentType="${WML}.${part.type}+xml"/>`,
  );
  return (
    `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>' +
    `${overrides.join('')}</Types>`
  );
}

function encode(xml: string, options: DocxOptions): Uint8Array {
  let text = xml;
  if (options.strict === true) for (const [from, to] of STRICT) text = text.replaceAll(from, to);
  const { prefix } = options;
  if (prefix !== undefined)
    text = text.replaceAll(/(<\/?|\s)w:/gu, `$1${prefix}:`).replaceAll('xmlns:w=', `xmlns:${prefix}=`);
  const encoding = options.encoding ?? 'utf8';
  const declared = `<?xml version="1.0" encoding="${encoding.startsWith('utf16') ? 'UTF-16' : 'UTF-8'}" standalone="yes"?>\n${text}`;
  if (encoding === 'utf8') return Buffer.from(declared, 'utf8');
  if (encoding === 'bom') return Buffer.from(`\uFEFF${declared}`, 'utf8');
  const little = Buffer.from(`\uFEFF${declared}`, 'utf16le');
  return encoding === 'utf16le' ? little : little.swap16();
}

/** A small DOCX of the blocks, and what it shall be peculiar in. */
export function docxWith(options: DocxOptions, ...blocks: readonly Xml[]): Uint8Array {
  const context = newContext();
  const content = render(blocks, context);
  const { reference, parts: ends } = section(context, options);
  const body = `<w:body>${content}${SECTION.replace('<w:sectPr>', `<w:sectPr>${reference}`)}</w:body>`;
  const parts = [
    { name: 'document', type: 'document.main', xml: element('document', body) },
    ...sideParts(context, options),
    ...ends,
  ];
  const root = `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`;
  const entries: ZipEntry[] = [
    { name: '[Content_Types].xml', data: encode(contentTypes(parts), options) },
    { name: '_rels/.rels', data: encode(root, options) },
    ...parts.map((part) => ({ name: `word/${part.name}.xml`, data: encode(part.xml, options) })),
    { name: 'word/_rels/document.xml.rels', data: encode(relations(context), options) },
    ...context.media.map(({ name, bytes }) => ({ name: `word/media/${name}`, data: bytes, stored: true })),
  ];
  const extra = options.extra ?? [];
  return zip([...entries.filter((entry) => !extra.some(({ name }) => name === entry.name)), ...extra]);
}

/** A small DOCX: `docx(p('a ', b('bold')), tbl(['1', '2']))`. */
export function docx(...blocks: readonly Xml[]): Uint8Array {
  return docxWith({}, ...blocks);
}
