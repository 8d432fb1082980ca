import { readdirSync, readFileSync } from 'node:fs';
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { expect, test } from 'vitest';
import { decodePart } from '#main/formats/package/xml-text.ts';
import { parseXml, type XmlElement } from '#main/formats/package/xml.ts';
import { AdaptaError } from '#shared/model/errors.ts';
import { readArchive } from './laws/archive.ts';
import { seeded } from './laws/failures.ts';

/** What both parsers must agree on: where each tag ends, its attributes, and the character data in their order. */
type Event = readonly [what: string, at: number, ...rest: readonly string[]];

/** Attributes without their prefixes: saxes leaves namespaces alone here. */
function attributes(of: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(of).flatMap(([name, value]) => [name.replace(/^(?:\{.*\}|.*:)/su, ''), value]);
}

/** The events as saxes, a parser of its own, gives them; undefined for what it refuses. */
function reference(text: string): readonly Event[] | undefined {
  const events: Event[] = [];
  const data = [''];
  const parser = new SaxesParser({ xmlns: false, position: true, fragment: false });
  let isRefused = false;
  parser.on('error', () => (isRefused = true));
  parser.on('opentag', (tag: SaxesTagPlain) => {
    events.push(['open', parser.position, ...attributes(tag.attributes)]);
    data.push('');
  });
  for (const kind of ['text', 'cdata'] as const)
    parser.on(kind, (piece) => {
      data[data.length - 1] += piece;
    });
  parser.on('closetag', () => events.push(['close', parser.position, data.pop() ?? '']));
  parser.write(text).close();
  return isRefused ? undefined : events;
}

function eventsOf(element: XmlElement): readonly Event[] {
  return [
    ['open', element.contentStart, ...attributes(element.attributes)],
    ...element.children.flatMap(eventsOf),
    ['close', element.end, element.text],
  ];
}

/** As {@link reference} for the product's parser; a prefix nobody declared, which saxes is not asked about, says so. */
function own(text: string): readonly Event[] | 'prefix' | undefined {
  try {
    return eventsOf(parseXml(text, 'x'));
  } catch (error) {
    if (error instanceof AdaptaError && error.code !== 'internal') return 'name' in error.params ? 'prefix' : undefined;
    throw error;
  }
}

const CORPUS = '../shared/corpus/docx';
const PARTS = readdirSync(CORPUS)
  .filter((name) => name.endsWith('.docx'))
  .flatMap((name) => readArchive(readFileSync(`${CORPUS}/${name}`)))
  .filter(({ name }) => /\.(?:xml|rels)$/u.test(name))
  .map(({ bytes }) => decodePart(bytes, 'x').text);

test('the parts of real files read as another parser reads them', () => {
  const small = PARTS.filter((text) => text.length < 300_000);
  expect(small.length).toBeGreaterThan(200);
  for (const text of small) expect(own(text)).toEqual(reference(text));
});

/** Pieces that make and break well-formed XML. */
const PIECES: readonly string[] = [
  ...Array.from('<>"\'/=& \t:-.1é\uFEFF\u0001\uFFFE\u037E'),
  ...'\r\n|&amp;|&#10;|&#x41;|&#xD;|&#0;|&x;|]]>|<!--|-->|--|<![CDATA[|<?|?>|<?xml| a="1"|<a/>|<a>|</a>'.split('|'),
  ...'<a b="&lt;"\n c=\'"\'/>|<!-- & -->|<?a & ?>|<![CDATA[<&]]>'.split('|'),
];

function damaged(text: string, random: () => number): string {
  const at = Math.floor(random() * (text.length + 1));
  const piece = random() < 0.3 ? '' : (PIECES[Math.floor(random() * PIECES.length)] as string);
  return text.slice(0, at) + piece + text.slice(at + Math.floor(random() * 3));
}

test('damaged parts are refused, or read, as by another parser', () => {
  const random = seeded(11);
  const sources = ['<a b="1">x<c/>y</a>', ...PARTS.filter((text) => text.length < 1500).slice(0, 30)];
  let refused = 0;
  for (let round = 0; round < 6000; round++) {
    let text = sources[Math.floor(random() * (round % 2 === 0 ? 1 : sources.length))] as string;
    for (let more = 1 + Math.floor(random() * 3); more > 0; more--) text = damaged(text, random);
    const wanted = reference(text);
    if (wanted === undefined) refused += 1;
    const read = own(text);
    expect([text, read]).toEqual([text, read === 'prefix' ? read : wanted]);
  }
  expect(refused).toBeGreaterThan(1000);
});
