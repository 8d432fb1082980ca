import { describe, expect, test } from 'vitest';
import { decodePart, encodePart, escapeXml } from '#main/formats/package/xml-text.ts';
import { parseXml, type XmlElement } from '#main/formats/package/xml.ts';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

function flat(element: XmlElement): XmlElement[] {
  return [element, ...element.children.flatMap(flat)];
}

describe('places', () => {
  test.each([
    `<w:p ${W}><w:r a='>' ><w:t>ñ 🙂 &amp; x</w:t></w:r><w:br /></w:p>`,
    `\uFEFF<?xml version="1.0"?>\r\n<!-- <x> --><w:p ${W}>\r\n<w:t><![CDATA[<w:t>]]></w:t></w:p>`,
  ])('are exact: %s', (text) => {
    for (const element of flat(parseXml(text, 'x'))) {
      const whole = text.slice(element.start, element.end);
      const local = element.name.slice(2);
      expect(whole.startsWith(`<w:${local}`)).toBe(true);
      expect(whole.endsWith(element.contentEnd === element.end ? '/>' : `</w:${local}>`)).toBe(true);
      expect(text[element.contentStart - 1]).toBe('>');
    }
  });
});

function shape(text: string): unknown {
  return parseXml(text, 'x', { mixed: true }).nodes.map((node) => (typeof node === 'string' ? node : node.name));
}

describe('mixed content', () => {
  test('keeps where text stands among the elements', () => {
    expect(shape('<a>one <b/>two<c/><d/> three</a>')).toEqual(['one ', 'b', 'two', 'c', 'd', ' three']);
  });

  test('is one text across comments, instructions and CDATA sections', () => {
    expect(shape('<a>a<!-- - -->b<?p i?>c<![CDATA[ & ]]>&lt;</a>')).toEqual(['abc & <']);
  });

  test('is kept only where it is asked for', () => {
    expect(parseXml('<a>one <b/></a>', 'x').nodes).toEqual([]);
  });
});

describe('names', () => {
  test('are the same for any prefix and for the strict namespace', () => {
    const strict = '<x:p xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main" x:val="1"/>';
    const { name, attributes } = parseXml(strict, 'x');
    expect([name, attributes['w:val']]).toEqual(['w:p', '1']);
  });

  test('follow a prefix that is bound anew further in', () => {
    const text = `<w:p ${W}><w:p xmlns:w="urn:other"/><w:r/></w:p>`;
    expect(parseXml(text, 'x').children.map(({ name }) => name)).toEqual(['{urn:other}p', 'w:r']);
  });

  test('are foreign when a prefix the code knows is bound to another namespace', () => {
    const { attributes } = parseXml(`<w:p ${W} xmlns:fs="urn:files" fs:fs="ext4"/>`, 'x');
    expect(attributes['{urn:files}fs']).toBe('ext4');
  });

  test('without a declared prefix are refused', () => {
    expect(() => parseXml('<w:p/>', 'x')).toThrow('malformedXml');
  });
});

describe('refusals', () => {
  test.each([
    ['<!DOCTYPE a><a/>', 'doctype'],
    ['\uFEFF<?xml version="1.0"?> <!-- c --> <!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', 'doctype'],
    ['<a>&x;</a>', 'malformedXml'],
    ['<a><b></a>', 'malformedXml'],
    ['', 'malformedXml'],
    [`${'<a>'.repeat(500)}${'</a>'.repeat(500)}`, 'tooDeep'],
  ])('%s', (text, code) => {
    expect(() => parseXml(text, 'x')).toThrow(code);
  });
});

describe('encodings', () => {
  test.each([
    ['UTF-8', Buffer.from('<a>ñ</a>', 'utf8')],
    ['UTF-8 with a mark', Buffer.from('\uFEFF<a>ñ</a>', 'utf8')],
    ['UTF-16 little endian', Buffer.from('\uFEFF<a>ñ🙂</a>', 'utf16le')],
    ['UTF-16 big endian', Buffer.from('\uFEFF<a>ñ🙂</a>', 'utf16le').swap16()],
    ['UTF-16 without a mark', Buffer.from('<a>ñ</a>', 'utf16le')],
  ])('%s goes there and back', (_, bytes) => {
    const copy = Buffer.from(bytes);
    expect(Buffer.from(encodePart(decodePart(bytes, 'x'))).equals(copy)).toBe(true);
  });

  test('bytes that are no UTF-8 are refused', () => {
    expect(() => decodePart(Buffer.from([0x3c, 0xff, 0x3e]), 'x')).toThrow('malformedXml');
  });
});

test('what XML cannot hold is left out, what it can is escaped', () => {
  expect(escapeXml('a\u0000<&">\uD800b🙂\uFFFE')).toBe('a&lt;&amp;&quot;&gt;b🙂');
});
