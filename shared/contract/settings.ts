import { z } from 'zod';
import { method } from './method.ts';

export const interfaceLanguageSchema = z.enum(['es', 'en']);
export type InterfaceLanguage = z.infer<typeof interfaceLanguageSchema>;

/** Who works here; asked once, written into every revision. */
export const profileSchema = z.strictObject({
  name: z.string().trim().min(1).max(200),
  role: z.enum(['translator', 'trainer', 'reviewer', 'organiser', 'other']),
  municipality: z.string().trim().max(200),
});
export type Profile = z.infer<typeof profileSchema>;

export const settingsSchema = z.strictObject({
  language: interfaceLanguageSchema,
  profile: profileSchema.nullable(),
  /** What the interface remembers (open document, panel widths): the renderer's own, opaque to the engine. */
  view: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
});
export type Settings = z.infer<typeof settingsSchema>;

export const settings = {
  read: method(z.strictObject({}), settingsSchema),
  write: method(
    z.strictObject({
      language: interfaceLanguageSchema.exactOptional(),
      profile: profileSchema.exactOptional(),
      view: settingsSchema.shape.view.exactOptional(),
    }),
    settingsSchema,
  ),
};

export const app = {
  info: method(
    z.strictObject({}),
    z.strictObject({
      version: z.string(),
      contract: z.int(),
      workspace: z.string(),
      readOnly: z.boolean(),
    }),
  ),
};
