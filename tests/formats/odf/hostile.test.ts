import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { odtFormat } from '#main/formats/odf/index.ts';
import { AdaptaError, errorGroup } from '#shared/model/errors.ts';
import * as b from '#tests/builders/odf/index.ts';
import { laughs } from '#tests/builders/hostile/documents.ts';

const { odt, p } = b;

async function outcome(bytes: Uint8Array): Promise<string> {
  try {
    await odtFormat.read(bytes);
    return 'read';
  } catch (error) {
    if (error instanceof AdaptaError && errorGroup(error.code) === 'refused') return error.code;
    throw error;
  }
}

function withDoctype(doctype: string): Uint8Array {
  const plain = `<?xml version="1.0"?>${doctype}<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"/>`;
  return odt('', { content: plain });
}

function many(count: number): string {
  let state = 1;
  return Array.from({ length: count }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return `<text:bookmark text:name="${state.toString(36)}"/>`;
  }).join('');
}

const zeros = new Uint8Array(60 * 1_048_576);
const entry = (name: string, data = 'x'): b.OdfParts => ({ extra: [{ name, data }] });
const ENCRYPTED =
  '<manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data manifest:checksum="x"/></manifest:file-entry>';

const CASES: readonly (readonly [name: string, make: () => Uint8Array, expected: readonly string[]])[] = [
  ['a billion laughs', () => withDoctype(laughs()), ['doctype']],
  ['an external entity', () => withDoctype('<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'), ['doctype']],
  ['a DOCTYPE in a flat file', () => b.fodt(p('x'), {}, '<!DOCTYPE x>'), ['doctype']],
  ['a flat file of something else', () => Buffer.from('<html/>'), ['notThisFormat']],
  ['ratio over 100:1', () => odt(p('x'), { extra: [{ name: 'Pictures/a.png', data: zeros }] }), ['zipBomb']],
  [
    'more bytes than the header says',
    () =>
      odt(p('x'), { extra: [{ name: 'Pictures/a.png', data: zeros, raw: deflateRawSync(zeros), claimedSize: 1000 }] }),
    ['zipBomb', 'malformedPackage'],
  ],
  ['zip-slip', () => odt(p('x'), entry('../evil')), ['zipSlip']],
  [
    'a symbolic link',
    () => odt(p('x'), { extra: [{ name: 'Pictures/l', data: '/etc/passwd', mode: 0o120_777 }] }),
    ['zipSymlink'],
  ],
  ['names alike but for case', () => odt(p('x'), entry('CONTENT.xml')), ['zipDuplicateName']],
  ['encrypted parts', () => odt(p('x'), { manifest: ENCRYPTED }), ['encrypted']],
  ['400 sections deep', () => odt('<text:section>'.repeat(400) + p('x') + '</text:section>'.repeat(400)), ['tooDeep']],
  ['1,200,000 elements', () => odt(p(many(1_200_000))), ['tooManyNodes']],
  ['tags that cross', () => odt('<text:p><text:span></text:p></text:span>'), ['malformedXml']],
  ['an unknown entity', () => odt(p('&unknown;')), ['malformedXml']],
  ['a spreadsheet', () => odt('', { content: '<a/>' }), ['notThisFormat']],
  ['an empty content', () => odt('', { content: '' }), ['malformedXml']],
  ['a half', () => odt(p('x')).subarray(0, 300), ['truncated', 'malformedPackage']],
  [
    'a DOCTYPE in a formula, which is not looked into',
    () =>
      odt(
        p('x<draw:frame><draw:object xlink:href="./O"/></draw:frame>'),
        entry('O/content.xml', '<!DOCTYPE x><math/>'),
      ),
    ['read'],
  ],
  [
    'a style based on itself',
    () =>
      odt(p('x', 'A'), {
        styles: '<style:style style:name="A" style:family="paragraph" style:parent-style-name="A"/>',
      }),
    ['read'],
  ],
  ['blanks without end', () => odt(p('a<text:s text:c="2000000000"/>b')), ['read']],
  [
    'a list from two thousand million',
    () =>
      odt(b.list('L', p('x')), {
        automatic: b.listStyle('L').replace('num-format="1"', 'num-format="i" text:start-value="2147483647"'),
      }),
    ['read'],
  ],
  [
    'a span over two thousand million columns',
    () =>
      odt(
        b.table([p('x')]).replace('<table:table-cell>', '<table:table-cell table:number-columns-spanned="2147483647">'),
      ),
    ['read'],
  ],
  [
    'columns repeated two thousand million times',
    () =>
      odt(
        b
          .table([p('x')])
          .replace('<table:table-column/>', '<table:table-column table:number-columns-repeated="2147483647"/>'),
      ),
    ['read'],
  ],
];

describe('a generated file of a stranger', () => {
  test.each(CASES)('%s', { timeout: 30_000 }, async (_, make, expected) => {
    const bytes = make();
    const result = await outcome(bytes);
    expect(expected).toContain(result);
    if (result === 'read') await odtFormat.layout?.(bytes);
  });
});

test('remote things are said and not fetched', async () => {
  const inner = p('a<draw:frame><draw:image xlink:href="https://example.org/x.png"/></draw:frame>');
  const { report } = await odtFormat.read(odt(inner));
  expect(report.notes).toContainEqual({ code: 'externalTarget', count: 1, detail: 'example.org' });
});
