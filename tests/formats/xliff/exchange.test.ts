import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ExchangeReturn, ExchangeUnit } from '#main/formats/exchange.ts';
import { openXliff } from '#main/formats/xliff/open.ts';
import { xliffExchange } from '#main/formats/xliff/exchange.ts';
import { violationsOf12 } from '#main/formats/xliff/validate/rules12.ts';
import { violationsOf } from '#main/formats/xliff/validate/validate.ts';
import {
  NEW_BREAK,
  NEW_TAB,
  plain,
  textOf,
  textRun,
  type Content,
  type PlaceholderRun,
} from '#shared/model/content.ts';
import { content } from '#tests/builders/arbitrary-content.ts';
import { exchangeDocument, exchangeUnit } from '#tests/builders/xliff/exchange.ts';
import { schemaFaults12, schemaFaults2 } from '#tests/builders/xliff/schemas.ts';

const VERSIONS = ['2.1', '1.2'] as const;
type Version = (typeof VERSIONS)[number];

function faultsOf(bytes: Uint8Array): readonly string[] {
  const { root, version } = openXliff(bytes);
  const broken = version === 2 ? violationsOf(root) : violationsOf12(root);
  const faults = version === 2 ? schemaFaults2(bytes) : schemaFaults12(bytes, 'transitional');
  return [...broken.map(({ rule, detail }) => `${rule} ${detail ?? ''}`), ...faults];
}

async function send(version: Version, ...units: readonly ExchangeUnit[]): Promise<string> {
  const bytes = await xliffExchange(version).write(exchangeDocument(...units));
  return Buffer.from(bytes).toString('utf8');
}

function back(version: Version, xml: string): Promise<ExchangeReturn> {
  return xliffExchange(version).read(Buffer.from(xml));
}

function open(placeholder: number): PlaceholderRun {
  return { placeholder, kind: 'open', label: '' };
}

function close(placeholder: number): PlaceholderRun {
  return { placeholder, kind: 'close', label: '' };
}

