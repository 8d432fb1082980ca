import { describe, expect, it } from 'vitest';
import { CHECK_CODES } from '#shared/checks/codes.ts';
import { findingKey, textsKey } from '#shared/checks/identity.ts';
import { CHECKS, runChecks } from '#shared/checks/registry.ts';
import type { TermFinder } from '#shared/checks/terms/term-finder.ts';
import { plain, textRun } from '#shared/model/content.ts';
import { RESOURCES } from '#renderer/i18n/resources.ts';
import { because, checkUnit, chip, ENGLISH_TO_BOLIVIA, findingsBy } from '#tests/builders/check-unit.ts';

const adapted = { mode: 'adapted', adaptation: because('institution') } as const;

describe('modes', () => {
  it('an adapted unit may say other numbers', () => {
    expect(runChecks(checkUnit('Hay 339 municipios.', 'There are 27 states.', adapted))).toEqual([]);
  });

  it('an adapted unit writes numbers as Bolivia does all the same', () => {
    const [finding] = runChecks(checkUnit('Cuesta 1,234.50.', 'It costs 99.', adapted));
    expect(finding?.code).toBe('numberFormat');
  });

  it('an omitted unit only owes its reason', () => {
    const unit = checkUnit('', 'It costs 99.', { mode: 'omitted' });
    expect(runChecks(unit).map(({ code }) => code)).toEqual(['reasonMissing']);
  });

  it('an address gone from an adapted unit is a hint', () => {
    const [finding] = findingsBy(['addresses-kept'], checkUnit('Véase.', 'See https://un.org/en', adapted));
    expect(finding?.severity).toBe('info');
  });

  it('a check that is off does not run', () => {
    const unit = checkUnit('Dos  palabras', 'Two words');
    expect(runChecks(unit, { ...ENGLISH_TO_BOLIVIA, off: ['double-space'] })).toEqual([]);
  });

  it('a text left in English is told once', () => {
    const text = 'Ask participants, what is a city in 1,234 words?';
    expect(runChecks(checkUnit(text, text)).map(({ code }) => code)).toEqual(['targetEqualsSource']);
  });
});

describe('adaptation', () => {
  const received = plain('Pida a las y los participantes que nombren un servicio de su ciudad');

  it('is doubted where nothing changed', () => {
    const unit = { ...checkUnit(received, 'Ask participants', adapted), received };
    expect(runChecks(unit)).toMatchObject([{ code: 'adaptedLikeReceived', severity: 'warning' }]);
  });

  it('is a hint where one word in twenty did', () => {
    const long = plain(`${'palabra '.repeat(24)}final`);
    const unit = { ...checkUnit(`${'palabra '.repeat(24)}distinta`, 'word', adapted), received: long };
    expect(findingsBy(['adapted-alike'], unit)).toMatchObject([{ severity: 'info', params: { percent: 96 } }]);
  });

  it('is believed where the text is another', () => {
    const unit = { ...checkUnit('Pida que nombren un servicio de su GAM', 'Ask participants', adapted), received };
    expect(findingsBy(['adapted-alike'], unit)).toEqual([]);
  });

  it('that is a copy of the original is none', () => {
    const unit = checkUnit('Ask the participants about the GAM', 'Ask the participants about the city', adapted);
    expect(findingsBy(['unmodified-copy'], unit)).toMatchObject([{ code: 'unmodifiedCopy' }]);
  });
});

describe('length', () => {
  const slide = { placement: { container: 'slide:1/body', position: 'a0' } };
  const text = 'Effective institutions for the Goals of everyone';

  it('of a slide is a hint over 130 %', () => {
    const unit = checkUnit(`${text} y mucho, mucho más de lo que cabe`, text, slide);
    expect(findingsBy(['slide-length'], unit)).toMatchObject([{ code: 'slideTextLong' }]);
  });

  it('of speaker notes is free', () => {
    const unit = checkUnit(`${text} ${text}`, text, { ...slide, kind: 'speakerNote' });
    expect(findingsBy(['slide-length'], unit)).toEqual([]);
  });

  it('is a warning where the box is too small', () => {
    const unit = { ...checkUnit('Texto', 'Text', slide), outgrowsBox: true };
    expect(findingsBy(['slide-length'], unit)).toMatchObject([{ code: 'outOfBox', severity: 'warning' }]);
  });

  it('of a cell is a hint over 200 %', () => {
    const unit = checkUnit('Minutos que quedan para esta sesión', 'Minutes left', { kind: 'tableCell' });
    expect(findingsBy(['cell-length'], unit)).toMatchObject([{ code: 'cellTextLong' }]);
  });
});

