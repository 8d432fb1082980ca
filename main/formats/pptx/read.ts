import type { BlockComment } from '#shared/model/comment.ts';
import { textOf } from '#shared/model/content.ts';
import { AdaptaError } from '#shared/model/errors.ts';
import { bareBlock } from '../common/bare-block.ts';
import { Tally } from '../common/tally.ts';
import { verifyAndMeasure } from '../common/huge-images.ts';
import { NO_LEVELS } from '../drawingml/levels.ts';
import type { DrawingBlock, DrawingPart } from '../drawingml/model.ts';
import { drawingPart, DrawingReader } from '../drawingml/reader.ts';
import type { ReadFile } from '../format.ts';
import type { OfficePackage } from '../package/package.ts';
import { descendants } from '../package/xml.ts';
import { Comments, type SlideComment } from './comments.ts';
import { inspectPackage, inspectSlide } from './inspect.ts';
import { Masters, roleOf } from './masters.ts';
import type { PptxModel, Slide } from './model.ts';
import { openPptx } from './open.ts';
import { kindOfRole, shapesOf } from './shapes.ts';
import { Counters, SlideReader } from './slide.ts';

/** Models of files at hand: `roundtrip` and `rewrite` read, then write, the same bytes. Forgotten with the bytes. */
const models = new WeakMap<Uint8Array, Promise<PptxModel>>();

/** Reads a presentation into the blocks everyone works with. Throws AdaptaError for whatever it refuses. */
export async function readPptx(bytes: Uint8Array, signal?: AbortSignal): Promise<ReadFile> {
  const model = await modelOf(bytes, signal);
  const huge = await verifyAndMeasure(model.package.archive);
  const { report, language, comments } = model;
  return {
    format: 'pptx',
    blocks: model.text.blocks.map((block) => bareBlock({ ...block, comments: comments.get(block.anchor) })),
    ...(language === undefined ? {} : { language }),
    report: huge.length === 0 ? report : { ...report, notes: [...report.notes, ...huge] },
  };
}

/** The full model of a file's bytes, read once as long as somebody holds them. */
export function modelOf(bytes: Uint8Array, signal?: AbortSignal): Promise<PptxModel> {
  let model = models.get(bytes);
  if (model === undefined) {
    model = new PptxReader(bytes, signal).read();
    models.set(bytes, model);
    model.catch(() => models.delete(bytes));
  }
  return model;
}

class PptxReader {
  readonly #bytes: Uint8Array;
  readonly #signal: AbortSignal | undefined;
  readonly #tally = new Tally('pptx');
  readonly #counters = new Counters();
  readonly #comments = new Map<string, readonly BlockComment[]>();
  readonly #reader: DrawingReader;
  #lastPlaceholder = 0;

  constructor(bytes: Uint8Array, signal: AbortSignal | undefined) {
    this.#bytes = bytes;
    this.#signal = signal;
    this.#reader = new DrawingReader(() => (this.#lastPlaceholder += 1));
  }

