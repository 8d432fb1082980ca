import { escape } from '#tests/builders/docx/context.ts';
import { p } from './shapes.ts';

const DRAWINGML = 'http://schemas.openxmlformats.org/drawingml/2006';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

function cache(formula: string, values: readonly string[]): string {
  const points = values.map((value, index) => `<c:pt idx="${index}"><c:v>${escape(value)}</c:v></c:pt>`).join('');
  return `<c:strRef><c:f>${formula}</c:f><c:strCache><c:ptCount val="${values.length}"/>${points}</c:strCache></c:strRef>`;
}

/** A bar chart with a title, series and categories; `workbook` is the relationship of the embedded sheet. */
export function chart(
  heading: string,
  series: readonly string[],
  categories: readonly string[],
  workbook?: string,
): string {
  const rows = series.map((name, index) => {
    const values = categories.map((_, at) => `<c:pt idx="${at}"><c:v>${at + 1}</c:v></c:pt>`).join('');
    const numbers = `<c:numRef><c:f>Sheet1!$B$2</c:f><c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="${categories.length}"/>${values}</c:numCache></c:numRef>`;
    return `<c:ser><c:idx val="${index}"/><c:order val="${index}"/><c:tx>${cache(`Sheet1!$${index}$1`, [name])}</c:tx><c:cat>${cache('Sheet1!$A$2:$A$9', categories)}</c:cat><c:val>${numbers}</c:val></c:ser>`;
  });
  const text = `<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/>${p(heading)}</c:rich></c:tx><c:overlay val="0"/></c:title>`;
  const axes = '<c:axId val="1"/><c:axId val="2"/>';
  const data = workbook === undefined ? '' : `<c:externalData r:id="${workbook}"/>`;
  return (
    `<c:chartSpace xmlns:c="${DRAWINGML}/chart" xmlns:a="${DRAWINGML}/main" xmlns:r="${RELATIONS}">` +
    `<c:chart>${text}<c:plotArea><c:layout/><c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/>${rows.join('')}${axes}</c:barChart></c:plotArea></c:chart>${data}</c:chartSpace>`
  );
}

/** A diagram's data: its points, of which each is shown by a shape `s1`, `s2` …, and the relationship of the drawing. */
export function diagramData(points: readonly string[], drawing: string): string {
  const own = points.map(
    (text, index) =>
      `<dgm:pt modelId="p${index}"><dgm:prSet/><dgm:spPr/><dgm:t><a:bodyPr/><a:lstStyle/>${p(text)}</dgm:t></dgm:pt>`,
  );
  const shown = points.map(
    (_, index) => `<dgm:pt modelId="s${index}" type="pres"><dgm:prSet presAssocID="p${index}"/><dgm:spPr/></dgm:pt>`,
  );
  const extension = `<dgm:extLst><a:ext uri="http://schemas.microsoft.com/office/drawing/2008/diagram"><dsp:dataModelExt xmlns:dsp="http://schemas.microsoft.com/office/drawing/2008/diagram" relId="${drawing}" minVer="http://schemas.openxmlformats.org/drawingml/2006/diagram"/></a:ext></dgm:extLst>`;
  return `<dgm:dataModel xmlns:dgm="${DRAWINGML}/diagram" xmlns:a="${DRAWINGML}/main"><dgm:ptLst>${own.join('')}${shown.join('')}</dgm:ptLst><dgm:cxnLst/><dgm:bg/><dgm:whole/>${extension}</dgm:dataModel>`;
}

/** What was drawn of a diagram, in an order of its own: the last point first. */
export function diagramDrawing(points: readonly string[]): string {
  const shapes = points.map(
    (text, index) =>
      `<dsp:sp modelId="s${index}"><dsp:nvSpPr><dsp:cNvPr id="0" name=""/><dsp:cNvSpPr/></dsp:nvSpPr><dsp:spPr/><dsp:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr lang="en-US" sz="1400" kern="1200"/><a:t>${escape(text)}</a:t></a:r></a:p></dsp:txBody></dsp:sp>`,
  );
  return `<dsp:drawing xmlns:dsp="http://schemas.microsoft.com/office/drawing/2008/diagram" xmlns:a="${DRAWINGML}/main"><dsp:spTree><dsp:nvGrpSpPr><dsp:cNvPr id="0" name=""/><dsp:cNvGrpSpPr/></dsp:nvGrpSpPr><dsp:grpSpPr/>${shapes.toReversed().join('')}</dsp:spTree></dsp:drawing>`;
}
