import { describe, expect, test } from 'vitest';
import { openZip } from '#main/formats/package/zip-read.ts';
import { rewriteZip } from '#main/formats/package/zip-write.ts';
import { resolvePartName } from '#main/formats/package/names.ts';
import { zip } from '#tests/builders/docx/zip.ts';
import { readArchive } from './laws/archive.ts';

const FILES = zip([
  { name: '[Content_Types].xml', data: '<Types/>' },
  { name: 'word/document.xml', data: 'uno '.repeat(500) },
  { name: 'word/media/image1.png', data: Buffer.from([1, 2, 3]), stored: true },
]);

/** An archive with one entry gone and one come, as hexadecimal. */
async function changed(): Promise<string> {
  const added = new Map([['a.txt', Buffer.from('nuevo')]]);
  const changes = { replaced: new Map<string, () => Uint8Array>(), removed: new Set(['word/document.xml']), added };
  return Buffer.from(rewriteZip(await openZip(FILES), changes)).toString('hex');
}

describe('a rewritten archive', () => {
  test('keeps the order, and the compressed bytes of what did not change', async () => {
    const archive = await openZip(FILES);
    const replaced = new Map([['word/document.xml', () => Buffer.from('dos')]]);
    const bytes = rewriteZip(archive, { replaced, removed: new Set(), added: new Map() });
    const [before, after] = [readArchive(FILES), readArchive(bytes)];
    expect(after.map(({ name }) => name)).toEqual(before.map(({ name }) => name));
    expect(after.map(({ raw }) => Buffer.from(raw).toString('hex')).toSpliced(1, 1)).toEqual(
      before.map(({ raw }) => Buffer.from(raw).toString('hex')).toSpliced(1, 1),
    );
    expect(Buffer.from(after[1]?.bytes ?? []).toString()).toBe('dos');
  });

  test('is the same for the same changes', async () => {
    expect(await changed()).toBe(await changed());
  });

  test('keeps entries apart whose names a tidy mind would take for one', async () => {
    const names = ['a/b.xml', 'a//b.xml', 'a/./b.xml', './a/b.xml'];
    const archive = await openZip(zip(names.map((name) => ({ name, data: name }))));
    const after = readArchive(rewriteZip(archive, { replaced: new Map(), removed: new Set(), added: new Map() }));
    expect(after.map(({ name, bytes }) => [name, Buffer.from(bytes).toString()])).toEqual(
      names.map((name) => [name, name]),
    );
  });

  test('begins with its media type as Open Document wants it: stored, no extra field, sizes before the content', async () => {
    const type = 'application/vnd.oasis.opendocument.text';
    const archive = await openZip(
      zip([
        { name: 'mimetype', data: type, stored: true },
        { name: 'content.xml', data: 'uno' },
      ]),
    );
    const replaced = new Map([['content.xml', () => Buffer.from('dos')]]);
    const bytes = Buffer.from(rewriteZip(archive, { replaced, removed: new Set(), added: new Map() }));
    expect(bytes.subarray(30, 38 + type.length).toString()).toBe(`mimetype${type}`);
    expect([bytes.readUInt16LE(6) & 0x8, bytes.readUInt16LE(8), bytes.readUInt16LE(28)]).toEqual([0, 0, 0]);
    expect(bytes.readUInt32LE(22)).toBe(type.length);
  });
});

/** An archive of this many entries of one name each. */
function many(count: number, nameOf: (index: number) => string): Uint8Array {
  return zip(Array.from({ length: count }, (_, index) => ({ name: nameOf(index), data: 'x', stored: true })));
}

test.each([
  ['pictures', (index: number) => `word/media/image${index}.png`],
  ['slides', (index: number) => `ppt/slides/slide${index}.xml`],
])('a long document may have thousands of %s', async (_what, nameOf) => {
  expect((await openZip(many(1500, nameOf))).entries.length).toBe(1500);
});

test.each([
  ['parts of any other name', 1001, (index: number) => `word/part${index}.xml`],
  ['what only stands where pictures do', 1001, (index: number) => `word/media/i${index}.txt`],
  ['pictures', 20_001, (index: number) => `word/media/image${index}.png`],
])('too many %s are refused', async (_what, count, nameOf) => {
  await expect(openZip(many(count, nameOf))).rejects.toMatchObject({ code: 'zipTooManyEntries' });
});

test('bytes behind the archive are no part of it', async () => {
  expect((await openZip(Buffer.concat([FILES, Buffer.alloc(70_000)]))).entries.length).toBe(3);
});

test('what is stored is read as bytes of its own, not as a view of the archive', async () => {
  const archive = await openZip(FILES);
  const image = archive.entries.find(({ name }) => name.endsWith('.png'));
  expect(image === undefined ? [] : [...archive.read(image)]).toEqual([1, 2, 3]);
  expect(image === undefined ? 0 : archive.read(image).buffer.byteLength).toBe(3);
});

test('an entry is found whatever the case of its name', async () => {
  expect((await openZip(FILES)).find('Word/Document.XML')?.name).toBe('word/document.xml');
});

describe('relationship targets', () => {
  test.each([
    ['word/document.xml', 'media/i.png', 'word/media/i.png'],
    ['word/document.xml', '../docProps/core.xml', 'docProps/core.xml'],
    ['word/document.xml', '/word/styles.xml', 'word/styles.xml'],
    ['', 'word/document.xml', 'word/document.xml'],
    ['word/document.xml', '../../../etc/passwd', 'etc/passwd'],
    ['word/document.xml', 'a%20b.png', 'word/a b.png'],
  ])('of %s: %s is %s', (base, target, name) => {
    expect(resolvePartName(base, target)).toBe(name);
  });
});
