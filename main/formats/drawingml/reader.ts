import { isText, textOf, type Content, type FormatId, type PlaceholderId } from '#shared/model/content.ts';
import type { UnitKind } from '#shared/model/unit.ts';
import type { OfficePackage } from '../package/package.ts';
import type { XmlElement } from '../package/xml.ts';
import { bulletOf, levelOf, ListCounter, type Levels } from './levels.ts';
import { Looks, UNKNOWN_INHERITED, type RunLook } from './look.ts';
import type {
  BodyPlace,
  DrawingBlock,
  DrawingPart,
  DrawingPlaceholder,
  DrawingText,
  ParagraphPlace,
  Place,
} from './model.ts';
import { readParagraph, type ParagraphContext, type ParagraphReading } from './paragraph.ts';

/** Where the paragraphs of a text body belong. */
export interface BodyRequest {
  readonly story: string;
  readonly container: string;
  /** What its paragraphs are where no bullet makes them list items. */
  readonly kind: UnitKind;
  /** Of headings. */
  readonly level?: number;
  readonly levels: Levels;
  /** Whether paragraphs with a bullet are list items. */
  readonly lists: boolean;
}

/** Text without runs, in every place that says it; the first names the block. */
export interface ValueRequest {
  readonly story: string;
  readonly container: string;
  readonly kind: UnitKind;
  readonly text: string;
  readonly places: readonly [Place, ...Place[]];
}

/** A part as DrawingML readers take it; undefined when the package has none of that name. */
export async function drawingPart(pack: OfficePackage, name: string): Promise<DrawingPart | undefined> {
  const part = await pack.part(name);
  return part === undefined ? undefined : { ...part, relationships: await pack.relationships(part.name) };
}

/** Gathers the DrawingML text of a file: blocks in the order they are asked for, with all the writer needs. */
export class DrawingReader implements DrawingText {
  readonly parts = new Map<string, DrawingPart>();
  readonly blocks: DrawingBlock[] = [];
  readonly byAnchor = new Map<string, DrawingBlock>();
  readonly containers = new Map<string, BodyPlace>();
  readonly placeholders = new Map<PlaceholderId, DrawingPlaceholder>();
  readonly links = new Map<string, Map<string, string>>();
  readonly lookBook = new Looks();
  readonly #nextId: () => PlaceholderId;

  /** `nextId` numbers placeholders: one series for the whole file. */
  constructor(nextId: () => PlaceholderId) {
    this.#nextId = nextId;
  }

  get looks(): ReadonlyMap<FormatId, RunLook> {
    return this.lookBook.byId;
  }

  add(placeholder: Omit<DrawingPlaceholder, 'id'>): DrawingPlaceholder {
    const entry = { id: this.#nextId(), ...placeholder };
    this.placeholders.set(entry.id, entry);
    return entry;
  }

  keepLink(part: DrawingPart, link: string, xml: string): void {
    let links = this.links.get(part.name);
    if (links === undefined) this.links.set(part.name, (links = new Map()));
    if (!links.has(link)) links.set(link, xml);
  }

  /** Reads the paragraphs of a body as blocks of one container; empty ones only keep their place. Returns the blocks. */
  body(body: XmlElement, part: DrawingPart, request: BodyRequest): readonly DrawingBlock[] {
    const { story, container, levels, lists } = request;
    this.parts.set(part.name, part);
    this.containers.set(container, { part: part.name, element: body });
    const counter = new ListCounter();
    const blocks: DrawingBlock[] = [];
    for (const paragraph of paragraphsOf(body)) {
      const pPr = paragraph.child('a:pPr');
      const depth = levelOf(pPr);
      const { inherited, bullet: usual } = levels.at(depth);
      const reading = readParagraph(paragraph, part, inherited, this.#context);
      if (reading === undefined) continue;
      const bullet = bulletOf(pPr) ?? usual;
      const label = counter.next(depth, bullet);
      const isItem = lists && bullet !== undefined && bullet.type !== 'none';
      blocks.push(
        this.#keep({
          form: 'paragraph',
          anchor: `${part.name}#${paragraph.start}-${paragraph.end}`,
          story,
          container,
          kind: isItem ? 'listItem' : request.kind,
          level: isItem ? depth + 1 : request.level,
          label: isItem ? label : undefined,
          content: reading.content,
          places: [placeOf(paragraph, part, reading)],
        }),
      );
    }
    return blocks;
  }

