import { z } from 'zod';
import { jobMethod, method } from './method.ts';

export const backupReasonSchema = z.enum(['migrate', 'import', 'reset', 'scheduled', 'restore']);
export type BackupReason = z.infer<typeof backupReasonSchema>;

const backupIdSchema = z.string().regex(/^[1-9]\d{0,14}$/u);

export const backupSchema = z.strictObject({
  /** Its number: a later backup has a higher one, whatever the dates say. */
  id: backupIdSchema,
  reason: backupReasonSchema,
  /** ISO 8601 UTC, by the clock of then. */
  at: z.iso.datetime(),
  bytes: z.int(),
});
export type Backup = z.infer<typeof backupSchema>;

export const backups = {
  /** The newest first. */
  list: method(z.strictObject({}), z.strictObject({ backups: z.array(backupSchema).readonly() })),
  /** Goes back to a backup; `saved` is the one made of the state until now, to return to. */
  restore: jobMethod(z.strictObject({ id: backupIdSchema }), z.strictObject({ saved: backupSchema })),
};
