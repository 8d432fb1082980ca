import { inlineDrawing } from './drawing.ts';
import { relate, type Xml } from './context.ts';

const CHART = 'http://schemas.openxmlformats.org/drawingml/2006/chart';

/** An embedded file behind a small picture; the file itself goes among the document's `extra` entries, below `word/`. */
export function embedded(target: string): Xml {
  return (context) =>
    `<w:r><w:object><v:shape id="o${context.next()}" style="width:72pt;height:72pt"/>` +
    `<o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office" Type="Embed" ProgID="Excel.Sheet.12" DrawAspect="Icon" r:id="${relate(context, 'package', target)}"/></w:object></w:r>`;
}

/** A text Word takes in from another file when it opens the document. */
export function importedText(target: string): Xml {
  return (context) => `<w:altChunk r:id="${relate(context, 'aFChunk', target)}"/>`;
}

/** A chart of the given part. */
export function chart(target: string): Xml {
  return (context) => {
    const reference = `<c:chart xmlns:c="${CHART}" r:id="${relate(context, 'chart', target)}"/>`;
    return `<w:r>${inlineDrawing(context, '', CHART, reference)}</w:r>`;
  };
}

/** A chart's part that names its workbook by `id`. */
export function chartPart(id: string): string {
  return (
    `<c:chartSpace xmlns:c="${CHART}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">` +
    `<c:chart><c:plotArea/></c:chart><c:externalData r:id="${id}"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>`
  );
}

const DIAGRAM = 'http://schemas.openxmlformats.org/drawingml/2006/diagram';

/** A SmartArt diagram of the given data, and what was drawn of it: the relationship after the data's. */
export function diagram(data: string, drawing: string): Xml {
  return (context) => {
    const id = relate(context, 'diagramData', data);
    relate(context, 'diagramDrawing', drawing);
    const reference = `<dgm:relIds xmlns:dgm="${DIAGRAM}" r:dm="${id}" r:lo="${id}" r:qs="${id}" r:cs="${id}"/>`;
    return `<w:r>${inlineDrawing(context, '', DIAGRAM, reference)}</w:r>`;
  };
}
