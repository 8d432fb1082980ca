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
import { isText, writable } from '#shared/model/content.ts';
import { AdaptaError } from '#shared/model/errors.ts';

const why = {
  reason: reasonSchema.optional(),
  reference: z.string().max(1000).optional(),
  note: z.string().max(4000).optional(),
};
const text = { target: z.string().optional(), content: contentSchema.optional() };

/** By the key that says what a line does. */
const SCHEMAS = {
  id: z.strictObject({
    id: idSchema,
    ...text,
    status: statusSchema.optional(),
    mode: modeSchema.optional(),
    audience: audienceSchema.optional(),
    ...why,
  }),
  insertAfter: z.strictObject({
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
  split: z.strictObject({ split: idSchema, at: z.int().min(0), as: idSchema.optional() }),
  merge: z.strictObject({ merge: z.tuple([idSchema, idSchema]) }),
  move: z.strictObject({ move: idSchema, after: idSchema.nullable() }),
} as const;
type Schemas = typeof SCHEMAS;
export type ChangeEdit = z.infer<Schemas['id']>;
export type InsertEdit = z.infer<Schemas['insertAfter']>;
export type Edit = z.infer<Schemas[keyof Schemas]>;

/**
 * Reads one line of an edits file (docs/command-line.md). Throws badRequest, with the key that is wrong, and for a text
 * that is given twice, not at all where one is new, or with characters no file can hold: they would go without a word.
 */
export function readEdit(json: string): Edit {
  const value = parsed(json);
  const keys = typeof value === 'object' && value !== null ? Object.keys(value) : [];
  const what = (Object.keys(SCHEMAS) as (keyof Schemas)[]).find((key) => keys.includes(key));
  if (what === undefined) throw new AdaptaError('badRequest', { reason: Object.keys(SCHEMAS).join(' | ') });
  const edit = SCHEMAS[what].safeParse(value);
  if (!edit.success) {
    const [issue] = edit.error.issues;
    throw new AdaptaError('badRequest', { at: issue?.path.join('.') ?? '', reason: issue?.message ?? '' });
  }
  if (what === 'id' || what === 'insertAfter') checkText(edit.data as ChangeEdit | InsertEdit);
  return edit.data;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (cause) {
    throw new AdaptaError('badRequest', { reason: 'json' }, { cause });
  }
}

function checkText(edit: ChangeEdit | InsertEdit): void {
  const { target, content } = edit;
  if (target !== undefined && content !== undefined) throw new AdaptaError('badRequest', { reason: 'target, content' });
  if ('insertAfter' in edit && target === undefined && content === undefined) {
    throw new AdaptaError('badRequest', { at: 'target', reason: 'missing' });
  }
  for (const words of [
    target,
    edit.note,
    edit.reference,
    ...(content ?? []).map((run) => (isText(run) ? run.text : '')),
  ]) {
    if (words !== undefined && writable(words) !== words) throw new AdaptaError('badRequest', { reason: 'characters' });
  }
}
