import { describe, expect, test } from 'vitest';
import { xliffFormat } from '#main/formats/xliff/index.ts';
import { unit12, unit2, xliff12, xliff2 } from '#tests/builders/xliff/index.ts';
import { broken } from './rig.ts';

const MODULES = [
  ['mtc', 'matches'],
  ['gls', 'glossary'],
  ['mda', 'metadata'],
  ['res', 'resourcedata'],
  ['slr', 'sizerestriction'],
  ['val', 'validation'],
  ['fs', 'fs'],
]
  .map(([prefix, name]) => ` xmlns:${prefix}="urn:oasis:names:tc:xliff:${name}:2.0"`)
  .join('');

function inUnit(module: string, source = 'a'): Uint8Array {
  return xliff2(unit2(source, undefined, '', module), MODULES);
}

const MATCH = '<source>a</source><target>b</target></mtc:match>';

describe('constraints of the modules', () => {
  test.each([
    ['matchReference', `<mtc:matches><mtc:match ref="#none">${MATCH}</mtc:matches>`],
    [
      'matchIdUnique',
      `<mtc:matches><mtc:match id="1" ref="#m">${MATCH}<mtc:match id="1" ref="#m">${MATCH}</mtc:matches>`,
    ],
    ['subTypeWithoutType', `<mtc:matches><mtc:match ref="#m" subType="a:b">${MATCH}</mtc:matches>`],
    ['attributeValue', `<mtc:matches><mtc:match ref="#m" similarity="101">${MATCH}</mtc:matches>`],
    [
      'moduleOnce',
      `<mtc:matches><mtc:match ref="#m">${MATCH}</mtc:matches><mtc:matches><mtc:match ref="#m">${MATCH}</mtc:matches>`,
    ],
    ['missingElement', '<mtc:matches/>'],
    [
      'glossaryReference',
      '<gls:glossary><gls:glossEntry ref="#none"><gls:term>a</gls:term><gls:definition>b</gls:definition></gls:glossEntry></gls:glossary>',
    ],
    ['glossaryEntry', '<gls:glossary><gls:glossEntry><gls:term>a</gls:term></gls:glossEntry></gls:glossary>'],
    [
      'glossaryIdUnique',
      '<gls:glossary><gls:glossEntry id="1"><gls:term>a</gls:term><gls:translation id="1">b</gls:translation></gls:glossEntry></gls:glossary>',
    ],
    [
      'metadataIdUnique',
      '<mda:metadata id="1"><mda:metaGroup id="1"><mda:meta type="a">b</mda:meta></mda:metaGroup></mda:metadata>',
    ],
    ['missingAttribute', '<mda:metadata><mda:metaGroup><mda:meta>b</mda:meta></mda:metaGroup></mda:metadata>'],
    ['resourceReference', '<res:resourceData><res:resourceItemRef ref="none"/></res:resourceData>'],
    ['resourceHref', '<res:resourceData><res:resourceItem id="1"><res:source/></res:resourceItem></res:resourceData>'],
    ['validationRule', '<val:validation><val:rule isPresent="a" startsWith="b"/></val:validation>'],
    ['validationRule', '<val:validation><val:rule startsWith="b" occurs="2"/></val:validation>'],
    ['unexpectedElement', '<mda:oops/>'],
  ])('%s: %s', (rule, module) => {
    expect(broken(inUnit(module, '<mrk id="m" type="term">a</mrk>'))).toContain(rule);
  });

  test.each([
    ['styleMissing', '<pc id="1" fs:subFs="a,b">a</pc>'],
    ['sizeInfo', '<pc id="1" slr:sizeInfo="a" slr:sizeInfoRef="b">a</pc>'],
    ['unexpectedAttribute', '<pc id="1" mda:x="a">a</pc>'],
    ['matchMarker', '<mrk id="1" type="mtc:match" ref="#a">a</mrk>'],
  ])('%s: %s', (rule, source) => {
    expect(broken(inUnit('', source))).toContain(rule);
  });

  test('let extensions of others be what they are', () => {
    expect(broken(inUnit('<my:x xmlns:my="urn:my"><my:y fs:fs="nonsense"/>text</my:x>'))).toEqual([]);
  });
});

describe('constraints of the core beyond the test suite', () => {
  test.each([
    [
      'version',
      Buffer.from(xliff2(unit2('a')))
        .toString()
        .replace('2.1', '3.0'),
    ],
    [
      'orderRange',
      Buffer.from(
        xliff2('<unit id="1"><segment><source>a</source><target order="2">b</target></segment></unit>'),
      ).toString(),
    ],
    ['targetCodeMatchesSource', Buffer.from(xliff2(unit2('<ph id="1"/>', '<pc id="1">a</pc>'))).toString()],
    ['targetIdUnique', Buffer.from(xliff2(unit2('a', '<ph id="1"/><ph id="1"/>'))).toString()],
    ['ecRepeated', Buffer.from(xliff2(unit2('<sc id="1"/>a<ec startRef="1"/><ec startRef="1"/>'))).toString()],
    ['unexpectedText', Buffer.from(xliff2('text')).toString()],
  ])('%s', (rule, text) => {
    expect(broken(Buffer.from(text))).toContain(rule);
  });

  test('let a code be written as markers on one side only', () => {
    expect(
      broken(xliff2(unit2('<pc id="1">a</pc>', '<sc id="1" canOverlap="no"/>b<ec startRef="1" canOverlap="no"/>'))),
    ).toEqual([]);
  });
});

describe('constraints of XLIFF 1.2', () => {
  test.each([
    ['unitIdUnique', xliff12(`${unit12('a')}${unit12('b')}`)],
    ['missingAttribute', xliff12(unit12('<x/>'))],
    ['eptWithoutBpt', xliff12(unit12('a<ept id="1"/>'))],
    ['missingElement', xliff12('<trans-unit id="1"/>')],
    ['unexpectedElement', xliff12(unit12('<target/>'))],
  ])('%s', (rule, bytes) => {
    expect(broken(bytes)).toContain(rule);
  });
});

describe('a refusal', () => {
  test('names the rule, the place and its line', async () => {
    const bytes = xliff2('  <unit id="u1">\n   <segment state="oops"><source>a</source></segment></unit>');
    await expect(xliffFormat.read(bytes)).rejects.toMatchObject({
      code: 'invalidXliff',
      params: { rule: 'attributeValue', element: 'segment/state', line: 5 },
    });
  });
});
