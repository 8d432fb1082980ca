import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { SampleEdit } from '#scripts/sample/edits.ts';
import type { DocumentTruth, TruthLink, TruthStory } from '#scripts/sample/truth.ts';

export type { DocumentTruth, TruthLink, TruthStory };

const SAMPLE = new URL('../../resources/sample/', import.meta.url);
const TRUTH = new URL('./sample-truth.json', import.meta.url);

/** A document of the sample toolkit as `toolkit.json` lists it. */
export interface SampleManifestDocument {
  readonly name: string;
  readonly module: string;
  readonly kind: string;
  readonly title: { readonly en: string; readonly es: string };
  readonly source: string;
  readonly received: string;
  readonly edits: readonly SampleEdit[];
}

/** The documents of the sample toolkit, in order. */
export function sampleDocuments(): readonly SampleManifestDocument[] {
  const manifest = JSON.parse(readFileSync(new URL('toolkit.json', SAMPLE), 'utf8')) as {
    documents: readonly SampleManifestDocument[];
  };
  return manifest.documents;
}

/** The bytes of one file of the sample toolkit. */
export async function sampleFile(name: string): Promise<Uint8Array> {
  return new Uint8Array(await readFile(new URL(name, SAMPLE)));
}

/** Which paragraphs say the same, by document (form: the `README` of the file). */
export function sampleTruth(): readonly DocumentTruth[] {
  return (JSON.parse(readFileSync(TRUTH, 'utf8')) as { documents: readonly DocumentTruth[] }).documents;
}
