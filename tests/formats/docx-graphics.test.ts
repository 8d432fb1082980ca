import { describe, expect, test } from 'vitest';
import { textOf } from '#shared/model/content.ts';
import * as b from '#tests/builders/docx/index.ts';
import { chart, diagramData, diagramDrawing } from '#tests/builders/pptx/index.ts';
import { containersOf, requestFor } from './laws/request.ts';
import { block, edit, format, part, read, texts } from './laws/rig.ts';

const { docx, docxWith, p } = b;

const CHART = 'word/charts/chart1.xml';
const DATA = 'word/diagrams/data1.xml';
const DRAWING = 'word/diagrams/drawing1.xml';

function charted(data = chart('Oficinas', ['Enero', 'Febrero'], ['Norte', 'Sur'])): Uint8Array {
  const extra = [{ name: CHART, data }];
  return docxWith({ extra }, p('antes ', b.chart('charts/chart1.xml')), p('después'));
}

function diagrammed(...points: readonly string[]): Uint8Array {
  const extra = [
    { name: DATA, data: diagramData(points, 'rId2') },
    { name: DRAWING, data: diagramDrawing(points) },
  ];
  return docxWith({ extra }, p('antes ', b.diagram('diagrams/data1.xml', 'diagrams/drawing1.xml')), p('después'));
}

describe('the words of a chart', () => {
  test('are labels behind the block that shows it', async () => {
    const file = await read(charted());
    expect(texts(file)).toEqual(['antes ', 'Oficinas', 'Enero', 'Norte', 'Sur', 'Febrero', 'después']);
    expect(block(file, 'Norte')).toMatchObject({ kind: 'label', story: 'chart:1' });
  });

  test('are no note in the report, and count', async () => {
    const { report } = await read(charted());
    expect(report.notes).toEqual([]);
    expect(report.words).toBe(7);
  });

  test('are written to every place that repeats them', async () => {
    const { bytes, findings } = await edit(charted(), { change: { Norte: 'Norte & más', Oficinas: 'Ventanillas' } });
    expect(findings).toEqual([]);
    expect(part(bytes, CHART).match(/Norte &amp; más/gu)).toHaveLength(2);
    expect(part(bytes, CHART)).not.toContain('Norte<');
    expect(texts(await read(bytes))).toContain('Ventanillas');
  });

  test('stay as they were in the workbook behind it, and it is said once', async () => {
    const source = charted(chart('Oficinas', ['Enero'], ['Norte', 'Sur'], 'rId1'));
    const { findings } = await edit(source, { change: { Norte: 'Septentrión', Sur: 'Austro' } });
    expect(findings).toEqual([{ code: 'chartWorkbookKept', params: { file: 'chart1.xml' } }]);
    expect((await edit(source, { change: { Oficinas: 'Ventanillas' } })).findings).toEqual([]);
  });

  test('change nothing of the text around it', async () => {
    const source = charted();
    const { bytes } = await edit(source, { change: { Sur: 'Austro' } });
    expect(part(bytes)).toBe(part(source));
  });

  test('are gone where they are left out', async () => {
    const { bytes } = await edit(charted(), { omit: ['Sur'] });
    expect(part(bytes, CHART)).not.toContain('Sur');
  });

  test('of one shown twice are read once', async () => {
    const extra = [{ name: CHART, data: chart('Oficinas', [], []) }];
    const shown = b.chart('charts/chart1.xml');
    expect(texts(await read(docxWith({ extra }, p(shown), p(shown))))).toEqual(['Oficinas']);
  });

  test('go to participants without the workbook they come from', async () => {
    const source = charted(chart('Oficinas', ['Enero'], ['Norte'], 'rId1'));
    const file = await read(source);
    const { bytes } = await format.write({ ...requestFor(source, containersOf(file)), strip: true });
    expect(texts(await read(bytes))).toEqual(texts(file));
  });
});

test('a chart the file does not hold is noted', async () => {
  const { report } = await read(docx(p('antes ', b.chart('charts/chart1.xml'))));
  expect(report.notes).toEqual([{ code: 'chart', count: 1 }]);
});

test('a relationship that names the text itself is no chart', async () => {
  const { report } = await read(docx(p('antes ', b.chart('document.xml'))));
  expect(report.notes).toEqual([{ code: 'chart', count: 1 }]);
});

describe('the words of a SmartArt diagram', () => {
  test('are labels behind the block that shows it', async () => {
    const file = await read(diagrammed('Escuchar', 'Probar'));
    expect(texts(file)).toEqual(['antes ', 'Escuchar', 'Probar', 'después']);
    expect(block(file, 'Probar')).toMatchObject({ kind: 'label', story: 'diagram:1' });
    expect(file.report.notes).toEqual([]);
  });

  test('are written to its data and to what was drawn of it', async () => {
    const { bytes, findings } = await edit(diagrammed('Escuchar', 'Probar'), { change: { Probar: 'Ensayar' } });
    expect(findings).toEqual([]);
    for (const name of [DATA, DRAWING]) {
      expect(part(bytes, name)).toContain('Ensayar');
      expect(part(bytes, name)).not.toContain('Probar');
    }
  });

  test('take placeholder numbers nothing else has', async () => {
    const source = diagrammed('Escuchar', 'Probar');
    const data = part(source, DATA).replace('Probar</a:t></a:r>', 'Probar</a:t></a:r><a:br/>');
    const extra = [{ name: DATA, data }];
    const shown = b.diagram('diagrams/data1.xml', 'diagrams/drawing1.xml');
    const file = await read(docxWith({ extra }, p('a', b.tab(), 'b ', shown)));
    const numbers = file.blocks.flatMap(({ content }) =>
      content.flatMap((run) => ('placeholder' in run ? run.placeholder : [])),
    );
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(numbers.length).toBeGreaterThan(2);
  });
});

test('words of a chart that only the other file has are said to have no place', async () => {
  const file = await read(charted());
  const skeleton = docx(p('antes '), p('después'));
  const label = block(file, 'Norte');
  const containers = [
    {
      container: label.container,
      units: [{ anchors: [], kind: label.kind, content: label.content, donor: [label.anchor] }],
    },
  ];
  const { findings } = await format.write({ ...requestFor(skeleton, containers), donor: charted() });
  expect(findings).toEqual([{ code: 'containerMissing', params: { container: label.container } }]);
  expect(textOf(label.content)).toBe('Norte');
});
