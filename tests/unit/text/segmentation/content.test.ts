import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contentLength, joinContents, sliceContent, textRun, type Content } from '#shared/model/content.ts';
import { toPlainText } from '#shared/model/plain-text.ts';
import { contentSegments } from '#shared/text/segmentation/content.ts';
import { segmenterFor } from '#shared/text/segmentation/segmenters.ts';
import { content } from '#tests/builders/arbitrary-content.ts';

function cut(...runs: Content): readonly string[] {
  return contentSegments(segmenterFor('es'), runs).map(({ from, to }) => toPlainText(sliceContent(runs, from, to)));
}

const open = { placeholder: 1, kind: 'open', label: '' } as const;
const close = { placeholder: 1, kind: 'close', label: '' } as const;
const note = { placeholder: 2, kind: 'noteRef', label: '1' } as const;
const comment = { placeholder: 3, kind: 'comment', label: '' } as const;
const lineBreak = { placeholder: 0, kind: 'break', label: '\n' } as const;

describe('the sentences of a unit', () => {
  test('are found across runs that look different', () => {
    expect(cut(textRun('Uno', ['bold']), textRun('. D'), textRun('os.', ['italic']))).toEqual(['Uno. ', 'Dos.']);
  });

  test('do not end at what the rules do not see', () => {
    expect(cut(textRun('La Sra.'), open, textRun(' Paz'), comment, textRun(' firmó.'), close)).toHaveLength(1);
  });

  test('keep what closes and notes behind them, and leave what opens to the next', () => {
    expect(cut(open, textRun('Uno.'), close, note, textRun(' Dos.'))).toEqual(['⟦1⟧Uno.⟦1⟧⟦2⟧ ', 'Dos.']);
    expect(cut(textRun('Uno. '), open, textRun('Dos.'), close)).toEqual(['Uno. ', '⟦1⟧Dos.⟦1⟧']);
  });

  test('end at a line break unless the next line goes on in small letters', () => {
    expect(cut(textRun('Hora: 9:00'), lineBreak, textRun('Lugar: La Paz'))).toHaveLength(2);
    expect(cut(textRun('Gobierno digital'), lineBreak, textRun('en los municipios'))).toHaveLength(1);
  });

  test('end between two blocks of one unit', () => {
    expect(cut(textRun('Título\nSubtítulo'))).toEqual(['Título\n', 'Subtítulo']);
  });

  test('joined are the unit, whatever it holds', () => {
    fc.assert(
      fc.property(content, (runs) => {
        const spans = contentSegments(segmenterFor('es'), runs);
        expect(spans.at(-1)?.to ?? 0).toBe(contentLength(runs));
        const pieces = spans.map(({ from, to }) => sliceContent(runs, from, to));
        expect(joinContents(pieces, '')).toEqual(runs);
      }),
    );
  });
});