describe('placeholders', () => {
  it('in another order are a hint where the order says something', () => {
    const unit = checkUnit([chip(2, 'noteRef'), chip(1, 'noteRef')], [chip(1, 'noteRef'), chip(2, 'noteRef')]);
    expect(findingsBy(['placeholder-order'], unit)).toMatchObject([{ code: 'placeholderOrder' }]);
  });

  it('answer with the number they show', () => {
    const unit = checkUnit([textRun('Página '), chip(1, 'field', '12')], 'Page 12');
    expect(findingsBy(['numbers-kept'], unit)).toEqual([]);
  });
});

describe('headings', () => {
  it('in capitals as in English are a hint', () => {
    const unit = checkUnit('INSTITUCIONES EFICACES', 'EFFECTIVE INSTITUTIONS', { kind: 'heading' });
    expect(findingsBy(['caps-heading'], unit)).toMatchObject([{ code: 'capsHeading' }]);
  });

  it('of acronyms are none', () => {
    expect(findingsBy(['caps-heading'], checkUnit('GAM ETA', 'GAM ETA', { kind: 'heading' }))).toEqual([]);
  });
});

/** toolkit = kit de herramientas, never "caja". */
const GLOSSARY: TermFinder = {
  inSource: (text) => found(text, 'toolkit', 'preferred'),
  inTarget: (text) => [...found(text, 'kit de herramientas', 'preferred'), ...found(text, 'caja', 'forbidden')],
  saidIn: (_concept, text) => found(text, 'kit de herramientas', 'preferred'),
  renderings: () => ['kit de herramientas'],
};

function found(text: string, term: string, status: 'preferred' | 'forbidden'): ReturnType<TermFinder['inSource']> {
  const from = text.indexOf(term);
  return from < 0 ? [] : [{ concept: 'toolkit', text: term, status, from, to: from + term.length }];
}

describe('terms', () => {
  const settings = { ...ENGLISH_TO_BOLIVIA, terms: GLOSSARY };

  it('are missed', () => {
    expect(findingsBy(['terms-used'], checkUnit('La guía', 'The toolkit'), settings)).toMatchObject([
      { code: 'termNotUsed', params: { term: 'toolkit', expected: 'kit de herramientas' } },
    ]);
  });

  it('are used', () => {
    expect(findingsBy(['terms-used'], checkUnit('El kit de herramientas', 'The toolkit'), settings)).toEqual([]);
  });

  it('are forbidden, in adapted units too', () => {
    const unit = checkUnit('La caja', 'The toolkit', adapted);
    expect(findingsBy(['forbidden-terms'], unit, settings)).toMatchObject([{ range: { from: 3, to: 7 } }]);
  });
});

describe('identity', () => {
  const other = { code: 'sameSourceDiffers', params: { other: 'x' } } as const;

  it('does not depend on what other units say', () => {
    expect(findingKey(other)).toBe(findingKey({ ...other, params: { other: 'y' } }));
  });

  it('tells two numbers apart', () => {
    const [five, six] = ['5', '6'].map((number) => findingKey({ code: 'numberMissing', params: { number } }));
    expect(five).not.toBe(six);
  });

  it('of the texts changes with either', () => {
    const keys = [checkUnit('uno', 'one'), checkUnit('dos', 'one'), checkUnit('uno', 'two'), checkUnit('', 'oneuno')];
    expect(new Set(keys.map((unit) => textsKey(unit))).size).toBe(4);
  });
});

describe('sentences', () => {
  it.each(['es', 'en'] as const)('in %s are there for every code', (language) => {
    expect(Object.keys(RESOURCES[language].editor.findings.code).toSorted()).toEqual(CHECK_CODES.toSorted());
  });

  it.each(['es', 'en'] as const)('in %s are there for every check', (language) => {
    expect(Object.keys(RESOURCES[language].editor.findings.check)).toEqual(
      expect.arrayContaining(CHECKS.map(({ name }) => name)),
    );
  });
});
