import type { RecognisedTerm, TermImportReport } from '#shared/contract/terms.ts';
import { textByPosition } from '#shared/checks/checked-unit.ts';
import { AdaptaError } from '#shared/model/errors.ts';
import type { Concept } from '#shared/model/concept.ts';
import { fromBlocks } from '#shared/model/content.ts';
import type { FoundTerm } from '#shared/terms/glossary.ts';
import type { ServiceDeps } from './deps.ts';
import { Glossaries, municipalityOf } from './glossaries.ts';
import { needDocument, needToolkit, toolkitOf } from './library-commands.ts';
import { naming, openFile } from './open-file.ts';
import type { CallContext, Services } from './services.ts';
import { authorOf } from './settings.ts';
import { inSlices } from './slices.ts';
import type { GivenGlossary } from './term-entry.ts';
import { exportTerms } from './term-export.ts';
import { domainsOf, listing } from './term-list.ts';
import { mergeEntries } from './term-merge.ts';
import { proposed } from './term-propose.ts';

/** The glossary: what things are called, and how they are not. */
export function termsService(deps: ServiceDeps): Services['terms'] {
  const { store, office, grants, emit, now, resources } = deps;
  const glossaries = new Glossaries(store);

  const changed = (): void => {
    emit('termsChanged', {});
  };
  const languagesOf = (document: string) => toolkitOf(store, needDocument(store, document));
  const put = (...concepts: readonly Concept[]): void => {
    store.transaction(() => {
      for (const concept of concepts) {
        if (concept.toolkit !== null) needToolkit(store, concept.toolkit);
        for (const { id } of concept.terms) {
          const owner = store.terms.conceptOf(id);
          if (owner !== undefined && owner !== concept.id) throw new AdaptaError('badRequest', { at: 'terms', id });
        }
        store.terms.put(concept);
      }
    });
    changed();
  };
  const take = async (
    { entries, skipped }: GivenGlossary,
    toolkit: string | null,
    { signal, progress }: CallContext,
  ): Promise<TermImportReport> => {
    let done = 0;
    const total = entries.length;
    const options = { toolkit, author: authorOf(store), now: now(), done: () => (done += 1) };
    try {
      const counts = await inSlices(mergeEntries(store, entries, options), {
        signal,
        around: (slice) => store.transaction(slice),
        between: () => {
          progress({ done, total, progress: total === 0 ? 1 : done / total });
        },
      });
      return { ...counts, skipped };
    } finally {
      changed();
    }
  };

  return {
    list: async ({ filter, from, count }, { signal }) => {
      const all = await inSlices(glossaries.all(), { signal });
      const wanted = await inSlices(listing(all, filter), { signal });
      return { total: wanted.length, concepts: wanted.slice(from, from + count), domains: domainsOf(all) };
    },
    ofDocument: async ({ document }, { signal }) => ({
      concepts: await inSlices(glossaries.of(languagesOf(document).id), { signal }),
      municipality: municipalityOf(store),
    }),
    write: ({ concept: given }) => {
      const before = store.terms.get(given.id) ?? null;
      const concept = { ...given, author: authorOf(store), at: now() };
      put(concept);
      return { concept, before };
    },
    propose: async ({ document, source, target }, { signal }) => {
      const toolkit = languagesOf(document);
      const pair = { source, target, toolkit, author: authorOf(store), now: now(), newId: () => store.newId() };
      const { concept, before } = proposed(await inSlices(glossaries.of(toolkit.id), { signal }), pair);
      if (concept !== before) put(concept);
      return { concept, before };
    },
    ofUnit: async ({ unit: id }, { signal }) => {
      const unit = store.units.get(id);
      if (unit === undefined) throw new AdaptaError('unknownUnit', { unit: id });
      const toolkit = languagesOf(unit.document);
      const { recognise } = await inSlices(glossaries.recogniser(toolkit.id, toolkit), { signal });
      const source = fromBlocks(unit.source.map((block) => store.blocks.get(block)?.content ?? []));
      return {
        source: recognise(textByPosition(source), 'source').map(recognised),
        target: recognise(textByPosition(unit.content), 'target').map(recognised),
      };
    },
    find: async ({ text, language, toolkit }, { signal }) => {
      const both = { sourceLanguage: language, targetLanguage: language };
      const { recognise } = await inSlices(glossaries.recogniser(toolkit, both), { signal });
      const found = recognise(text, 'target');
      return { found: found.map(recognised), concepts: [...new Set(found.map(({ concept }) => concept))] };
    },
    remove: ({ concepts }) => {
      const removed = concepts.flatMap((id) => store.terms.get(id) ?? []);
      store.transaction(() => {
        for (const { id } of removed) store.terms.remove(id);
      });
      if (removed.length > 0) changed();
      return { removed };
    },
    restore: ({ concepts }) => {
      put(...concepts);
      return {};
    },
    import: async ({ file, toolkit }, context) => {
      if (toolkit !== null) needToolkit(store, toolkit);
      const given = await openFile(grants.pathOf(file, 'read'));
      context.progress({ step: 'readSource', progress: 0, subject: given.name });
      return await take(await naming(given, office.readTerms(given, context.signal)), toolkit, context);
    },
    importStarter: async (_input, context) => {
      const { readStarter } = await import('./term-starter.ts');
      return await take({ entries: readStarter(resources), skipped: [] }, null, context);
    },
    export: async ({ filter, as, to }, { signal, progress }) => {
      const path = grants.pathOf(to, 'write');
      const all = await inSlices(glossaries.all(), { signal });
      const concepts = await inSlices(listing(all, filter), { signal });
      progress({ step: 'write', progress: 0.1 });
      const { size } = await exportTerms(path, as, concepts, signal);
      return { bytes: size, concepts: concepts.length };
    },
  };
}

function recognised({ concept, term, from, to, status, unaccented }: FoundTerm): RecognisedTerm {
  return { concept: concept.id, term: term.id, from, to, status, unaccented };
}
