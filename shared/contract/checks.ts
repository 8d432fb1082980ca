import { z } from 'zod';
import { grantSchema } from './imports.ts';
import { jobMethod, method } from './method.ts';
import { idSchema } from './unit.ts';

/** A finding somebody decided to leave; it ends when the unit's original or text changes. */
export const ignoredFindingSchema = z.strictObject({
  unit: idSchema,
  /** Identity of the finding: its code and the params that matter (`findingKey` of shared/checks). */
  finding: z.string().max(1000),
  /** Names the two texts it was ignored for (`textsKey` of shared/checks). */
  texts: z.string().max(200),
  reason: z.string(),
  author: z.string(),
  /** ISO 8601, UTC. */
  at: z.string(),
});
export type IgnoredFinding = z.infer<typeof ignoredFindingSchema>;

/** What a toolkit's people want checked. */
export const checkSettingsSchema = z.strictObject({
  /** Names of checks that do not run. */
  off: z.array(z.string()).readonly(),
  /** Which quotation marks the toolkit uses; `any`: not checked. */
  quotes: z.enum(['any', 'angular', 'curly', 'straight']),
});
export type ToolkitCheckSettings = z.infer<typeof checkSettingsSchema>;

export const checks = {
  /** What the renderer needs to check a document by itself: the toolkit's settings and what was ignored. */
  ofDocument: method(
    z.strictObject({ document: idSchema }),
    z.strictObject({ settings: checkSettingsSchema, ignored: z.array(ignoredFindingSchema).readonly() }),
  ),
  ignore: method(
    z.strictObject({
      unit: idSchema,
      finding: z.string().max(1000),
      texts: z.string().max(200),
      reason: z.string().trim().min(1).max(1000),
    }),
    z.strictObject({ ignored: ignoredFindingSchema }),
  ),
  unignore: method(z.strictObject({ unit: idSchema, finding: z.string().max(1000) }), z.strictObject({})),
  settings: method(
    z.strictObject({ toolkit: idSchema, set: checkSettingsSchema.exactOptional() }),
    z.strictObject({ settings: checkSettingsSchema }),
  ),
  /** Writes every open finding of documents as a page or a table, with what was ignored and why. */
  report: jobMethod(
    z.strictObject({ documents: z.array(idSchema).min(1).readonly(), as: z.enum(['html', 'csv']), to: grantSchema }),
    z.strictObject({ bytes: z.int(), findings: z.int() }),
  ),
};
