import type { Splicer } from '#main/formats/common/splice.ts';
import { expandedName } from '#main/formats/package/namespaces.ts';
import type { XmlElement } from '#main/formats/package/xml.ts';
import type { Frame } from '../geometry.ts';
import type { Shape, Slide } from '../model.ts';

const DRAWINGML = 'http://schemas.openxmlformats.org/drawingml/2006/main';

/**
 * Gives a shape that takes its place from its layout or group the place itself; a placeholder the slide has already
 * becomes a box of its own. `leftGroup`: it was in a group, whose space its place was told in.
 */
export function settle(shape: Shape, to: Slide, leftGroup: boolean, splicer: Splicer): void {
  const { role, frame } = shape;
  const isTaken =
    role !== undefined && to.shapes.some(({ role: own }) => own?.type === role.type && own.index === role.index);
  if (isTaken) {
    const ph = shape.element.children
      .find(({ name }) => name.startsWith('p:nv'))
      ?.child('p:nvPr')
      ?.child('p:ph');
    if (ph !== undefined) splicer.replace(ph.start, ph.end, '');
  }
  const properties = shape.element.child('p:spPr');
  const own = properties?.child('a:xfrm') ?? shape.element.child('p:xfrm');
  if (frame === undefined || (own !== undefined && !leftGroup)) return;
  if (own !== undefined) moveTo(own, frame, splicer);
  else if (properties !== undefined) place(properties, frame, isTaken, splicer);
}

function moveTo(xfrm: XmlElement, frame: Frame, splicer: Splicer): void {
  const tag = splicer.text.slice(xfrm.start, xfrm.contentStart).replace(/\s*\/>$/u, '>');
  const turn = frame.rotation === 0 ? '' : ` rot="${Math.round(frame.rotation * 60_000)}"`;
  const head = tag.replaceAll(/\srot="[^"]*"/gu, '').replace(/>$/u, `${turn}>`);
  const { prefix } = drawingPrefix(xfrm);
  splicer.replace(xfrm.start, xfrm.end, `${head}${sizes(frame, prefix)}</${tagName(tag)}>`);
}

/** Writes the place at the beginning of shape properties; a box of its own needs an outline too. */
function place(properties: XmlElement, frame: Frame, isBox: boolean, splicer: Splicer): void {
  const { prefix, declaration } = drawingPrefix(properties);
  const hasOutline = properties.children.some(({ name }) => name === 'a:prstGeom' || name === 'a:custGeom');
  const outline =
    isBox && !hasOutline ? `<${prefix}prstGeom${declaration} prst="rect"><${prefix}avLst/></${prefix}prstGeom>` : '';
  const xml = `<${prefix}xfrm${declaration}>${sizes(frame, prefix)}</${prefix}xfrm>${outline}`;
  const { start, contentStart, contentEnd, end } = properties;
  if (contentEnd !== end) splicer.replace(contentStart, contentStart, xml);
  else {
    const tag = splicer.text.slice(start, end).replace(/\s*\/>$/u, '>');
    splicer.replace(start, end, `${tag}${xml}</${tagName(tag)}>`);
  }
}

function sizes({ x, y, width, height }: Frame, prefix: string): string {
  const [left, top, cx, cy] = [x, y, width, height].map((emu) => Math.round(emu));
  return `<${prefix}off x="${left}" y="${top}"/><${prefix}ext cx="${cx}" cy="${cy}"/>`;
}

function tagName(tag: string): string {
  return /^<([^\s/>]+)/u.exec(tag)?.[1] ?? '';
}

/** The prefix an element's surroundings have for DrawingML, or one to declare. */
function drawingPrefix(element: XmlElement): { prefix: string; declaration: string } {
  for (let at: XmlElement | null = element; at !== null; at = at.parent) {
    for (const [name, uri] of Object.entries(at.attributes))
      if (name.startsWith('xmlns:') && expandedName(uri, 'p') === 'a:p')
        return { prefix: `${name.slice(6)}:`, declaration: '' };
  }
  return { prefix: 'a:', declaration: ` xmlns:a="${DRAWINGML}"` };
}
