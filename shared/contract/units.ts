import { z } from 'zod';
import { method } from './method.ts';
import { blockViewSchema, commandSchema, idSchema, unitChangeSchema, unitRecordSchema } from './unit.ts';

/** A revision of one unit: what it was, what it became, who and when. */
export const revisionSchema = z.strictObject({
  id: idSchema,
  unit: idSchema,
  parents: z.array(idSchema).readonly(),
  author: z.string(),
  at: z.string(),
  before: unitRecordSchema.nullable(),
  after: unitRecordSchema.nullable(),
});
export type Revision = z.infer<typeof revisionSchema>;

/** Features of the editor: open, change, history. */
export const units = {
  /**
   * A page of a document's units in reading order with the blocks they link to. Pages let the first screen show before
   * the rest is read. `total` counts all units.
   */
  page: method(
    z.strictObject({ document: idSchema, from: z.int().min(0), count: z.int().min(1).max(30_000) }),
    z.strictObject({
      total: z.int(),
      units: z.array(unitRecordSchema).readonly(),
      blocks: z.array(blockViewSchema).readonly(),
    }),
  ),
  /**
   * Applies commands in order, all or nothing, each with its revision. Answers only after the commit is durable
   * (trust.md, 1). Every change is also announced by the event `unitsChanged`.
   */
  apply: method(
    z.strictObject({ document: idSchema, commands: z.array(commandSchema).min(1).max(1_000_000).readonly() }),
    z.strictObject({ changes: z.array(unitChangeSchema).readonly() }),
  ),
  history: method(
    z.strictObject({ unit: idSchema }),
    z.strictObject({ revisions: z.array(revisionSchema).readonly() }),
  ),
};
