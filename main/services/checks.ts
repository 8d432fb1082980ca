import type { IgnoredFinding } from '#shared/contract/checks.ts';
import { AdaptaError } from '#shared/model/errors.ts';
import { findingsPage, findingsTable } from '#main/bundles/findings-report.ts';
import { writeBytesSafely, writeSafely } from '#main/bundles/safe-write.ts';
import { writeTable } from '#main/formats/table/write.ts';
import type { Store } from '#main/store/store.ts';
import { readBoxes } from './check-boxes.ts';
import { findSteps, type Found } from './check-documents.ts';
import { readCheckSettings, writeCheckSettings } from './check-settings.ts';
import type { ServiceDeps } from './deps.ts';
import { Glossaries } from './glossaries.ts';
import { needDocument, needToolkit, toolkitOf } from './library-commands.ts';
import type { CallContext, Services } from './services.ts';
import { authorOf, readSettings } from './settings.ts';
import { inSlices, readSteadily, type Steps } from './slices.ts';
import { unitCounter } from './unit-counts.ts';
import { unitsInOrder } from './units.ts';

/** Units counted anew between two steps. */
const UNITS = 25;

/** Findings of documents, which of them are left as they are, and what a toolkit wants checked. */
export function checksService({ store, office, grants, emit, now }: ServiceDeps): Services['checks'] {
  const find = async (documents: readonly string[], { signal, progress }: CallContext): Promise<Found> => {
    for (const document of documents) needDocument(store, document);
    const boxesOf = await readBoxes({ store, office }, documents, signal);
    progress({ progress: 0.1 });
    // The glossary is read with everything else: what is found fits together.
    return await readSteadily(store, () => findSteps(store, new Glossaries(store), documents, boxesOf), signal);
  };
  return {
    find: async ({ documents }, context) => await find(documents, context),
    ofDocument: ({ document }) => ({
      settings: readCheckSettings(store, toolkitOf(store, needDocument(store, document)).id),
      ignored: store.ignoredFindings.ofDocument(document),
    }),
    ignore: (wish) => {
      const document = documentOf(store, wish.unit);
      const ignored: IgnoredFinding = { ...wish, author: authorOf(store), at: now() };
      store.transaction(() => {
        store.ignoredFindings.put(document, ignored);
        recount(store, document, wish.unit);
      });
      emit('libraryChanged', {});
      return { ignored };
    },
    unignore: ({ unit, finding }) => {
      const document = documentOf(store, unit);
      store.transaction(() => {
        store.ignoredFindings.remove(unit, finding);
        recount(store, document, unit);
      });
      emit('libraryChanged', {});
      return {};
    },
    settings: async ({ toolkit, set }) => {
      needToolkit(store, toolkit);
      if (set !== undefined) {
        store.transaction(() => {
          writeCheckSettings(store, toolkit, set);
        });
        await inSlices(recountSteps(store, toolkit), { around: (slice) => store.transaction(slice) });
        emit('libraryChanged', {});
      }
      return { settings: readCheckSettings(store, toolkit) };
    },
    report: async ({ documents, as, to, language }, context) => {
      const path = grants.pathOf(to, 'write');
      const found = await find(documents, context);
      context.progress({ step: 'write', progress: 0.9 });
      const report = {
        ...found,
        language: language ?? readSettings(store).language,
        at: now(),
        titles: new Map(documents.map((id) => [id, needDocument(store, id).title])),
      };
      const { size } =
        as === 'html'
          ? await writeBytesSafely(path, new TextEncoder().encode(findingsPage(report)), { signal: context.signal })
          : await writeSafely(
              path,
              async (sink) => {
                for await (const piece of writeTable(findingsTable(report))) await sink.write(piece);
              },
              { signal: context.signal },
            );
      const { errors, warnings } = found.counts;
      return { bytes: size, findings: errors + warnings };
    },
  };
}

function documentOf(store: Store, unit: string): string {
  const document = store.units.documentOf(unit);
  if (document === undefined) throw new AdaptaError('unknownUnit', { unit });
  return document;
}

/** What the library adds up for a unit whose findings are others now, inside the caller's transaction. */
function recount(store: Store, document: string, id: string): void {
  const unit = store.units.get(id);
  if (unit !== undefined) store.units.setFindings(id, unitCounter(store, document)(unit).findings);
}

/** {@link recount} of every unit of a toolkit, in steps inside transactions of the caller's. */
function* recountSteps(store: Store, toolkit: string): Steps<void> {
  for (const module of store.modules.ofToolkit(toolkit)) {
    for (const { id } of store.documents.ofModule(module.id)) {
      const countsOf = unitCounter(store, id);
      for (const [index, unit] of (yield* unitsInOrder(store, id)).entries()) {
        if (index % UNITS === 0) yield;
        store.units.setFindings(unit.id, countsOf(unit).findings);
      }
    }
  }
}
