import { AdaptaError } from '#shared/model/errors.ts';
import type { Job } from '#shared/contract/jobs.ts';
import type { WireError } from '#shared/contract/wire.ts';

const KINDS = [
  'importsPlan',
  'importsCommit',
  'exportsDocument',
  'exportsBundle',
  'exportsVerifyBundle',
  'exchangeOut',
  'exchangeRead',
  'importsSlides',
  'importsSlidePictures',
  'segmentationImport',
  'backupsRestore',
  'memoryImport',
  'memoryExport',
  'memoryDeduplicate',
  'memoryPretranslate',
] as const;
export type JobKind = (typeof KINDS)[number] | 'other';

/** The locale key of a job's method name: `imports.plan` → `importsPlan`. */
export function jobKind(job: Pick<Job, 'kind'>): JobKind {
  const key = job.kind.replaceAll(/\.([a-z])/gu, (_match, letter: string) => letter.toUpperCase());
  return KINDS.find((kind) => kind === key) ?? 'other';
}

export function asJobError(error: WireError): AdaptaError {
  return new AdaptaError(error.code, error.params);
}

const STEPS = [
  'readSource',
  'readReceived',
  'align',
  'backup',
  'store',
  'document',
  'pdf',
  'pack',
  'write',
  'verify',
  'restore',
  'readMemory',
  'deduplicate',
  'pretranslate',
] as const;
export type JobStep = (typeof STEPS)[number];

/** The step a job names, when there are words for it. */
export function jobStep(step: string | null): JobStep | null {
  return STEPS.find((known) => known === step) ?? null;
}
