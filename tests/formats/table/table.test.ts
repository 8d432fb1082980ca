import * as fc from 'fast-check';
import { collect } from '#tests/formats/flat/collect.ts';
import { expect, test } from 'vitest';
import { columnsOf, openTable } from '#main/formats/table/read.ts';
import { writeTable } from '#main/formats/table/write.ts';

async function read(source: string | Uint8Array): Promise<readonly (readonly string[])[]> {
  const { header, rows } = await openTable([typeof source === 'string' ? Buffer.from(source) : source]);
  return [header, ...(await collect(rows)).map(({ cells }) => cells)];
}

async function written(rows: readonly (readonly string[])[], delimiter?: string): Promise<string> {
  return Buffer.concat(await collect(writeTable(rows, delimiter === undefined ? {} : { delimiter }))).toString('utf8');
}

test('quotes, doubled quotes, line ends and delimiters inside cells (RFC 4180)', async () => {
  expect(await read('a,b\r\n"x ""y"" z","1,5\r\nfin"\r\n')).toEqual([
    ['a', 'b'],
    ['x "y" z', '1,5\r\nfin'],
  ]);
});

test.each([';', '\t', ',', '|'])('the delimiter %j is found by the first lines', async (delimiter) => {
  const source = `término${delimiter}term\n"a, b; c"${delimiter}x\ny${delimiter}z\n`;
  expect(await read(source)).toEqual([
    ['término', 'term'],
    ['a, b; c', 'x'],
    ['y', 'z'],
  ]);
});

test('UTF-16, marks and windows-1252 are told by the bytes', async () => {
  expect(await read(Buffer.from('\uFEFFaño\tx\n', 'utf16le'))).toEqual([['año', 'x']]);
  expect(await read('\uFEFFaño;x\n')).toEqual([['año', 'x']]);
  expect(await read(Buffer.from('a\u00F1o;x\n', 'latin1'))).toEqual([['año', 'x']]);
});

test('rows tell the line they begin in; blank lines are none', async () => {
  const { rows } = await openTable([Buffer.from('a,b\n\n"x\ny",z\n\nk,l')]);
  expect((await collect(rows)).map(({ line }) => line)).toEqual([3, 6]);
});

test('columns are found by their names, whatever the case and the accents', () => {
  const names = { source: ['English', 'Inglés'], target: ['Español'] };
  expect(columnsOf(['N.º', 'INGLES', ' español '], names, ['source', 'target'])).toEqual({ source: 1, target: 2 });
  expect(() => columnsOf(['x'], names, ['source'])).toThrow(expect.objectContaining({ code: 'invalidTable' }));
});

const BROKEN: readonly (readonly [rule: string, source: string, line: number])[] = [
  ['empty', '', 1],
  ['quoteLeftOpen', 'a,b\n"x', 2],
  ['binary', 'a,b\nx\u0000', 2],
  ['tooManyColumns', `a\n${','.repeat(1001)}`, 2],
  ['cellTooLong', `a\n"${'x'.repeat(1_000_001)}"`, 2],
];

test.each(BROKEN)('a table that breaks the rule %s is refused by it', async (rule, source, line) => {
  await expect(read(source)).rejects.toMatchObject({ code: 'invalidTable', params: { rule, line } });
});

test('no cell is a formula for a spreadsheet', async () => {
  expect(await written([['=1+1', '+x', '-x', '@x', '\tx', '\rx', "'=x", '-5 %']])).toBe(
    `\uFEFF'=1+1,'+x,'-x,'@x,'\tx,"'\rx",''=x,'-5 %\r\n`,
  );
});

test('what is written is read the same, whatever it is', async () => {
  const cell = fc.string({
    unit: fc.constantFrom('a', 'ñ', ' ', ',', ';', '\t', '"', "'", '\n', '\r', '=', '-', '@', '🙂'),
    maxLength: 8,
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 6 }),
      fc.constantFrom(',', ';', '\t'),
      async (rows, delimiter) => {
        const { header, rows: rest } = await openTable([Buffer.from(await written(rows, delimiter))], { delimiter });
        expect([header, ...(await collect(rest)).map(({ cells }) => cells)]).toEqual(rows);
      },
    ),
    { seed: 20_230_614, numRuns: 400 },
  );
});
