import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PlaceholderPlace } from '#main/formats/format.ts';
import { textFormat } from '#main/formats/text/index.ts';
import { untouchedLaw } from '#tests/formats/flat/bytes-law.ts';
import { edited, editedBytes, lines } from '#tests/formats/flat/rig.ts';
import { containersOf, requestFor } from '#tests/formats/laws/request.ts';
import { rewriteLaw, structureLaw } from '#tests/formats/flat/structure-law.ts';

async function read(text: string): Promise<readonly string[]> {
  return lines(await textFormat.read(Buffer.from(text)));
}

const LONG = 'Una línea tan larga como las que los programas de correo cortan por su cuenta,';

test('blank lines part paragraphs; without any, each line is one', async () => {
  expect(await read('Uno\ndos\n\n  Tres\n')).toEqual(['body paragraph Uno{break}dos', 'body paragraph Tres']);
  expect(await read('Uno\r\nDos\r\n')).toEqual(['body paragraph Uno', 'body paragraph Dos']);
});

test('wrapped lines are one', async () => {
  expect(await read(`${LONG}\nsigue aquí.\n\nFin`)).toEqual([
    `body paragraph ${LONG} sigue aquí.`,
    'body paragraph Fin',
  ]);
});

test('only what changed is another, in lines as long as they were and with the ends they had', async () => {
  const source = `${LONG}\r\nsigue aquí.\r\n\r\nFin\r\n`;
  expect(await edited(textFormat, source, { change: { Fin: 'Final' } })).toBe(source.replace('Fin', 'Final'));
  expect(await edited(textFormat, source, { change: { sigue: `Ahora ${LONG} y sigue` } })).toBe(
    'Ahora Una línea tan larga como las que los programas de correo cortan por su\r\ncuenta, y sigue\r\n\r\nFin\r\n',
  );
});

/** Where a document that numbers from 41 on finds a file's placeholder. */
function shifted(id: number): PlaceholderPlace {
  return { file: 'skeleton', id: id - 40 };
}

test('a document’s numbers of line breaks are no change', async () => {
  const bytes = Buffer.from('Uno\ndos\n\nTres\ncuatro\n');
  const file = await textFormat.read(bytes);
  const containers = containersOf(file).map(({ container, units }) => ({
    container,
    units: units.map((unit) => ({
      ...unit,
      content: unit.content.map((run) => ('text' in run ? run : { ...run, placeholder: run.placeholder + 40 })),
    })),
  }));
  const written = await textFormat.write({ ...requestFor(bytes, containers), locate: shifted });
  expect(Buffer.from(written.bytes).equals(bytes)).toBe(true);
});

test('the encoding stays: UTF-16 with its mark, windows-1252', async () => {
  const wide = Buffer.from('\uFEFFaño', 'utf16le');
  expect(Buffer.from(await editedBytes(textFormat, wide, { change: { año: 'días' } })).toString('utf16le')).toBe(
    '\uFEFFdías',
  );
  const western = Buffer.from('a\u00F1o', 'latin1');
  expect(Buffer.from(await editedBytes(textFormat, western, { change: { año: 'días' } })).toString('latin1')).toBe(
    'd\u00EDas',
  );
});

test('what is no text is refused, and so is a hundred megabytes', async () => {
  await expect(textFormat.read(Buffer.from([1, 2, 0, 3]))).rejects.toMatchObject({ code: 'notUtf8' });
  await expect(textFormat.read(new Uint8Array(100_000_000))).rejects.toMatchObject({ code: 'fileTooLarge' });
});

const RUNS = { seed: 20_230_614, numRuns: 100 };
const line = fc
  .array(fc.constantFrom('kit', 'taller', 'municipal', '- ', '1.', 'Ley', '¿qué?', 'añadir'), {
    minLength: 1,
    maxLength: 16,
  })
  .map((words) => words.join(' '));
const texts = fc
  .tuple(fc.array(fc.array(line, { minLength: 1, maxLength: 4 }), { maxLength: 6 }), fc.constantFrom('\n', '\r\n'))
  .map(([paragraphs, end]) => paragraphs.map((lines) => lines.join(end)).join(end + end));

test('the laws hold for texts nobody would write', async () => {
  await fc.assert(
    fc.asyncProperty(texts, fc.nat(1000), async (text, seed) => {
      const bytes = Buffer.from(text);
      const file = await textFormat.read(bytes);
      expect(await untouchedLaw(textFormat, bytes, file)).toEqual([]);
      expect((await rewriteLaw(textFormat, bytes, file)).failures).toEqual([]);
      expect((await structureLaw(textFormat, bytes, file, () => false, seed)).failures).toEqual([]);
    }),
    RUNS,
  );
});
