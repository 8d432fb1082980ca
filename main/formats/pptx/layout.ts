import type { DrawingBlock } from '../drawingml/model.ts';
import { descendants, type XmlElement } from '../package/xml.ts';
import {
  PLAIN_LAYOUT,
  type FileLayout,
  type FlowPart,
  type GridCell,
  type LookFacts,
  type ParagraphFacts,
  type Picture,
  type TableGrid,
} from '../file-layout.ts';
import { rasterTypeOf } from '../common/raster.ts';
import { levelOf } from '../drawingml/levels.ts';
import type { RunLook } from '../drawingml/look.ts';
import { millimetres } from './geometry.ts';
import type { PptxModel, Shape, Slide } from './model.ts';
import { modelOf } from './read.ts';

const BLIPS = new Set(['a:blip']);
const TABLES = new Set(['a:tbl']);
/** A slide is drawn for a screen: on paper its pictures are as wide as a column of text at most. */
const MOST_WIDTH = 120;
/** More than this no page shows. A file may claim any number. */
const MOST_SPAN = 1000;

/**
 * What printing a presentation as text needs: A4 pages on which slide follows slide with headings, lists, tables and
 * pictures, and what is said beside it set apart. Throws what reading throws.
 */
export async function readPptxLayout(bytes: Uint8Array, signal?: AbortSignal): Promise<FileLayout> {
  const model = await modelOf(bytes, signal);
  const blocks = {
    byStory: Map.groupBy(model.text.blocks, ({ story }) => story),
    byContainer: Map.groupBy(model.text.blocks, ({ container }) => container),
    byPart: Map.groupBy(model.text.blocks, ({ places }) => places[0]?.part ?? ''),
  };
  const flow: FlowPart[] = [];
  for (const slide of model.slides) flow.push(...slideFlow(slide, model, blocks));
  const shapes = model.slides.flatMap((slide) => slide.shapes);
  return {
    ...PLAIN_LAYOUT,
    flow,
    tables: new Map(shapes.flatMap((shape) => tablesOf(shape))),
    looks: new Map(Array.from(model.text.looks, ([id, look]) => [id, lookFacts(look)])),
    paragraphs: new Map(shapes.flatMap((shape) => paragraphsIn(shape, blocks.byContainer.get(shape.name) ?? []))),
  };
}

interface Blocks {
  readonly byStory: ReadonlyMap<string, readonly DrawingBlock[]>;
  readonly byContainer: ReadonlyMap<string, readonly DrawingBlock[]>;
  readonly byPart: ReadonlyMap<string, readonly DrawingBlock[]>;
}

function slideFlow(slide: Slide, model: PptxModel, blocks: Blocks): readonly FlowPart[] {
  const parts: FlowPart[] = [];
  const own = blocks.byPart.get(slide.part.name) ?? [];
  const descriptions = own.filter(({ story }) => story === 'altText');
  for (const shape of slide.shapes) {
    const picture = pictureOf(shape, slide, model);
    const described = picture === undefined ? [] : descriptions.filter((block) => isInside(block, shape));
    const containers = [...containersOf(described), shape.name];
    parts.push({ containers, ...(picture === undefined ? {} : { picture }) });
    const words = blocks.byStory.get(shape.story ?? '') ?? [];
    if (words.length > 0) parts.push({ containers: containersOf(words), aside: true });
  }
  const notes = blocks.byStory.get(slide.notes?.story ?? '') ?? [];
  const said = notes.filter(({ kind }) => kind === 'speakerNote');
  if (said.length > 0) parts.push({ containers: containersOf(said), aside: true });
  return parts;
}

function containersOf(blocks: readonly DrawingBlock[]): readonly string[] {
  return [...new Set(blocks.map(({ container }) => container))];
}

function isInside({ places: [place] }: DrawingBlock, { element }: Shape): boolean {
  return place !== undefined && place.start >= element.start && place.end <= element.end;
}

