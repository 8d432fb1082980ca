import { crc32, deflateRawSync } from 'node:zlib';
import { docx, docxWith, p } from '#tests/builders/docx/index.ts';
import { zip, type ZipEntry } from '#tests/builders/docx/zip.ts';

const GOOD = docx(p('Texto'));

/** A readable document with further entries. */
export function withEntries(...extra: readonly ZipEntry[]): Uint8Array {
  return docxWith({ extra }, p('Texto'));
}

/** One entry of zeros: about a thousand to one. */
export function ratioBomb(megabytes: number): Uint8Array {
  return withEntries({ name: 'word/media/image1.png', data: new Uint8Array(megabytes * 1_048_576) });
}

/** Headers that promise a few bytes over a stream that inflates to many. */
export function lyingBomb(megabytes: number): Uint8Array {
  const data = new Uint8Array(megabytes * 1_048_576);
  return withEntries({ name: 'word/media/image1.png', data, raw: deflateRawSync(data), claimedSize: 1000 });
}

/** Many entries, each under a hundred to one, more than 512 MB in all. */
export function manyBomb(): Uint8Array {
  const data = Buffer.alloc(6 * 1_048_576);
  let state = 1;
  for (let index = 0; index < 80_000; index++) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    data[index] = state >>> 16;
  }
  const raw = deflateRawSync(data);
  return withEntries(
    ...Array.from({ length: 90 }, (_, index) => ({
      name: `word/media/image${index}.png`,
      data,
      raw,
      claimedSize: data.length,
    })),
  );
}

/** Two names over the same bytes. */
export function overlap(): Uint8Array {
  const shared: ZipEntry = { name: 'word/media/image1.png', data: 'x'.repeat(500) };
  return withEntries(shared, { ...shared, name: 'word/media/image2.png', shares: shared.name });
}

/** A document of this many entries more. */
export function crowd(count: number): Uint8Array {
  return withEntries(
    ...Array.from({ length: count }, (_, index) => ({ name: `word/media/i${index}.txt`, data: 'x', stored: true })),
  );
}

/** The first part of a good file. */
export function cutShort(share: number): Uint8Array {
  return GOOD.subarray(0, Math.floor(GOOD.length * share));
}

/** A directory in order over an entry whose stream ends too early. */
export function cutStream(): Uint8Array {
  const data = Buffer.from('<a>'.repeat(5000) + crc32('seed'));
  return withEntries({
    name: 'customXml/item1.xml',
    data,
    raw: deflateRawSync(data).subarray(0, 20),
    claimedSize: data.length,
  });
}

/** A compound file (MS-CFB 2.2) by its first bytes, with a stream name where one is given. */
export function compoundFile(stream: string): Uint8Array {
  const header = Buffer.alloc(1536);
  header.writeUInt32BE(0xd0cf11e0, 0);
  header.writeUInt32BE(0xa1b11ae1, 4);
  header.write(stream, 1024, 'utf16le');
  return header;
}

/** An archive of a spreadsheet. */
export function spreadsheet(): Uint8Array {
  const types =
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>';
  const relations =
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" ' +
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>';
  const workbook = '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>';
  return zip([
    { name: '[Content_Types].xml', data: types },
    { name: '_rels/.rels', data: relations },
    { name: 'xl/workbook.xml', data: workbook },
  ]);
}
