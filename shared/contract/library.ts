import { z } from 'zod';
import { DOCUMENT_KINDS, type DocumentKind } from '#shared/model/document-kind.ts';
import { jobMethod, method } from './method.ts';
import { idSchema } from './unit.ts';

export { DOCUMENT_KINDS, type DocumentKind };
export const documentKindSchema = z.enum(DOCUMENT_KINDS);

/** Progress in words of text, by status and mode, so that a row can say it in words. */
export const progressSchema = z.strictObject({
  units: z.int(),
  words: z.int(),
  /** Words of units that count as done (domain.md, "Life of a status"). */
  doneWords: z.int(),
  byStatus: z.record(z.enum(['untranslated', 'draft', 'translated', 'reviewed', 'approved']), z.int()),
  byMode: z.record(z.enum(['faithful', 'adapted', 'added', 'omitted']), z.int()),
  stale: z.int(),
  findings: z.int(),
});
export type Progress = z.infer<typeof progressSchema>;

export const documentSummarySchema = z.strictObject({
  id: idSchema,
  module: idSchema,
  title: z.string(),
  kind: documentKindSchema,
  /** Sort key among the module's documents. */
  position: z.string(),
  archived: z.boolean(),
  hasReceived: z.boolean(),
  format: z.string(),
  /** What its exported file ends with, without the dot. */
  extension: z.string(),
  progress: progressSchema,
  /** ISO 8601, UTC; null: never edited. */
  lastEdit: z.string().nullable(),
});
export type DocumentSummary = z.infer<typeof documentSummarySchema>;

export const moduleSummarySchema = z.strictObject({
  id: idSchema,
  toolkit: idSchema,
  /** Hierarchical, as printed: `2.1`. */
  number: z.string(),
  title: z.string(),
  archived: z.boolean(),
});
export type ModuleSummary = z.infer<typeof moduleSummarySchema>;

export const toolkitSummarySchema = z.strictObject({
  id: idSchema,
  name: z.string(),
  publisher: z.string(),
  sourceLanguage: z.string(),
  targetLanguage: z.string(),
  /** Who gave permission to adapt, when, for what; empty when not recorded. */
  permission: z.string(),
  /** The sample: it can be reset, and nothing moves between it and other toolkits. */
  sandbox: z.boolean(),
  archived: z.boolean(),
});
export type ToolkitSummary = z.infer<typeof toolkitSummarySchema>;

export const librarySchema = z.strictObject({
  toolkits: z.array(toolkitSummarySchema).readonly(),
  modules: z.array(moduleSummarySchema).readonly(),
  documents: z.array(documentSummarySchema).readonly(),
});
export type Library = z.infer<typeof librarySchema>;

const nameSchema = z.string().trim().min(1).max(300);

/** What people do in the library. Deleting hides; `undelete` brings back, so every command has an inverse. */
export const libraryCommandSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('createToolkit'),
    id: idSchema,
    name: nameSchema,
    publisher: z.string().max(300),
    sourceLanguage: z.string(),
    targetLanguage: z.string(),
  }),
  z.strictObject({
    type: z.literal('createModule'),
    id: idSchema,
    toolkit: idSchema,
    number: z.string().max(40),
    title: nameSchema,
  }),
  z.strictObject({
    type: z.literal('renameToolkit'),
    id: idSchema,
    name: nameSchema,
    publisher: z.string().max(300).exactOptional(),
    permission: z.string().max(4000).exactOptional(),
  }),
  z.strictObject({ type: z.literal('renameModule'), id: idSchema, number: z.string().max(40), title: nameSchema }),
  z.strictObject({ type: z.literal('renameDocument'), id: idSchema, title: nameSchema, kind: documentKindSchema }),
  z.strictObject({ type: z.literal('moveModule'), id: idSchema, toolkit: idSchema }),
  z.strictObject({
    type: z.literal('moveDocument'),
    id: idSchema,
    module: idSchema,
    /** Document it follows; null: first. */ after: idSchema.nullable(),
  }),
  z.strictObject({
    type: z.literal('archive'),
    of: z.enum(['toolkit', 'module', 'document']),
    id: idSchema,
    archived: z.boolean(),
  }),
  z.strictObject({ type: z.literal('delete'), of: z.enum(['toolkit', 'module', 'document']), id: idSchema }),
  z.strictObject({ type: z.literal('undelete'), of: z.enum(['toolkit', 'module', 'document']), id: idSchema }),
]);
export type LibraryCommand = z.infer<typeof libraryCommandSchema>;

export const library = {
  /** Everything the library view shows; deleted things are not in it. */
  read: method(z.strictObject({}), librarySchema),
  /** Applies one command durably; `inverse` undoes it. Announced by the event `libraryChanged`. */
  apply: method(z.strictObject({ command: libraryCommandSchema }), z.strictObject({ inverse: libraryCommandSchema })),
  /** Sets the sample toolkit back to how it came (its edits are gone; nothing else is touched). Creates it when missing. */
  resetSample: jobMethod(z.strictObject({}), z.strictObject({ toolkit: idSchema })),
};
