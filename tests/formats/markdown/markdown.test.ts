import { expect, test } from 'vitest';
import { markdownFormat } from '#main/formats/markdown/index.ts';
import { NEW_BREAK, textRun } from '#shared/model/content.ts';
import { edited, lines, type Changes } from '#tests/formats/flat/rig.ts';

async function read(source: string): Promise<readonly string[]> {
  return lines(await markdownFormat.read(Buffer.from(source)));
}

function edit(source: string, changes: Changes): Promise<string> {
  return edited(markdownFormat, source, changes);
}

test('headings, paragraphs, items, quotes, cells and notes are blocks', async () => {
  const source =
    '# Uno\n\nDos\n===\n\n- tres\n  - cuatro\n\n> cinco\n\n| a | b |\n|---|---|\n| c | d |\n\nx[^1]\n\n[^1]: nota\n';
  expect(await read(source)).toEqual([
    'body heading1 Uno',
    'body heading1 Dos',
    'body listItem1 tres',
    'body listItem2 cuatro',
    'body paragraph cinco',
    'body/t1r1c1 tableCell a',
    'body/t1r1c2 tableCell b',
    'body/t1r2c1 tableCell c',
    'body/t1r2c2 tableCell d',
    'body paragraph x{noteRef}',
    'footnote:1 footnote nota',
  ]);
});

test('marks by signs and by elements, code, links, pictures, breaks', async () => {
  expect(
    await read('**a** *b* ~~c~~ `d` <u>e</u> [f](https://un.org "t") ![g](g.png)\\\n<span>h</span> <https://un.org>'),
  ).toEqual([
    'body paragraph /bold:a/ /italic:b/ /strike:c/ d /underline:e/ [f](https://un.org) {image}{break}{open}h{close} [https://un.org](https://un.org)',
    'altText:1 altText g',
  ]);
});

test('code, raw HTML and front matter stay untouched and are said', async () => {
  const file = await markdownFormat.read(
    Buffer.from('---\ntitle: x\n---\n\n```\ncode\n```\n\n<div>html</div>\n\nTexto\n'),
  );
  expect(lines(file)).toEqual(['body paragraph Texto']);
  expect(file.report.notes.map(({ code }) => code)).toEqual(['frontMatter', 'codeBlock', 'rawHtml']);
});

test('only the text of what changed is another', async () => {
  const source = 'Uno\r\n===\r\n\r\n* dos   *tres*\r\n\r\n1) x\r\n';
  expect(await edit(source, { change: { Uno: 'Otro' } })).toBe(source.replace('Uno', 'Otro'));
});

test('no more is escaped than has to be', async () => {
  const source = 'x\n';
  expect(await edit(source, { change: { x: 'a_b 3 * 4 (ok) 100 % [nota] 1.5' } })).toBe(
    'a_b 3 * 4 (ok) 100 % [nota] 1.5\n',
  );
  expect(await edit(source, { change: { x: '*no*' } })).toBe('\\*no\\*\n');
  expect(await edit(source, { change: { x: '# no' } })).toBe('\\# no\n');
  expect(await edit(source, { change: { x: '1. no' } })).toBe('1\\. no\n');
});

test('marks are written with the author’s signs, and as elements where signs would not do', async () => {
  expect(await edit('__a__ _b_\n', { change: { a: [textRun('c', ['bold'])] } })).toBe('__c__\n');
  expect(await edit('x\n', { change: { x: [textRun('pre'), textRun('«c»', ['bold']), textRun('post')] } })).toBe(
    'pre<strong>«c»</strong>post\n',
  );
});

test('a line break goes on with what begins its line', async () => {
  const content = [textRun('a'), { placeholder: NEW_BREAK, kind: 'break' as const, label: '\n' }, textRun('b')];
  expect(await edit('> - x\n', { change: { x: content } })).toBe('> - a\\\n>   b\n');
  expect(await edit('| x |\n|---|\n', { change: { x: content } })).toBe('| a<br>b |\n|---|\n');
});

test('links keep their titles and labels', async () => {
  const source = '[a](https://un.org "t") [b][r] [c]\n\n[r]: https://r.org\n[c]: https://c.org\n';
  const { blocks } = await markdownFormat.read(Buffer.from(source));
  const content = (blocks[0]?.content ?? []).map((run) =>
    'text' in run && run.link !== undefined ? { ...run, text: run.text.toUpperCase() } : run,
  );
  expect((await edit(source, { change: { a: content } })).split('\n')[0]).toBe('[A](https://un.org "t") [B][r] [C][c]');
});

test('items are added and omitted in their lists', async () => {
  expect(await edit('1. uno\n2. dos\n', { addAfter: { uno: 'más' } })).toBe('1. uno\n2. más\n2. dos\n');
  expect(await edit('- uno\n  - dos\n  - tres\n', { omit: ['dos'] })).toBe('- uno\n  - tres\n');
  expect(await edit('a\n# b\nc\n', { omit: ['b'] })).toBe('a\n\nc\n');
});

test('a list goes on being one whatever its items lose', async () => {
  expect(await edit('- a\n  1. b\n  2. c\n', { omit: ['b'] })).toBe('- a\n\n  2. c\n');
  expect(await edit('a\n\n- b\n  - c\n    - d\n', { omit: ['c'] })).toBe('a\n\n- b\n\n  - \n    - d\n');
});

test('a participants’ file names nobody', async () => {
  const source = '---\ntitle: x\nauthor: Zoila\n---\n\nUno <!-- Zoila --> dos\n\n<!-- Zoila -->\n';
  expect(await edit(source, { more: { strip: true } })).toBe('---\ntitle: x\n---\n\nUno  dos\n\n\n');
});

test('quotes inside quotes without end are refused', async () => {
  await expect(read('>'.repeat(100_000))).rejects.toMatchObject({ code: 'tooDeep' });
  await expect(read('['.repeat(100_000))).rejects.toMatchObject({ code: 'tooDeep' });
});
