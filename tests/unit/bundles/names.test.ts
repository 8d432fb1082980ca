import { describe, expect, it } from 'vitest';
import { NAME_LENGTHS, NameBook, safeName } from '#main/bundles/names.ts';

const name = (wanted: string): string => safeName(wanted, 'Sin título', 60).name;

describe('safeName', () => {
  it.each(['CON', 'con.txt', 'Aux', 'NUL', 'COM1', 'lpt9.docx', 'COM¹'])('never gives the device name %s', (device) => {
    expect(name(device)).toBe(`_${device}`);
  });

  it('reports a device name', () => {
    expect(safeName('CON', '-', 60).changes).toContain('reserved');
  });

  it('drops dots and blanks at the end, which Windows would drop silently', () => {
    expect(safeName('Agenda. . ', '-', 60)).toEqual({ name: 'Agenda', changes: ['edge'] });
  });

  it('turns what Windows forbids into something readable', () => {
    expect(name('Actividad 1: ¿qué/cómo? <borrador> "final" a|b\\c*')).toBe(
      "Actividad 1 - ¿qué-cómo borrador 'final' a - b-c",
    );
  });

  it('keeps the letters of the languages of Bolivia', () => {
    expect(name('Ñawpaq yachay – ayvu g̃uarã, mbaʼe')).toBe('Ñawpaq yachay – ayvu g̃uarã, mbaʼe'.normalize('NFC'));
  });

  it('composes letters written in two parts', () => {
    expect(safeName('Guía'.normalize('NFD'), '-', 60)).toEqual({ name: 'Guía', changes: ['notNfc'] });
  });

  it('cuts a long title at a word', () => {
    expect(name('Guía '.repeat(40))).toBe('Guía '.repeat(12).trim());
  });

  it.each([
    ['Innovación y gobierno digital para la igualdad de las ', 'Innovación y gobierno digital para la igualdad'],
    ['Innovation and digital government for the public and ', 'Innovation and digital government for the public'],
  ])('is cut before the words that only lead to the next: %s', (start, cut) => {
    expect(safeName(`${start}municipalidades`, '-', 58).name).toBe(cut);
  });

  it('keeps such a word at the end of a name that fits', () => {
    expect(name('Qué falta y de')).toBe('Qué falta y de');
  });

  it('tells a name no file system takes from a merely long one', () => {
    expect(safeName('a'.repeat(256), '-', 60).changes).toContain('tooLong');
    expect(safeName('a'.repeat(100), '-', 60).changes).toEqual(['shortened']);
  });

  it('never cuts inside a character', () => {
    expect(safeName('👩🏽‍🏫'.repeat(30), '-', 60).name.length % '👩🏽‍🏫'.replaceAll('\u200D', '').length).toBe(0);
  });

  it('removes what is invisible or turns the name around', () => {
    expect(name('informe\u202Excod.exe\u0000\u200B')).toBe('informexcod.exe');
  });

  it('stands in where nothing is left', () => {
    expect(name('???')).toBe('Sin título');
  });

  it('leaves room for Explorer: zip, folder, module and file together stay under 260 characters', () => {
    const { bundle, module, document } = NAME_LENGTHS;
    expect(
      2 * (bundle + 1) + 'data/'.length + module + 1 + '01 '.length + document + '.docx'.length,
    ).toBeLessThanOrEqual(240);
  });
});

describe('NameBook', () => {
  it('keeps names apart that differ in case or composition only', () => {
    const book = new NameBook();
    const claims = ['Guía', 'guía', 'GUÍA'.normalize('NFD')].map((wanted) => book.claim('2.1', wanted, '.docx'));
    expect(claims).toEqual(['Guía.docx', 'guía (2).docx', `${'GUÍA'.normalize('NFD')} (3).docx`]);
  });

  it('counts per folder', () => {
    const book = new NameBook();
    expect([book.claim('2.1', 'Agenda', ''), book.claim('2.2', 'Agenda', '')]).toEqual(['Agenda', 'Agenda']);
  });
});