describe.each(VERSIONS)('XLIFF %s that goes out', (version) => {
  test('breaks no rule and comes back as it went, whatever the texts hold', async () => {
    await fc.assert(
      fc.asyncProperty(content, content, content, async (source, received, target) => {
        const xml = await send(version, exchangeUnit(source, target, { received }));
        expect(faultsOf(Buffer.from(xml))).toEqual([]);
        const { units } = await back(version, xml);
        expect(units[0]?.target ?? []).toEqual(target);
      }),
      { numRuns: 40 },
    );
  });

  test('keeps breaks, tabs and borders of blocks that were typed', async () => {
    const target: Content = [
      textRun('uno\ndos', ['bold']),
      { placeholder: NEW_BREAK, kind: 'break', label: '\n' },
      { placeholder: NEW_TAB, kind: 'tab', label: '\t' },
      textRun('  tres'),
    ];
    const { units } = await back(version, await send(version, exchangeUnit('one', target)));
    expect(units[0]?.target).toEqual(target);
  });

  test('keeps pairs that cross, that are used twice, and edges whose other one is elsewhere', async () => {
    const image = { placeholder: 7, kind: 'image', label: 'Mapa "1" & <2>' } as const;
    const crossing = [open(1), textRun('a'), open(2), textRun('b'), close(1), textRun('c'), close(2)];
    const twice = [open(3), textRun('d'), close(3), open(3), textRun('e'), close(3), image, image];
    const target: Content = [...crossing, ...twice, close(4), textRun('f'), open(5)];
    const xml = await send(version, exchangeUnit([open(1), textRun('x'), close(1), image], target));
    expect(faultsOf(Buffer.from(xml))).toEqual([]);
    expect((await back(version, xml)).units[0]?.target).toEqual(target);
  });

  test('names the document and each unit', async () => {
    const document = exchangeDocument(exchangeUnit('a', 'b'), exchangeUnit('c', 'd'));
    const returned = await xliffExchange(version).read(await xliffExchange(version).write(document));
    expect(returned.document).toBe(document.id);
    expect(returned.units.map(({ id }) => id)).toEqual(document.units.map(({ id }) => id));
  });

  test('tells mode, reason, audience and version', async () => {
    const xml = await send(
      version,
      exchangeUnit('the law', 'la Ley 482', {
        mode: 'adapted',
        audience: 'facilitator',
        adaptation: { reason: 'law', note: 'GAM', reference: 'Ley 482', author: 'María', at: '2026-01-02T03:04:05Z' },
        version: 'abc',
      }),
    );
    for (const told of ['adapted', 'facilitator', 'law', 'GAM', 'Ley 482', 'María', 'abc']) expect(xml).toContain(told);
    expect((await back(version, xml)).units[0]).toMatchObject({ version: 'abc', comments: [] });
  });

  test('brings comments back, but not the reason as one', async () => {
    const comments = [{ author: 'Ana', text: '¿Es así?' }];
    const adaptation = { reason: 'law', note: 'por ley', author: 'María', at: '2026-01-02T03:04:05Z' } as const;
    const xml = await send(version, exchangeUnit('a', 'b', { comments, mode: 'adapted', adaptation }));
    expect((await back(version, xml)).units[0]?.comments).toEqual(comments);
  });

  test('has an empty source for added units and keeps omitted ones from work', async () => {
    const adaptation = { reason: 'other', note: 'no aplica', author: 'María', at: '2026-01-02T03:04:05Z' } as const;
    const xml = await send(
      version,
      exchangeUnit([], 'Un caso de Cobija', { mode: 'added', adaptation }),
      exchangeUnit('An example', [], { mode: 'omitted', adaptation }),
    );
    expect(faultsOf(Buffer.from(xml))).toEqual([]);
    expect(xml).toContain('<source></source>');
    expect(xml).toContain('translate="no"');
    const { units } = await back(version, xml);
    expect(units.map(({ target }) => target && textOf(target))).toEqual(['Un caso de Cobija', undefined]);
  });

  test('offers the received translation beside the text where it is another one', async () => {
    const one = exchangeUnit('a', 'nuevo', { received: plain('recibido') });
    expect(await send(version, one)).toContain('<target>recibido</target>');
    expect(await send(version, { ...one, target: plain('recibido') })).not.toMatch(/<(?:mtc:match|alt-trans)/u);
  });

  test('says nothing of the status when nobody changed it', async () => {
    const xml = await send(version, exchangeUnit('a', 'b', { status: 'reviewed' }));
    expect((await back(version, xml)).units[0]?.status).toBeUndefined();
  });

  test('goes sentence by sentence where both sides have as many', async () => {
    const xml = await send(version, exchangeUnit('One. Two.', 'Uno.  Dos.'));
    expect(xml.match(version === '2.1' ? /<segment /gu : /<mrk [^>]*>(?:One|Two)\.<\/mrk>/gu)).toHaveLength(2);
    expect((await back(version, xml)).units[0]?.target).toEqual(plain('Uno.  Dos.'));
  });

  test('goes as a whole where the sides differ in sentences, the received one too', async () => {
    for (const unit of [
      exchangeUnit('One. Two.', 'Uno y dos.'),
      exchangeUnit('One. Two.', 'Uno. Dos.', { received: plain('Uno y dos.') }),
    ]) {
      expect(await send(version, unit)).not.toMatch(/id="s2"|mtype="seg"/u);
    }
  });

  test('goes sentence by sentence when nothing is translated yet', async () => {
    expect(await send(version, exchangeUnit('One. Two.', []))).toMatch(/id="s2"|mtype="seg"/u);
  });

  test('comes back as it went, sentence by sentence, whatever stands across their borders', async () => {
    const image = { placeholder: 7, kind: 'image', label: 'Mapa' } as const;
    const source: Content = [textRun('One. Two.', ['bold']), image, textRun(' Three?\nFour')];
    const target: Content = [
      textRun('Uno. D', ['bold'], { link: 'https://example.org/' }),
      open(1),
      textRun('os.', ['bold', 'italic']),
      image,
      textRun('  ¿Tres?\nCu', [], { format: 'f1' }),
      close(1),
      textRun('atro'),
    ];
    const xml = await send(version, exchangeUnit(source, target, { received: target.slice(0, -1) }));
    expect(faultsOf(Buffer.from(xml))).toEqual([]);
    expect(xml).toMatch(/id="s4"|mid="4"/u);
    expect((await back(version, xml)).units[0]?.target).toEqual(target);
  });

  test('a sentence somebody translates joins the others', async () => {
    const xml = await send(version, exchangeUnit('One. Two.', 'Uno. Dos.'));
    const [unit] = (await back(version, xml.replace('Dos.', 'Segundo.'))).units;
    expect(unit?.target).toEqual(plain('Uno. Segundo.'));
  });

  test('is not mistaken for a file that did not go out from here', async () => {
    const xml = (await send(version, exchangeUnit('a', 'b'))).replaceAll('d-0190', 'x-0190');
    const strange = xml.replaceAll(/<mda:meta [^>]*>[^<]*<\/mda:meta>/gu, '<mda:meta type="a">b</mda:meta>');
    await expect(back(version, strange)).rejects.toMatchObject({ code: 'notReturned' });
  });
});

