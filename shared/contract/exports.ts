import { z } from 'zod';
import { grantSchema } from './imports.ts';
import { jobMethod, method } from './method.ts';
import { idSchema } from './unit.ts';

export const bundleProfileSchema = z.enum(['facilitator', 'participants']);
export type BundleProfile = z.infer<typeof bundleProfileSchema>;

/** Something people should know of an export; codes have sentences in the locales (`exportFindings.<code>`). */
export const exportFindingSchema = z.strictObject({
  code: z.enum([
    'placeholderLost',
    'formatLost',
    'linkLost',
    'styleMissing',
    'containerMissing',
    'omitKept',
    'embeddedLeftOut',
    'boxOverflow',
    'chartWorkbookKept',
    'signatureDropped',
    'untranslatedLeft',
    'notApproved',
    'openFindings',
    'leftOutByProfile',
    'missingReasons',
    'duplicateTitle',
    'nameChanged',
    'noPermission',
    'noPdf',
    'referenceOnly',
  ]),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type ExportFinding = z.infer<typeof exportFindingSchema>;

const bundleRequest = {
  documents: z.array(idSchema).min(1).max(500).readonly(),
  profile: bundleProfileSchema,
  title: z.string().trim().min(1).max(300),
  /** ISO 8601 calendar date of the workshop. */
  date: z.iso.date(),
  place: z.string().max(300).exactOptional(),
  language: z.enum(['es', 'en']).exactOptional(),
};

export const bundleFileSchema = z.strictObject({ name: z.string(), bytes: z.int(), sha256: z.string() });

export const exports = {
  /** `file`: in the format the document came in. */
  document: jobMethod(
    z.strictObject({ document: idSchema, as: z.enum(['file', 'pdf']), to: grantSchema }),
    z.strictObject({ bytes: z.int(), sha256: z.string(), findings: z.array(exportFindingSchema).readonly() }),
  ),
  /** What a bundle would hold, with sizes estimated from the files at hand and warnings; writes nothing. */
  previewBundle: method(
    z.strictObject(bundleRequest),
    z.strictObject({
      files: z.array(z.strictObject({ name: z.string(), bytes: z.int() })).readonly(),
      findings: z.array(exportFindingSchema).readonly(),
    }),
  ),
  /** Writes the bundle and reads it back before it is under its final name. */
  bundle: jobMethod(
    z.strictObject({ ...bundleRequest, to: grantSchema }),
    z.strictObject({
      files: z.array(bundleFileSchema).readonly(),
      bytes: z.int(),
      findings: z.array(exportFindingSchema).readonly(),
    }),
  ),
  verifyBundle: jobMethod(
    z.strictObject({ file: grantSchema }),
    z.strictObject({
      ok: z.boolean(),
      title: z.string().nullable(),
      files: z.int(),
      problems: z
        .array(z.strictObject({ code: z.enum(['changed', 'missing', 'extra', 'badManifest']), file: z.string() }))
        .readonly(),
    }),
  ),
};
