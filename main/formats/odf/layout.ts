import { PLAIN_LAYOUT, type FileLayout, type LookFacts, type ParagraphFacts, type TableGrid } from '../file-layout.ts';
import { readGrid } from './grid.ts';
import { isBasedOn } from './kinds.ts';
import type { Look } from './look.ts';
import type { OdfBlock, OdfModel } from './model.ts';
import type { OdfKind } from './open.ts';
import { readPage } from './page.ts';
import { readPictures } from './pictures.ts';
import { modelOf } from './read.ts';
import { slideFlow } from './slide-flow.ts';

/**
 * Reads the layout facts of a document: containers and placeholder numbers are those of reading the same bytes. Pictures
 * come as bytes; what is too large or no raster image is left out. Throws what reading throws.
 */
export async function readOdfLayout(bytes: Uint8Array, kind: OdfKind, signal?: AbortSignal): Promise<FileLayout> {
  const model = await modelOf(bytes, kind, signal);
  return {
    // What is made for a screen is printed as text, on pages of paper.
    ...(kind === 'presentation' ? { ...PLAIN_LAYOUT, flow: slideFlow(model) } : readPage(model)),
    tables: readTables(model),
    pictures: readPictures(model),
    attached: model.attached,
    counters: new Map(
      model.placeholders.flatMap(({ id, elements }) => {
        const counter = COUNTERS[elements[0]?.name ?? ''];
        return counter === undefined ? [] : [[id, counter] as const];
      }),
    ),
    looks: new Map(Array.from(model.looks.byId, ([id, look]) => [id, describeLook(look)])),
    paragraphs: new Map(
      model.blocks.flatMap((block) => {
        const facts = block.plain ? undefined : factsOf(block, model);
        return facts === undefined ? [] : [[block.anchor, facts] as const];
      }),
    ),
  };
}

const COUNTERS: Readonly<Record<string, 'page' | 'pages'>> = {
  'text:page-number': 'page',
  'text:page-count': 'pages',
};

function readTables(model: OdfModel): ReadonlyMap<string, TableGrid> {
  const tables = new Map<string, TableGrid>();
  for (const [container, { element, part }] of model.containers) {
    const path = /^(?<path>.*\/t\d+)r\d+c\d+$/su.exec(container)?.groups?.['path'];
    if (path === undefined || tables.has(path)) continue;
    let table = element.parent;
    while (table !== null && table.name !== 'table:table') table = table.parent;
    const scope = model.parts.get(part)?.scope;
    if (table !== null && scope !== undefined) tables.set(path, readGrid(table, path, scope));
  }
  return tables;
}

/** Values of `fo:text-align` (20.223); what begins the line says nothing. */
const ALIGNMENTS: Readonly<Record<string, ParagraphFacts['align']>> = {
  center: 'center',
  end: 'end',
  right: 'end',
  justify: 'justify',
};

function factsOf({ element, part: name }: OdfBlock, model: OdfModel): ParagraphFacts | undefined {
  const scope = model.parts.get(name)?.scope;
  if (scope === undefined) return undefined;
  const style = element.attributes['text:style-name'];
  const said = (attribute: string): string | undefined =>
    scope.property('paragraph', style, 'style:paragraph-properties', attribute);
  const align = ALIGNMENTS[said('fo:text-align') ?? ''];
  const role = isBasedOn(style, 'Title', scope)
    ? 'title'
    : isBasedOn(style, 'Subtitle', scope)
      ? 'subtitle'
      : undefined;
  const ground = said('fo:background-color')?.toLowerCase();
  const shaded = ground !== undefined && ground !== 'transparent' && ground !== '#ffffff';
  if (align === undefined && role === undefined && !shaded) return undefined;
  return {
    ...(align === undefined ? {} : { align }),
    ...(role === undefined ? {} : { role }),
    ...(shaded ? { shaded } : {}),
  };
}

/** What a look's own properties say of colour and capitals; fonts and sizes are the print's own. */
function describeLook({ own }: Look): LookFacts {
  const color = own.get('fo:color')?.toLowerCase() ?? '';
  const background = own.get('fo:background-color')?.toLowerCase() ?? '';
  return {
    ...(/^#[0-9a-f]{6}$/u.test(color) && color !== '#000000' ? { color } : {}),
    ...(/^#[0-9a-f]{6}$/u.test(background) && background !== '#ffffff' ? { background } : {}),
    ...(own.get('fo:font-variant') === 'small-caps' ? { smallCaps: true } : {}),
    ...(own.get('fo:text-transform') === 'uppercase' ? { capitals: true } : {}),
  };
}