describe('a document without units', () => {
  test('is a file all the same', async () => {
    expect(faultsOf(await xliffExchange('2.1').write(exchangeDocument()))).toEqual([]);
  });
});

describe('what other programs make of XLIFF 2.1', () => {
  test('segments they cut or joined are one text again', async () => {
    const xml = await send('2.1', exchangeUnit('One. Two.', 'Uno. Dos.'));
    const cut = xml.replace(
      /<segment[^]*<\/segment>/u,
      '<segment state="translated"><source>One.</source><target order="3">Eins.</target></segment><ignorable><source> </source></ignorable><segment state="final"><source>Two.</source><target order="1">Zwei.</target></segment>',
    );
    const [unit] = (await back('2.1', cut)).units;
    expect(textOf(unit?.target ?? [])).toBe('Zwei. Eins.');
    expect(unit?.status).toBe('translated');
  });

  test('attributes they drop are those of the original', async () => {
    const image = { placeholder: 7, kind: 'image', label: 'Mapa' } as const;
    const xml = await send('2.1', exchangeUnit([textRun('a'), image], [textRun('b')]));
    const changed = xml.replace('<target>b</target>', '<target><ph id="p7"/>b</target>');
    expect((await back('2.1', changed)).units[0]?.target).toEqual([image, textRun('b')]);
  });

  test('codes of their own bring their look, or pass by', async () => {
    const xml = await send('2.1', exchangeUnit('a', 'b'));
    const changed = xml.replace(
      '<target>b</target>',
      '<target>b<pc id="x9" type="fmt" subType="xlf:i">c</pc><pc id="x10">d</pc><ph id="x11"/></target>',
    );
    expect((await back('2.1', changed)).units[0]?.target).toEqual([
      textRun('b'),
      textRun('c', ['italic']),
      textRun('d'),
    ]);
  });

  test('line ends and indents they lay the file out with are no text', async () => {
    const xml = (await send('2.1', exchangeUnit('a', 'b c'))).replace(' xml:space="preserve"', '');
    const changed = xml.replace('<target>b c</target>', '<target>b\n      c</target>');
    expect((await back('2.1', changed)).units[0]?.target).toEqual(plain('b c'));
  });

  test('an empty target nobody began is no text taken away', async () => {
    const xml = await send('2.1', exchangeUnit('a', 'b'));
    const changed = xml.replace('<target>b</target>', '<target/>');
    expect((await back('2.1', changed)).units[0]?.target).toBeUndefined();
  });

  test('a breach of the standard loses nobody’s work', async () => {
    const xml = await send('2.1', exchangeUnit('a', 'b'));
    const changed = xml.replace('<target>b</target>', '<target>nuevo<sc id="1"/></target><oops/>');
    expect((await back('2.1', changed)).units[0]?.target).toEqual(plain('nuevo'));
  });

  test('lost metadata leave the text', async () => {
    const xml = (await send('2.1', exchangeUnit('a', 'b'))).replaceAll(/<mda:metadata[^]*?<\/mda:metadata>/gu, '');
    const [unit] = (await back('2.1', xml)).units;
    expect([unit?.target, unit?.version]).toEqual([plain('b'), undefined]);
  });
});

describe('what other programs make of XLIFF 1.2', () => {
  test('segments they marked are one text again', async () => {
    const xml = await send('1.2', exchangeUnit('One. Two.', 'Uno. Dos.'));
    const cut = xml.replace(
      /<target[^]*<\/target>/u,
      '<seg-source><mrk mtype="seg" mid="0">One.</mrk> <mrk mtype="seg" mid="1">Two.</mrk></seg-source><target state="signed-off"><mrk mtype="seg" mid="0">Una.</mrk> <mrk mtype="seg" mid="1">Dos.</mrk></target>',
    );
    const [unit] = (await back('1.2', cut)).units;
    expect([textOf(unit?.target ?? []), unit?.status]).toEqual(['Una. Dos.', 'reviewed']);
  });

  test('an approval taken back is a review', async () => {
    const xml = await send('1.2', exchangeUnit('a', 'b', { status: 'approved' }));
    const changed = xml.replace('approved="yes"', 'approved="no"');
    expect((await back('1.2', changed)).units[0]?.status).toBe('reviewed');
  });
});
