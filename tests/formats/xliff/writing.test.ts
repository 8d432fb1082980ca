import { describe, expect, test } from 'vitest';
import {
  NEW_BREAK,
  NEW_TAB,
  plain,
  textOf,
  textRun,
  type Content,
  type PlaceholderRun,
} from '#shared/model/content.ts';
import { unit12, unit2, xliff12, xliff2 } from '#tests/builders/xliff/index.ts';
import { only, read, write } from './rig.ts';

const ADAPTATION = {
  reason: 'law',
  note: 'Ley 482 & más',
  reference: 'art. <3>',
  author: 'María',
  at: '2026-01-02T03:04:05Z',
} as const;

function target(text: string): string {
  return /<target[^]*?<\/target>|<target\/>/u.exec(text)?.[0] ?? '';
}

function ph(placeholder: number): PlaceholderRun {
  return { placeholder, kind: 'field', label: String(placeholder) };
}

function pair(placeholder: number, ...inside: Content): Content {
  return [{ placeholder, kind: 'open', label: '' }, ...inside, { placeholder, kind: 'close', label: '' }];
}

function bold(text: string): Content[number] {
  return textRun(text, ['bold']);
}

/** A unit of two segments with these translations. */
function segments([first, second]: readonly [string, string], more = ''): Uint8Array {
  return xliff2(
    `<unit id="u1"${more}><segment id="s1"><source>One is here.</source>${first}</segment><ignorable><source> </source></ignorable><segment id="s2"><source>Two is there.</source>${second}</segment></unit>`,
  );
}

describe('a changed text', () => {
  test('is all that changes: extensions, comments and foreign attributes stay byte for byte', async () => {
    const file = `<!-- a --><?pi b?><my:x xmlns:my="urn:my" my:y='z'>  <my:deep/></my:x>`;
    const before = Buffer.from(
      xliff2(
        `<unit id="u1" my:q="1" xmlns:my="urn:my">${file}<segment ><source >a</source><target >b</target></segment></unit>`,
      ),
    );
    const { bytes } = await write(before, 'nuevo & <otro>');
    expect(Buffer.from(bytes).toString()).toBe(before.toString().replace('>b<', '>nuevo &amp; &lt;otro&gt;<'));
  });

  test('takes a target of its own where there was none, and names its language', async () => {
    const before = Buffer.from(xliff2(unit2('a')))
      .toString()
      .replace(' trgLang="es-BO"', '');
    const { text } = await write(Buffer.from(before), 'b');
    expect(text).toContain('<source>a</source><target>b</target>');
    expect(text).toContain('trgLang="es-BO"');
  });

  test('writes codes of the original as they are there', async () => {
    const { text } = await write(xliff2(unit2('<ph id="1" disp="x"/> <pc id="2">a</pc>', 'b')), [
      ph(1),
      ...pair(2, textRun('c')),
    ]);
    expect(target(text)).toBe('<target><ph id="1" disp="x"/><pc id="2">c</pc></target>');
  });

  test('writes a code used twice as a copy of the first', async () => {
    const { text } = await write(xliff2(unit2('<ph id="1"/>', '<ph id="1"/>')), [ph(1), ph(1)]);
    expect(target(text)).toBe('<target><ph id="1"/><ph id="a1" copyOf="1"/></target>');
  });

  test('tells a copy of what must not be copied as lost', async () => {
    const file = xliff2(unit2('<ph id="1" canCopy="no"/>', '<ph id="1" canCopy="no"/>'));
    const { findings } = await write(file, [ph(1), textRun('x'), ph(1)]);
    expect(findings.map(({ code }) => code)).toEqual(['placeholderLost']);
  });

  test('brings back at its end what must not be deleted', async () => {
    const { text } = await write(xliff2(unit2('<ph id="1" canDelete="no"/>a', '<ph id="1" canDelete="no"/>b')), 'c');
    expect(target(text)).toBe('<target>c<ph id="1" canDelete="no"/></target>');
  });

  test('puts together again what must keep its order', async () => {
    const codes =
      '<ph id="1" canReorder="firstNo" canCopy="no" canDelete="no"/><ph id="2" canReorder="no" canCopy="no" canDelete="no"/>';
    const { text } = await write(xliff2(unit2(codes, codes)), [ph(2), textRun('x'), ph(1)]);
    expect(target(text).match(/id="\d"/gu)).toEqual(['id="1"', 'id="2"']);
  });

  test('writes pairs that cross as markers', async () => {
    const [open1, close1] = pair(1);
    const [open2, close2] = pair(2);
    const crossing = [open1, textRun('a'), open2, textRun('b'), close1, textRun('c'), close2] as Content;
    const { text } = await write(xliff2(unit2('<pc id="1">a</pc><pc id="2" canOverlap="yes">b</pc>')), crossing);
    expect(target(text)).toBe(
      '<target><sc id="1" canOverlap="no"/>a<pc id="2" canOverlap="yes">b<ec startRef="1" canOverlap="no"/>c</pc></target>',
    );
  });

  test('has line breaks and tabs typed in Adapta as codes', async () => {
    const typed: Content = [
      textRun('a'),
      { placeholder: NEW_BREAK, kind: 'break', label: '\n' },
      { placeholder: NEW_TAB, kind: 'tab', label: '\t' },
      textRun('b'),
    ];
    const { bytes } = await write(xliff2(unit2('x')), typed);
    expect((await only(bytes)).target.map((run) => ('text' in run ? run.text : run.kind))).toEqual([
      'a',
      'break',
      'tab',
      'b',
    ]);
  });

  test('takes the file’s own codes for its looks, and new ones beyond them', async () => {
    const file = xliff2(unit2('<pc id="1" type="fmt" subType="xlf:b">a</pc>', 'b'));
    const { text } = await write(file, [bold('c'), textRun(' d '), bold('e'), textRun('f', ['italic'])]);
    expect(target(text)).toBe(
      '<target><pc id="1" type="fmt" subType="xlf:b">c</pc> d <pc id="a1" type="fmt" subType="xlf:b">e</pc><pc id="a2" type="fmt" subType="xlf:i">f</pc></target>',
    );
  });

  test('is told where it loses a link', async () => {
    const { findings } = await write(xliff2(unit2('a', 'b')), [textRun('c', [], { link: 'https://example.org' })]);
    expect(findings.map(({ code }) => code)).toEqual(['linkLost']);
  });
});

