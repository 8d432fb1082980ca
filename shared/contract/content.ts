import { z } from 'zod';
import type { Content, Run } from '../model/content.ts';

export const markSchema = z.enum(['bold', 'italic', 'underline', 'strike', 'superscript', 'subscript']);

export const placeholderKindSchema = z.enum([
  'image',
  'field',
  'noteRef',
  'break',
  'tab',
  'open',
  'close',
  'textBox',
  'equation',
  'symbol',
  'object',
  'comment',
  'bookmark',
  'value',
]);

const textRunSchema = z.strictObject({
  text: z.string(),
  marks: z.array(markSchema).readonly(),
  link: z.string().exactOptional(),
  format: z.string().exactOptional(),
});

const placeholderRunSchema = z.strictObject({
  placeholder: z.int(),
  kind: placeholderKindSchema,
  label: z.string(),
  link: z.string().exactOptional(),
});

export const runSchema: z.ZodType<Run> = z.union([textRunSchema, placeholderRunSchema]);
export const contentSchema: z.ZodType<Content> = z.array(runSchema).readonly();
