import { describe, expect, it } from 'vitest';
import type { CheckUnit, Finding } from '#shared/checks/check.ts';
import { plain, textRun, type Content } from '#shared/model/content.ts';
import type { UnitRecord } from '#shared/model/unit.ts';
import { because, checkRecord as unit, checkUnit, chip, findingsBy } from '#tests/builders/check-unit.ts';

/** What is tried here; the others have their cases in tables. */
const NAMES = [
  'target-empty',
  'target-equals-source',
  'reason-given',
  'placeholders-kept',
  'placeholder-pairs',
  'opening-marks',
];

function runChecks(it: CheckUnit, settings?: Parameters<typeof findingsBy>[2]): readonly Finding[] {
  return findingsBy(NAMES, it, settings);
}

function codes(
  target: Content | string,
  source: Content | string = 'Source.',
  more: Partial<UnitRecord> = {},
): readonly string[] {
  return runChecks(checkUnit(target, source, more)).map((finding) => finding.code);
}

describe('empty target', () => {
  it.each([
    ['', 'Welcome'],
    ['  \n', 'Welcome'],
  ])('%j for %j is found', (target, source) => {
    expect(codes(target, source)).toEqual(['targetEmpty']);
  });

  it('is found once, whatever the source held', () => {
    expect(codes('', [textRun('See '), chip(1)])).toEqual(['targetEmpty']);
  });

  it('is found in an added unit', () => {
    expect(codes('', '', { mode: 'added', adaptation: because('example-or-case') })).toEqual(['targetEmpty']);
  });

  it('is no matter where the original is empty too', () => {
    expect(codes('', '')).toEqual([]);
  });

  it('is no matter in an omitted unit', () => {
    expect(codes('', 'Welcome', { mode: 'omitted', adaptation: because('infrastructure') })).toEqual([]);
  });
});

describe('target equal to source', () => {
  it.each(['Ask participants to name a service.', 'Collect the cards', 'What happens'])('%j is found', (text) => {
    expect(codes(text, text)).toContain('targetEqualsSource');
  });

  it.each(['2.1', 'ONU', 'https://example.org/a', 'maria@elalto.gob.bo', 'Bs 1.234,50', '—'])(
    '%j may be the same',
    (text) => {
      expect(codes(text, text)).not.toContain('targetEqualsSource');
    },
  );

  it('is of severity info for a word or two', () => {
    const [finding] = runChecks({ record: unit('Total'), source: plain('Total') });
    expect(finding?.severity).toBe('info');
  });

  it('is not looked for in adapted units', () => {
    expect(
      codes('Collect the cards', 'Collect the cards', { mode: 'adapted', adaptation: because('audience') }),
    ).toEqual([]);
  });

  it('says nothing about a translation', () => {
    expect(codes('Recoja las tarjetas', 'Collect the cards')).toEqual([]);
  });
});

describe('reason of an adaptation', () => {
  it.each(['adapted', 'added', 'omitted'] as const)('is missing in an %s unit without one', (mode) => {
    expect(codes('Texto', 'Text', { mode })).toEqual(['reasonMissing']);
  });

  it('needs a note when it is "other"', () => {
    expect(codes('Texto', 'Text', { mode: 'adapted', adaptation: because('other', { note: ' ' }) })).toEqual([
      'noteMissing',
    ]);
  });

  it('needs a reference when it is a law', () => {
    expect(codes('Texto', 'Text', { mode: 'adapted', adaptation: because('law') })).toEqual(['referenceMissing']);
  });

  it('is complete with a law and its reference', () => {
    expect(codes('Texto', 'Text', { mode: 'adapted', adaptation: because('law', { reference: 'Ley 482' }) })).toEqual(
      [],
    );
  });

  it('is not asked of a faithful unit', () => {
    expect(codes('Texto', 'Text')).toEqual([]);
  });
});

describe('placeholders', () => {
  it('of the original are missed', () => {
    expect(codes('Vea la figura', [textRun('See figure '), chip(1)])).toEqual(['placeholderMissing']);
  });

  it('too many are found, with their place', () => {
    const record = unit([textRun('Vea '), chip(1), chip(1)]);
    expect(runChecks({ record, source: [textRun('See '), chip(1)] })).toEqual([
      {
        code: 'placeholderExtra',
        params: { placeholder: 1, kind: 'image', label: '' },
        severity: 'warning',
        range: { from: 5, to: 6 },
      },
    ]);
  });

  it('are fine when kept', () => {
    expect(codes([chip(1), textRun(' Vea')], [textRun('See '), chip(1)])).toEqual([]);
  });

  it('for line breaks and tabs are free', () => {
    expect(
      codes([textRun('Uno'), chip(0, 'break'), textRun('dos')], [textRun('One'), chip(3, 'tab'), textRun('two')]),
    ).toEqual([]);
  });

  it('that enclose text need both ends', () => {
    const source = [chip(1, 'open'), textRun('here'), chip(1, 'close')];
    expect(codes([chip(1, 'open'), textRun('aquí')], source)).toEqual(['placeholderPairing']);
    expect(codes([chip(1, 'close'), textRun('aquí'), chip(1, 'open')], source)).toEqual([
      'placeholderPairing',
      'placeholderPairing',
    ]);
  });

  it('may be left open where the original leaves them open', () => {
    expect(codes([chip(1, 'open'), textRun('aquí')], [chip(1, 'open'), textRun('here')])).toEqual([]);
  });
});

describe('¿ and ¡', () => {
  it.each([
    'Cómo se llama?',
    '¿Cómo se llama',
    'Pablo, adónde vas?',
    '¡Bienvenidas y bienvenidos',
    'Bienvenidas!',
    '¿Qué es? Y para qué sirve?',
  ])('%j is found', (text) => {
    expect(codes(text)).toHaveLength(1);
  });

  it.each([
    '¿Cómo se llama?',
    'Pablo, ¿adónde vas?',
    '¡¿Cómo?!',
    '¿¡Cómo!?',
    '¡Qué dices?',
    '¿¿¿De verdad???',
    'Tenía cien años (?) cumplidos',
    'https://example.org/buscar?q=gam',
    '¿Uno? ¿Dos? ¡Tres!',
    'Sin preguntas.',
    'use ! para sobrescribir',
  ])('%j is fine', (text) => {
    expect(codes(text)).toEqual([]);
  });

  it('are paired block by block', () => {
    expect(codes('¿Uno\ndos?')).toEqual(['closingMarkMissing', 'openingMarkMissing']);
  });

  it('are found at their place, placeholders counted', () => {
    const [finding] = runChecks({ record: unit([chip(1), textRun('Cómo?')]), source: [chip(1)] });
    expect(finding?.range).toEqual({ from: 5, to: 6 });
  });

  it('are asked of Spanish only', () => {
    const settings = { sourceLanguage: 'en', targetLanguage: 'quh' };
    expect(runChecks({ record: unit('Imataq kay?'), source: plain('What is it?') }, settings)).toEqual([]);
  });
});
