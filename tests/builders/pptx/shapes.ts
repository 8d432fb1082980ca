import { escape } from '#tests/builders/docx/context.ts';

/** A run with the attributes of its properties and what stands in them: `r('x', 'b="1"')`. */
export function r(text: string, attributes = '', inner = ''): string {
  return `<a:r><a:rPr lang="en-US"${attributes === '' ? '' : ` ${attributes}`}>${inner}</a:rPr><a:t>${escape(text)}</a:t></a:r>`;
}

export const br = '<a:br><a:rPr lang="en-US"/></a:br>';

/** Runs as they are; a string without markup is text. */
function inline(part: string): string {
  return part.startsWith('<') ? part : r(part);
}

/** A paragraph of plain texts and runs. */
export function p(...parts: readonly string[]): string {
  return `<a:p>${parts.map(inline).join('')}<a:endParaRPr lang="en-US"/></a:p>`;
}

/** As {@link p}, with the attributes and children of its properties. */
export function pp(properties: string, ...parts: readonly string[]): string {
  const [attributes = '', children = ''] = properties.split('|');
  return `<a:p><a:pPr ${attributes}>${children}</a:pPr>${parts.map(inline).join('')}</a:p>`;
}

/** Ids only have to differ within a deck. */
let number = 1;

function properties(name: string, kind: 'Sp' | 'GraphicFrame' | 'Pic' | 'GrpSp', more = '', ph = ''): string {
  number += 1;
  return `<p:nv${kind}Pr><p:cNvPr id="${number}" name="${name} ${number}"${more}/><p:cNv${kind}Pr/><p:nvPr>${ph}</p:nvPr></p:nv${kind}Pr>`;
}

function paragraphs(parts: readonly string[]): string {
  return parts.map((part) => (part.startsWith('<a:p>') ? part : p(part))).join('');
}

/** A placeholder of the layout: `ph('type="title"', 'Welcome')`. */
export function ph(role: string, ...parts: readonly string[]): string {
  return `<p:sp>${properties('Placeholder', 'Sp', '', `<p:ph ${role}/>`)}<p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>${paragraphs(parts)}</p:txBody></p:sp>`;
}

export const title = (...parts: readonly string[]): string => ph('type="title"', ...parts);
export const body = (...parts: readonly string[]): string => ph('idx="1"', ...parts);

export interface BoxOptions {
  /** EMU: x, y, width, height. */
  readonly at?: readonly [number, number, number, number];
  /** Inside `a:bodyPr`. */
  readonly fit?: string;
  readonly describe?: string;
}

export function xfrm([x, y, cx, cy]: readonly [number, number, number, number], name = 'a:xfrm', more = ''): string {
  return `<${name}><a:off x="${x}" y="${y}"/><a:ext cx="${cx}" cy="${cy}"/>${more}</${name}>`;
}

/** A text box of its own. */
export function box(
  { at = [0, 0, 3_600_000, 720_000], fit = '', describe }: BoxOptions,
  ...parts: readonly string[]
): string {
  const described = describe === undefined ? '' : ` descr="${escape(describe)}"`;
  const shape = `<p:spPr>${xfrm(at)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>`;
  return `<p:sp>${properties('Box', 'Sp', described)}${shape}<p:txBody><a:bodyPr wrap="square">${fit}</a:bodyPr><a:lstStyle/>${paragraphs(parts)}</p:txBody></p:sp>`;
}

/** A group, `scale` times as large as what is in it. */
export function group(
  at: readonly [number, number, number, number],
  scale: number,
  ...shapes: readonly string[]
): string {
  const inner = `<a:chOff x="0" y="0"/><a:chExt cx="${at[2] / scale}" cy="${at[3] / scale}"/>`;
  return `<p:grpSp>${properties('Group', 'GrpSp')}<p:grpSpPr>${xfrm(at, 'a:xfrm', inner)}</p:grpSpPr>${shapes.join('')}</p:grpSp>`;
}

function frame(uri: string, inner: string, describe?: string): string {
  const described = describe === undefined ? '' : ` descr="${escape(describe)}"`;
  return (
    `<p:graphicFrame>${properties('Frame', 'GraphicFrame', described)}${xfrm([0, 0, 3_600_000, 1_800_000], 'p:xfrm')}` +
    `<a:graphic><a:graphicData uri="${uri}">${inner}</a:graphicData></a:graphic></p:graphicFrame>`
  );
}

const DRAWINGML = 'http://schemas.openxmlformats.org/drawingml/2006';

function cell(text: string): string {
  return `<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>${paragraphs([text])}</a:txBody><a:tcPr/></a:tc>`;
}

export function table(...rows: readonly (readonly string[])[]): string {
  const columns = (rows[0] ?? []).map(() => '<a:gridCol w="1800000"/>').join('');
  const trs = rows.map((row) => `<a:tr h="370840">${row.map(cell).join('')}</a:tr>`).join('');
  return frame(`${DRAWINGML}/table`, `<a:tbl><a:tblPr firstRow="1"/><a:tblGrid>${columns}</a:tblGrid>${trs}</a:tbl>`);
}

export function chartFrame(id: string): string {
  return frame(`${DRAWINGML}/chart`, `<c:chart xmlns:c="${DRAWINGML}/chart" r:id="${id}"/>`, 'A chart of offices');
}

export function diagramFrame(data: string, layout: string, style: string, colors: string): string {
  const ids = `r:dm="${data}" r:lo="${layout}" r:qs="${style}" r:cs="${colors}"`;
  return frame(`${DRAWINGML}/diagram`, `<dgm:relIds xmlns:dgm="${DRAWINGML}/diagram" ${ids}/>`);
}

/** An embedded object with the picture it shows. */
export function objectFrame(id: string, picture: string): string {
  return frame(
    'http://schemas.openxmlformats.org/presentationml/2006/ole',
    `<p:oleObj name="Sheet" r:id="${id}" imgW="100" imgH="100" progId="Excel.Sheet.12"><p:embed/>${picture}</p:oleObj>`,
    'A worksheet',
  );
}

export function picture(id: string, describe?: string): string {
  const described = describe === undefined ? '' : ` descr="${escape(describe)}"`;
  return `<p:pic>${properties('Picture', 'Pic', described)}<p:blipFill><a:blip r:embed="${id}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr>${xfrm([0, 0, 720_000, 720_000])}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>`;
}

/** The same for new and for old programs. */
export function alternate(choice: string, fallback: string): string {
  return (
    '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">' +
    `<mc:Choice xmlns:a14="http://schemas.microsoft.com/office/drawing/2010/main" Requires="a14">${choice}</mc:Choice>` +
    `<mc:Fallback>${fallback}</mc:Fallback></mc:AlternateContent>`
  );
}