describe('segments', () => {
  const both = ['<target>Uno está aquí.</target>', '<target>Dos está allí.</target>'] as const;

  test('keep their borders where these survived', async () => {
    const { text } = await write(segments(both), 'Uno está aquí mismo. Dos está allí.');
    expect(text).toContain('<target>Uno está aquí mismo.</target>');
    expect(text).toContain('<target>Dos está allí.</target>');
  });

  test('without a translation take a sentence each', async () => {
    const { text } = await write(segments(['', '']), 'Primero aquí. Segundo allí.');
    expect(text).toContain('<target>Primero aquí.</target>');
    expect(text).toContain('<target>Segundo allí.</target>');
  });

  test('become one where neither tells', async () => {
    const { text, bytes } = await write(segments(['', '']), 'Todo en una sola frase');
    expect(text.match(/<segment/gu)).toHaveLength(1);
    expect(textOf((await only(bytes)).source)).toBe('One is here. Two is there.');
  });

  test('stay where they must, with everything in the first', async () => {
    const { text } = await write(segments(['', ''], ' canResegment="no"'), 'Todo en una sola frase');
    expect(text.match(/<segment/gu)).toHaveLength(2);
    expect(text).toContain('<target>Todo en una sola frase</target>');
  });

  test('of XLIFF 1.2 keep their marks', async () => {
    const segmented =
      '<seg-source><mrk mtype="seg" mid="0">One.</mrk> <mrk mtype="seg" mid="1">Two.</mrk></seg-source>';
    const before = '<target><mrk mtype="seg" mid="0">Uno.</mrk> <mrk mtype="seg" mid="1">Dos.</mrk></target>';
    const { text } = await write(xliff12(unit12('One. Two.', undefined, '', segmented + before)), 'Uno. Dos y más.');
    expect(target(text)).toBe(
      '<target><mrk mtype="seg" mid="0">Uno.</mrk> <mrk mtype="seg" mid="1">Dos y más.</mrk></target>',
    );
  });
});

