import type { BlockComment } from '#shared/model/comment.ts';
import type { DrawingPart } from '../drawingml/model.ts';
import { drawingPart } from '../drawingml/reader.ts';
import type { OfficePackage } from '../package/package.ts';
import { descendants, type XmlElement } from '../package/xml.ts';

/** A comment on a slide, and the shape it is on when it says one. */
export interface SlideComment {
  readonly comment: BlockComment;
  /** `id` of the shape's `p:cNvPr`. */
  readonly shape: string | undefined;
}

const SHAPE_MARK = new Set(['ac:spMk', 'ac:graphicFrameMk', 'ac:picMk']);
const TEXTS = new Set(['a:t']);

/** Comments of slides, old ones (19.4) and threads of newer versions (MS-PPTX 2.6.17), with their authors' names. */
export class Comments {
  readonly #package: OfficePackage;
  readonly #names: ReadonlyMap<string, string>;
  count = 0;

  private constructor(pack: OfficePackage, names: ReadonlyMap<string, string>) {
    this.#package = pack;
    this.#names = names;
  }

  static async open(pack: OfficePackage, main: DrawingPart): Promise<Comments> {
    const names = new Map<string, string>();
    for (const { type, part, external } of main.relationships.values()) {
      if (external || (type !== 'commentAuthors' && type !== 'authors')) continue;
      for (const { attributes } of (await pack.part(part))?.root.children ?? [])
        if (attributes['id'] !== undefined) names.set(attributes['id'], attributes['name'] ?? '');
    }
    return new Comments(pack, names);
  }

  /** In the order of the slide's comment parts. */
  async of(slide: DrawingPart): Promise<readonly SlideComment[]> {
    const found: SlideComment[] = [];
    for (const { type, part: name, external } of slide.relationships.values()) {
      const part = type === 'comments' && !external ? await drawingPart(this.#package, name) : undefined;
      for (const element of part?.root.children ?? []) {
        if (element.name === 'p:cm') found.push({ comment: this.#legacy(element), shape: undefined });
        if (element.name === 'p188:cm') found.push(...this.#thread(element));
      }
    }
    this.count += found.length;
    return found;
  }

  #legacy(element: XmlElement): BlockComment {
    return this.#comment(element, element.attributes['dt'], element.child('p:text')?.text ?? '');
  }

  #thread(element: XmlElement): readonly SlideComment[] {
    const [mark] = descendants(element, SHAPE_MARK);
    const replies = element.child('p188:replyLst')?.children.filter(({ name }) => name === 'p188:reply') ?? [];
    return [element, ...replies].map((entry) => ({
      comment: this.#comment(entry, entry.attributes['created'], textOf(entry.child('p188:txBody'))),
      shape: mark?.attributes['id'],
    }));
  }

  #comment({ attributes }: XmlElement, at: string | undefined, text: string): BlockComment {
    const author = this.#names.get(attributes['authorId'] ?? '') ?? '';
    return { author, ...(at === undefined ? {} : { at }), text };
  }
}

function textOf(body: XmlElement | undefined): string {
  const lines = body?.children.filter(({ name }) => name === 'a:p') ?? [];
  return lines.map((line) => Array.from(descendants(line, TEXTS), ({ text }) => text).join('')).join('\n');
}
