import { z } from 'zod';
import { contentSchema } from './content.ts';
import { grantSchema } from './imports.ts';
import { jobMethod, method } from './method.ts';
import { idSchema, modeSchema, statusSchema, unitChangeSchema } from './unit.ts';

/** What a memory is called by. */
export const memoryTitleSchema = z.strictObject({
  /** As people named it, or its file; empty: it fills itself and nobody has named it, `kind` says what it is. */
  name: z.string(),
  /** `own` fills itself from units, `received` from received translations, `imported` from files. */
  kind: z.enum(['own', 'received', 'imported']),
  /** Of the toolkit for practice: asked there and nowhere else. */
  sandbox: z.boolean(),
});
export type MemoryTitle = z.infer<typeof memoryTitleSchema>;

/** A translation memory; look-ups ask them in order, the first wins between equals. */
export const memorySummarySchema = memoryTitleSchema.extend({
  id: idSchema,
  entries: z.int(),
  /** Read-only memories are asked, never written. */
  writable: z.boolean(),
  /** Whether look-ups ask it. */
  enabled: z.boolean(),
  sourceLanguage: z.string(),
  targetLanguage: z.string(),
});
export type MemorySummary = z.infer<typeof memorySummarySchema>;

/** Where an entry comes from, as far as it is known. */
export const entryOriginSchema = z.strictObject({
  document: idSchema.nullable(),
  documentTitle: z.string(),
  unit: idSchema.nullable(),
  author: z.string(),
  /** ISO 8601, UTC; empty: unknown. */
  at: z.string(),
  municipality: z.string(),
  mode: modeSchema.nullable(),
  status: statusSchema.nullable(),
});
export type EntryOrigin = z.infer<typeof entryOriginSchema>;

export const memoryEntrySchema = z.strictObject({
  id: idSchema,
  memory: idSchema,
  source: z.string(),
  target: z.string(),
  origin: entryOriginSchema,
});
export type MemoryEntry = z.infer<typeof memoryEntrySchema>;

/** Why a match counts for less than its text alone; `points` are taken off. Sentences: `memory.penalty.<code>`. */
export const penaltySchema = z.strictObject({
  code: z.enum(['adapted', 'otherMunicipality', 'old', 'notApproved', 'memoryOrder', 'assembled']),
  points: z.int(),
});
export type Penalty = z.infer<typeof penaltySchema>;

export const matchSchema = z.strictObject({
  entry: memoryEntrySchema,
  memory: memoryTitleSchema,
  /** `context`: the same text between the same neighbours. `assembled`: put together from sentences. */
  kind: z.enum(['context', 'exact', 'fuzzy', 'assembled']),
  /** 0–100, after penalties. */
  score: z.int().min(0).max(100),
  /** 0–100, of the texts alone (docs/memory.md, "Score"). */
  textScore: z.int().min(0).max(100),
  penalties: z.array(penaltySchema).readonly(),
  /** What inserting gives: the match's target with this unit's numbers and placeholders. */
  insert: contentSchema,
});
export type Match = z.infer<typeof matchSchema>;

export const memoryCommandSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('create'),
    id: idSchema,
    name: z.string().trim().min(1).max(200),
    sourceLanguage: z.string(),
    targetLanguage: z.string(),
  }),
  z.strictObject({ type: z.literal('rename'), id: idSchema, name: z.string().trim().min(1).max(200) }),
  /** Puts it right after another; null: first. */
  z.strictObject({ type: z.literal('move'), id: idSchema, after: idSchema.nullable() }),
  z.strictObject({ type: z.literal('writable'), id: idSchema, writable: z.boolean() }),
  z.strictObject({ type: z.literal('enabled'), id: idSchema, enabled: z.boolean() }),
  z.strictObject({ type: z.literal('delete'), id: idSchema }),
]);
export type MemoryCommand = z.infer<typeof memoryCommandSchema>;

/** The unit whose source is the same as another's. */
export const repetitionSchema = z.strictObject({
  unit: idSchema,
  document: idSchema,
  documentTitle: z.string(),
  content: contentSchema,
  mode: modeSchema,
  status: statusSchema,
});
export type Repetition = z.infer<typeof repetitionSchema>;

export const matchBandSchema = z.enum(['context', '100', '95-99', '85-94', '75-84', '50-74', 'new']);
export type MatchBand = z.infer<typeof matchBandSchema>;

