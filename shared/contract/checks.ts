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

/** A finding as shared/checks gives it (`Finding`); its sentence is in the locales (`editor.findings.code.*`). */
export const findingSchema = z.strictObject({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  severity: z.enum(['error', 'warning', 'info']),
  range: z.strictObject({ from: z.int(), to: z.int() }).exactOptional(),
  fix: z
    .array(z.strictObject({ from: z.int(), to: z.int(), text: z.string() }))
    .readonly()
    .exactOptional(),
});

/** A unit somebody should look at. */
export const unitFindingsSchema = z.strictObject({
  unit: idSchema,
  document: idSchema,
  /** In plain text (`toPlainText`). */
  source: z.string(),
  target: z.string(),
  findings: z.array(findingSchema).readonly(),
  /** Found as well, and left as they are by somebody. */
  ignored: z.array(z.strictObject({ finding: findingSchema, reason: z.string(), author: z.string() })).readonly(),
});
export type UnitFindings = z.infer<typeof unitFindingsSchema>;

/** How many there are of each severity; what is ignored is in none. */
export const findingCountsSchema = z.strictObject({
  errors: z.int(),
  warnings: z.int(),
  hints: z.int(),
  ignored: z.int(),
});
export type FindingCounts = z.infer<typeof findingCountsSchema>;

export const checks = {
  /** Everything found in documents, in reading order: compared with their whole toolkits, by the glossary as it is. */
  find: jobMethod(
    z.strictObject({ documents: z.array(idSchema).min(1).max(500).readonly() }),
    z.strictObject({ units: z.array(unitFindingsSchema).readonly(), counts: findingCountsSchema }),
  ),
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
    z.strictObject({
      documents: z.array(idSchema).min(1).max(500).readonly(),
      as: z.enum(['html', 'csv']),
      to: grantSchema,
      /** Of its sentences; the interface's own when absent. */
      language: z.enum(['es', 'en']).exactOptional(),
    }),
    /** Errors and warnings; hints are in the report, and counted nowhere. */
    z.strictObject({ bytes: z.int(), findings: z.int() }),
  ),
};
