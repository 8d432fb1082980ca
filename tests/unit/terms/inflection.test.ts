import { describe, expect, test } from 'vitest';
import type { PartOfSpeech } from '#shared/model/concept.ts';
import { concept, foundIn } from '#tests/builders/glossary.ts';

const es = (term: string, text: string, part?: PartOfSpeech): readonly string[] =>
  foundIn([concept([`es:${term}`], {}, part)], text, 'target');
const en = (term: string, text: string, part?: PartOfSpeech): readonly string[] =>
  foundIn([concept([`en:${term}`], {}, part)], text, 'source');

describe('Spanish', () => {
  test.each([
    ['meta', 'metas'],
    ['indicador', 'indicadores'],
    ['participación', 'participaciones'],
    ['país', 'países'],
    ['interés', 'intereses'],
    ['juez', 'jueces'],
    ['ley', 'leyes'],
    ['régimen', 'regímenes'],
    ['imagen', 'imágenes'],
    ['orden', 'órdenes'],
    ['joven', 'jóvenes'],
    ['kit', 'kits'],
    ['crisis', 'crisis'],
    ['taller', 'talleres'],
    ['facilitador', 'facilitadora'],
    ['facilitador', 'facilitadoras'],
    ['datos abiertos', 'dato abierto'],
    ['gobierno', 'gobiernos'],
    ['sesiones', 'sesión'],
    ['sectores', 'sector'],
  ])('%s is found as %s', (term, form) => {
    expect(es(term, `Hay ${form} aquí.`)).toEqual([form]);
  });

  test.each([
    ['meta', 'metal'],
    ['participación', 'participar'],
    ['taller', 'talla'],
    ['localizar', 'localización'],
    ['objetivo', 'objetivamente'],
    ['caso', 'casa'],
    ['gobierno', 'gobernanza'],
    ['municipal', 'municipio'],
    ['año', 'ano'],
    ['público', 'publicó'],
  ])('%s is not found in %s', (term, other) => {
    expect(es(term, `Hay ${other} aquí.`)).toEqual([]);
  });

  test.each([
    ['localizar', 'localizando'],
    ['localizar', 'localicen'],
    ['localizar', 'localizadas'],
    ['localizar los ODS', 'localicemos los ODS'],
    ['rendir cuentas', 'rinde cuentas'],
    ['gobernar', 'gobiernan'],
    ['promover', 'promueve'],
    ['fortalecer', 'fortalezcan'],
    ['incluir', 'incluye'],
    ['reducir', 'redujo'],
    ['evaluar', 'evalúa'],
    ['publicar', 'publiquen'],
    ['seguir', 'sigue'],
    ['ejercer', 'ejerza'],
    ['no dejar a nadie atrás', 'no dejemos a nadie atrás'],
  ])('the verb %s is found as %s', (term, form) => {
    expect(es(term, `Se ${form} aquí.`, 'verb')).toEqual([form]);
  });

  test('an adjective is found in both genders and numbers', () => {
    expect(es('inclusivo', 'Inclusivas, inclusivos, inclusiva', 'adjective')).toEqual([
      'Inclusivas',
      'inclusivos',
      'inclusiva',
    ]);
  });

  test('every word of a term is inflected, small words are not', () => {
    expect(es('gobierno autónomo municipal', 'los Gobiernos Autónomos Municipales')).toEqual([
      'Gobiernos Autónomos Municipales',
    ]);
    expect(es('kit de herramientas', 'los kits de herramientas')).toEqual(['kits de herramientas']);
    expect(es('no discriminación', 'nos discriminación')).toEqual([]);
  });

  test('accents people left out are found, and said', () => {
    expect(es('participación', 'La participacion y la PARTICIPACION')).toEqual(['participacion', 'PARTICIPACION']);
    expect(es('política pública', 'politicas publicas')).toEqual(['politicas publicas']);
  });

  test('a term in the plural does not hide the accents people leave out', () => {
    const both = [concept(['es:instituciones sólidas']), concept(['es:institución pública'])];
    expect(foundIn(both, 'INSTITUCION PUBLICA', 'target')).toEqual(['INSTITUCION PUBLICA']);
  });

  test('a wrong accent is another word', () => {
    expect(es('practica', 'la práctica')).toEqual([]);
  });
});

describe('English', () => {
  test.each([
    ['policy', 'policies'],
    ['analysis', 'analyses'],
    ['analyses', 'analysis'],
    ['criterion', 'criteria'],
    ['stakeholder', "stakeholder's"],
    ['capacity building', 'capacity-building'],
    ['Sustainable Development Goal', 'sustainable development goals'],
    ['organization', 'organisations'],
    ['labour', 'labor'],
    ['programme', 'programs'],
  ])('%s is found as %s', (term, form) => {
    expect(en(term, `About ${form} here.`)[0]).toBe(form);
  });

  test.each([
    ['universal', 'university'],
    ['organization', 'organ'],
    ['indicator', 'indicate'],
    ['policy', 'police'],
    ['governance', 'government'],
  ])('%s is not found in %s', (term, other) => {
    expect(en(term, `About ${other} here.`)).toEqual([]);
  });

  test.each([
    ['localize the SDGs', 'localizing the SDGs'],
    ['localize', 'localised'],
    ['leave no one behind', 'leaving no one behind'],
    ['plan', 'planned'],
    ['monitor', 'monitoring'],
    ['identify', 'identified'],
  ])('the verb %s is found as %s', (term, form) => {
    expect(en(term, `We are ${form} here.`, 'verb')).toEqual([form]);
  });

  test('a noun is not found where its word is a verb', () => {
    expect(en('target', 'to target the poor; targeted, targeting', 'noun')).toEqual([]);
    expect(en('target', 'according to target 16.7 and the targets', 'noun')).toEqual(['target', 'targets']);
    expect(en('infrastructure', 'access to infrastructure', 'noun')).toEqual(['infrastructure']);
  });
});

test('languages without a description are matched by the very word, whatever the case', () => {
  const qu = concept(['qu:ayllu'], {});
  expect(foundIn([qu], 'Ayllu, ayllukuna', 'target')).toEqual([]);
});
