import { z } from 'zod';
import { jobSchema } from './jobs.ts';
import { idSchema, unitChangeSchema } from './unit.ts';

/** What the engine announces without being asked. */
export const events = {
  job: jobSchema,
  libraryChanged: z.strictObject({}),
  /** Somewhere in the glossary. */
  termsChanged: z.strictObject({}),
  /** Memories or their entries. */
  memoryChanged: z.strictObject({}),
  /** The memory was damaged: it was put aside as `file` and begun anew. `imported`: memories that came from files, to be brought again. */
  memoryReplaced: z.strictObject({ file: z.string(), imported: z.array(z.string()).readonly() }),
  commentsChanged: z.strictObject({ document: idSchema }),
  /** `filledFrom`: the unit whose confirming gave these, its repetitions, their text. */
  unitsChanged: z.strictObject({
    document: idSchema,
    changes: z.array(unitChangeSchema).readonly(),
    filledFrom: idSchema.exactOptional(),
  }),
} as const;

export type EventName = keyof typeof events;
export type EventPayload<Name extends EventName> = z.infer<(typeof events)[Name]>;
