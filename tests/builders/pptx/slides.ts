import { chart, diagramData, diagramDrawing } from './drawings.ts';
import { slide, type SidePart, type SlideOptions } from './package.ts';
import { chartFrame, diagramFrame } from './shapes.ts';

const CHART = 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml';
const DRAWN = 'http://schemas.microsoft.com/office/2007/relationships/diagramDrawing';

function part(id: string, kind: string, data: string): SidePart {
  return { id, kind, name: `diagrams/${id}.xml`, data };
}

/** A slide with a diagram of the given points, and what was drawn of it. */
export function diagramSlide(points: readonly string[]): SlideOptions {
  return {
    ...slide(diagramFrame('rId2', 'rId2', 'rId2', 'rId2')),
    parts: [part('rId2', 'diagramData', diagramData(points, 'rId9')), part('rId9', DRAWN, diagramDrawing(points))],
  };
}

/** A slide with a chart and the workbook inside the file that its words come from. */
export function chartSlide(heading: string, series: readonly string[], categories: readonly string[]): SlideOptions {
  const workbook: SidePart = {
    id: 'rId1',
    kind: 'package',
    name: 'embeddings/Workbook1.xlsx',
    data: new Uint8Array([0x50, 0x4b]),
  };
  const data = chart(heading, series, categories, 'rId1');
  const part = { id: 'rId5', kind: 'chart', name: 'charts/chart1.xml', type: CHART, data, parts: [workbook] };
  return { ...slide(chartFrame('rId5')), parts: [part] };
}
