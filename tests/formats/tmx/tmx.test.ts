import * as fc from 'fast-check';
import { collect } from '#tests/formats/flat/collect.ts';
import { expect, test } from 'vitest';
import { openTmx } from '#main/formats/tmx/read.ts';
import { writeTmx } from '#main/formats/tmx/write.ts';
import { NO_FACTS, type TmxHeader, type TmxUnit } from '#main/formats/tmx/model.ts';
import { MARKS, normalizeContent, textRun, type Content } from '#shared/model/content.ts';
import { growth } from '#tests/formats/flat/growth.ts';

const HEADER: TmxHeader = {
  version: '1.4',
  tool: 'Adapta',
  toolVersion: '1',
  segmentation: 'block',
  memoryFormat: 'Adapta',
  adminLanguage: 'es',
  sourceLanguage: 'en',
  dataType: 'unknown',
  ...NO_FACTS,
};

function tmx(body: string, doctype = ''): string {
  return `<?xml version="1.0"?>${doctype}<tmx version="1.4"><header srclang="en"/><body>${body}</body></tmx>`;
}

async function read(source: string): Promise<readonly TmxUnit[]> {
  return await collect((await openTmx([Buffer.from(source)])).units);
}

function tu(inside: string): string {
  return `<tu><tuv xml:lang="es">${inside}</tuv></tu>`;
}

const BROKEN: readonly (readonly [rule: string, source: string])[] = [
  ['rootIsNotTmx', '<x/>'],
  ['headerMissing', '<tmx><body/></tmx>'],
  ['bodyMissing', '<tmx/>'],
  ['bodyMissing', '<tmx><header/></tmx>'],
  ['tuPlace', '<tmx><header/><tu/></tmx>'],
  ['tuvPlace', tmx('<tuv xml:lang="es"/>')],
  ['tuvMissing', tmx('<tu/>')],
  ['languageMissing', tmx('<tu><tuv><seg/></tuv></tu>')],
  ['segMissing', tmx(tu(''))],
  ['segTwice', tmx(tu('<seg/><seg/>'))],
  ['elementInSegment', tmx(tu('<seg><b>x</b></seg>'))],
];

test.each(BROKEN)('a file that breaks the rule %s is refused by it', async (rule, source) => {
  await expect(read(source)).rejects.toMatchObject({ code: 'invalidTmx', params: { rule, line: 1 } });
});

test('the line of an error is told', async () => {
  await expect(read(`<tmx><header/><body>\n\n<tu>\n</tu></body></tmx>`)).rejects.toMatchObject({ params: { line: 4 } });
});

test('language tags of any spelling are one', async () => {
  const units = await read(
    tmx('<tu><tuv xml:lang="ES_bo"><seg>a</seg></tuv><tuv lang="EN-us"><seg>b</seg></tuv></tu>'),
  );
  expect(units[0]?.variants.map(({ language }) => language)).toEqual(['es-BO', 'en-US']);
});

test('declarations in a document type are refused, and no entity is ever resolved', async () => {
  const laughs = `<!DOCTYPE tmx [<!ENTITY a "ha"><!ENTITY b "${'&a;'.repeat(100)}">]>`;
  await expect(read(tmx(tu('<seg>&b;</seg>'), laughs))).rejects.toMatchObject({ code: 'doctype' });
  await expect(read(tmx(tu('<seg>&b;</seg>'), '<!DOCTYPE tmx SYSTEM "file:///etc/passwd">'))).rejects.toMatchObject({
    code: 'malformedXml',
  });
  expect(await read(tmx(tu('<seg>a</seg>'), '<!DOCTYPE tmx SYSTEM "tmx14.dtd">'))).toHaveLength(1);
});

test('what is cut off, ill-formed, too deep or without end is refused', async () => {
  await expect(read('<tmx><header/><body><tu>')).rejects.toMatchObject({ code: 'truncated' });
  await expect(read('<tmx><header/><body></tu>')).rejects.toMatchObject({ code: 'malformedXml' });
  await expect(read(tmx(tu(`<seg>${'<hi>'.repeat(100_000)}`)))).rejects.toMatchObject({ code: 'tooDeep' });
  await expect(read(tmx(`<tu x="${'y'.repeat(9_000_000)}"/>`))).rejects.toMatchObject({ code: 'fileTooLarge' });
  await expect(read('\u0000\u0000\u0000')).rejects.toMatchObject({
    code: expect.stringMatching(/malformedXml|notUtf8/u),
  });
});

const text = fc.string({
  unit: fc.constantFrom('a', 'ñ', ' ', '<', '&', '"', '\n', '\t', '🙂'),
  minLength: 1,
  maxLength: 12,
});
const contents: fc.Arbitrary<Content> = fc
  .array(
    fc.tuple(
      text,
      fc.subarray([...MARKS]),
      fc.option(fc.constantFrom('https://un.org/?a=1&b=2', 'mailto:a@b.bo'), { nil: undefined }),
      fc.nat(5),
    ),
    { maxLength: 5 },
  )
  .map((runs) =>
    normalizeContent(
      runs.flatMap(([value, marks, link, kind], index): Content => {
        const run = textRun(value, marks, link === undefined ? {} : { link });
        const id = index + 1;
        if (kind === 0) return [run, { placeholder: id, kind: 'image', label: '' }];
        if (kind === 1)
          return [
            { placeholder: id, kind: 'open', label: '' },
            textRun(value, marks),
            { placeholder: id, kind: 'close', label: '' },
          ];
        if (kind === 2) return [run, { placeholder: 0, kind: 'break', label: '\n' }];
        return [run];
      }),
    ),
  );

test('content of every kind is read as it was written', async () => {
  await fc.assert(
    fc.asyncProperty(contents, async (content) => {
      const unit = { ...NO_FACTS, variants: [{ ...NO_FACTS, language: 'es-BO', content, codes: new Map() }] };
      const written = await collect(writeTmx(HEADER, [unit]));
      const { units } = await openTmx(written);
      const [again] = await collect(units);
      const renumbered = new Map<number, number>();
      const told = (all: Content): Content =>
        all.map((run) => {
          if ('text' in run || run.placeholder <= 0) return run;
          const known = renumbered.get(run.placeholder) ?? renumbered.size + 1;
          renumbered.set(run.placeholder, known);
          return { ...run, placeholder: known };
        });
      const read = told(again?.variants[0]?.content ?? []);
      renumbered.clear();
      expect(read).toEqual(told(content));
    }),
    { seed: 20_230_614, numRuns: 300 },
  );
});

async function* units(count: number): AsyncGenerator<TmxUnit> {
  for (let index = 0; index < count; index++) {
    const variant = { ...NO_FACTS, content: [textRun(`Unit ${index} of the kit`)], codes: new Map() };
    yield {
      ...NO_FACTS,
      line: 0,
      variants: [
        { ...variant, language: 'en' },
        { ...variant, language: 'es' },
      ],
    };
  }
}

test('the more units, the memory no more', async () => {
  const grown = await growth(async () => {
    const { units: read } = await openTmx(writeTmx(HEADER, units(60_000)));
    let count = 0;
    for await (const unit of read) count += unit.variants.length;
    expect(count).toBe(120_000);
  });
  expect(grown).toBeLessThan(100);
});