  /** Reads text without runs as one block. */
  value({ story, container, kind, text, places }: ValueRequest): DrawingBlock {
    const [first] = places;
    const clean = text.replaceAll(/[\t\r\n]+/gu, ' ').normalize('NFC');
    return this.#keep({
      form: 'value',
      anchor: `${first.part}#${first.start}-${first.end}`,
      story,
      container,
      kind,
      level: undefined,
      label: undefined,
      content: [{ text: clean, marks: [] }],
      places,
    });
  }

  /**
   * Pairs blocks with paragraphs elsewhere that say the same: what is written to the one is written to the other. Returns
   * the paragraphs that found their block.
   */
  pair(blocks: readonly DrawingBlock[], paragraphs: Iterable<XmlElement>, part: DrawingPart): ReadonlySet<XmlElement> {
    const waiting = new Map<string, { paragraph: XmlElement; reading: ParagraphReading }[]>();
    for (const paragraph of paragraphs) {
      const reading = readParagraph(paragraph, part, UNKNOWN_INHERITED, { ...this.#context, add: unnumbered });
      if (reading === undefined) continue;
      const key = keyOf(reading.content);
      waiting.set(key, [...(waiting.get(key) ?? []), { paragraph, reading }]);
    }
    this.parts.set(part.name, part);
    const used = new Set<XmlElement>();
    for (const { anchor } of blocks) {
      const block = this.byAnchor.get(anchor);
      const found = block?.form === 'paragraph' ? waiting.get(keyOf(block.content))?.shift() : undefined;
      if (found === undefined || block?.form !== 'paragraph') continue;
      used.add(found.paragraph);
      const formats = formatsOf(block.content, found.reading.content);
      const place = { ...placeOf(found.paragraph, part, found.reading), formats };
      this.#replace(block, { ...block, places: [...block.places, place] });
    }
    return used;
  }

  readonly #context: ParagraphContext = {
    looks: this.lookBook,
    add: (placeholder) => this.add(placeholder),
    keepLink: (part, link, xml) => this.keepLink(part, link, xml),
  };

  #keep<B extends DrawingBlock>(block: B): B {
    this.blocks.push(block);
    this.byAnchor.set(block.anchor, block);
    return block;
  }

  #replace(old: DrawingBlock, block: DrawingBlock): void {
    this.blocks[this.blocks.lastIndexOf(old)] = block;
    this.byAnchor.set(block.anchor, block);
  }
}

export function paragraphsOf(body: XmlElement): readonly XmlElement[] {
  return body.children.filter((child) => child.name === 'a:p');
}

function placeOf(
  element: XmlElement,
  part: DrawingPart,
  { start, end, base, language }: ParagraphReading,
): ParagraphPlace {
  return { part: part.name, element, start, end, base, language };
}

/** The text of a repetition has no placeholders of its own: those of the first are written there too. */
function unnumbered(placeholder: Omit<DrawingPlaceholder, 'id'>): DrawingPlaceholder {
  return { id: Number.MAX_SAFE_INTEGER, ...placeholder };
}

function keyOf(content: Content): string {
  return content.map((run) => (isText(run) ? run.text : `\u0000${run.kind}`)).join('');
}

/** For each look of one writing, the look the other gives the same letters. */
function formatsOf(content: Content, twin: Content): ReadonlyMap<FormatId, FormatId> {
  const formats = new Map<FormatId, FormatId>();
  const there = twin.flatMap((run) => (isText(run) ? Array.from({ length: run.text.length }, () => run.format) : []));
  let at = 0;
  for (const run of content) {
    if (!isText(run)) continue;
    const like = there[at];
    if (run.format !== undefined && like !== undefined && !formats.has(run.format)) formats.set(run.format, like);
    at += textOf([run]).length;
  }
  return formats;
}
