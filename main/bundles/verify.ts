import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { openZip, ZIP_LIMITS, type ZipArchive, type ZipEntry } from '#main/formats/package/zip-read.ts';
import { AdaptaError, type ErrorCode } from '#shared/model/errors.ts';
import { MANIFEST, TAG_MANIFEST, readBagInfo, readManifest, sha256 } from './bagit.ts';
import { containerFaults } from './container.ts';
import type { BundleFile, BundleProblem, VerifyResult } from './types.ts';

/** What shows where the bag stands. */
const MARK = /^(?:[^/]+\/)?(?:bagit|(?:tag)?manifest-sha256)\.txt$/u;
/** Archive errors that mean damage, not an attack: the bundle is reported as changed instead of being refused. */
const DAMAGE: ReadonlySet<ErrorCode> = new Set(['truncated', 'malformedPackage', 'zipOverlap', 'encrypted']);
const DECLARATION = /^BagIt-Version: \d+\.\d+\r?\nTag-File-Character-Encoding: UTF-8\r?\n?$/u;

/**
 * Checks a bundle: every file against the manifests (RFC 8493, 3), nothing missing, nothing extra, and the zip sound.
 * Throws `notABundle` for what is not one, and the zip errors for archives made to do harm (zip-slip, bombs, links).
 */
export async function verifyBundle(path: string, signal?: AbortSignal): Promise<VerifyResult> {
  const facts = await stat(path).catch(() => null);
  if (facts?.isFile() !== true) throw new AdaptaError('fileNotFound', { file: basename(path) });
  const { size } = facts;
  if (size > ZIP_LIMITS.input) throw new AdaptaError('fileTooLarge', { bytes: size });
  return verifyBytes(await readFile(path), signal);
}

/** {@link verifyBundle} for bytes at hand. */
export async function verifyBytes(bytes: Uint8Array, signal?: AbortSignal): Promise<VerifyResult> {
  const faults = isZip(bytes) ? containerFaults(bytes) : [];
  let archive: ZipArchive;
  try {
    archive = await openZip(bytes);
  } catch (cause) {
    if (!(cause instanceof AdaptaError)) throw cause;
    if (['notAnOfficeFile', 'oldFormat'].includes(cause.code)) throw new AdaptaError('notABundle', {}, { cause });
    if (DAMAGE.has(cause.code)) return { ok: false, title: null, files: [], problems: [{ code: 'changed' }] };
    throw cause;
  }
  const bag = new BagCheck(archive, signal);
  const result = await bag.check();
  const changed = faults.map((name): BundleProblem =>
    name === '' ? { code: 'changed' } : { code: 'changed', file: bag.inside(name) },
  );
  const problems = unique([...result.problems, ...changed]);
  return { ...result, ok: problems.length === 0, problems };
}

/** Turns the worst problem into an error, for callers that want all or nothing. */
export function requireIntact(result: VerifyResult): void {
  const [worst] = result.problems;
  if (worst === undefined) return;
  const missing = result.problems.find(({ code }) => code === 'missing');
  if (missing !== undefined) throw new AdaptaError('bundleIncomplete', { file: missing.file ?? '' });
  throw new AdaptaError('bundleChanged', { file: worst.file ?? '' });
}

function isZip(bytes: Uint8Array): boolean {
  return bytes.length >= 22 && bytes[0] === 0x50 && bytes[1] === 0x4b;
}

function unique(problems: readonly BundleProblem[]): readonly BundleProblem[] {
  const seen = new Map(problems.map((problem) => [`${problem.code}\n${problem.file ?? ''}`, problem]));
  return [...seen.values()];
}

class BagCheck {
  readonly #archive: ZipArchive;
  readonly #signal: AbortSignal | undefined;
  readonly #root: string;
  readonly #problems: BundleProblem[] = [];
  readonly #files: BundleFile[] = [];
  readonly #texts = new Map<string, string>();

  constructor(archive: ZipArchive, signal: AbortSignal | undefined) {
    this.#archive = archive;
    this.#signal = signal;
    this.#root = rootOf(archive);
  }

