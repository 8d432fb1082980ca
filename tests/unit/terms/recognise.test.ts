import { describe, expect, test } from 'vitest';
import { compileGlossary } from '#shared/terms/glossary.ts';
import { concept, foundIn, glossary, term, written } from '#tests/builders/glossary.ts';

describe('case', () => {
  const ods = concept(['es:ODS', 'en:SDG']);

  test('an acronym is found only as it is written, and with the s of several', () => {
    expect(foundIn([ods], 'SDG, SDGs and sdg', 'source')).toEqual(['SDG', 'SDGs']);
    expect(foundIn([concept(['es:ETA'])], 'La ETA y su eta', 'target')).toEqual(['ETA']);
  });

  test('an acronym given as several is found as one', () => {
    expect(foundIn([concept(['en:SDGs'])], 'the SDG', 'source')).toEqual(['SDG']);
  });

  test('a term in small letters is found in capitals', () => {
    expect(foundIn([concept(['es:política pública'])], 'POLÍTICAS PÚBLICAS', 'target')).toEqual(['POLÍTICAS PÚBLICAS']);
  });

  test('a long term given in capitals is no acronym', () => {
    expect(foundIn([concept(['es:GOBIERNO ABIERTO'])], 'un gobierno abierto', 'target')).toEqual(['gobierno abierto']);
  });
});

describe('signs', () => {
  test.each([
    'open\u00A0data',
    'open-data',
    'open\u2011data',
    'open \u202F data',
    'open \uFFFC data',
    'o\u00ADpen data',
  ])('%j is open data', (text) => {
    expect(foundIn([concept(['en:open data'])], `Use ${text}.`, 'source')).toEqual([text]);
  });

  test.each(['open, data', 'open. Data', 'open – data', 'open (data)'])('%s is not', (text) => {
    expect(foundIn([concept(['en:open data'])], text, 'source')).toEqual([]);
  });

  test('apostrophes are one', () => {
    expect(foundIn([concept(["en:citizens' charter"])], 'a Citizens’ Charter', 'source')).toEqual([
      'Citizens’ Charter',
    ]);
  });

  test('a number is whole', () => {
    expect(foundIn([concept(['en:target 16.7'])], 'Target 16.7, target 16.71', 'source')).toEqual(['Target 16.7']);
  });

  test('a term with a sign inside wants the sign', () => {
    const both = concept(['en:and/or']);
    expect(foundIn([both], 'this and/or that, and or', 'source')).toEqual(['and/or']);
  });
});

describe('both genders', () => {
  test.each(['facilitador', 'facilitadora', 'facilitadores', 'Facilitadoras', 'facilitador/a', 'facilitadores(as)'])(
    'facilitador/a is found as %s',
    (text) => {
      expect(foundIn([concept(['es:facilitador/a'])], `La ${text} dice`, 'target')).toEqual([text]);
    },
  );

  test('genders of several words go together', () => {
    const servant = [concept(['es:servidor/a público/a'])];
    expect(foundIn(servant, 'las servidoras públicas', 'target')).toEqual(['servidoras públicas']);
    expect(foundIn(servant, 'servidores/as públicos/as', 'target')).toEqual(['servidores/as públicos/as']);
  });

  test('two words of one stem are either', () => {
    const mayor = [concept(['es:alcaldesa/alcalde'])];
    expect(foundIn(mayor, 'el alcalde, las alcaldesas', 'target')).toEqual(['alcalde', 'alcaldesas']);
  });
});

describe('overlaps', () => {
  const goal = concept(['en:goal', 'es:objetivo', 'es:!meta']);
  const sdg = concept(['en:Sustainable Development Goal', 'es:Objetivo de Desarrollo Sostenible']);
  const target = concept(['en:target', 'es:meta', 'es:!objetivo']);

  test('the longest wins', () => {
    expect(foundIn([goal, sdg], 'a goal, a Sustainable Development Goal', 'source')).toEqual([
      'goal',
      'Sustainable Development Goal',
    ]);
  });

  test('terms of two concepts on one place are both told', () => {
    const text = 'la meta';
    const found = glossary([goal, target]).recognise(text, 'target');
    expect(found.map((it) => [it.concept.id, it.status])).toEqual([
      ['goal', 'forbidden'],
      ['target', 'preferred'],
    ]);
  });

  test('a concept is rendered inside a longer term too', () => {
    const text = 'El Objetivo de Desarrollo Sostenible 11';
    const renderings = glossary([goal, sdg, target]).renderings(goal, text);
    expect(renderings.map((it) => written(it, text))).toEqual(['Objetivo']);
  });

  test('a forbidden word inside a longer term is no use of it', () => {
    expect(glossary([goal, sdg, target]).renderings(target, 'El Objetivo de Desarrollo Sostenible')).toEqual([]);
  });
});

describe('municipalities', () => {
  const town = concept(['es:alcaldía'], {
    terms: [term('es:alcaldía', 'general'), { ...term('es:casa comunal', 'own'), municipality: 'Cobija' }],
  });

  test('the variant of another is not known', () => {
    expect(
      glossary([town], 'Potosí')
        .termsOf(town, 'target')
        .map((it) => it.term.id),
    ).toEqual(['general']);
  });

  test('the own variant is preferred, the general one admitted', () => {
    const here = glossary([town], 'COBIJA').termsOf(town, 'target');
    expect(here.map((it) => [it.term.id, it.status])).toEqual([
      ['general', 'admitted'],
      ['own', 'preferred'],
    ]);
  });
});

test('a word with a prefix is another word', () => {
  const stakeholder = concept(['en:stakeholder']);
  expect(foundIn([stakeholder], 'multi-stakeholder, non\u2011stakeholder, key-stakeholder', 'source')).toEqual([
    'stakeholder',
  ]);
  expect(foundIn([concept(['en:non-discrimination'])], 'non-discrimination', 'source')).toEqual(['non-discrimination']);
});

test('two terms of a concept on one place are told once, the better of them', () => {
  const both = concept(['en:capacity-building', 'en:capacity building', 'es:!Fin', 'es:fin']);
  expect(foundIn([both], 'capacity building', 'source')).toEqual(['capacity building']);
  expect(
    glossary([both])
      .recognise('el fin', 'target')
      .map((it) => it.status),
  ).toEqual(['preferred']);
});

test('positions are those of the text', () => {
  const text = 'Los \uFFFC ODS';
  expect(glossary([concept(['es:ODS'])]).recognise(text, 'target')[0]).toMatchObject({ from: 6, to: 9 });
});

test('what is found without its accents is told', () => {
  const found = glossary([concept(['es:participación'])]).recognise('participacion, participación', 'target');
  expect(found.map((it) => it.unaccented)).toEqual([true, false]);
});

test('a term counts for every variety of its language, and for no other', () => {
  const ayllu = concept(['qu:ayllu'], { terms: [term('qu:ayllu'), term('es-ES:comunidad')] });
  const quechua = compileGlossary([ayllu], { sourceLanguage: 'es-BO', targetLanguage: 'qu-BO', municipality: '' });
  expect(quechua.recognise('Ayllu, ayllukuna', 'target').map((it) => it.to)).toEqual([5]);
  expect(quechua.recognise('las comunidades', 'source').map((it) => it.from)).toEqual([4]);
});
