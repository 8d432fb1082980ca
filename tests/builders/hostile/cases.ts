import type { ErrorCode } from '#shared/model/errors.ts';
import { docx, fieldBegin, p, raw, textBox, type Xml } from '#tests/builders/docx/index.ts';
import { zip } from '#tests/builders/docx/zip.ts';
import * as archives from './archives.ts';
import * as documents from './documents.ts';

/** A file of a stranger, and what must become of it: one of the refusals, or a reading. */
export interface HostileCase {
  readonly name: string;
  readonly make: () => Uint8Array;
  readonly expected: readonly ErrorCode[] | 'read';
}

function refused(name: string, expected: ErrorCode | readonly ErrorCode[], make: () => Uint8Array): HostileCase {
  return { name, make, expected: typeof expected === 'string' ? [expected] : expected };
}

function read(name: string, make: () => Uint8Array): HostileCase {
  return { name, make, expected: 'read' };
}

const text = (content: string): Uint8Array => Buffer.from(content, 'latin1');

const ARCHIVES: readonly HostileCase[] = [
  refused('ratio over 100:1', 'zipBomb', () => archives.ratioBomb(60)),
  refused('more bytes than the header says', ['zipBomb', 'malformedPackage'], () => archives.lyingBomb(60)),
  refused('over 512 MB in all', 'zipBomb', () => archives.manyBomb()),
  refused('two entries over the same bytes', 'zipOverlap', () => archives.overlap()),
  ...[
    '../evil.txt',
    'word/../../evil.txt',
    '..\\evil.txt',
    '/etc/evil.txt',
    'C:\\evil.txt',
    'C:/evil.txt',
    '\\\\host\\evil.txt',
  ].map((name) => refused(`zip-slip ${name}`, 'zipSlip', () => archives.withEntries({ name, data: 'x' }))),
  read('another name in the local header, which nobody uses', () =>
    archives.withEntries({ name: 'word/a.txt', localName: '../a.txt', data: 'x' }),
  ),
  refused('symbolic link', 'zipSymlink', () =>
    archives.withEntries({ name: 'word/link', data: '/etc/passwd', mode: 0o120_777 }),
  ),
  refused('names alike but for case', 'zipDuplicateName', () =>
    archives.withEntries({ name: 'WORD/Document.xml', data: '<a/>' }),
  ),
  refused('the same name twice', 'zipDuplicateName', () =>
    archives.withEntries({ name: 'word/a.txt', data: 'x' }, { name: 'word/a.txt', data: 'y' }),
  ),
  refused('names alike after NFC', 'zipDuplicateName', () =>
    archives.withEntries({ name: 'word/caf\u00E9.txt', data: 'x' }, { name: 'word/cafe\u0301.txt', data: 'y' }),
  ),
  refused('over 1,000 entries', 'zipTooManyEntries', () => archives.crowd(1001)),
  refused('cut in half', 'truncated', () => archives.cutShort(0.5)),
  refused('cut in the directory', ['truncated', 'malformedPackage'], () => archives.cutShort(0.97)),
  refused('a stream that ends early', ['truncated', 'malformedPackage'], () => archives.cutStream()),
  refused('an encrypted entry', 'encrypted', () => archives.withEntries({ name: 'word/a.txt', data: 'x', flags: 1 })),
  refused('an encrypted document', 'encrypted', () => archives.compoundFile('EncryptedPackage')),
  refused('a document of Word 97', 'oldFormat', () => archives.compoundFile('WordDocument')),
  refused('an empty file', 'notAnOfficeFile', () => text('')),
  refused('plain text', 'notAnOfficeFile', () => text('Hola, esto no es un documento.')),
  refused('a PDF', 'notAnOfficeFile', () => text('%PDF-1.7\n1 0 obj')),
  refused('rich text', 'notAnOfficeFile', () => text('{\\rtf1 Hola}')),
  refused('two letters', ['notAnOfficeFile', 'truncated'], () => text('PK')),
  refused('an archive of texts', 'notAnOfficeFile', () => zip([{ name: 'leame.txt', data: 'Hola' }])),
  refused('a spreadsheet', 'notADocx', () => archives.spreadsheet()),
];

