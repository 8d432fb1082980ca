import { z } from 'zod';
import { PARTS_OF_SPEECH, TERM_STATUSES, type Concept, type Term, type TermStatus } from '../model/concept.ts';
import { grantSchema } from './imports.ts';
import { jobMethod, method } from './method.ts';
import { idSchema } from './unit.ts';

export type { Concept, Term, TermStatus };

export const termStatusSchema = z.enum(TERM_STATUSES);

export const termSchema: z.ZodType<Term> = z.strictObject({
  id: idSchema,
  /** BCP 47. */
  language: z.string().min(1).max(40),
  text: z.string().trim().min(1).max(300),
  status: termStatusSchema,
  partOfSpeech: z.enum(PARTS_OF_SPEECH).exactOptional(),
  /** Where it is said so; empty: everywhere. */
  municipality: z.string().max(200),
  note: z.string().max(4000),
});

/** A concept with its terms in every language: one entry of the glossary. */
const conceptShape = z.strictObject({
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
export const conceptSchema: z.ZodType<Concept> = conceptShape;

/** What people write of a concept; who and when is added. */
export const conceptGivenSchema = conceptShape
  .omit({ author: true, at: true })
  .extend({ terms: z.array(termSchema).min(1).max(200).readonly() });
export type ConceptGiven = z.infer<typeof conceptGivenSchema>;

/** A term found in a text; positions count one per character and per placeholder. */
export const recognisedTermSchema = z.strictObject({
  concept: idSchema,
  term: idSchema,
  from: z.int().min(0),
  to: z.int().min(0),
  /** As it holds here: where a municipality prefers its own term, the general one is admitted. */
  status: termStatusSchema,
  /** The text leaves out an accent the term has. */
  unaccented: z.boolean(),
});
export type RecognisedTerm = z.infer<typeof recognisedTermSchema>;

export const termFilterSchema = z.strictObject({
  /** In any term, definition or note, whatever the accents. */
  text: z.string().max(300).exactOptional(),
  domain: z.string().max(200).exactOptional(),
  status: termStatusSchema.exactOptional(),
  /** Those with a term in it, in any of its varieties. */
  language: z.string().max(40).exactOptional(),
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
  /** Writes a whole concept, new or changed; `before` is what it was (null: new), to undo by `restore` or `remove`. */
  write: method(
    z.strictObject({ concept: conceptGivenSchema }),
    z.strictObject({ concept: conceptSchema, before: conceptSchema.nullable() }),
  ),
  /**
   * Notes a pair of terms seen in a document as proposed: in the concept that has the source term already, else in a new
   * one. Answers as `write` does; nothing changes where the concept has the target term too.
   */
  propose: method(
    z.strictObject({
      document: idSchema,
      source: z.string().trim().min(1).max(300),
      target: z.string().trim().min(1).max(300),
    }),
    z.strictObject({ concept: conceptSchema, before: conceptSchema.nullable() }),
  ),
  /** The terms in both texts of a unit. */
  ofUnit: method(
    z.strictObject({ unit: idSchema }),
    z.strictObject({
      source: z.array(recognisedTermSchema).readonly(),
      target: z.array(recognisedTermSchema).readonly(),
    }),
  ),
  /** The terms in any text of a language, among those that hold for every toolkit, or in one. */
  find: method(
    z.strictObject({
      text: z.string().max(100_000),
      language: z.string().min(1).max(40),
      toolkit: idSchema.nullable(),
    }),
    z.strictObject({
      found: z.array(recognisedTermSchema).readonly(),
      /** Those the found terms belong to. */
      concepts: z.array(conceptSchema).readonly(),
    }),
  ),
  remove: method(
    z.strictObject({ concepts: z.array(idSchema).min(1).readonly() }),
    z.strictObject({ removed: z.array(conceptSchema).readonly() }),
  ),
  /** Sets concepts back to what `before` or `removed` told, their author and time with them: undo. */
  restore: method(z.strictObject({ concepts: z.array(conceptSchema).min(1).readonly() }), z.strictObject({})),
  /** Takes in a TBX, CSV or TSV file. Adds to concepts that share a term in both languages. */
  import: jobMethod(z.strictObject({ file: grantSchema, toolkit: idSchema.nullable() }), importReportSchema),
  /** Adds the glossary that comes with the application. */
  importStarter: jobMethod(z.strictObject({}), importReportSchema),
  export: jobMethod(
    z.strictObject({ filter: termFilterSchema, as: z.enum(['tbx', 'csv']), to: grantSchema }),
    z.strictObject({ bytes: z.int(), concepts: z.int() }),
  ),
};
