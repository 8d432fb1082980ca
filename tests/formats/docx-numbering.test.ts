import { describe, expect, test } from 'vitest';
import { formatNumber, readableBullet, readableSymbol } from '#main/formats/common/number-format.ts';
import { Numbering } from '#main/formats/docx/numbering.ts';
import { Styles } from '#main/formats/docx/styles.ts';
import { parseXml } from '#main/formats/package/xml.ts';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

function lvl(level: number, format: string, text: string, more = ''): string {
  return `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
}

const LEVELS = lvl(0, 'upperRoman', '%1.') + lvl(1, 'lowerLetter', '%1.%2)') + lvl(2, 'decimal', '%2-%3', '<w:isLgl/>');

function numbering(nums: string, levels = LEVELS): Numbering {
  const xml = `<w:numbering ${W}><w:abstractNum w:abstractNumId="0">${levels}</w:abstractNum>${nums}</w:numbering>`;
  return new Numbering(parseXml(xml, 'numbering'), new Styles(undefined));
}

function num(id: number, more = ''): string {
  return `<w:num w:numId="${id}"><w:abstractNumId w:val="0"/>${more}</w:num>`;
}

function labels(lists: Numbering, ...steps: readonly (readonly [string, number])[]): readonly (string | undefined)[] {
  return steps.map(([id, level]) => lists.next(id, level));
}

describe('labels as Word counts them', () => {
  test('levels count on their own and start again under a new higher one', () => {
    const found = labels(numbering(num(1)), ['1', 0], ['1', 1], ['1', 1], ['1', 0], ['1', 1]);
    expect(found).toEqual(['I.', 'I.a)', 'I.b)', 'II.', 'II.a)']);
  });

  test('lists of one definition go on counting; an override of the start begins anew', () => {
    const override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>';
    const found = labels(numbering(num(1) + num(2) + num(3, override)), ['1', 0], ['2', 0], ['3', 0], ['3', 0]);
    expect(found).toEqual(['I.', 'II.', 'I.', 'II.']);
  });

  test('a legal level shows every number as a decimal', () => {
    expect(labels(numbering(num(1)), ['1', 0], ['1', 1], ['1', 2])).toEqual(['I.', 'I.a)', '1-1']);
  });

  test('a level first met below a higher one takes that one’s start', () => {
    expect(labels(numbering(num(1)), ['1', 1], ['1', 0])).toEqual(['I.a)', 'II.']);
  });

  test('a level that never restarts goes on', () => {
    const levels = lvl(0, 'decimal', '%1.') + lvl(1, 'decimal', '%2', '<w:lvlRestart w:val="0"/>');
    expect(labels(numbering(num(1), levels), ['1', 0], ['1', 1], ['1', 0], ['1', 1])).toEqual(['1.', '1', '2.', '2']);
  });

  test('a missing list has no label', () => {
    expect(labels(numbering(num(1)), ['9', 0], ['0', 0])).toEqual([undefined, undefined]);
  });
});

test.each([
  [4, 'upperRoman', 'IV'],
  [1999, 'lowerRoman', 'mcmxcix'],
  [27, 'lowerLetter', 'aa'],
  [53, 'upperLetter', 'AAA'],
  [7, 'decimalZero', '07'],
  [7, 'none', ''],
  [7, 'unknownFormat', '7'],
])('%d as %s is %s', (value, format, text) => {
  expect(formatNumber(value, format)).toBe(text);
});

test('signs of symbol fonts come as signs any font has', () => {
  expect([readableSymbol(0xf0fc), readableBullet('\uF0B7'), readableBullet('–'), readableSymbol(0xd800)]).toEqual([
    '✓',
    '•',
    '–',
    '',
  ]);
});