const DOCTYPES: readonly HostileCase[] = [
  refused('a bare DOCTYPE', 'doctype', () => documents.withDoctype('<!DOCTYPE w:document>')),
  refused('DOCTYPE after comments', 'doctype', () =>
    documents.withDoctype('<!-- a --><?b c?>\n<!DOCTYPE x SYSTEM "file:///etc/passwd">'),
  ),
  refused('an external entity', 'doctype', () =>
    documents.withDoctype('<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>', '&e;'),
  ),
  refused('a parameter entity', 'doctype', () =>
    documents.withDoctype('<!DOCTYPE x [<!ENTITY % e SYSTEM "http://127.0.0.1/x"> %e;]>'),
  ),
  refused('a billion laughs', 'doctype', () => documents.withDoctype(documents.laughs(), '&l9;')),
  refused('a billion laughs in UTF-16', 'doctype', () => documents.withDoctype(documents.laughs(), '&l9;', 'utf16le')),
  refused('DOCTYPE in the relationships', 'doctype', () =>
    archives.withEntries({ name: 'word/_rels/document.xml.rels', data: '<!DOCTYPE x><Relationships/>' }),
  ),
  refused('DOCTYPE in the styles', 'doctype', () =>
    archives.withEntries({ name: 'word/styles.xml', data: '<!DOCTYPE x><w:styles/>' }),
  ),
];

const nestedBoxes = (depth: number): Xml => (depth === 0 ? p('Fondo') : p('Caja', textBox(nestedBoxes(depth - 1))));

const DOCUMENTS: readonly HostileCase[] = [
  refused('100,000 controls deep', ['tooDeep', 'zipBomb'], () => documents.deep('sdt', 100_000)),
  refused('1,500 controls deep', 'tooDeep', () => documents.deep('sdt', 1500)),
  refused('300 tables deep', 'tooDeep', () => documents.deepTables(300)),
  refused('1,200,000 elements', 'tooManyNodes', () => documents.manyNodes(1_200_000)),
  refused('no main part', 'missingPart', () =>
    archives.withEntries({
      name: '_rels/.rels',
      data: '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/none.xml"/></Relationships>',
    }),
  ),
  refused('an empty main part', 'malformedXml', () => documents.withMain('')),
  refused('tags that cross', 'malformedXml', () => documents.withMain('<a><b></a></b>')),
  refused('an unknown entity', 'malformedXml', () => documents.withDoctype('', '&unknown;')),
  refused('a character XML cannot hold', 'malformedXml', () => documents.withDoctype('', '&#0;')),
  refused('another root', ['notADocx', 'malformedXml', 'missingPart'], () =>
    documents.withMain('<html><body/></html>'),
  ),
  read('an image of 30,000 by 30,000', () => documents.hugeImage()),
  read('a style based on itself', () => documents.styleCycle(1)),
  read('a ring of 300 styles', () => documents.styleCycle(300)),
  ...['lowerRoman', 'lowerLetter', 'decimal', 'cardinalText', 'chicago'].map((format) =>
    read(`a list from 2147483647 in ${format}`, () => documents.hugeList(format)),
  ),
  read('a note that refers to itself', () => documents.noteCycle()),
  read('20,000 fields never closed', () =>
    docx(
      p(...Array.from({ length: 20_000 }, (_, index) => fieldBegin(`REF b${(index * 7919) % 100_003}`))),
      p('Texto'),
    ),
  ),
  read('text boxes three deep', () => docx(nestedBoxes(3))),
  read('a span over two thousand million columns', () =>
    docx(
      raw(
        '<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2147483647"/></w:tcPr><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc></w:tr></w:tbl>',
      ),
      p('Texto'),
    ),
  ),
  read('a list level of a thousand million', () => docx(p({ list: 999_999_999 }, 'Texto'))),
];

/** Every generated case, cheap ones first within their kind. */
export const HOSTILE_CASES: readonly HostileCase[] = [...ARCHIVES, ...DOCTYPES, ...DOCUMENTS];
