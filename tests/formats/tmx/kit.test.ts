import { readFileSync } from 'node:fs';
import { decodeText } from '#main/formats/common/text-file.ts';
import { bestFor } from '#main/formats/common/languages.ts';
import { pairOf } from '#main/formats/tmx/pair.ts';
import { openTmx } from '#main/formats/tmx/read.ts';
import { writeTmx } from '#main/formats/tmx/write.ts';
import type { TmxHeader, TmxUnit } from '#main/formats/tmx/model.ts';
import { isText, textOf, type Content } from '#shared/model/content.ts';
import { collect } from '#tests/formats/flat/collect.ts';
import { expect, test } from 'vitest';

const KIT = new URL('../../../../shared/corpus/tmx/TMXComplianceKit/', import.meta.url);

function bytes(name: string): Uint8Array {
  return readFileSync(new URL(name, KIT));
}

async function read(source: Iterable<Uint8Array>): Promise<{ header: TmxHeader; units: readonly TmxUnit[] }> {
  const { header, units } = await openTmx(source);
  return { header, units: await collect(units) };
}

/** The lines a test translates, and what they have to become. */
const TRANSLATIONS: readonly (readonly [test: string, language: string])[] = [
  ['1A', 'fr-ca'],
  ['1B', 'fr-ca'],
  ['1C', 'fr-ca'],
  ['1D', 'en-gb'],
  ['1E', 'en-gb'],
  ['1F', 'en-gb'],
  ['1G', 'en-gb'],
  ['1H', 'en-gb'],
  ['1I', 'ja-jp'],
];

function linesOf(name: string): readonly string[] {
  return decodeText(bytes(name))
    .text.replace(/^\uFEFF/u, '')
    .split(/\r\n|\n/u)
    .filter((line) => line !== '');
}

test.each(TRANSLATIONS)(
  'import test %s: every line of the kit’s text has its %s translation',
  async (name, language) => {
    const { units } = await read([bytes(`ImportTest${name}.tmx`)]);
    const memory = new Map(
      units.map(({ variants }) => [
        textOf(bestFor(variants, 'en-us')?.content ?? []),
        textOf(bestFor(variants, language)?.content ?? []),
      ]),
    );
    const translated = linesOf(`ImportTest${name}.txt`).map((line) => memory.get(line));
    expect(translated).toEqual(linesOf(`ImportTest${name}_${language}.txt`));
  },
);

test.each(['1J', '1J_many'])(
  'import test %s: what was translated from another language is no translation',
  async (name) => {
    const { header, units } = await read([bytes(`ImportTest${name}.tmx`)]);
    const pairs = units.flatMap((unit) => pairOf(header, unit, { source: 'en-us', target: 'en-gb' }) ?? []);
    expect(pairs.map(({ source, target }) => [textOf(source.content), textOf(target.content)])).toEqual([
      ['First entry in US English', 'First entry in UK English'],
      ['Second entry in US English', 'Second entry in UK English'],
    ]);
  },
);

test('import test 1K: a unit may have another source than the file', async () => {
  const { units } = await read([bytes('ImportTest1K.tmx')]);
  expect(units.map(({ sourceLanguage }) => sourceLanguage)).toEqual(['de-DE', 'fr-CA']);
});

test('import test 1L: every attribute, note, property and comment a file may have', async () => {
  const { header, units } = await read([bytes('ImportTest1L.tmx')]);
  expect(header).toMatchObject({
    tool: 'myTool',
    creator: 'ys',
    created: '2002-05-23T09:12:00Z',
    properties: [{ type: 'myPropeType', value: 'Data', language: 'en-US' }],
  });
  expect(header.notes).toHaveLength(2);
  expect(units[0]).toMatchObject({ id: 'tu001', usageCount: 100, lastUsed: '2002-05-23T09:12:00Z', changer: 'ys' });
  expect(units[0]?.variants.map(({ language }) => language)).toEqual(['en-US', 'fr', 'en-GB']);
});

/** Content with its native code put back. */
function native(content: Content, codes: TmxUnit['variants'][number]['codes']): string {
  return content
    .map((run) => {
      if (isText(run)) return run.text;
      const code = codes.get(run.placeholder);
      return (run.kind === 'close' ? code?.closing : code?.data) ?? '';
    })
    .join('');
}

function paragraphs(name: string): readonly string[] {
  const page = Buffer.from(bytes(name)).toString('latin1');
  const text = [...page.matchAll(/<p>(.*?)<\/p>/gsu)].map((match) =>
    (match[1] ?? '').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&'),
  );
  return text;
}

test.each(['2A', '2A-0index'])(
  'import test %s: with its native code each segment is that of the page',
  async (name) => {
    const { units } = await read([bytes(`ImportTest${name}.tmx`)]);
    for (const [language, page] of [
      ['en-us', 'ImportTest2A.htm'],
      ['fr-ca', 'ImportTest2A_fr-ca.htm'],
    ] as const) {
      const wanted = paragraphs(page).join(' ');
      for (const { variants } of units) {
        const variant = bestFor(variants, language);
        expect(wanted).toContain(native(variant?.content ?? [], variant?.codes ?? new Map()).trim());
      }
    }
  },
);

test('import test 2A: codes that stand for each other have one number in both languages', async () => {
  const { units } = await read([bytes('ImportTest2A.tmx')]);
  const types = units[0]?.variants.map(({ content, codes }) =>
    content.flatMap((run) =>
      isText(run) || run.kind === 'close' ? [] : [`${run.placeholder} ${codes.get(run.placeholder)?.type}`],
    ),
  );
  expect(types).toEqual([
    ['1 bold', '2 ulined'],
    ['2 ulined', '1 bold'],
  ]);
});

test('import test 2B: codes of another kind of file', async () => {
  const { units } = await read([bytes('ImportTest2B.tmx')]);
  expect(textOf(units[0]?.variants[1]?.content ?? [])).toBe('Le gros chat noir dors.');
});

test('import test 2C: text inside codes, isolated codes and highlights', async () => {
  const { units } = await read([bytes('ImportTest2C.tmx')]);
  const [english] = units[0]?.variants ?? [];
  expect(textOf(english?.content ?? [])).toBe('Click  to start.');
  expect([...(english?.codes.values() ?? [])]).toMatchObject([
    { element: 'it', position: 'begin', data: '<I>' },
    { element: 'bpt', data: '<B>', closing: '</B>' },
    { element: 'ph', type: 'image', data: '<IMG SRC="here.png" ALT="Start Here!">' },
    { element: 'hi', type: 'verb' },
  ]);
});

const FILES = [
  '1A',
  '1B',
  '1C',
  '1D',
  '1E',
  '1F',
  '1G',
  '1H',
  '1I',
  '1J',
  '1J_many',
  '1K',
  '1L',
  '2A',
  '2A-0index',
  '2B',
  '2C',
];

test.each(FILES)('what is read of import test %s is written and read again the same', async (name) => {
  const first = await read([bytes(`ImportTest${name}.tmx`)]);
  const written = await collect(writeTmx(first.header, first.units));
  const again = await read(written);
  const bare = ({ units }: typeof first): unknown => units.map(({ line: _line, ...unit }) => unit);
  expect(bare(again)).toEqual(bare(first));
  expect({ ...again.header, version: '' }).toEqual({ ...first.header, version: '' });
});