export const memory = {
  list: method(z.strictObject({}), z.strictObject({ memories: z.array(memorySummarySchema).readonly() })),
  apply: method(z.strictObject({ command: memoryCommandSchema }), z.strictObject({})),
  /** Of a unit's original, the best first, at most 9: one for each number key. */
  matches: method(z.strictObject({ unit: idSchema }), z.strictObject({ matches: z.array(matchSchema).readonly() })),
  /** Of any text; what the command line asks. */
  lookup: method(
    z.strictObject({
      text: z.string().max(20_000),
      sourceLanguage: z.string(),
      targetLanguage: z.string(),
      count: z.int().min(1).max(100),
      /** Lowest score wanted. */
      least: z.int().min(0).max(100),
    }),
    z.strictObject({ matches: z.array(matchSchema).readonly() }),
  ),
  /** Every place where something was said: each word of the query, whatever its accents and endings. */
  concordance: method(
    z.strictObject({
      query: z.string().trim().min(1).max(300),
      /** Where it is asked; left out: in no toolkit, and what was practised with is not found. */
      document: idSchema.exactOptional(),
      /** The field that asks: its next question ends this one with `cancelled`. */
      asker: idSchema.exactOptional(),
      side: z.enum(['source', 'target', 'both']),
      from: z.int().min(0),
      count: z.int().min(1).max(200),
    }),
    z.strictObject({
      more: z.boolean(),
      hits: z
        .array(
          z.strictObject({
            entry: memoryEntrySchema,
            memory: memoryTitleSchema,
            /** Stretches of the texts that the query found; UTF-16 offsets. */
            sourceRanges: z.array(z.tuple([z.int(), z.int()])).readonly(),
            targetRanges: z.array(z.tuple([z.int(), z.int()])).readonly(),
          }),
        )
        .readonly(),
    }),
  ),
  /** Of one memory, the newest first; `filter`: words in source or target. */
  entries: method(
    z.strictObject({
      memory: idSchema,
      filter: z.string().max(300),
      from: z.int().min(0),
      count: z.int().min(1).max(200),
    }),
    z.strictObject({ total: z.int(), entries: z.array(memoryEntrySchema).readonly() }),
  ),
  editEntry: method(
    z.strictObject({ id: idSchema, source: z.string().min(1).max(20_000), target: z.string().max(20_000) }),
    z.strictObject({ before: memoryEntrySchema }),
  ),
  /** `undo` brings them back. */
  deleteEntries: method(
    z.strictObject({ ids: z.array(idSchema).min(1).max(1000).readonly() }),
    z.strictObject({ undo: z.array(memoryEntrySchema).readonly() }),
  ),
  restoreEntries: method(
    z.strictObject({ entries: z.array(memoryEntrySchema).max(1000).readonly() }),
    z.strictObject({}),
  ),
  /** Leaves one entry of those with the same source and target, the newest approved. */
  deduplicate: jobMethod(z.strictObject({ memory: idSchema }), z.strictObject({ removed: z.int() })),
  /** TMX, bilingual XLIFF, CSV or TSV into a memory, or into a new one named after the file. */
  import: jobMethod(
    z.strictObject({
      file: grantSchema,
      memory: idSchema.nullable(),
      sourceLanguage: z.string(),
      targetLanguage: z.string(),
    }),
    z.strictObject({ memory: idSchema, added: z.int(), updated: z.int(), skipped: z.int() }),
  ),
  export: jobMethod(
    z.strictObject({ memory: idSchema, to: grantSchema }),
    z.strictObject({ bytes: z.int(), entries: z.int() }),
  ),
  /** Other units of the toolkit with the same original. */
  repetitions: method(
    z.strictObject({ unit: idSchema }),
    z.strictObject({ places: z.array(repetitionSchema).readonly() }),
  ),
  /** What happens to repetitions when a unit is confirmed: only offered, or filled at once. Per toolkit. */
  policy: method(
    z.strictObject({ toolkit: idSchema, set: z.enum(['offer', 'fill']).exactOptional() }),
    z.strictObject({ repetitions: z.enum(['offer', 'fill']) }),
  ),
  /** Gives the repetitions of a unit its text; never those adapted, reviewed or approved. Announced by `unitsChanged`. */
  fillRepetitions: method(
    z.strictObject({ unit: idSchema }),
    z.strictObject({ changes: z.array(unitChangeSchema).readonly() }),
  ),
  /** Fills units that have no text yet with drafts from memory and glossary; one step to undo. */
  pretranslate: jobMethod(
    z.strictObject({
      document: idSchema,
      /** Lowest score taken. */
      least: z.int().min(50).max(100),
      /** Whether units put together from sentences are taken. */
      assembled: z.boolean(),
    }),
    z.strictObject({
      changes: z.array(unitChangeSchema).readonly(),
      /** Units by band of the match taken; `new`: none found. */
      byBand: z.record(matchBandSchema, z.int()),
      words: z.int(),
    }),
  ),
};
