import { AdaptaError } from '#shared/model/errors.ts';
import { BAG_DECLARATION, MANIFEST, TAG_MANIFEST, bagInfoText, manifestText, payloadOxum, sha256 } from './bagit.ts';
import { rightNotice } from './notice.ts';
import { layOut, type Layout, type Placed } from './plan.ts';
import { anonymousReportPage, reportPage } from './report.ts';
import type { CountedAdaptation } from './report-summary.ts';
import { writeSafely, type SafeWriteOptions } from './safe-write.ts';
import { indexPage, openingPage, type SiteDocument } from './site.ts';
import type {
  AdaptationEntry,
  BundleDocument,
  BundleFile,
  BundleProgress,
  BundleRequest,
  BundleResult,
  BundleStep,
} from './types.ts';
import { requireIntact, verifyBundle } from './verify.ts';
import { ZipFile } from './zip-file.ts';

export interface CreateOptions extends SafeWriteOptions {
  readonly progress?: BundleProgress;
}

/**
 * Makes a workshop's bundle: a BagIt bag (RFC 8493) in one zip, written safely and verified before it is under its final
 * name (see {@link writeSafely}). Throws `nothingToExport` when the profile leaves no document, and the errors of writing.
 */
export async function createBundle(
  request: BundleRequest,
  out: string,
  options: CreateOptions = {},
): Promise<BundleResult> {
  const layout = layOut(request, ({ pdf }) => pdf !== undefined);
  if (layout.modules.length === 0) throw new AdaptaError('nothingToExport');
  const packer = new Packer(request, layout, options);
  const { size, sha256: hash } = await writeSafely(out, (sink) => packer.pack(new ZipFile(sink, request.at)), {
    ...options,
    verify: async (path) => {
      packer.step('verify');
      requireIntact(await verifyBundle(path, options.signal));
      await options.verify?.(path);
    },
  });
  return {
    out,
    size,
    sha256: hash,
    files: packer.files,
    leftOut: layout.leftOut,
    warnings: [...layout.warnings, ...packer.missingReasons()],
  };
}

/** Fills the zip: the payload first, each file as it is made, then what describes it. */
class Packer {
  readonly files: BundleFile[] = [];
  readonly #request: BundleRequest;
  readonly #layout: Layout<BundleDocument>;
  readonly #options: CreateOptions;
  readonly #total: number;
  #done = 0;

  constructor(request: BundleRequest, layout: Layout<BundleDocument>, options: CreateOptions) {
    this.#request = request;
    this.#layout = layout;
    this.#options = options;
    const placed = layout.modules.flatMap(({ documents }) => documents);
    this.#total = placed.length + placed.filter(({ pdf }) => pdf !== null).length + 2;
  }

