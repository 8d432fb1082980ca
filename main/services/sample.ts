import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { documentKindSchema } from '#shared/contract/library.ts';
import type { Store } from '#main/store/store.ts';
import type { ServiceDeps } from './deps.ts';
import { importSteps, putFiles } from './import-commit.ts';
import { planImport, type PlannedImport } from './import-plan.ts';
import { openFile } from './open-file.ts';
import { removeDocument } from './remove-document.ts';
import { allAtOnce } from './slices.ts';
import { finishDocument } from './unfinished.ts';
import type { CallContext } from './services.ts';
import { applySampleEdits, sampleEditSchema } from './sample-edits.ts';
import { readSettings } from './settings.ts';

const words = z.object({ es: z.string(), en: z.string() });

/** `resources/sample/toolkit.json`, as far as it is used here. */
const sampleSchema = z.object({
  name: words,
  publisher: words,
  permission: z.object({ grantedBy: words, date: z.string(), scope: words }),
  sourceLanguage: z.string(),
  targetLanguage: z.string(),
  modules: z.array(z.object({ number: z.string(), title: words })),
  documents: z.array(
    z.object({
      module: z.string(),
      kind: documentKindSchema,
      title: words,
      source: z.string(),
      received: z.string().optional(),
      edits: z.array(sampleEditSchema).default([]),
    }),
  ),
});
type Sample = z.infer<typeof sampleSchema>;

/** Set once the sample was made: a deleted sample does not come back by itself. */
const MADE = 'sampleMade';
/** Whose work the prepared adaptations are. */
const AUTHOR = { es: 'Equipo de la muestra', en: 'Sample team' } as const;
const QUIET: CallContext = { signal: new AbortController().signal, progress: () => undefined };

/**
 * Makes the sample at the first start of a workspace; later starts do nothing. Never throws: whatever is wrong with the
 * sample, people's own work must open, and the next start tries again.
 */
export async function ensureSample(deps: ServiceDeps): Promise<void> {
  const file = join(deps.resources, 'sample', 'toolkit.json');
  if (deps.store.settings.read(MADE) === true || !existsSync(file)) return;
  try {
    await resetSample(deps, QUIET);
  } catch {
    // Nothing of it is stored: it is one transaction.
  }
}

/**
 * Puts the sample back to how it came: its documents, edits and history are replaced in one transaction, after a backup;
 * nothing else is touched. Gives the toolkit's id.
 */
export async function resetSample(deps: ServiceDeps, context: CallContext): Promise<string> {
  const { store } = deps;
  const folder = join(deps.resources, 'sample');
  const sample = sampleSchema.parse(JSON.parse(readFileSync(join(folder, 'toolkit.json'), 'utf8')));
  const plans: PlannedImport[] = [];
  const total = sample.documents.length;
  for (const [done, { source, received }] of sample.documents.entries()) {
    context.progress({ step: 'readSource', done, total, progress: done / total, subject: source });
    const files = {
      source: await openFile(join(folder, source)),
      received: received === undefined ? null : await openFile(join(folder, received)),
    };
    plans.push(await planImport(deps, files, { ...context, progress: () => undefined }));
  }
  if (store.settings.read(MADE) === true) await store.backup('reset');
  for (const plan of plans) await putFiles(store, plan);
  return store.transaction(() => {
    removeSample(store);
    store.settings.write(MADE, true);
    return writeSample(deps, sample, plans);
  });
}

function writeSample(deps: ServiceDeps, sample: Sample, plans: readonly PlannedImport[]): string {
  const { store } = deps;
  const { language } = readSettings(store);
  const toolkit = store.newId();
  const { grantedBy, date, scope } = sample.permission;
  const name = sample.name[language];
  const publisher = sample.publisher[language];
  const { sourceLanguage, targetLanguage } = sample;
  store.toolkits.insert({ id: toolkit, name, publisher, sourceLanguage, targetLanguage, sandbox: true });
  store.toolkits.rename(toolkit, name, publisher, `${grantedBy[language]}, ${date}. ${scope[language]}`);
  const modules = new Map<string, string>();
  for (const { number, title } of sample.modules) {
    const id = store.newId();
    modules.set(number, id);
    store.modules.insert({ id, toolkit, number, title: title[language] });
  }
  for (const [index, plan] of plans.entries()) {
    const document = sample.documents[index];
    const module = document === undefined ? undefined : modules.get(document.module);
    if (document === undefined || module === undefined) continue;
    const to = { module, kind: document.kind, title: document.title[language], links: plan.links };
    const made = store.newId();
    allAtOnce(importSteps(deps, made, plan, to));
    finishDocument(store, made, module);
    applySampleEdits(store, made, document.edits, { author: AUTHOR[language], now: deps.now() });
  }
  return toolkit;
}

function removeSample(store: Store): void {
  for (const toolkit of store.toolkits.sandboxes()) {
    for (const module of store.modules.ofToolkit(toolkit.id)) {
      for (const document of store.documents.ofModule(module.id)) removeDocument(store, document.id);
      store.modules.remove(module.id);
    }
    store.terms.removeOf(toolkit.id);
    store.toolkitSettings.removeOf(toolkit.id);
    store.toolkits.remove(toolkit.id);
  }
}
