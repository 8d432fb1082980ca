import { describe, expect, test } from 'vitest';
import { cut, labelled } from './labelled.ts';

describe.each([
  ['bolivia.es.txt', 'es-BO'],
  ['toolkits.en.txt', 'en'],
])('%s is cut as by hand', (file, language) => {
  test.each(labelled(file))('$text', ({ text, segments }) => {
    expect(cut(text, language)).toEqual(segments);
  });
});

test('languages of Bolivia take the abbreviations of Spanish', () => {
  for (const language of ['quh', 'ayr-BO', 'gn']) expect(cut('Dr. Mamani. Ing. Choque.', language)).toHaveLength(2);
});

test('a language without rules of its own is cut at its marks', () => {
  expect(cut('Bom dia. Tudo bem? Sim.', 'pt')).toEqual(['Bom dia.', 'Tudo bem?', 'Sim.']);
});

test('lines end sentences, but a line that flows on does not', () => {
  expect(cut('Requisitos\nCédula de identidad\nFactura', 'es')).toHaveLength(3);
  expect(cut('El alcalde firmó la \nley municipal.', 'es')).toHaveLength(1);
  expect(cut('El alcalde firmó\nla ley municipal.', 'es')).toHaveLength(1);
});

test('a break inside a unit ends a sentence unless the next line goes on in small letters', () => {
  expect(cut('Hora: 9:00\u2028Lugar: Salón Rojo', 'es')).toHaveLength(2);
  expect(cut('Cambio de mentalidad\u2028en las instituciones', 'es')).toHaveLength(1);
});

test("a note's reference behind the mark stays with its sentence", () => {
  expect(cut('El plan fue aprobado.\uFFFC El alcalde firmó.', 'es')).toEqual([
    'El plan fue aprobado.\uFFFC',
    'El alcalde firmó.',
  ]);
});

test('the answer does not depend on how the text is stored', () => {
  for (const { text } of labelled('bolivia.es.txt')) {
    // The engine keeps a slice of a text with wide characters in two bytes a character.
    const wide = `\u2026${text}`.slice(1);
    expect(cut(wide, 'es')).toEqual(cut(text, 'es'));
  }
});
