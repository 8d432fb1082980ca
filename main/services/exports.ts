import type { BundleProfile, ExportFinding } from '#shared/contract/exports.ts';
import { AdaptaError } from '#shared/model/errors.ts';
import { createBundle } from '#main/bundles/bundle.ts';
import { planBundle } from '#main/bundles/plan.ts';
import { writeBytesSafely } from '#main/bundles/safe-write.ts';
import type {
  BundleDocument,
  BundleDocumentInfo,
  BundlePlan,
  BundleProblem,
  BundleRequest,
  PlanWarning,
} from '#main/bundles/types.ts';
import { verifyBundle } from '#main/bundles/verify.ts';
import { bundleDocument, bundleInfo } from './bundle-documents.ts';
import type { ServiceDeps } from './deps.ts';
import { documentFile, printFile } from './export-document.ts';
import { needDocument } from './library-commands.ts';
import type { Services } from './services.ts';
import { readSettings } from './settings.ts';
import { readSteadily } from './slices.ts';

export function exportsService(deps: ServiceDeps): Services['exports'] {
  const { store, grants } = deps;
  return {
    document: async ({ document, as, to }, { signal, progress }) => {
      const path = grants.pathOf(to, 'write');
      const subject = needDocument(store, document).title;
      if (as === 'pdf' && deps.print === null) throw new AdaptaError('printUnavailable');
      progress({ step: 'document', progress: 0.1, subject });
      const file = await documentFile(deps, document, false, signal);
      if (as === 'pdf') progress({ step: 'pdf', progress: 0.4 });
      const bytes = as === 'pdf' ? await printFile(deps, file, signal) : file.bytes;
      progress({ step: 'write', progress: 0.9 });
      const { size, sha256 } = await writeBytesSafely(path, bytes, { signal });
      return { bytes: size, sha256, findings: file.findings };
    },
    previewBundle: async (wish) => {
      const infos: BundleDocumentInfo[] = [];
      for (const id of wish.documents) infos.push(await readSteadily(store, () => bundleInfo(store, id)));
      const plan = planBundle(requestOf(deps, wish, infos), () => deps.print !== null);
      const files = plan.files.map(({ path, size }) => ({ name: path, bytes: size }));
      const titles = new Map(infos.map(({ id, title }) => [id, title]));
      return { files, findings: planFindings(plan, titles) };
    },
    bundle: async ({ to, ...wish }, { signal, progress }) => {
      const path = grants.pathOf(to, 'write');
      const findings: ExportFinding[] = [];
      const documents: BundleDocument[] = [];
      for (const id of wish.documents) {
        signal.throwIfAborted();
        documents.push(await bundleDocument(deps, id, wish.profile, (finding) => findings.push(finding)));
      }
      const titles = new Map(documents.map(({ id, title }) => [id, title]));
      const result = await createBundle(requestOf(deps, wish, documents), path, {
        signal,
        progress: ({ done, total, step }) => {
          progress({ step, done, total, progress: Math.min(1, done / total), subject: wish.title });
        },
      });
      const files = result.files.map(({ path: name, size, sha256 }) => ({ name, bytes: size, sha256 }));
      // The plan's own warnings say of each document what its writing found again.
      const written = findings.filter(({ code }) => code !== 'notApproved' && code !== 'openFindings');
      return { files, bytes: result.size, findings: [...planFindings(result, titles), ...written] };
    },
    verifyBundle: async ({ file }, { signal }) => {
      const { ok, files, problems, ...rest } = await verifyBundle(grants.pathOf(file, 'read'), signal);
      return {
        ok,
        title: rest.title,
        files: files.length,
        problems: problems.map((problem) => ({ code: PROBLEMS[problem.code], file: problem.file ?? '' })),
      };
    },
  };
}

interface BundleWish {
  readonly profile: BundleProfile;
  readonly title: string;
  readonly date: string;
  readonly place?: string;
  readonly language?: 'es' | 'en';
}

function requestOf<D extends BundleDocumentInfo>(
  deps: ServiceDeps,
  wish: BundleWish,
  documents: readonly D[],
): BundleRequest<D> {
  const { profile, title, date, place } = wish;
  return {
    profile,
    workshop: { title, date, ...(place === undefined ? {} : { place }) },
    documents,
    language: wish.language ?? readSettings(deps.store).language,
    at: deps.now(),
    software: `Adapta ${deps.version}`,
  };
}

function planFindings(
  { leftOut, warnings }: Pick<BundlePlan, 'leftOut' | 'warnings'>,
  titles: ReadonlyMap<string, string>,
): readonly ExportFinding[] {
  const named = (document: string | undefined): ExportFinding['params'] =>
    document === undefined ? {} : { document: titles.get(document) ?? '' };
  return [
    ...leftOut.map(({ document, code }): ExportFinding => ({
      code: code === 'noPdf' || code === 'referenceOnly' ? code : 'leftOutByProfile',
      params: named(document),
    })),
    ...warnings.map(({ code, document, params }: PlanWarning): ExportFinding => ({
      code,
      params: { ...params, ...named(document) },
    })),
  ];
}

/** The interface tells four kinds of damage apart. */
const PROBLEMS = {
  notABundle: 'badManifest',
  badDeclaration: 'badManifest',
  badManifest: 'badManifest',
  changed: 'changed',
  missing: 'missing',
  extra: 'extra',
  manifestChanged: 'changed',
  sizeDiffers: 'badManifest',
} as const satisfies Record<BundleProblem['code'], string>;
