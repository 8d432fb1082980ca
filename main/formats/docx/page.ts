import type { PageSize } from '../file-layout.ts';
import { descendants, type XmlElement } from '../package/xml.ts';
import { fieldName } from './fields.ts';
import type { DocxModel, DocxPart } from './model.ts';

export interface PageFacts {
  readonly page: PageSize;
  /** Stories of the ordinary header and footer, as containers. */
  readonly running: { readonly header?: string; readonly footer?: string };
  /** Where the pages are numbered. */
  readonly numbered?: 'header' | 'footer';
}

const MM_PER_TWIP = 25.4 / 1440;
/** What Word takes when a section says nothing (17.6.13, 17.6.11): Letter with an inch around. */
const LETTER = { width: 12_240, height: 15_840, margin: 1440 } as const;
const UNITS: Readonly<Record<string, number>> = { mm: 1, cm: 10, in: 25.4, pt: 25.4 / 72, pc: 25.4 / 6, pi: 25.4 / 6 };

/** A measure in twips, or as strict files write it, with a unit (ST_TwipsMeasure, 22.9.2.14). */
function millimetres(value: string | undefined, usual: number): number {
  const [, number, unit = ''] = /^(-?[\d.]+)(mm|cm|in|pt|pc|pi)?$/u.exec(value ?? '') ?? [];
  const size = Math.abs(Number(number)) * (UNITS[unit] ?? MM_PER_TWIP);
  return Number.isFinite(size) ? size : usual * MM_PER_TWIP;
}

function sizeOf(section: XmlElement | undefined): PageSize {
  const size = section?.child('w:pgSz')?.attributes ?? {};
  const margins = section?.child('w:pgMar')?.attributes ?? {};
  const margin = (side: string): number => millimetres(margins[`w:${side}`], LETTER.margin);
  return {
    width: millimetres(size['w:w'], LETTER.width),
    height: millimetres(size['w:h'], LETTER.height),
    margins: { top: margin('top'), right: margin('right'), bottom: margin('bottom'), left: margin('left') },
  };
}

/** The story a section's default header or footer is, as the reader names it. */
function running(sections: readonly XmlElement[], kind: 'header' | 'footer', part: DocxPart): string | undefined {
  for (const section of sections) {
    for (const reference of section.children) {
      if (reference.name !== `w:${kind}Reference` || (reference.attributes['w:type'] ?? 'default') !== 'default')
        continue;
      const relationship = part.relationships.get(reference.attributes['r:id'] ?? '');
      if (relationship !== undefined && relationship.part !== '') return `${kind}:${relationship.part}`;
    }
  }
  return undefined;
}

/** Whether a story counts the pages, by a field of its own (17.16.5.44). */
function countsPages(story: string | undefined, model: DocxModel): boolean {
  const part = model.parts.get(story?.replace(/^\w+:/u, '') ?? '');
  if (part === undefined) return false;
  const simple = [...descendants(part.root, SIMPLE_FIELDS)].map((field) => field.attributes['w:instr'] ?? 'PAGE');
  const instructions = [...[...part.fields.values()].map(({ field }) => field.instruction), ...simple];
  return instructions.some((instruction) => fieldName(instruction) === 'PAGE');
}

const SIMPLE_FIELDS = new Set(['w:fldSimple', 'w:pgNum']);
const SECTION = new Set(['w:sectPr']);

/**
 * The page most of a document has: the size of its last section, which is the body's own, unless that is the only one
 * turned to landscape. Header and footer are the first default ones.
 */
export function readPage(model: DocxModel): PageFacts {
  const part = model.parts.get(model.main);
  if (part === undefined) return { page: sizeOf(undefined), running: {} };
  const sections = [...descendants(part.root, SECTION)].filter((section) => section.parent?.name !== 'w:sectPrChange');
  const upright = sections.toReversed().find((section) => {
    const { width, height } = sizeOf(section);
    return width <= height;
  });
  const header = running(sections, 'header', part);
  const footer = running(sections, 'footer', part);
  const numbered = countsPages(footer, model) ? 'footer' : countsPages(header, model) ? 'header' : undefined;
  return {
    page: sizeOf(upright ?? sections.at(-1)),
    running: { ...(header === undefined ? {} : { header }), ...(footer === undefined ? {} : { footer }) },
    ...(numbered === undefined ? {} : { numbered }),
  };
}
