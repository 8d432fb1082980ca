import { z } from 'zod';
import { contentSchema } from './content.ts';
import { grantSchema } from './imports.ts';
import { jobMethod, method } from './method.ts';
import { idSchema, statusSchema, unitChangeSchema } from './unit.ts';

/** Files in which a document goes out to people with other programs: XLIFF for translators, a table for reviewers. */
export const exchangeFormatSchema = z.enum(['xliff21', 'xliff12', 'review']);
export type ExchangeFormatId = z.infer<typeof exchangeFormatSchema>;

/** What a returned file would do to one unit. */
export const returnedChangeSchema = z.strictObject({
  unit: idSchema,
  /** `conflict`: changed here too since the file went out. */
  kind: z.enum(['change', 'conflict']),
  source: contentSchema,
  /** As it is here. */
  before: contentSchema,
  /** As it came back; the same as `before` when only the status did change. */
  after: contentSchema,
  status: statusSchema.exactOptional(),
});
export type ReturnedChange = z.infer<typeof returnedChangeSchema>;

export const exchange = {
  out: jobMethod(
    z.strictObject({ document: idSchema, as: exchangeFormatSchema, to: grantSchema }),
    z.strictObject({ bytes: z.int(), sha256: z.string(), units: z.int() }),
  ),
  /** Reads a file that came back and says what it would change; changes nothing. Throws notReturned. */
  read: jobMethod(
    z.strictObject({ file: grantSchema }),
    z.strictObject({
      plan: idSchema,
      document: idSchema,
      title: z.string(),
      changes: z.array(returnedChangeSchema).readonly(),
      /** Comments that are new. */
      comments: z.int(),
      unchanged: z.int(),
      /** Units of the document that did not come back. */
      missing: z.int(),
      /** Units of the file that the document no longer has. */
      unknown: z.int(),
    }),
  ),
  /** Takes over the changes of the units named, and every new comment, all or nothing. */
  take: method(
    z.strictObject({ plan: idSchema, units: z.array(idSchema).readonly() }),
    z.strictObject({ changes: z.array(unitChangeSchema).readonly(), comments: z.int() }),
  ),
};