/** The raster picture a shape shows. Nothing outside the package is fetched. */
function pictureOf(shape: Shape, { part }: Slide, { package: pack }: PptxModel): Picture | undefined {
  if (shape.what !== 'picture' && shape.what !== 'object') return undefined;
  for (const { attributes } of descendants(shape.element, BLIPS)) {
    const name = part.relationships.get(attributes['r:embed'] ?? '')?.part ?? '';
    const entry = name === '' ? undefined : pack.archive.find(name);
    if (entry === undefined) continue;
    const bytes = pack.archive.read(entry);
    const type = rasterTypeOf(bytes);
    if (type === undefined) continue;
    const width = shape.frame === undefined ? undefined : Math.min(millimetres(shape.frame.width), MOST_WIDTH);
    return { bytes, type, ...(width === undefined || width <= 0 ? {} : { width }) };
  }
  return undefined;
}

function tablesOf({ element, name }: Shape): readonly (readonly [string, TableGrid])[] {
  const [table] = descendants(element, TABLES);
  return table === undefined ? [] : [[`${name}/t1`, gridOf(table, `${name}/t1`)]];
}

/** Cells that a span covers are in the file too (`hMerge`, `vMerge`, 21.1.3.16): they are not listed. */
function gridOf(table: XmlElement, path: string): TableGrid {
  const hasHeader = isOn(table.child('a:tblPr')?.attributes['firstRow']);
  const rows = table.children.filter(({ name }) => name === 'a:tr');
  const columns = table.child('a:tblGrid')?.children.map(({ attributes }) => Number(attributes['w'] ?? 0)) ?? [];
  const total = columns.reduce((sum, width) => sum + width, 0);
  const isSane = total > 0 && columns.length <= MOST_SPAN && columns.every((width) => width > 0);
  return {
    rows: rows.map((tr, row) => ({
      header: hasHeader && row === 0,
      cells: tr.children
        .filter(({ name }) => name === 'a:tc')
        .flatMap(({ attributes }, column): GridCell[] => {
          if (isOn(attributes['hMerge']) || isOn(attributes['vMerge'])) return [];
          const container = `${path}r${row + 1}c${column + 1}`;
          return [{ container, columns: spanOf(attributes['gridSpan']), rows: spanOf(attributes['rowSpan']) }];
        }),
    })),
    widths: isSane ? columns.map((width) => (width / total) * 100) : [],
  };
}

function isOn(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}

function spanOf(value: string | undefined): number {
  const span = Number(value ?? 1);
  return Number.isInteger(span) && span > 0 ? Math.min(span, MOST_SPAN) : 1;
}

/** Colours are those of a slide's ground and would be lost on paper; capitals are not. */
function lookFacts({ attributes }: RunLook): LookFacts {
  const { cap } = attributes;
  return { ...(cap === 'all' ? { capitals: true } : {}), ...(cap === 'small' ? { smallCaps: true } : {}) };
}

const ALIGNED: Readonly<Record<string, ParagraphFacts['align']>> = { ctr: 'center', r: 'end', just: 'justify' };

function paragraphsIn(
  { role, levels }: Shape,
  blocks: readonly DrawingBlock[],
): readonly (readonly [string, ParagraphFacts])[] {
  return blocks.flatMap((block): (readonly [string, ParagraphFacts])[] => {
    const place = block.form === 'paragraph' && block.kind !== 'heading' ? block.places[0] : undefined;
    if (place === undefined) return [];
    const pPr = place.element.child('a:pPr');
    const align = ALIGNED[pPr?.attributes['algn'] ?? levels.at(levelOf(pPr)).align ?? ''];
    const isSubtitle = role?.type === 'subTitle';
    const facts = { ...(align === undefined ? {} : { align }), ...(isSubtitle ? { role: 'subtitle' as const } : {}) };
    return Object.keys(facts).length === 0 ? [] : [[block.anchor, facts]];
  });
}
