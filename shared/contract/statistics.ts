import { z } from 'zod';
import { grantSchema } from './imports.ts';
import { matchBandSchema } from './memory.ts';
import { jobMethod } from './method.ts';
import { idSchema } from './unit.ts';

/** What is counted: a document, a module with its documents, or a whole toolkit. */
export const scopeSchema = z.strictObject({ of: z.enum(['toolkit', 'module', 'document']), id: idSchema });
export type Scope = z.infer<typeof scopeSchema>;

const amountSchema = z.strictObject({ units: z.int(), segments: z.int(), words: z.int(), characters: z.int() });

export const scopeCountsSchema = z.strictObject({
  scope: scopeSchema,
  title: z.string(),
  total: amountSchema,
  /** Segments that occurred before in the same scope; they are in no band. */
  repetitions: amountSchema,
  /** Of the originals against the memories, each segment once. */
  bands: z.record(matchBandSchema, amountSchema),
});
export type ScopeCounts = z.infer<typeof scopeCountsSchema>;

/** Words at or above each status at the end of a day on which something changed. */
export const progressDaySchema = z.strictObject({
  /** YYYY-MM-DD, in the time zone given. */
  day: z.string(),
  translated: z.int(),
  reviewed: z.int(),
  approved: z.int(),
});
export type ProgressDay = z.infer<typeof progressDaySchema>;

export const statistics = {
  /** The scope itself and, below it, each module and document. */
  analyse: jobMethod(
    z.strictObject({ scope: scopeSchema }),
    z.strictObject({ rows: z.array(scopeCountsSchema).readonly() }),
  ),
  progress: jobMethod(
    z.strictObject({ scope: scopeSchema, timeZone: z.string() }),
    z.strictObject({ words: z.int(), days: z.array(progressDaySchema).readonly() }),
  ),
  /** The rows of `analyse` as CSV. */
  export: jobMethod(z.strictObject({ scope: scopeSchema, to: grantSchema }), z.strictObject({ bytes: z.int() })),
};