  async read(): Promise<PptxModel> {
    const { pack, main } = await openPptx(this.#bytes);
    const masters = new Masters(pack, main);
    const comments = await Comments.open(pack, main);
    const slides: Slide[] = [];
    for (const part of await slideParts(pack, main)) {
      if (this.#signal?.aborted === true) throw new AdaptaError('cancelled');
      slides.push(await this.#slide(pack, masters, comments, part, slides.length + 1));
    }
    this.#tally.comments = comments.count;
    inspectPackage(pack, this.#tally);
    for (const block of this.#reader.blocks) this.#count(block);
    return {
      package: pack,
      main,
      text: this.#reader,
      slides,
      comments: this.#comments,
      language: this.#tally.language(),
      report: {
        ...this.#tally.report(this.#bytes.length),
        slides: slides.length,
        hiddenSlides: slides.filter((slide) => slide.hidden).length,
        speakerNotes: new Set(
          this.#reader.blocks.filter((block) => block.kind === 'speakerNote').map((block) => block.story),
        ).size,
      },
    };
  }

  async #slide(
    pack: OfficePackage,
    masters: Masters,
    comments: Comments,
    part: DrawingPart,
    number: number,
  ): Promise<Slide> {
    const story = `slide:${number}`;
    const first = this.#reader.blocks.length;
    const found = shapesOf(part, story, await masters.of(part));
    const shapes = await new SlideReader(this.#reader, pack, this.#counters, part, story).read(found);
    const notes = await this.#notes(pack, part, number);
    inspectSlide(part, this.#tally);
    const blocks = this.#reader.blocks.slice(first);
    for (const entry of await comments.of(part)) this.#comment(entry, blocks, shapes);
    const isShown = (container: string): boolean => blocks.some((block) => block.container === container);
    this.#tally.textBoxes += shapes.filter(
      ({ what, role, name }) => what === 'text' && role === undefined && isShown(name),
    ).length;
    const hidden = part.root.attributes['show'] === '0' || part.root.attributes['show'] === 'false';
    return { number, story, hidden, part, shapes, notes };
  }

  /** The page of notes: what is said beside the slide, and what stands at the edges of the printed page. */
  async #notes(pack: OfficePackage, slide: DrawingPart, number: number): Promise<Slide['notes']> {
    const name = [...slide.relationships.values()].find(
      (entry) => entry.type === 'notesSlide' && !entry.external,
    )?.part;
    const part = name === undefined || this.#reader.parts.has(name) ? undefined : await drawingPart(pack, name);
    if (part === undefined) return undefined;
    const story = `notes:${number}`;
    let count = 0;
    for (const shape of descendants(part.root, NOTE_SHAPES)) {
      const body = shape.child('p:txBody');
      if (body === undefined) continue;
      count += 1;
      const { kind } = kindOfRole(roleOf(shape));
      this.#reader.body(body, part, {
        story,
        container: `${story}/sp${count}`,
        kind: kind === 'footer' || kind === 'header' ? kind : 'speakerNote',
        levels: NO_LEVELS,
        lists: false,
      });
    }
    for (const relationship of part.relationships.values())
      if (relationship.external && relationship.type !== 'hyperlink')
        this.#tally.note('externalTarget', relationship.target.slice(0, 80));
    return { story, part };
  }

  /** A comment stands with its shape's first text, else with the slide's; on a slide without text nobody can see it. */
  #comment({ comment, shape }: SlideComment, blocks: readonly DrawingBlock[], shapes: Slide['shapes']): void {
    const name = shapes.find(({ id }) => id === shape)?.name;
    const own = name === undefined ? undefined : blocks.find(({ container }) => isWithin(container, name));
    const anchor = (own ?? blocks[0])?.anchor;
    if (anchor !== undefined) this.#comments.set(anchor, [...(this.#comments.get(anchor) ?? []), comment]);
  }

  #count(block: DrawingBlock): void {
    this.#tally.countBlock(block);
    const language = block.form === 'paragraph' ? block.places[0]?.language : undefined;
    if (language !== undefined) this.#tally.countLanguage(language, textOf(block.content).length);
  }
}

const NOTE_SHAPES = new Set(['p:sp']);

function isWithin(container: string, name: string): boolean {
  return container === name || container.startsWith(`${name}/`);
}

/** Slides in the order they are shown (19.2.1.34); what no list names is not shown and not read. */
async function slideParts(pack: OfficePackage, main: DrawingPart): Promise<readonly DrawingPart[]> {
  const parts: DrawingPart[] = [];
  const seen = new Set<string>();
  for (const { name, attributes } of main.root.child('p:sldIdLst')?.children ?? []) {
    const relationship = main.relationships.get(attributes['r:id'] ?? '');
    if (name !== 'p:sldId' || relationship === undefined || relationship.external || seen.has(relationship.part))
      continue;
    seen.add(relationship.part);
    const part = await drawingPart(pack, relationship.part);
    if (part === undefined) throw new AdaptaError('missingPart', { part: relationship.part });
    parts.push(part);
  }
  return parts;
}
