import { z } from 'zod';
import { method } from './method.ts';
import { idSchema } from './unit.ts';

/** What somebody wrote about a unit, beside its text. */
export const unitCommentSchema = z.strictObject({
  id: idSchema,
  unit: idSchema,
  author: z.string(),
  /** ISO 8601, UTC. */
  at: z.string(),
  text: z.string(),
});
export type UnitComment = z.infer<typeof unitCommentSchema>;

/** Comments on units. Those a file brought along belong to its blocks (`blockViewSchema`) and never change. */
export const comments = {
  /** The oldest first. */
  ofDocument: method(
    z.strictObject({ document: idSchema }),
    z.strictObject({ comments: z.array(unitCommentSchema).readonly() }),
  ),
  /** Signed with the profile's name. Announced by `commentsChanged`, like removing. */
  add: method(
    z.strictObject({ unit: idSchema, text: z.string().trim().min(1).max(10_000) }),
    z.strictObject({ comment: unitCommentSchema }),
  ),
  remove: method(z.strictObject({ comment: idSchema }), z.strictObject({})),
};
