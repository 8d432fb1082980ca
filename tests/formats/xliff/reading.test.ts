import { describe, expect, test } from 'vitest';
import { placeholdersOf, textOf, textRun } from '#shared/model/content.ts';
import { unit12, unit2, xliff12, xliff2 } from '#tests/builders/xliff/index.ts';
import { only, read } from './rig.ts';

describe('texts of XLIFF 2.1', () => {
  test('are the segments of a unit in the order of each side', async () => {
    const unit =
      '<unit id="1"><segment><source>One. </source><target order="3">Uno.</target></segment><ignorable><source> </source><target> </target></ignorable><segment><source>Two.</source><target order="1">Dos.</target></segment></unit>';
    const { source, target } = await only(xliff2(unit));
    expect([textOf(source), textOf(target)]).toEqual(['One.  Two.', 'Dos. Uno.']);
  });

  test('have the original’s blanks where the translation has none between its segments', async () => {
    const unit =
      '<unit id="1"><segment><source>A.</source><target>B.</target></segment><ignorable><source> </source></ignorable><segment><source>C.</source><target>D.</target></segment></unit>';
    expect(textOf((await only(xliff2(unit))).target)).toBe('B. D.');
  });

  test('do not hold the line ends of the file', async () => {
    expect(textOf((await only(xliff2(unit2('\n   one\n   two ')))).source)).toBe('one two');
  });

  test('hold line ends and tabs as placeholders where white space is kept', async () => {
    const { source } = await only(
      xliff2('<unit id="1" xml:space="preserve"><segment><source>a  b\n\tc</source></segment></unit>'),
    );
    expect([textOf(source), placeholdersOf(source).map(({ kind }) => kind)]).toEqual(['a  bc', ['break', 'tab']]);
  });

  test('have marks for codes that are nothing but a look', async () => {
    const unit = unit2('a <pc id="1" type="fmt" subType="xlf:b">b</pc> <pc id="2" fs:fs="em">c</pc>');
    const { source } = await only(xliff2(unit, ' xmlns:fs="urn:oasis:names:tc:xliff:fs:2.0"'));
    expect(source).toEqual([textRun('a '), textRun('b', ['bold']), textRun(' '), textRun('c', ['italic'])]);
  });

  test('have placeholders for looks that could not be written again as they are', async () => {
    const { source } = await only(
      xliff2(unit2('<pc id="1" type="fmt" subType="xlf:b">a</pc><pc id="2" type="fmt" subType="xlf:b">b</pc>')),
    );
    expect(placeholdersOf(source)).toHaveLength(4);
  });

  test('number codes alike on both sides', async () => {
    const { source, target } = await only(
      xliff2(unit2('<ph id="1"/>a<pc id="2">b</pc>', '<pc id="2">c</pc><ph id="1"/><ph id="new"/>')),
    );
    expect(placeholdersOf(source).map(({ placeholder }) => placeholder)).toEqual([1, 2, 2]);
    expect(placeholdersOf(target).map(({ placeholder }) => placeholder)).toEqual([2, 2, 1, 3]);
  });

  test('show what a code stands for: what is displayed, else the native code', async () => {
    const unit =
      '<unit id="1"><originalData><data id="d">&lt;br/></data></originalData><segment><source><ph id="1" disp="[image]"/><ph id="2" dataRef="d"/><ph id="3"/></source></segment></unit>';
    const { source } = await only(xliff2(unit));
    expect(placeholdersOf(source).map(({ label }) => label)).toEqual(['[image]', '<br/>', '3']);
  });

  test('keep what must not be translated as one placeholder', async () => {
    const { source } = await only(xliff2(unit2('Press <mrk id="1" translate="no">ESC <ph id="2"/></mrk>.')));
    expect([textOf(source), placeholdersOf(source).map(({ label }) => label)]).toEqual(['Press .', ['ESC']]);
  });
});