describe('the state of the work', () => {
  test('is state, sub-state and metadata, and is read again as it was', async () => {
    const { bytes, text } = await write(xliff2(unit2('a', 'b')), 'c', {
      facts: { mode: 'adapted', status: 'reviewed', audience: 'facilitator', adaptation: ADAPTATION },
    });
    expect(text).toContain('<segment state="reviewed" subState="adapta:adapted">');
    expect((await only(bytes)).state).toEqual({
      mode: 'adapted',
      status: 'reviewed',
      audience: 'facilitator',
      adaptation: ADAPTATION,
    });
  });

  test('takes back what it said before', async () => {
    const adapted = await write(xliff2(unit2('a', 'b')), 'c', { facts: { mode: 'adapted', adaptation: ADAPTATION } });
    const { text } = await write(adapted.bytes, 'b', { facts: { status: 'approved' } });
    expect(text).not.toMatch(/adapta|mda:|Ley/u);
    expect(text).toContain('state="final"');
  });

  test('leaves other people’s metadata and sub-states alone', async () => {
    const meta =
      '<m:metadata xmlns:m="urn:oasis:names:tc:xliff:metadata:2.0"><m:metaGroup category="x"><m:meta type="t">v</m:meta></m:metaGroup></m:metadata>';
    const file = xliff2(unit2('a', 'b', ' state="translated" subState="other:done"', meta));
    const { text } = await write(file, 'b', { facts: { audience: 'facilitator' } });
    expect(text).toContain(
      '<m:metaGroup category="x"><m:meta type="t">v</m:meta></m:metaGroup><m:metaGroup category="adapta">',
    );
    expect(text).toContain('subState="other:done"');
  });

  test('of XLIFF 1.2 is a state, an approval and an element of its own', async () => {
    const { bytes, text } = await write(xliff12(unit12('a', 'b')), 'c', {
      facts: { mode: 'adapted', status: 'approved', adaptation: ADAPTATION },
    });
    expect(text).toContain('<target state="final">c</target>');
    expect((await only(bytes)).state).toEqual({ mode: 'adapted', status: 'approved', adaptation: ADAPTATION });
  });

  test('of a unit nobody translated writes no text of the original', async () => {
    const { text } = await write(xliff2(unit2('a')), 'a', { facts: { status: 'untranslated', untranslated: true } });
    expect(text).not.toContain('<target');
  });
});

describe('what becomes of units', () => {
  test('an added one has an empty source', async () => {
    const added = { content: plain('Un caso'), facts: { ...FACTS_ADDED } };
    const { bytes } = await write(xliff2(unit2('a', 'b')), 'b', { facts: {}, more: [added] });
    const { blocks, translation } = await read(bytes);
    expect([blocks.length, translation?.blocks.map(({ content }) => textOf(content))]).toEqual([1, ['b', 'Un caso']]);
    expect(translation?.states[1]).toEqual({ mode: 'added', status: 'draft', adaptation: ADAPTATION });
  });

  test('the second half of a split one is a line of it', async () => {
    const half = { content: plain('dos'), facts: { ...FACTS_ADDED, mode: 'faithful' as const } };
    const { bytes } = await write(xliff2(unit2('a', 'b')), 'uno', { facts: {}, more: [half] });
    expect((await only(bytes)).target.map((run) => ('text' in run ? run.text : run.kind))).toEqual([
      'uno',
      'break',
      'dos',
    ]);
  });

  test('an omitted one is an empty translation', async () => {
    const { text, bytes } = await write(xliff2(unit2('a', 'b')), 'b', { omit: true });
    expect(target(text)).toBe('<target></target>');
    expect((await only(bytes)).state.mode).toBe('omitted');
  });
});

describe('a participants’ file', () => {
  test.each([
    [
      'XLIFF 2.1',
      xliff2(
        unit2(
          '<mrk id="m1" type="comment" value="SECRETO">a</mrk>',
          '<sm id="m1" type="comment" value="SECRETO"/>b<em startRef="m1"/>',
          '',
          '<my:x xmlns:my="urn:my" who="SECRETO"/><notes><note>SECRETO</note></notes>',
        ).replace('<unit', '<unit my:author="SECRETO" xmlns:my="urn:my"'),
      ),
    ],
    [
      'XLIFF 1.2',
      xliff12(
        unit12(
          'a',
          '<mrk mtype="x-c" comment="SECRETO">b</mrk>',
          '',
          '<note from="SECRETO">SECRETO</note><alt-trans><target>SECRETO</target></alt-trans>',
        ),
      ),
    ],
  ])('of %s holds the texts and nothing people wrote beside them', async (_, file) => {
    const { text } = await write(file, 'nuevo', {
      facts: { mode: 'adapted', adaptation: { ...ADAPTATION, author: 'SECRETO' } },
      strip: true,
    });
    expect(text).not.toContain('SECRETO');
    expect(text).toContain('nuevo');
  });
});

const FACTS_ADDED = {
  id: '0190-2',
  mode: 'added',
  status: 'draft',
  audience: 'everyone',
  adaptation: ADAPTATION,
  untranslated: false,
} as const;
