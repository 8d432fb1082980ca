import { z } from 'zod';
import type { BlockComment } from '../model/comment.ts';
import type { Command, ReasonGiven } from '../model/commands.ts';
import { AUDIENCES, MODES, REASONS, STATUSES, UNIT_KINDS, type UnitRecord } from '../model/unit.ts';
import { contentSchema } from './content.ts';

export const idSchema = z.string().min(1).max(200);
export const unitKindSchema = z.enum(UNIT_KINDS);
export const modeSchema = z.enum(MODES);
export const statusSchema = z.enum(STATUSES);
export const audienceSchema = z.enum(AUDIENCES);
export const reasonSchema = z.enum(REASONS);
const levelSchema = z.int().min(1).max(9);

export const reasonGivenSchema: z.ZodType<ReasonGiven> = z.strictObject({
  reason: reasonSchema,
  note: z.string().max(4000).exactOptional(),
  reference: z.string().max(1000).exactOptional(),
});

export const adaptationSchema = z.strictObject({
  reason: reasonSchema,
  note: z.string().exactOptional(),
  reference: z.string().exactOptional(),
  author: z.string(),
  at: z.string(),
});

export const unitRecordSchema: z.ZodType<UnitRecord> = z.strictObject({
  id: idSchema,
  document: idSchema,
  kind: unitKindSchema,
  level: levelSchema.exactOptional(),
  placement: z.strictObject({ container: z.string(), position: z.string() }),
  source: z.array(idSchema).readonly(),
  received: z.array(idSchema).readonly(),
  content: contentSchema,
  mode: modeSchema,
  status: statusSchema,
  audience: audienceSchema,
  adaptation: adaptationSchema.nullable(),
  stale: z.boolean(),
});

export const commandSchema: z.ZodType<Command> = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('edit'), unit: idSchema, content: contentSchema }),
  z.strictObject({ type: z.literal('status'), unit: idSchema, status: statusSchema }),
  z.strictObject({ type: z.literal('mode'), unit: idSchema, mode: modeSchema, why: reasonGivenSchema.exactOptional() }),
  z.strictObject({ type: z.literal('audience'), unit: idSchema, audience: audienceSchema }),
  z.strictObject({
    type: z.literal('insert'),
    unit: idSchema,
    after: idSchema.nullable(),
    container: z.string().exactOptional(),
    kind: unitKindSchema,
    level: levelSchema.exactOptional(),
    content: contentSchema,
    why: reasonGivenSchema.exactOptional(),
  }),
  z.strictObject({ type: z.literal('remove'), unit: idSchema }),
  z.strictObject({ type: z.literal('split'), unit: idSchema, at: z.int().min(0), into: idSchema }),
  z.strictObject({ type: z.literal('merge'), unit: idSchema, with: idSchema }),
  z.strictObject({ type: z.literal('move'), unit: idSchema, after: idSchema.nullable() }),
  z.strictObject({
    type: z.literal('link'),
    unit: idSchema,
    source: z.array(idSchema).readonly(),
    received: z.array(idSchema).readonly(),
  }),
  z.strictObject({
    type: z.literal('restore'),
    records: z.array(z.strictObject({ unit: idSchema, record: unitRecordSchema.nullable() })).readonly(),
  }),
]);

export const unitChangeSchema = z.strictObject({
  unit: idSchema,
  before: unitRecordSchema.nullable(),
  after: unitRecordSchema.nullable(),
});

const blockCommentSchema: z.ZodType<BlockComment> = z.strictObject({
  author: z.string(),
  at: z.string().exactOptional(),
  text: z.string(),
});

/** A block as the editor shows it: the original or the received translation, immutable. */
export const blockViewSchema = z.strictObject({
  id: idSchema,
  side: z.enum(['source', 'received']),
  kind: unitKindSchema,
  level: levelSchema.exactOptional(),
  /** List number or bullet as printed. */
  label: z.string().exactOptional(),
  container: z.string(),
  content: contentSchema,
  comments: z.array(blockCommentSchema).readonly().exactOptional(),
});
export type BlockView = z.infer<typeof blockViewSchema>;