  /** The path inside the bag. */
  inside(name: string): string {
    return name.startsWith(this.#root) ? name.slice(this.#root.length) : name;
  }

  async check(): Promise<VerifyResult> {
    for (const entry of this.#archive.entries) {
      // Whoever wants it to stop is heard between two files.
      await setImmediate();
      if (this.#signal?.aborted === true) throw new AdaptaError('cancelled');
      if (!entry.directory) this.#read(entry);
    }
    if (!DECLARATION.test(this.#texts.get('bagit.txt') ?? '')) this.#problem('badDeclaration', 'bagit.txt');
    const payload = this.#compare(MANIFEST, (path) => path.startsWith('data/'));
    // RFC 8493 leaves the tag manifest out to taste; a bundle of ours always has one, so its absence is a loss.
    this.#compare(TAG_MANIFEST, (path) => !path.startsWith('data/') && !path.startsWith('tagmanifest-'));
    const info = readBagInfo(this.#texts.get('bag-info.txt') ?? '');
    this.#checkOxum(info.get('payload-oxum'), payload);
    const title = info.get('external-description') ?? null;
    return { ok: this.#problems.length === 0, title, files: this.#files, problems: this.#problems };
  }

  #read(entry: ZipEntry): void {
    const path = this.inside(entry.name);
    if (!entry.name.startsWith(this.#root)) {
      this.#problem('extra', path);
      return;
    }
    try {
      this.#archive.look(entry, (bytes) => {
        this.#files.push({ path, size: bytes.length, sha256: sha256(bytes) });
        if (!path.startsWith('data/') && path.endsWith('.txt')) this.#texts.set(path, new TextDecoder().decode(bytes));
      });
    } catch (cause) {
      if (!(cause instanceof AdaptaError) || !DAMAGE.has(cause.code)) throw cause;
      this.#files.push({ path, size: entry.size, sha256: '' });
      this.#problem('changed', path);
    }
  }

  /** Holds the files a manifest is responsible for against it; gives those files. */
  #compare(manifest: string, isCovered: (path: string) => boolean): readonly BundleFile[] {
    const covered = this.#files.filter(({ path }) => isCovered(path));
    const text = this.#texts.get(manifest);
    if (text === undefined) {
      if (!this.#problems.some(({ file }) => file === manifest)) this.#problem('missing', manifest);
      return covered;
    }
    const reading = readManifest(text);
    if (!reading.ok) {
      this.#problem('badManifest', manifest);
      return covered;
    }
    const found = new Map(covered.map((file) => [file.path, file]));
    for (const [path, hash] of reading.hashes) {
      const file = found.get(path) ?? found.get(path.normalize('NFC')) ?? found.get(path.normalize('NFD'));
      if (file === undefined) this.#problem('missing', path);
      else if (file.sha256 !== hash) this.#problem(path === MANIFEST ? 'manifestChanged' : 'changed', path);
      if (file !== undefined) found.delete(file.path);
    }
    for (const path of found.keys()) this.#problem('extra', path);
    return covered;
  }

  #checkOxum(oxum: string | undefined, payload: readonly BundleFile[]): void {
    if (oxum === undefined) return;
    const total = payload.reduce((sum, { size }) => sum + size, 0);
    if (oxum !== `${total}.${payload.length}`) this.#problem('sizeDiffers', 'bag-info.txt');
  }

  #problem(code: BundleProblem['code'], file: string): void {
    this.#problems.push({ code, file });
  }
}

/**
 * The folder the bag stands in: the one folder of the zip, or its root. Either the declaration or a manifest shows where,
 * so that the loss of one is a finding. Throws `notABundle` when there is neither.
 */
function rootOf(archive: ZipArchive): string {
  const roots = archive.entries.flatMap(({ name }) =>
    MARK.test(name) ? [name.slice(0, name.lastIndexOf('/') + 1)] : [],
  );
  const [root] = roots.toSorted((a, b) => a.length - b.length);
  if (root === undefined) throw new AdaptaError('notABundle');
  return root;
}
