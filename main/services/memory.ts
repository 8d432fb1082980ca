import { basename } from 'node:path';
import { queryWords } from '#shared/memory/concordance.ts';
import { plain } from '#shared/model/content.ts';
import { AdaptaError } from '#shared/model/errors.ts';
import type { ServiceDeps } from './deps.ts';
import { needDocument, toolkitOf } from './library-commands.ts';
import { contextOf, sandboxOf, sourceOf, type MemoryFiller } from './memory-fill.ts';
import { findMatches, type MatchWish } from './memory-matches.ts';
import type { TaskContext } from './memory-tasks.ts';
import { pretranslate } from './pretranslate.ts';
import type { Repetitions } from './repetitions.ts';
import type { CallContext, Services } from './services.ts';
import { readSettings } from './settings.ts';
import { rulesOf } from './segmentation-rules.ts';

/** One for each number key. */
const SHOWN = 9;
/** Below this a match costs more to mend than to write. */
const LEAST = 60;

/** Translation memories: what has been said before. `repetitions` is shared with what confirms units, `filler` with what counts. */
export function memoryService(deps: ServiceDeps, repetitions: Repetitions, filler: MemoryFiller): Services['memory'] {
  const { store, memory, grants, emit, now } = deps;
  const changed = (): void => {
    emit('memoryChanged', {});
  };
  const person = (): Pick<MatchWish, 'municipality' | 'now'> => ({
    municipality: readSettings(store).profile?.municipality ?? '',
    now: now(),
  });
  const wishOf = (id: string): MatchWish => {
    const unit = store.units.get(id);
    if (unit === undefined) throw new AdaptaError('unknownUnit', { unit: id });
    const toolkit = toolkitOf(store, needDocument(store, unit.document));
    const { sourceLanguage, targetLanguage } = toolkit;
    const source = sourceOf(store, unit);
    return {
      source,
      context: contextOf(store, unit),
      sourceLanguage,
      targetLanguage,
      rules: rulesOf(store, toolkit.id),
      sandbox: sandboxOf(toolkit),
      count: SHOWN,
      least: LEAST,
      ...person(),
    };
  };
  const searches = new Searches();
  return {
    list: async () => {
      await filler.settleSoon();
      return { memories: await memory.ask('list', {}) };
    },
    apply: async ({ command }) => {
      await memory.ask('apply', { command });
      changed();
      return {};
    },
    matches: async ({ unit }) => {
      await filler.settleSoon();
      return { matches: (await findMatches(memory, wishOf(unit))).filter(({ entry }) => entry.origin.unit !== unit) };
    },
    lookup: async ({ text, ...wish }) => {
      await filler.settleSoon();
      return { matches: await findMatches(memory, { source: plain(text), sandbox: null, ...wish, ...person() }) };
    },
    concordance: async ({ query, document, asker, ...wish }) => {
      const sandbox = document === undefined ? null : sandboxOf(toolkitOf(store, needDocument(store, document)));
      await filler.settleSoon();
      const { hits, more } = await memory.ask(
        'concordance',
        { words: queryWords(query), sandbox, ...wish },
        { signal: searches.begin(asker) },
      );
      return {
        more,
        hits: hits.map(({ entry: { id, memory: from, source, target, origin }, ...hit }) => ({
          entry: { id, memory: from, source, target, origin },
          memory: hit.memory,
          sourceRanges: hit.sourceRanges.map(([start, end]): [number, number] => [start, end]),
          targetRanges: hit.targetRanges.map(([start, end]): [number, number] => [start, end]),
        })),
      };
    },
    entries: async ({ filter, ...wish }, { signal }) =>
      await memory.ask('entries', { words: queryWords(filter), ...wish }, { signal }),
    editEntry: async (input) => {
      const answer = await memory.ask('edit', input);
      changed();
      return answer;
    },
    deleteEntries: async ({ ids }) => {
      const undo = await memory.ask('remove', { ids });
      changed();
      return { undo };
    },
    restoreEntries: async ({ entries }) => {
      await memory.ask('restore', { entries });
      changed();
      return {};
    },
    deduplicate: async (input, context) => {
      const answer = await memory.ask('deduplicate', input, reporting(context, 'deduplicate'));
      changed();
      return answer;
    },
    import: async ({ file, ...wish }, context) => {
      const path = grants.pathOf(file, 'read');
      context.progress({ subject: basename(path) });
      try {
        return await memory.ask('import', { path, newId: store.newId(), ...wish }, reporting(context, 'readMemory'));
      } finally {
        changed();
      }
    },
    export: async ({ memory: id, to }, context) => {
      const path = grants.pathOf(to, 'write');
      context.progress({ subject: basename(path) });
      return await memory.ask('export', { memory: id, path, version: deps.version }, reporting(context, 'write'));
    },
    repetitions: async ({ unit }, { signal }) => ({ places: await repetitions.of(unit, signal) }),
    policy: ({ toolkit, set }) => ({ repetitions: repetitions.policy(toolkit, set) }),
    fillRepetitions: async ({ unit }, { signal }) => ({ changes: await repetitions.fill(unit, signal) }),
    pretranslate: async (wish, context) => {
      await filler.settle();
      return await pretranslate(deps, wish, person(), context);
    },
  };
}

/** What fields are being searched for: a newer question of a field ends the one before, which nobody waits for any more. */
class Searches {
  readonly #running = new Map<string, AbortController>();

  begin(asker: string | undefined): AbortSignal {
    const search = new AbortController();
    if (asker !== undefined) {
      this.#running.get(asker)?.abort(new AdaptaError('cancelled'));
      this.#running.set(asker, search);
    }
    return search.signal;
  }
}

/** Passes a task's progress on to its job. */
function reporting({ signal, progress }: CallContext, step: string): TaskContext {
  return {
    signal,
    progress: (update) => {
      progress({ step, ...update });
    },
  };
}
