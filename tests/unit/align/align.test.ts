import { describe, expect, it } from 'vitest';
import { align } from '#shared/align/align.ts';
import type { AlignBlock, Link } from '#shared/align/block.ts';
import { matchPlaceholders } from '#shared/align/placeholders.ts';
import { allAtOnce } from '#main/services/slices.ts';
import { textRun, type Content, type PlaceholderKind, type PlaceholderRun } from '#shared/model/content.ts';

function body(...texts: readonly string[]): readonly AlignBlock[] {
  return texts.map((text) => block(text));
}

function block(text: string, more: Partial<AlignBlock> = {}): AlignBlock {
  return { text, kind: 'paragraph', story: 'body', container: 'body', placeholders: [], ...more };
}

function cell(text: string, column: number): AlignBlock {
  return block(text, { kind: 'tableCell', container: `body/t1r1c${column}` });
}

function note(number: number, text: string): AlignBlock {
  return block(text, { kind: 'footnote', story: `footnote:${number}`, container: `footnote:${number}` });
}

function marked(text: string): AlignBlock {
  return block(text, { placeholders: ['noteRef'] });
}

/** Two columns, row by row. */
function table(texts: readonly string[]): readonly AlignBlock[] {
  return texts.map((text, index) =>
    block(text, { kind: 'tableCell', container: `body/t1r${(index >> 1) + 1}c${(index % 2) + 1}` }),
  );
}

function chip(placeholder: number, kind: PlaceholderKind, label = ''): PlaceholderRun {
  return { placeholder, kind, label };
}

function over(id: number): readonly { content: Content }[] {
  return [{ content: [chip(id, 'open'), textRun('a')] }, { content: [textRun('b'), chip(id, 'close')] }];
}

function shape(links: readonly Link[]): readonly (readonly [readonly number[], readonly number[]])[] {
  return links.map((link) => [link.source, link.received]);
}

const ENGLISH = [
  'Session 1: Welcome',
  'Ask participants to name a public service their city offers online.',
  'Write it on a card.',
  'Collect the cards in 10 minutes and sort them on the wall.',
  'Discuss in groups which institutions are responsible.',
];
const SPANISH = [
  'Sesión 1: Bienvenida',
  'Pida a los participantes que nombren un servicio público que su ciudad ofrece en línea.',
  'Escríbalo en una tarjeta.',
  'Recoja las tarjetas en 10 minutos y ordénelas en la pared.',
  'Discutan en grupos qué instituciones son responsables.',
];

describe('align', () => {
  it('links a faithful translation block by block', () => {
    expect(shape(align(body(...ENGLISH), body(...SPANISH)))).toEqual(ENGLISH.map((_, index) => [[index], [index]]));
  });

  it('finds a dropped block', () => {
    const links = align(body(...ENGLISH), body(...SPANISH.toSpliced(3, 1)));
    expect(shape(links)).toContainEqual([[3], []]);
  });

  it('finds a block the translation adds', () => {
    const links = align(body(...ENGLISH.toSpliced(3, 1)), body(...SPANISH));
    expect(shape(links)).toContainEqual([[], [3]]);
  });

  it('finds two blocks merged into one', () => {
    const merged = SPANISH.toSpliced(1, 2, `${SPANISH[1]} ${SPANISH[2]}`);
    expect(shape(align(body(...ENGLISH), body(...merged)))).toContainEqual([[1, 2], [1]]);
  });

  it('finds a block cut in two', () => {
    const cut = SPANISH.toSpliced(3, 1, 'Recoja las tarjetas en 10 minutos', 'y ordénelas en la pared.');
    expect(shape(align(body(...ENGLISH), body(...cut)))).toContainEqual([[3], [3, 4]]);
  });

  it('takes nothing and gives nothing', () => {
    expect(align([], [])).toEqual([]);
    expect(shape(align(body('One'), []))).toEqual([[[0], []]]);
    expect(shape(align([], body('Uno')))).toEqual([[[], [0]]]);
  });

  it('never joins blocks of two containers', () => {
    const links = align([cell('Time', 1), cell('Activity', 2)], [cell('Hora y actividad', 1)]);
    expect(links.every((link) => link.source.length < 2)).toBe(true);
  });

  it('compares a story with its like only', () => {
    const header = (text: string): AlignBlock =>
      block(text, { story: 'header:1', container: 'header:1', kind: 'header' });
    const links = align(
      [block('Training'), header('Training manual')],
      [header('Manual de capacitación'), block('Capacitación')],
    );
    expect(shape(links)).toEqual([
      [[1], [0]],
      [[0], [1]],
    ]);
  });

  it('is drawn by known translations', () => {
    const known = [
      { source: 'Qalltawi', received: 'Inicio' },
      { source: 'Tukuya', received: 'Cierre' },
    ];
    const links = align(body('Qalltawi', 'Yatichawi', 'Tukuya'), body('Inicio', 'Cierre'), { known });
    expect(shape(links)).toEqual([
      [[0], [0]],
      [[1], []],
      [[2], [1]],
    ]);
  });
});

