import { z } from 'zod';
import type { ImportReport } from '../model/report.ts';
import { SLIDE_BOXES, type SlideFacts } from '../model/slides.ts';
import { documentKindSchema } from './library.ts';
import { jobMethod, method } from './method.ts';
import { blockViewSchema, idSchema } from './unit.ts';

/** A file the user picked or dropped: the shell granted it, the renderer never sees its path. */
export const grantSchema = z.string().min(1).max(100);

export const importReportSchema: z.ZodType<ImportReport> = z.strictObject({
  format: z.string(),
  bytes: z.int(),
  units: z.int(),
  words: z.int(),
  headings: z.int(),
  tables: z.int(),
  images: z.int(),
  footnotes: z.int(),
  endnotes: z.int(),
  comments: z.int(),
  textBoxes: z.int(),
  links: z.int(),
  trackedInsertions: z.int(),
  trackedDeletions: z.int(),
  trackedMoves: z.int(),
  slides: z.int().exactOptional(),
  hiddenSlides: z.int().exactOptional(),
  speakerNotes: z.int().exactOptional(),
  placeholders: z.record(z.string(), z.int()),
  notes: z
    .array(
      z.strictObject({
        code: z.enum([
          'tableOfContents',
          'externalTarget',
          'remoteTemplate',
          'macros',
          'oleObject',
          'dde',
          'smartArt',
          'chart',
          'equation',
          'altChunk',
          'subDocument',
          'unreadPart',
          'hugeImage',
          'svg',
          'nestedArchive',
          'hiddenText',
          'deletedText',
          'frontMatter',
          'codeBlock',
          'rawHtml',
          'scanned',
          'media',
          'activeContent',
          'referenceOnly',
          'readingOrder',
          'notTranslatable',
          'alternativeTranslations',
          'converted',
        ]),
        count: z.int(),
        detail: z.string().exactOptional(),
      }),
    )
    .readonly(),
});

/** A proposed or mended link: indices into the plan's source and received blocks. */
export const planLinkSchema = z.strictObject({
  source: z.array(z.int().min(0)).readonly(),
  received: z.array(z.int().min(0)).readonly(),
  /** 0–1; 1 for links a person set or accepted. */
  confidence: z.number().min(0).max(1),
});
export type PlanLink = z.infer<typeof planLinkSchema>;

export const importPlanSchema = z.strictObject({
  plan: idSchema,
  source: z.array(blockViewSchema).readonly(),
  received: z.array(blockViewSchema).readonly(),
  links: z.array(planLinkSchema).readonly(),
  /** Links at or above are taken as accepted. */
  threshold: z.number(),
  sourceReport: importReportSchema,
  receivedReport: importReportSchema.nullable(),
  sourceLanguage: z.string().nullable(),
  receivedLanguage: z.string().nullable(),
  suggestedTitle: z.string(),
  suggestedKind: documentKindSchema,
  /** Documents made from the very same file before. */
  known: z.array(z.strictObject({ document: idSchema, title: z.string(), module: z.string() })).readonly(),
});
export type ImportPlan = z.infer<typeof importPlanSchema>;

const slideBoxSchema = z.strictObject({
  container: z.string(),
  what: z.enum(SLIDE_BOXES),
  x: z.number(),
  y: z.number(),
  width: z.number(),
  height: z.number(),
  rotation: z.number().exactOptional(),
  fontSize: z.number().exactOptional(),
  fits: z.enum(['shrinks', 'grows']).exactOptional(),
});

export const slideFactsSchema: z.ZodType<SlideFacts> = z.strictObject({
  number: z.int(),
  story: z.string(),
  hidden: z.boolean(),
  width: z.number(),
  height: z.number(),
  boxes: z.array(slideBoxSchema).readonly(),
});

export const imports = {
  /** Endings of the names of files that can be read, without the dot; older formats only where something converts them. */
  formats: method(
    z.strictObject({}),
    z.strictObject({ extensions: z.array(z.string()).readonly(), converted: z.array(z.string()).readonly() }),
  ),
  /** Reads and aligns the files; stores nothing but the plan, which lives until committed, discarded, or the engine stops. */
  plan: jobMethod(z.strictObject({ source: grantSchema, received: grantSchema.exactOptional() }), importPlanSchema),
  /** Makes the document. `links` are the plan's, as mended; blocks no link names become units of their own. */
  commit: jobMethod(
    z.strictObject({
      plan: idSchema,
      links: z.array(planLinkSchema).readonly(),
      module: idSchema,
      kind: documentKindSchema,
      title: z.string().trim().min(1).max(300),
    }),
    z.strictObject({ document: idSchema, units: z.int(), words: z.int(), links: z.int() }),
  ),
  discard: method(z.strictObject({ plan: idSchema }), z.strictObject({})),
  /** The reports of an imported document, as they were at import. */
  report: method(
    z.strictObject({ document: idSchema }),
    z.strictObject({ source: importReportSchema, received: importReportSchema.nullable() }),
  ),
  /** The slides of the file a presentation is written into; none of any other document. */
  slides: jobMethod(
    z.strictObject({ document: idSchema }),
    z.strictObject({
      slides: z.array(slideFactsSchema).readonly(),
      /** Whether something on this computer draws them. */
      canBeDrawn: z.boolean(),
    }),
  ),
  /** What is on those slides, as they came: a PDF with a page for each, hidden ones included. */
  slidePictures: jobMethod(
    z.strictObject({ document: idSchema }),
    z.strictObject({ pdf: z.custom<Uint8Array>((value) => value instanceof Uint8Array) }),
  ),
};
