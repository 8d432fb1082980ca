import { describe, expect, it } from 'vitest';
import type { CheckUnit } from '#shared/checks/check.ts';
import { DocumentChecker } from '#shared/checks/consistency/document-checker.ts';
import type { TermFinder } from '#shared/checks/terms/term-finder.ts';
import type { UnitRecord } from '#shared/model/unit.ts';
import { because, checkUnit, ENGLISH_TO_BOLIVIA } from '#tests/builders/check-unit.ts';

const SENTENCE = 'Collect the cards from everyone';

function unit(id: string, source: string, target: string, more: Partial<UnitRecord> = {}): CheckUnit {
  return checkUnit(target, source, { id, ...more });
}

function checkerOf(...units: readonly CheckUnit[]): DocumentChecker {
  const checker = new DocumentChecker(ENGLISH_TO_BOLIVIA);
  for (const each of units) checker.set(each);
  return checker;
}

function codes(checker: DocumentChecker, id: string): readonly string[] {
  return checker.findingsOf(id).map(({ code }) => code);
}

describe('the same original', () => {
  const one = unit('a', SENTENCE, 'Recoja las tarjetas de todos');
  const other = unit('b', SENTENCE, 'Junte las tarjetas de cada quien');

  it('in two wordings is found in both places', () => {
    const checker = checkerOf(one, other);
    expect([codes(checker, 'a'), codes(checker, 'b')]).toEqual([['sameSourceDiffers'], ['sameSourceDiffers']]);
  });

  it('names the other wording', () => {
    expect(checkerOf(one, other).findingsOf('a')[0]?.params).toEqual({ other: 'Junte las tarjetas de cada quien' });
  });

  it('in one wording is fine, whatever case and quotes', () => {
    const checker = checkerOf(
      unit('a', 'The “card” now', 'La «tarjeta» ya'),
      unit('b', 'The "card" now', 'la "tarjeta" ya'),
    );
    expect(codes(checker, 'a')).toEqual([]);
  });

  it('of a word or two is a hint', () => {
    const checker = checkerOf(unit('a', 'Time', 'Hora'), unit('b', 'Time', 'Tiempo'));
    expect(checker.findingsOf('a')[0]?.severity).toBe('info');
  });

  it('adapted is a hint there, and nothing to the faithful one', () => {
    const adapted = { mode: 'adapted', adaptation: because('institution') } as const;
    const checker = checkerOf(one, unit('b', SENTENCE, 'Junte las fichas del GAM', adapted));
    expect(codes(checker, 'a')).toEqual([]);
    expect(checker.findingsOf('b')).toMatchObject([{ code: 'sameSourceDiffers', severity: 'info' }]);
  });

  it('is not looked for in what nobody has begun', () => {
    const checker = checkerOf(one, unit('b', SENTENCE, 'Junte las tarjetas de cada quien', { status: 'untranslated' }));
    expect(codes(checker, 'a')).toEqual([]);
  });

  it('in an agenda is the title of an activity', () => {
    const title = { ...unit('a', SENTENCE, 'Recoja las tarjetas', { kind: 'heading' }), inAgenda: false };
    const checker = checkerOf(title, { ...unit('b', SENTENCE, 'Junte las fichas'), inAgenda: true });
    expect(codes(checker, 'b')).toEqual(['agendaTitleDiffers']);
  });
});

describe('the same text', () => {
  it('for two originals is found', () => {
    const text = 'Escriba el nombre de un servicio de su municipio';
    const checker = checkerOf(
      unit('a', 'Write down a service of your city', text),
      unit('b', 'Never mind what they told you before lunch', text),
    );
    expect(codes(checker, 'a')).toContain('sameTargetDiffers');
  });

  it('for two originals that are alike is fine', () => {
    const text = 'Escriba el nombre de un servicio';
    const checker = checkerOf(
      unit('a', 'Write down the name of a service', text),
      unit('b', 'Write the name of a service', text),
    );
    expect(codes(checker, 'a')).toEqual([]);
  });
});

