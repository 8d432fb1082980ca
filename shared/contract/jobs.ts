import { z } from 'zod';
import { method } from './method.ts';
import { errorSchema } from './wire.ts';
import { idSchema } from './unit.ts';

/** A piece of long work, running or finished. `kind` is the method's name (`imports.plan`). */
export const jobSchema = z.strictObject({
  id: idSchema,
  kind: z.string(),
  /** What it works on, as people call it (a file's name, a title). */
  subject: z.string(),
  state: z.enum(['running', 'done', 'failed', 'cancelled']),
  /** 0–1; null when unknown. */
  progress: z.number().min(0).max(1).nullable(),
  /** What it is doing now; a code with a sentence in the locales (`jobSteps.<step>`). */
  step: z.string().nullable(),
  /** Things done and to do, when they can be counted. */
  done: z.int().nullable(),
  total: z.int().nullable(),
  error: errorSchema.nullable(),
});
export type Job = z.infer<typeof jobSchema>;

export const jobs = {
  list: method(z.strictObject({}), z.strictObject({ jobs: z.array(jobSchema).readonly() })),
  cancel: method(z.strictObject({ job: idSchema }), z.strictObject({})),
};
