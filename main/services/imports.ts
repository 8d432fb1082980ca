import { AdaptaError } from '#shared/model/errors.ts';
import type { ServiceDeps } from './deps.ts';
import { storeImport } from './import-commit.ts';
import { planImport, planView, type PlannedImport } from './import-plan.ts';
import { needDocument } from './library-commands.ts';
import { OLD_EXTENSIONS } from './old-files.ts';
import { openFile } from './open-file.ts';
import type { Services } from './services.ts';
import { inSlices } from './slices.ts';
import { slidesService } from './slides.ts';

/** Plans hold whole files: a forgotten one makes room for the newest. */
const PLANS_KEPT = 4;

export function importsService(deps: ServiceDeps): Services['imports'] {
  const { store, grants, emit } = deps;
  const plans = new Map<string, PlannedImport>();
  return {
    formats: async () => {
      const { FORMATS } = await import('#main/formats/registry.ts');
      return {
        extensions: FORMATS.flatMap((format) => format.extensions),
        converted: deps.convert === null ? [] : OLD_EXTENSIONS,
      };
    },
    plan: async ({ source, received }, context) => {
      const files = {
        source: await openFile(grants.pathOf(source, 'read')),
        received: received === undefined ? null : await openFile(grants.pathOf(received, 'read')),
      };
      const plan = await planImport(deps, files, context);
      plans.set(plan.id, plan);
      for (const id of [...plans.keys()].slice(0, -PLANS_KEPT)) plans.delete(id);
      return await inSlices(planView(deps, plan));
    },
    commit: async ({ plan: id, ...to }, context) => {
      const plan = plans.get(id);
      if (plan === undefined) throw new AdaptaError('unknownPlan', { plan: id });
      // Taken while it is stored: asked twice, it must not become two documents.
      plans.delete(id);
      try {
        context.progress({ step: 'backup', progress: 0.1, subject: to.title });
        await store.backup('import');
        context.signal.throwIfAborted();
        context.progress({ step: 'store', progress: 0.5 });
        const result = await storeImport(deps, plan, to, context);
        emit('libraryChanged', {});
        return result;
      } catch (cause) {
        plans.set(id, plan);
        throw cause;
      }
    },
    discard: ({ plan }) => {
      plans.delete(plan);
      return {};
    },
    ...slidesService(deps),
    report: ({ document }) => {
      needDocument(store, document);
      const imports = store.imports.ofDocument(document);
      const source = imports.findLast((each) => each.side === 'source');
      if (source === undefined) throw new AdaptaError('unknownDocument', { document });
      return { source: source.report, received: imports.findLast((each) => each.side === 'received')?.report ?? null };
    },
  };
}
