import type { PlaceholderKind } from '#shared/model/content.ts';
import type { ReportNote } from '#shared/model/report.ts';
import type { XmlElement } from '../package/xml.ts';

/** What a frame or shape holds, without what stands inside its texts. */
export interface ShapeFacts {
  /** Elements whose paragraphs and tables are units, and `svg:title` and `svg:desc` that say something, in their order. */
  readonly parts: readonly { readonly what: 'box' | 'alt'; readonly element: XmlElement }[];
  readonly pictures: readonly XmlElement[];
  /** Embedded documents: `draw:object`. */
  readonly objects: readonly XmlElement[];
  readonly notes: readonly ReportNote['code'][];
}

interface Found {
  readonly parts: { what: 'box' | 'alt'; element: XmlElement }[];
  readonly pictures: XmlElement[];
  readonly objects: XmlElement[];
  readonly notes: ReportNote['code'][];
}

const TEXT = new Set(['text:p', 'text:h', 'text:list', 'text:numbered-paragraph', 'table:table']);
const NOTES: Readonly<Record<string, ReportNote['code']>> = {
  'draw:object-ole': 'oleObject',
  'draw:plugin': 'media',
  'draw:applet': 'activeContent',
  'draw:floating-frame': 'activeContent',
  'draw:control': 'activeContent',
};

/** Whether an element is drawn: a frame, a shape, a group, a link around one (ODF 1.3 part 3, 10.3 and 10.4). */
export function isShape({ name }: XmlElement): boolean {
  return (name.startsWith('draw:') || name.startsWith('dr3d:')) && !NO_SHAPE.has(name);
}

const NO_SHAPE = new Set(['draw:layer-set', 'draw:glue-point', 'draw:image-map', 'draw:page-thumbnail']);

/** Looks at a frame or shape without entering its texts. */
export function inspectShape(shape: XmlElement): ShapeFacts {
  const found: Found = { parts: [], pictures: [], objects: [], notes: [] };
  collect(shape, found);
  return found;
}

function collect(element: XmlElement, found: Found): void {
  const { name, children } = element;
  if (name === 'svg:title' || name === 'svg:desc') {
    if (element.text.trim() !== '') found.parts.push({ what: 'alt', element });
    return;
  }
  if (name === 'office:event-listeners' || name === 'text:p' || name === 'text:h' || name === 'text:list') return;
  const note = NOTES[name];
  if (note !== undefined) found.notes.push(note);
  if (name === 'draw:image') found.pictures.push(element);
  if (name === 'draw:object') {
    found.objects.push(element);
    return;
  }
  if (name === 'draw:text-box') {
    found.parts.push({ what: 'box', element });
    return;
  }
  const hasText = children.some((child) => TEXT.has(child.name));
  if (hasText) found.parts.push({ what: 'box', element });
  for (const child of children) if (child.name !== 'table:table') collect(child, found);
}

/** What a frame inside text is as a placeholder. */
export function kindOfShape({ parts, pictures, objects }: ShapeFacts, isEquation: boolean): PlaceholderKind {
  if (parts.some((part) => part.what === 'box')) return 'textBox';
  if (isEquation) return 'equation';
  return objects.length === 0 && pictures.length > 0 ? 'image' : 'object';
}
