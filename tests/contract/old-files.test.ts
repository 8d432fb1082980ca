import { expect, test } from 'vitest';
import { textOf } from '#shared/model/content.ts';
import { libreOffice } from '#main/engine/libre-office.ts';
import type { ConvertPort } from '#main/services/deps.ts';
import { convertOld } from '#main/services/old-files.ts';
import { openClient } from '#tests/builders/client.ts';

/** Answers with the same text in capitals, and keeps what it was asked for. */
function capitals(): ConvertPort & { asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    convert: async (bytes, from, to) => {
      asked.push(`${from} → ${to}`);
      return await Promise.resolve(new TextEncoder().encode(new TextDecoder().decode(bytes).toUpperCase()));
    },
    drawSlides: async (bytes) => await Promise.resolve(bytes),
  };
}

test('a file of an older format is converted before it is read, and the report says so', async () => {
  const convert = capitals();
  const it = await openClient({ convert });
  const plan = await it.client.imports.plan({ source: it.grant('guide.ppt', 'one') });
  expect(convert.asked).toEqual(['ppt → pptx']);
  expect(plan.source.map(({ content }) => textOf(content))).toEqual(['ONE']);
  expect(plan.sourceReport.notes).toContainEqual({ code: 'converted', count: 1 });
});

test('a file of today is read as it is', async () => {
  const convert = capitals();
  const it = await openClient({ convert });
  await it.client.imports.plan({ source: it.grant('guide.docx', 'one') });
  expect(convert.asked).toEqual([]);
});

test('where nothing converts, the file is refused by name and the sentence says what to do', async () => {
  const it = await openClient();
  await expect(it.client.imports.plan({ source: it.grant('guide.doc', 'one') })).rejects.toMatchObject({
    code: 'converterMissing',
    params: { file: 'guide.doc' },
  });
});

test.each([
  ['WordDocument', ['doc → docx']],
  ['PowerPoint Document', ['ppt → pptx']],
  ['EncryptedPackage', []],
])('a compound file named .docx is told by what it holds: %s', async (stream, asked) => {
  const convert = capitals();
  const bytes = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from(stream, 'utf16le')]);
  await convertOld({ name: 'a.docx', bytes }, convert, new AbortController().signal);
  expect(convert.asked).toEqual(asked);
});

const office = libreOffice();

test.runIf(office !== null)('LibreOffice turns an RTF into a document that reads', async () => {
  const it = await openClient({ office: 'real', convert: office as ConvertPort });
  const plan = await it.client.imports.plan({
    source: it.grant('acta.rtf', '{\\rtf1\\ansi Acta del {\\b Concejo}\\par Fin\\par}'),
  });
  expect(plan.source.map(({ content }) => textOf(content))).toEqual(['Acta del Concejo', 'Fin']);
});

test.runIf(office !== null)('what LibreOffice cannot read is no conversion', async () => {
  await expect(office?.convert(new Uint8Array([1, 2, 3]), 'ppt', 'pptx')).rejects.toMatchObject({
    code: 'conversionFailed',
  });
});
