import { z } from 'zod';
import { grantSchema } from './imports.ts';
import { jobMethod, method } from './method.ts';
import { idSchema } from './unit.ts';

/** How far a term may be used; `forbidden`: never, the concept's preferred term instead. */
export const termStatusSchema = z.enum(['preferred', 'admitted', 'proposed', 'deprecated', 'forbidden']);
export type TermStatus = z.infer<typeof termStatusSchema>;

export const termSchema = z.strictObject({
  id: idSchema,
  /** BCP 47. */
  language: z.string().min(1).max(40),
  text: z.string().trim().min(1).max(300),
  status: termStatusSchema,
  /** Where it is said so; empty: everywhere. */
  municipality: z.string().max(200),
  note: z.string().max(4000),
});
export type Term = z.infer<typeof termSchema>;

/** A concept with its terms in every language: one entry of the glossary. */
export const conceptSchema = z.strictObject({
  id: idSchema,
  /** The only toolkit it holds for; null: all of them. */
  toolkit: idSchema.nullable(),
  domain: z.string().max(200),
  definition: z.string().max(4000),
  /** Where it is taken from: a law, a document's symbol. */
  source: z.string().max(1000),
  note: z.string().max(4000),
  author: z.string(),
  /** ISO 8601, UTC. */
  at: z.string(),
  terms: z.array(termSchema).readonly(),
});
export type Concept = z.infer<typeof conceptSchema>;

/** What people write of a concept; who and when is added. */
export const conceptGivenSchema = conceptSchema.omit({ author: true, at: true });
export type ConceptGiven = z.infer<typeof conceptGivenSchema>;

/** A term found in a text; positions count one per character and per placeholder. */
export const recognisedTermSchema = z.strictObject({
  concept: idSchema,
  term: idSchema,
  from: z.int().min(0),
  to: z.int().min(0),
});
export type RecognisedTerm = z.infer<typeof recognisedTermSchema>;

export const termFilterSchema = z.strictObject({
  /** In any term, definition or note, whatever the accents. */
  text: z.string().max(300).exactOptional(),
  domain: z.string().max(200).exactOptional(),
  status: termStatusSchema.exactOptional(),
  /** Those that hold in this toolkit. */
  toolkit: idSchema.exactOptional(),
});
export type TermFilter = z.infer<typeof termFilterSchema>;

const importReportSchema = z.strictObject({
  added: z.int(),
  merged: z.int(),
  unchanged: z.int(),
  /** Entries that could not be taken over, with the reason's code and the line in the file. */
  skipped: z.array(z.strictObject({ line: z.int(), reason: z.string() })).readonly(),
});
export type TermImportReport = z.infer<typeof importReportSchema>;

export const terms = {
  /** In alphabetical order of the preferred source term. */
  list: method(
    z.strictObject({ filter: termFilterSchema, from: z.int().min(0), count: z.int().min(1).max(1000) }),
    z.strictObject({
      total: z.int(),
      concepts: z.array(conceptSchema).readonly(),
      /** Every domain in use. */
      domains: z.array(z.string()).readonly(),
    }),
  ),
  /**
   * Every concept that holds in a document's toolkit: the renderer compiles its recogniser from them. A glossary is small
   * (thousands); it is read when a document opens and again at `termsChanged`.
   */
  ofDocument: method(
    z.strictObject({ document: idSchema }),
    z.strictObject({ concepts: z.array(conceptSchema).readonly(), municipality: z.string() }),
  ),
  /** Writes a whole concept, new or changed; `before` is what it was (null: new), to undo by writing or removing. */
  write: method(
    z.strictObject({ concept: conceptGivenSchema }),
    z.strictObject({ concept: conceptSchema, before: conceptSchema.nullable() }),
  ),
  remove: method(
    z.strictObject({ concepts: z.array(idSchema).min(1).readonly() }),
    z.strictObject({ removed: z.array(conceptSchema).readonly() }),
  ),
  /** Takes in a TBX, CSV or TSV file. Adds to concepts that share a term in both languages. */
  import: jobMethod(z.strictObject({ file: grantSchema, toolkit: idSchema.nullable() }), importReportSchema),
  /** Adds the glossary that comes with the application. */
  importStarter: jobMethod(z.strictObject({}), importReportSchema),
  export: jobMethod(
    z.strictObject({ filter: termFilterSchema, as: z.enum(['tbx', 'csv']), to: grantSchema }),
    z.strictObject({ bytes: z.int(), concepts: z.int() }),
  ),
};
