import type { DrawingPart } from '../drawingml/model.ts';
import { paragraphsOf } from '../drawingml/reader.ts';
import type { XmlElement } from '../package/xml.ts';
import { frameOf, insideGroup, SLIDE_SPACE, type Space } from './geometry.ts';
import { roleOf, type Design } from './masters.ts';
import type { PlaceholderRole, Shape } from './model.ts';

const TITLES = new Set(['title', 'ctrTitle']);
const SHAPES = new Set(['p:sp', 'p:pic', 'p:graphicFrame', 'p:cxnSp']);

/**
 * The shapes of a slide (`p:spTree`) as people read them: the title first, then in the order they are drawn, those of a
 * group among the others. Of alternate content the first choice counts; its fallback goes along.
 */
export function shapesOf(part: DrawingPart, story: string, design: Design): readonly Shape[] {
  const tree = part.root.child('p:cSld')?.child('p:spTree');
  const walk = new ShapeWalk(story, design);
  if (tree !== undefined) walk.enter(tree, SLIDE_SPACE, undefined);
  const title = walk.shapes.findIndex(({ role }) => role !== undefined && TITLES.has(role.type));
  return title <= 0 ? walk.shapes : [walk.shapes[title] as Shape, ...walk.shapes.toSpliced(title, 1)];
}

class ShapeWalk {
  readonly shapes: Shape[] = [];
  readonly #story: string;
  readonly #design: Design;
  readonly #names = new Map<string, number>();

  constructor(story: string, design: Design) {
    this.#story = story;
    this.#design = design;
  }

  enter(parent: XmlElement, space: Space, fallback: XmlElement | undefined): void {
    for (const child of parent.children) {
      if (child.name === 'mc:AlternateContent') {
        const choice = child.child('mc:Choice');
        const other = child.child('mc:Fallback');
        if (choice !== undefined) this.enter(choice, space, other);
        else if (other !== undefined) this.enter(other, space, undefined);
      } else if (child.name === 'p:grpSp') {
        this.enter(child, insideGroup(child.child('p:grpSpPr')?.child('a:xfrm'), space), fallback);
      } else if (SHAPES.has(child.name) || holdsText(child)) this.#shape(child, space, fallback);
    }
  }

  #shape(element: XmlElement, space: Space, fallback: XmlElement | undefined): void {
    const role = roleOf(element);
    const body = bodyOf(element);
    const properties = body?.child('a:bodyPr');
    const own =
      frameOf(element.child('p:spPr')?.child('a:xfrm') ?? element.child('p:xfrm')) ?? this.#design.frame(role);
    const named = element.children.find(({ name }) => name.startsWith('p:nv'))?.child('p:cNvPr');
    const id = named?.attributes['id'] ?? '';
    this.shapes.push({
      what: kindOf(element),
      element,
      name: this.#nameFor(id),
      id,
      role,
      frame: own === undefined ? undefined : space.place(own),
      body,
      bodyProperties: [...(properties === undefined ? [] : [properties]), ...this.#design.bodies(role)],
      levels: this.#design.levels(role, body?.child('a:lstStyle')),
      fallback,
    });
  }

  /** By the shape's id; programs are careless with it, so that the second of one id gets another name. */
  #nameFor(id: string): string {
    const key = id.replaceAll(/[^\w-]+/gu, '');
    const count = (this.#names.get(key) ?? 0) + 1;
    this.#names.set(key, count);
    return `${this.#story}/sp${key}${count === 1 ? '' : `_${count}`}`;
  }
}

function kindOf(element: XmlElement): Shape['what'] {
  if (element.name === 'p:pic') return 'picture';
  if (element.name !== 'p:graphicFrame') return 'text';
  const data = element.child('a:graphic')?.child('a:graphicData');
  const uri = data?.attributes['uri'] ?? '';
  if (data?.child('a:tbl') !== undefined) return 'table';
  if (uri.endsWith('/diagram')) return 'diagram';
  return uri.includes('/chart') ? 'chart' : 'object';
}

/** The element whose children are a shape's paragraphs. */
function bodyOf(shape: XmlElement): XmlElement | undefined {
  return shape.child('p:txBody') ?? shape.children.find((child) => paragraphsOf(child).length > 0);
}

/** Shapes of later versions hold text too. */
function holdsText(element: XmlElement): boolean {
  return element.children.some((child) => paragraphsOf(child).length > 0 || holdsText(child));
}

/** What a placeholder's text is when it is no list. */
export function kindOfRole(role: PlaceholderRole | undefined): {
  kind: 'heading' | 'paragraph' | 'footer' | 'header' | 'textBox';
  level?: number;
  lists: boolean;
} {
  if (role === undefined) return { kind: 'textBox', lists: true };
  if (TITLES.has(role.type)) return { kind: 'heading', level: 1, lists: false };
  if (role.type === 'hdr') return { kind: 'header', lists: false };
  const isFooter = role.type === 'dt' || role.type === 'ftr' || role.type === 'sldNum';
  return isFooter ? { kind: 'footer', lists: false } : { kind: 'paragraph', lists: role.type !== 'subTitle' };
}