  /** Tells people what comes next. */
  step(step: BundleStep, document?: string): void {
    if (this.#options.signal?.aborted === true) throw new AdaptaError('cancelled');
    this.#options.progress?.({
      done: this.#done,
      total: this.#total,
      step,
      ...(document === undefined ? {} : { document }),
    });
    this.#done += 1;
  }

  async pack(zip: ZipFile): Promise<void> {
    const { language, workshop, profile } = this.#request;
    const modules = [];
    for (const module of this.#layout.modules) {
      const documents: SiteDocument[] = [];
      for (const placed of module.documents) documents.push(await this.#document(zip, placed));
      modules.push({ ...module, documents });
    }
    this.step('pack');
    const notice = rightNotice(this.#documents(), language, profile);
    const { report } = this.#layout;
    await this.#add(zip, 'data/index.html', indexPage({ workshop, profile, language, modules, report, notice }));
    await this.#add(zip, `data/${this.#layout.notice}`, `${notice.join('\n\n')}\n`);
    await this.#add(zip, `data/${report}`, this.#report(notice));
    await this.#describe(zip);
    await zip.close();
  }

  async #document(zip: ZipFile, { document, file, pdf }: Placed<BundleDocument>): Promise<SiteDocument> {
    const { signal } = this.#options;
    this.step('document', document.id);
    const written = await this.#add(zip, `data/${file}`, await document.file(signal));
    let printed: BundleFile | null = null;
    if (pdf !== null && document.pdf !== undefined) {
      this.step('pdf', document.id);
      printed = await this.#add(zip, `data/${pdf}`, await document.pdf(signal));
    }
    return {
      title: document.title,
      kind: document.kind,
      language: document.language,
      file: { path: file, size: written.size },
      extension: document.extension,
      pdf: pdf === null || printed === null ? null : { path: pdf, size: printed.size },
    };
  }

  /** Bag information, manifests and the page at the top; the tag manifest comes last because it names the others. */
  async #describe(zip: ZipFile): Promise<void> {
    const payload = this.#inside('data/');
    await this.#add(zip, this.#layout.opening, openingPage('data/index.html', this.#request.language));
    await this.#add(zip, 'bagit.txt', BAG_DECLARATION);
    await this.#add(zip, 'bag-info.txt', this.#bagInfo(payload));
    await this.#add(zip, MANIFEST, manifestText(payload));
    const tags = this.#inside('').filter(({ path }) => !path.startsWith('data/'));
    await this.#add(zip, TAG_MANIFEST, manifestText(tags));
  }

  /** The files so far under a folder of the bag, with paths relative to the bag. */
  #inside(folder: string): readonly BundleFile[] {
    const root = `${this.#layout.name}/`;
    return this.files
      .map((file) => ({ ...file, path: file.path.slice(root.length) }))
      .filter(({ path }) => path.startsWith(folder));
  }

  #bagInfo(payload: readonly BundleFile[]): string {
    const { workshop, profile, at, software, language } = this.#request;
    return bagInfoText([
      [
        'Source-Organization',
        [...new Set(this.#documents().flatMap(({ toolkit }) => toolkit.publisher ?? []))].join('; '),
      ],
      ['External-Description', workshop.title],
      ['Bagging-Date', at.slice(0, 10)],
      ['Bag-Software-Agent', software],
      ['Payload-Oxum', payloadOxum(payload)],
      ['Workshop-Date', workshop.date],
      ['Workshop-Place', workshop.place ?? ''],
      ['Bundle-Profile', profile],
      ['Bundle-Language', language],
    ]);
  }

  #documents(): readonly BundleDocument[] {
    return this.#layout.modules.flatMap(({ documents }) => documents.map(({ document }) => document));
  }

  #report(notice: readonly string[]): string {
    const { workshop, language, profile } = this.#request;
    const documents = this.#documents();
    if (profile === 'facilitator') return reportPage({ workshop, language, notice, documents });
    const counted = documents.map(({ title, moduleNumber, adaptations }) => ({
      title,
      ...(moduleNumber === undefined ? {} : { moduleNumber }),
      adaptations: adaptations.filter(({ audience }) => audience === 'everyone').map(anonymous),
    }));
    return anonymousReportPage({ workshop, language, notice, documents: counted });
  }

  async #add(zip: ZipFile, path: string, content: Uint8Array | string): Promise<BundleFile> {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    const file = { path: `${this.#layout.name}/${path}`, size: bytes.length, sha256: sha256(bytes) };
    await zip.add(file.path, bytes);
    this.files.push(file);
    return file;
  }

  /** Units that say what they are but not why: the report shows them as such. */
  missingReasons(): BundleResult['warnings'] {
    return this.#documents().flatMap(({ id, adaptations }) => {
      const count = adaptations.filter(({ reason }) => reason === undefined).length;
      return count === 0 ? [] : [{ code: 'missingReasons' as const, document: id, params: { count } }];
    });
  }
}

function anonymous({ mode, reason }: AdaptationEntry): CountedAdaptation {
  return { mode, ...(reason === undefined ? {} : { reason }) };
}
