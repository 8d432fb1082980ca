import { z } from 'zod';
import { contentSchema } from '#shared/contract/content.ts';
import {
  audienceSchema,
  idSchema,
  modeSchema,
  reasonSchema,
  statusSchema,
  unitKindSchema,
} from '#shared/contract/unit.ts';

const why = {
  reason: reasonSchema.optional(),
  reference: z.string().max(1000).optional(),
  note: z.string().max(4000).optional(),
};
const text = { target: z.string().optional(), content: contentSchema.optional() };
const place = z.strictObject({ split: idSchema, at: z.int().min(0), as: idSchema.optional() });

/** One line of an edits file; see docs/command-line.md. */
export const editSchema = z.union([
  z.strictObject({
    id: idSchema,
    ...text,
    status: statusSchema.optional(),
    mode: modeSchema.optional(),
    audience: audienceSchema.optional(),
    ...why,
  }),
  z.strictObject({
    insertAfter: idSchema.nullable(),
    kind: unitKindSchema,
    level: z.int().min(1).max(9).optional(),
    container: z.string().optional(),
    ...text,
    status: statusSchema.optional(),
    audience: audienceSchema.optional(),
    ...why,
    as: idSchema.optional(),
  }),
  place,
  z.strictObject({ merge: z.tuple([idSchema, idSchema]) }),
  z.strictObject({ move: idSchema, after: idSchema.nullable() }),
]);
export type Edit = z.infer<typeof editSchema>;
export type ChangeEdit = Extract<Edit, { id: string }>;
export type InsertEdit = Extract<Edit, { insertAfter: string | null }>;
