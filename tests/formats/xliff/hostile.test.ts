import { describe, expect, test } from 'vitest';
import { xliffFormat } from '#main/formats/xliff/index.ts';
import { xliffExchange } from '#main/formats/xliff/exchange.ts';
import { unit2, xliff2 } from '#tests/builders/xliff/index.ts';

const good = Buffer.from(xliff2(unit2('a', 'b'))).toString();

function withDoctype(declarations: string): string {
  return good.replace('<xliff', `<!DOCTYPE xliff [${declarations}]>\n<xliff`);
}

const HOSTILE: readonly (readonly [string, string, Uint8Array])[] = [
  [
    'an external entity',
    'doctype',
    Buffer.from(withDoctype('<!ENTITY x SYSTEM "file:///etc/passwd">').replace('>a<', '>&x;<')),
  ],
  [
    'a billion laughs',
    'doctype',
    Buffer.from(withDoctype('<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">').replace('>a<', '>&b;<')),
  ],
  ['an entity nobody declared', 'malformedXml', Buffer.from(good.replace('>a<', '>&x;<'))],
  ['an end that is missing', 'malformedXml', Buffer.from(good.slice(0, -12))],
  ['bytes that are no text', 'malformedXml', Buffer.from([0x3c, 0x61, 0xff, 0xfe, 0x3e])],
  ['nothing', 'malformedXml', new Uint8Array()],
  ['codes in codes without end', 'tooDeep', xliff2(unit2('<pc id="1">'.repeat(500) + '</pc>'.repeat(500)))],
  ['a million elements', 'tooManyNodes', xliff2(unit2('<cp hex="0001"/>'.repeat(1_000_001)))],
  ['another XML', 'notThisFormat', Buffer.from('<html/>')],
  ['a later version', 'notThisFormat', Buffer.from(good.replace('document:2.0', 'document:2.2'))],
];

describe('a file with', () => {
  test.each(HOSTILE)('%s is refused as %s', async (_, code, bytes) => {
    await expect(xliffFormat.read(bytes)).rejects.toMatchObject({ code });
  });

  test.each(HOSTILE)('%s does not come back either: %s', async (_, code, bytes) => {
    await expect(xliffExchange('2.1').read(bytes)).rejects.toMatchObject({ code });
  });

  test('names that mean something to objects is read as any other', async () => {
    const strange = xliff2(unit2('<ph id="__proto__"/><pc id="constructor">a</pc>', '<ph id="toString"/>'));
    expect((await xliffFormat.read(strange)).blocks).toHaveLength(1);
  });
});
