import { describe, expect, test } from 'vitest';
import { readSrx } from '#main/formats/srx/read.ts';
import { segmenterFor } from '#shared/text/segmentation/segmenters.ts';

interface File {
  readonly version?: string;
  readonly header?: string;
  readonly rules?: string;
  readonly maps?: string;
}

const STOP = String.raw`<rule><beforebreak>\.</beforebreak><afterbreak>\s</afterbreak></rule>`;
const SRA = String.raw`<rule break="no"><beforebreak>\bSra\.</beforebreak><afterbreak>\s</afterbreak></rule>`;
const ALL = '<languagemap languagepattern=".*" languagerulename="A"/>';

function srx({ version = '2.0', header = '', rules = STOP, maps = ALL }: File = {}): Uint8Array {
  return Buffer.from(
    `<?xml version="1.0"?><srx xmlns="http://www.lisa.org/srx20" version="${version}"><header ${header}/>` +
      `<body><languagerules><languagerule languagerulename="A">${rules}</languagerule></languagerules>` +
      `<maprules>${maps}</maprules></body></srx>`,
  );
}

function cut(bytes: Uint8Array, text: string, language = 'es'): readonly string[] {
  const segments = segmenterFor(language, readSrx(bytes).rules).sentences(text);
  return segments.map(({ from, to }) => text.slice(from, to));
}

describe('a file of rules', () => {
  test('cuts texts by its rules, in their order', () => {
    expect(cut(srx({ rules: SRA + STOP }), 'La Sra. Paz. Hola.')).toEqual(['La Sra. Paz.', 'Hola.']);
  });

  test('breaks where a rule does not say whether', () => {
    expect(cut(srx(), 'a. b')).toEqual(['a.', 'b']);
  });

  test('cascades only when it says so', () => {
    expect([srx(), srx({ header: 'cascade="yes"' })].map((bytes) => readSrx(bytes).rules.cascade)).toEqual([
      false,
      true,
    ]);
  });

  test('of version 1.0 is taken, and said to be', () => {
    const maps = `<maprule maprulename="Default">${ALL}</maprule>`;
    const { rules, notes } = readSrx(srx({ version: '1.0', maps }));
    expect([rules.maps.length, rules.cascade, notes]).toEqual([1, false, ['upgraded']]);
  });
});

describe('a file is refused by the rule it breaks', () => {
  test.each([
    ['rootIsNotSrx', Buffer.from('<tmx version="2.0"/>')],
    ['versionUnknown', srx({ version: '3.0' })],
    ['bodyMissing', Buffer.from('<srx version="2.0"/>')],
    ['unknownLanguageRule', srx({ maps: '<languagemap languagepattern=".*" languagerulename="B"/>' })],
    ['nameMissing', srx({ maps: '<languagemap languagerulename="A"/>' })],
    ['patternMalformed', srx({ rules: '<rule><beforebreak>(</beforebreak></rule>' })],
    ['patternUnsupported', srx({ rules: '<rule><beforebreak>a++</beforebreak></rule>' })],
    ['patternTooComplex', srx({ rules: '<rule><afterbreak>(a+)+</afterbreak></rule>' })],
    ['patternTooLong', srx({ rules: `<rule><afterbreak>${'a'.repeat(10_001)}</afterbreak></rule>` })],
    ['tooManyRules', srx({ rules: '<rule/>'.repeat(10_001) })],
    ['patternMalformed', srx({ maps: '<languagemap languagepattern="[" languagerulename="A"/>' })],
  ])('%s', (rule, bytes) => {
    expect(() => readSrx(bytes)).toThrow(
      expect.objectContaining({ code: 'invalidSrx', params: expect.objectContaining({ rule }) as object }) as Error,
    );
  });

  test('as any other XML that could do harm', () => {
    expect(() => readSrx(Buffer.from('<!DOCTYPE srx><srx version="2.0"/>'))).toThrow(
      expect.objectContaining({ code: 'doctype' }) as Error,
    );
  });
});