describe('notes', () => {
  it('go with the blocks that refer to them', () => {
    const source = ENGLISH.slice(1, 4).flatMap((text, index) => [marked(text), note(index + 2, 'Ibid.')]);
    const [first = '', second = '', third = ''] = SPANISH.slice(1, 4);
    const received = [block(first), marked(second), note(7, 'Ibídem.'), marked(third), note(8, 'Ibídem.')];
    const links = shape(align(source, received));
    expect(links).toContainEqual([[1], []]);
    expect(links).toContainEqual([[3], [2]]);
    expect(links).toContainEqual([[5], [4]]);
  });

  it('may have been end notes', () => {
    const endnote = block('Véase el anexo.', { kind: 'endnote', story: 'endnote:1', container: 'endnote:1' });
    const links = align([marked(ENGLISH[1] ?? ''), note(2, 'See the annex.')], [marked(SPANISH[1] ?? ''), endnote]);
    expect(shape(links)).toContainEqual([[1], [1]]);
  });
});

describe('tables', () => {
  it('link cells of one place when the words say nothing', () => {
    const source = [...body(ENGLISH[1] ?? ''), ...table(['Hour', 'Item', '9', 'Ice-breaker', '10', 'Wrap-up'])];
    const received = [...body(SPANISH[1] ?? ''), ...table(['Hora', 'Asunto', '9', 'Dinámica', '10', 'Cierre'])];
    expect(shape(align(source, received))).toEqual(source.map((_, index) => [[index], [index]]));
  });
});

describe('matchPlaceholders', () => {
  const link: Link = { source: [0], received: [0], confidence: 1 };

  it('pairs by kind and order', () => {
    const source = [{ content: [chip(1, 'noteRef'), textRun('a'), chip(2, 'image'), chip(3, 'noteRef')] }];
    const received = [{ content: [chip(11, 'image'), chip(12, 'noteRef'), chip(13, 'noteRef'), chip(14, 'tab')] }];
    expect([...allAtOnce(matchPlaceholders(source, received, [link]))]).toEqual([
      [11, 2],
      [12, 1],
      [13, 3],
    ]);
  });

  it('prefers equal labels to order', () => {
    const source = [{ content: [chip(1, 'field', 'Figure 1'), chip(2, 'field', '2024')] }];
    const received = [{ content: [chip(11, 'field', '2024'), chip(12, 'field', 'Figura 1')] }];
    expect([...allAtOnce(matchPlaceholders(source, received, [link]))]).toEqual([
      [11, 2],
      [12, 1],
    ]);
  });

  it('counts an open and its close once', () => {
    const source = [{ content: [chip(1, 'open'), textRun('a'), chip(1, 'close')] }];
    const received = [{ content: [chip(9, 'open'), textRun('b'), chip(9, 'close')] }];
    expect([...allAtOnce(matchPlaceholders(source, received, [link]))]).toEqual([[9, 1]]);
  });

  it('matches a pair over two blocks once', () => {
    const links = [link, { source: [1], received: [1], confidence: 1 }];
    expect([...allAtOnce(matchPlaceholders(over(1), over(9), links))]).toEqual([[9, 1]]);
  });
});
