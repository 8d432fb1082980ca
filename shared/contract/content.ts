import { z } from 'zod';
import { MARKS, PLACEHOLDER_KINDS, type Content, type Run } from '../model/content.ts';

export const markSchema = z.enum(MARKS);

export const placeholderKindSchema = z.enum(PLACEHOLDER_KINDS);

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