describe('texts of XLIFF 1.2', () => {
  test('have pairs for codes in two parts, whatever they are called', async () => {
    const { source } = await only(
      xliff12(unit12('<bpt id="1">&lt;b></bpt>a<ept id="1">&lt;/b></ept> <bx id="2" rid="9"/>b<ex id="3" rid="9"/>')),
    );
    expect(placeholdersOf(source).map(({ kind, placeholder }) => `${kind} ${placeholder}`)).toEqual([
      'open 1',
      'close 1',
      'open 2',
      'close 2',
    ]);
  });

  test('are read without the marks of their segments', async () => {
    const segments = '<mrk mtype="seg" mid="0">Uno.</mrk> <mrk mtype="seg" mid="1">Dos.</mrk>';
    expect(textOf((await only(xliff12(unit12('One. Two.', segments)))).target)).toBe('Uno. Dos.');
  });

  test('are read of files without a namespace', async () => {
    const bare = Buffer.from(xliff12(unit12('a', 'b')))
      .toString()
      .replace(/ xmlns="[^"]*"/u, '');
    expect(textOf((await only(Buffer.from(bare))).target)).toBe('b');
  });
});

describe('the state of the work', () => {
  test.each([
    [' state="initial"', 'draft'],
    ['', 'draft'],
    [' state="translated"', 'translated'],
    [' state="reviewed" subState="other:checked"', 'reviewed'],
    [' state="final"', 'approved'],
  ])('of a segment%s is %s', async (state, status) => {
    expect((await only(xliff2(unit2('a', 'b', state)))).state).toEqual({ status });
  });

  test('is that of the least finished segment', async () => {
    const unit =
      '<unit id="1"><segment state="final"><source>a</source><target>b</target></segment><segment state="translated"><source>c</source><target>d</target></segment></unit>';
    expect((await only(xliff2(unit))).state.status).toBe('translated');
  });

  test('without a translation is untranslated, whatever the file says', async () => {
    expect((await only(xliff2(unit2('a', '', ' state="translated"')))).state.status).toBe('untranslated');
  });

  test.each([
    [' state="needs-review-translation"', 'draft'],
    [' state="translated"', 'translated'],
    [' state="signed-off"', 'reviewed'],
    [' state="final"', 'approved'],
  ])('of a target%s of XLIFF 1.2 is %s', async (state, status) => {
    expect((await only(xliff12(unit12('a', 'b', state)))).state).toEqual({ status });
  });

  test('of text without an original is added', async () => {
    const { blocks, translation } = await read(xliff2(unit2('', 'Un caso')));
    expect([blocks.length, translation?.links, translation?.states[0]?.mode]).toEqual([0, [], 'added']);
  });
});

describe('beside the texts', () => {
  test('notes and comments on spans are comments of the unit', async () => {
    const notes = '<notes><note id="n1">¿Es así?</note></notes>';
    const { block } = await only(
      xliff2(unit2('<mrk id="m1" type="comment" value="a span">a</mrk>', undefined, '', notes)),
    );
    expect(block.comments?.map(({ text }) => text)).toEqual(['¿Es así?', 'a span']);
  });

  test('notes of XLIFF 1.2 say who wrote them', async () => {
    const { block } = await only(xliff12(unit12('a', 'b', '', '<note from="Ana">¿Es así?</note>')));
    expect(block.comments).toEqual([{ author: 'Ana', text: '¿Es así?' }]);
  });

  test('other translations and units not to be translated are counted', async () => {
    const file = xliff12(
      `${unit12('a', 'b', '', '<alt-trans><target>c</target></alt-trans>')}<trans-unit id="x" translate="no"><source>d</source></trans-unit>`,
    );
    expect((await read(file)).report.notes).toEqual([
      { code: 'notTranslatable', count: 1 },
      { code: 'alternativeTranslations', count: 1 },
    ]);
  });

  test('a file in one language has no second one', async () => {
    const file = Buffer.from(xliff2(unit2('a')))
      .toString()
      .replace(' trgLang="es-BO"', '');
    expect((await read(Buffer.from(file))).translation).toBeUndefined();
  });
});
