import { writeSafely } from '#main/bundles/safe-write.ts';
import { bundleText } from '#main/bundles/text.ts';
import { writeTable } from '#main/formats/table/write.ts';
import type { Scope, ScopeCounts } from '#shared/contract/statistics.ts';
import { AdaptaError } from '#shared/model/errors.ts';
import type { ServiceDeps } from './deps.ts';
import { sandboxOf, type MemoryFiller } from './memory-fill.ts';
import type { CallContext, Services } from './services.ts';
import { readSettings } from './settings.ts';
import { inSlices, nextTurn } from './slices.ts';
import { KnownTexts } from './statistics-matches.ts';
import { countUnits } from './statistics-counts.ts';
import { progressOf } from './statistics-progress.ts';
import { scopesOf, toolkitOfScope } from './statistics-scope.ts';
import { tableOf } from './statistics-table.ts';
import { countedUnits, type CountedUnit } from './statistics-units.ts';

/** Milliseconds between two turns of the loop, where the memory answers in this very thread. */
const TURN = 8;

/** What there is to translate, what of it is known, and how far the work has come. `filler` keeps the memories up to date. */
export function statisticsService(deps: ServiceDeps, filler: Pick<MemoryFiller, 'settle'>): Services['statistics'] {
  const { store, memory, grants } = deps;

  const analyse = async (scope: Scope, { signal, progress }: CallContext): Promise<readonly ScopeCounts[]> => {
    const toolkit = toolkitOfScope(store, scope);
    const scopes = scopesOf(store, scope);
    const documents = scopes[0]?.documents ?? [];
    const units = new Map<string, readonly CountedUnit[]>();
    for (const [index, document] of documents.entries()) {
      const step = { step: 'document', subject: document.title, progress: (0.2 * index) / documents.length };
      progress({ ...step, done: index, total: documents.length });
      units.set(document.id, await inSlices(countedUnits(store, document.id, toolkit), { signal }));
    }
    const known = new KnownTexts(memory, { ...toolkit, sandbox: sandboxOf(toolkit) });
    await lookUp(known, [...units.values()].flat(), { signal, progress });
    return scopes.map(({ scope: part, title, documents: own }) =>
      countUnits(
        part,
        title,
        own.flatMap(({ id }) => units.get(id) ?? []),
        (sentence, unit) => known.bandOf(sentence, unit),
      ),
    );
  };

  const lookUp = async (
    known: KnownTexts,
    units: readonly CountedUnit[],
    { signal, progress }: CallContext,
  ): Promise<void> => {
    await filler.settle();
    let turn = performance.now() + TURN;
    for (const [index, unit] of units.entries()) {
      signal.throwIfAborted();
      if (performance.now() > turn) {
        await nextTurn();
        turn = performance.now() + TURN;
      }
      progress({ done: index, total: units.length, progress: 0.2 + (0.8 * index) / units.length });
      await known.learn(unit);
    }
  };

  return {
    analyse: async ({ scope }, context) => ({ rows: await analyse(scope, context) }),
    progress: async ({ scope, timeZone }, { signal }) => {
      const documents = (scopesOf(store, scope)[0]?.documents ?? []).map(({ id }) => id);
      const toolkit = toolkitOfScope(store, scope);
      const zone = knownZone(timeZone);
      return await inSlices(progressOf(store, documents, toolkit, zone), { signal });
    },
    export: async ({ scope, to }, context) => {
      const path = grants.pathOf(to, 'write');
      const rows = await analyse(scope, context);
      const words = bundleText(readSettings(store).language).statistics;
      const { size } = await writeSafely(
        path,
        async (sink) => {
          for await (const piece of writeTable(tableOf(rows, words))) await sink.write(piece);
        },
        { signal: context.signal },
      );
      return { bytes: size };
    },
  };
}

function knownZone(timeZone: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
  } catch (cause) {
    throw new AdaptaError('badRequest', { at: 'timeZone', reason: timeZone }, { cause });
  }
}
