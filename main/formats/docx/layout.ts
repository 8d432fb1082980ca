import type { PlaceholderId } from '#shared/model/content.ts';
import type { FileLayout, TableGrid } from '../file-layout.ts';
import type { XmlElement } from '../package/xml.ts';
import { inspectDrawing } from './drawings.ts';
import { readGrid } from './grid.ts';
import { fieldName } from './fields.ts';
import type { DocxModel, DocxPlaceholder } from './model.ts';
import { readPage } from './page.ts';
import { describeLook } from './look-facts.ts';
import { readPictures } from './pictures.ts';
import { describeParagraphs } from './paragraph-facts.ts';
import { modelOf } from './read.ts';

/**
 * Reads the layout facts of a DOCX: containers and placeholder numbers are those of reading on the same bytes.
 * Pictures come as bytes; what is too large or no raster image is left out. Throws what reading throws.
 */
export async function readDocxLayout(bytes: Uint8Array, signal?: AbortSignal): Promise<FileLayout> {
  const model = await modelOf(bytes, signal);
  return {
    ...readPage(model),
    tables: readTables(model),
    pictures: readPictures(model),
    attached: new Map(model.placeholders.map((placeholder) => [placeholder.id, attachedTo(placeholder, model)])),
    counters: new Map(model.placeholders.flatMap((placeholder) => counterOf(placeholder))),
    looks: new Map(Array.from(model.looks.byId, ([id, look]) => [id, describeLook(look)])),
    paragraphs: describeParagraphs(model),
  };
}

function readTables(model: DocxModel): ReadonlyMap<string, TableGrid> {
  const tables = new Map<string, TableGrid>();
  for (const [container, { element }] of model.containers) {
    const table = /^(?<path>.*\/t\d+)r\d+c\d+$/su.exec(container)?.groups?.['path'];
    if (table === undefined || tables.has(table)) continue;
    const grid = tableOf(element);
    if (grid !== undefined) tables.set(table, readGrid(grid, table));
  }
  return tables;
}

function tableOf(cell: XmlElement): XmlElement | undefined {
  let element = cell.parent;
  while (element !== null && element.name !== 'w:tbl') element = element.parent;
  return element ?? undefined;
}

function isWithin(inner: { readonly start: number; readonly end: number }, outer: XmlElement): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}

function attachedTo(placeholder: DocxPlaceholder, model: DocxModel): readonly string[] {
  const names: string[] = [];
  for (const { element } of placeholder.items) {
    const note = /^w:(footnote|endnote)Reference$/u.exec(element.name)?.[1];
    if (note !== undefined) names.push(`${note}:${element.attributes['w:id'] ?? ''}`);
  }
  if (!['image', 'textBox', 'object'].includes(placeholder.kind)) return names;
  const holds = (part: string, place: { start: number; end: number }): boolean =>
    part === placeholder.part && placeholder.items.some(({ element }) => isWithin(place, element));
  for (const [name, { part, element }] of model.containers) {
    if (name.startsWith('textBox:') && !name.includes('/') && holds(part, element)) names.push(name);
  }
  for (const block of model.blocks) {
    if (block.kind === 'altText' && holds(block.part, block.span)) names.push(block.container);
  }
  names.push(...wordsOf(placeholder, model));
  return names;
}

/** Containers of the words of charts and diagrams a placeholder shows, and of what was drawn on a chart. */
function wordsOf({ part, items }: DocxPlaceholder, { parts, drawn }: DocxModel): readonly string[] {
  const shown = items
    .flatMap(({ element }) => inspectDrawing(element).graphics)
    .flatMap(({ id }) => parts.get(part)?.relationships.get(id ?? '')?.part ?? []);
  const over = shown.flatMap((name) => [...(drawn.parts.get(name)?.relationships.values() ?? [])]);
  const all = new Set([...shown, ...over.map((relationship) => relationship.part)]);
  const words = drawn.blocks.filter(({ places: [place] }) => place !== undefined && all.has(place.part));
  return [...new Set(words.map(({ container }) => container))];
}

function counterOf({ id, kind, items }: DocxPlaceholder): readonly (readonly [PlaceholderId, 'page' | 'pages'])[] {
  if (kind !== 'field') return [];
  const first = items[0];
  const instruction = first?.mark?.field.instruction ?? first?.element.attributes['w:instr'] ?? '';
  const name = first?.element.name === 'w:pgNum' ? 'PAGE' : fieldName(instruction);
  if (name === 'PAGE') return [[id, 'page']];
  return name === 'NUMPAGES' || name === 'SECTIONPAGES' ? [[id, 'pages']] : [];
}