describe('what changes', () => {
  it('is told: this unit and those it agreed or disagreed with', () => {
    const checker = checkerOf(
      unit('a', SENTENCE, 'Uno dos'),
      unit('b', SENTENCE, 'Tres cuatro'),
      unit('c', 'Other', 'Otra'),
    );
    expect([...checker.set(unit('b', SENTENCE, 'Uno dos'))].toSorted()).toEqual(['a', 'b']);
    expect(codes(checker, 'a')).toEqual([]);
  });

  it('is this unit alone where it agrees with all', () => {
    const checker = checkerOf(unit('a', SENTENCE, 'Uno'), unit('b', 'Other', 'Otra'));
    expect([...checker.set(unit('b', 'Other', 'Otra cosa'))]).toEqual(['b']);
  });

  it('is told when a unit goes', () => {
    const checker = checkerOf(unit('a', SENTENCE, 'Uno dos'), unit('b', SENTENCE, 'Tres cuatro'));
    expect([...checker.remove('b')]).toEqual(['a']);
    expect([codes(checker, 'a'), codes(checker, 'b')]).toEqual([[], []]);
  });

  it('leaves what a checker made anew would find', () => {
    const texts = ['Uno dos tres cuatro', 'Cinco seis siete ocho', 'Uno dos tres cuatro'];
    const kept = new DocumentChecker(ENGLISH_TO_BOLIVIA);
    let seed = 7;
    const next = (below: number): number => (seed = (seed * 48271) % 2147483647) % below;
    const now = new Map<string, CheckUnit>();
    for (let step = 0; step < 300; step += 1) {
      const id = `u${next(12)}`;
      if (next(5) === 0) {
        kept.remove(id);
        now.delete(id);
      } else {
        const changed = unit(id, `${SENTENCE} ${next(3)}`, `${texts[next(3)] ?? ''} ${next(3)}`);
        kept.set(changed);
        now.set(id, changed);
      }
    }
    const anew = checkerOf(...now.values());
    for (const id of now.keys()) expect(kept.findingsOf(id).map(({ code }) => code)).toEqual(codes(anew, id));
  });
});

describe('separators', () => {
  it('other than the document’s are a hint', () => {
    const checker = checkerOf(
      unit('a', 'There are 1,234', 'Hay 1.234'),
      unit('b', 'There are 2,345 of them', 'Hay 2.345 de ellas'),
      unit('c', 'There are 3,456 in all', 'Hay 3 456 en total'),
    );
    expect([codes(checker, 'a'), codes(checker, 'c')]).toEqual([[], ['numberMixed']]);
  });
});

describe('a term', () => {
  const terms: TermFinder = {
    inSource: (text) => found(text, ['toolkit']),
    inTarget: (text) => found(text, ['kit de herramientas', 'juego de herramientas']),
    saidIn: (_concept, text) => found(text, ['kit de herramientas', 'juego de herramientas']),
    renderings: () => ['kit de herramientas', 'juego de herramientas'],
  };

  it('with several renderings is told where it is the rarer one', () => {
    const checker = new DocumentChecker({ ...ENGLISH_TO_BOLIVIA, terms });
    checker.set(unit('a', 'A toolkit', 'Un kit de herramientas'));
    checker.set(unit('b', 'The toolkit', 'El kit de herramientas'));
    checker.set(unit('c', 'This toolkit', 'Este juego de herramientas'));
    expect([codes(checker, 'a'), codes(checker, 'c')]).toEqual([[], ['termRenderings']]);
  });
});

function found(text: string, forms: readonly string[]): ReturnType<TermFinder['inSource']> {
  return forms.flatMap((form) => {
    const from = text.indexOf(form);
    return from < 0
      ? []
      : [{ concept: 'toolkit', text: form, status: 'preferred' as const, from, to: from + form.length }];
  });
}
