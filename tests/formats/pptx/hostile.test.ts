import { expect, test } from 'vitest';
import { AdaptaError } from '#shared/model/errors.ts';
import { docx, p as paragraph } from '#tests/builders/docx/index.ts';
import { box, p, r, slide, title, pptx, type SidePart } from '#tests/builders/pptx/index.ts';
import { zip } from '#tests/builders/docx/zip.ts';
import { read, told } from './rig.ts';

async function outcome(bytes: Uint8Array): Promise<string> {
  try {
    await read(bytes);
    return 'read';
  } catch (error) {
    if (error instanceof AdaptaError) return error.code;
    throw error;
  }
}

const withPart = (part: Partial<SidePart>): Uint8Array =>
  pptx([{ ...slide(title('One')), parts: [{ id: 'rId9', kind: 'comments', name: 'comments/c.xml', ...part }] }]);

test.each([
  ['a document type', withPart({ data: '<!DOCTYPE x [<!ENTITY a "b">]><p:cmLst/>' }), 'doctype'],
  ['broken XML', withPart({ data: '<a><b></a>' }), 'malformedXml'],
  ['elements without end', withPart({ data: '<a>'.repeat(500) + '</a>'.repeat(500) }), 'tooDeep'],
  ['a million elements', withPart({ data: `<a>${'<b/>'.repeat(1_000_001)}</a>` }), ['tooManyNodes', 'zipBomb']],
  ['a document of Word', docx(paragraph('x')), 'notThisFormat'],
  [
    'an Open Document',
    zip([{ name: 'mimetype', data: 'application/vnd.oasis.opendocument.presentation' }]),
    'notThisFormat',
  ],
  ['a plain archive', zip([{ name: 'a.txt', data: 'x' }]), 'notAnOfficeFile'],
  ['a list that names a slide which is not there', pptx([slide()], [], '').slice(0, 600), 'truncated'],
])('%s is refused with a code', async (_, bytes, expected) => {
  expect([expected].flat()).toContain(await outcome(bytes));
});

test('groups nested without end are refused, not followed', async () => {
  const deep = `${'<p:grpSp><p:grpSpPr/>'.repeat(600)}${'</p:grpSp>'.repeat(600)}`;
  expect(await outcome(pptx([slide(deep)]))).toBe('tooDeep');
});

test('a deck of many slides is no bomb, though it has more entries than a document may', async () => {
  const file = await read(pptx(Array.from({ length: 600 }, (_, index) => slide(title(`Slide ${index}`)))));
  expect(file.blocks).toHaveLength(600);
});

test('what lies outside is told and never fetched', async () => {
  const file = await read(withPart({ kind: 'image', name: 'http://10.0.0.1/a.png', external: true }));
  expect(file.report.notes).toContainEqual({ code: 'externalTarget', count: 1, detail: '10.0.0.1' });
});

test('relationships that lead in a circle, and a slide listed twice, end', async () => {
  const link = { id: 'rId9', kind: 'notesSlide', name: 'slides/slide1.xml' };
  expect(told(await read(pptx([{ ...slide(title('One')), parts: [link] }])))).toEqual(['heading 1: One']);
});

test('sizes beyond sense come to nothing worse than none', async () => {
  const file = await read(pptx([slide(box({ at: [1e30, -1e30, 0, 1e30] }, p(r('x', 'sz="99999999999"'))))]));
  expect(told(file)).toEqual(['textBox: x']);
});
