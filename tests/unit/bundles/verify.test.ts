import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Uint8ArrayReader, Uint8ArrayWriter, ZipReader, ZipWriter } from '@zip.js/zip.js/lib/zip-core-external.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { createBundle } from '#main/bundles/bundle.ts';
import type { BundleProblem, VerifyResult } from '#main/bundles/types.ts';
import { requireIntact, verifyBundle, verifyBytes } from '#main/bundles/verify.ts';
import { AdaptaError } from '#shared/model/errors.ts';
import { bundleDocument, bundleRequest } from '#tests/builders/bundle.ts';
import { tempFolder } from '#tests/builders/temp-folder.ts';

const ROOT = '2026-03-07 Gobierno digital - facilitación/';
const DOCX = 'data/2.1 Instituciones eficaces/01 Actividad 1 - Mapa.docx';
let bundle: Uint8Array;

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'adapta-test-'));
  const path = join(folder, 'a.zip');
  await createBundle(bundleRequest([bundleDocument()]), path);
  bundle = new Uint8Array(await readFile(path));
  await rm(folder, { recursive: true });
});

/** The bundle packed again, as another program does it, after the entries were changed. */
async function repacked(change: (entries: Map<string, Uint8Array>) => void, level = 6): Promise<Uint8Array> {
  const entries = new Map<string, Uint8Array>();
  for (const entry of await new ZipReader(new Uint8ArrayReader(bundle)).getEntries()) {
    if (!entry.directory) entries.set(entry.filename.slice(ROOT.length), await entry.getData(new Uint8ArrayWriter()));
  }
  change(entries);
  const writer = new ZipWriter(new Uint8ArrayWriter(), { level, useWebWorkers: false });
  for (const [name, bytes] of entries)
    await writer.add(name.startsWith('/') ? name.slice(1) : ROOT + name, new Uint8ArrayReader(bytes));
  return writer.close();
}

async function problems(bytes: Uint8Array): Promise<readonly BundleProblem[]> {
  return (await verifyBytes(bytes)).problems;
}

function text(value: string): Uint8Array {
  return new TextEncoder().encode(value);
}

/** Whether a check of these bytes lets them pass. */
async function passes(bytes: Uint8Array): Promise<boolean> {
  try {
    return (await verifyBytes(bytes)).ok;
  } catch (error) {
    if (error instanceof AdaptaError) return false;
    throw error;
  }
}

describe('verifyBundle', () => {
  it('passes a bundle as it was written, and tells its title', async () => {
    const path = join(await tempFolder(), 'a.zip');
    await writeFile(path, bundle);
    expect(await verifyBundle(path)).toMatchObject({ ok: true, title: 'Gobierno digital', problems: [] });
  });

  it('passes one that another program unpacked and packed again', async () => {
    expect(await problems(await repacked(() => undefined))).toEqual([]);
  });

  it('passes a bag that stands at the root of its zip', async () => {
    const flat = await repacked((entries) => {
      for (const [name, bytes] of Array.from(entries)) {
        entries.delete(name);
        entries.set(`/${name}`, bytes);
      }
    });
    expect(await problems(flat)).toEqual([]);
  });

  it('finds a changed file', async () => {
    expect(await problems(await repacked((entries) => entries.set(DOCX, text('docx bytez'))))).toEqual([
      { code: 'changed', file: DOCX },
    ]);
  });

  it('finds a missing file', async () => {
    const damaged = await problems(await repacked((entries) => entries.delete(DOCX)));
    expect(damaged).toContainEqual({ code: 'missing', file: DOCX });
  });

  it('finds an extra file in the payload', async () => {
    const damaged = await problems(await repacked((entries) => entries.set('data/virus.exe', text('x'))));
    expect(damaged).toContainEqual({ code: 'extra', file: 'data/virus.exe' });
  });

  it('finds an extra file beside the payload', async () => {
    const damaged = await problems(await repacked((entries) => entries.set('autorun.inf', text('x'))));
    expect(damaged).toEqual([{ code: 'extra', file: 'autorun.inf' }]);
  });

  it('finds a file outside the folder', async () => {
    const damaged = await problems(await repacked((entries) => entries.set('/otra/index.html', text('x'))));
    expect(damaged).toEqual([{ code: 'extra', file: 'otra/index.html' }]);
  });

  it('finds a manifest that was changed along with its file', async () => {
    const both = await repacked((entries) => {
      const manifest = new TextDecoder().decode(entries.get('manifest-sha256.txt'));
      entries.set('manifest-sha256.txt', text(manifest.replace(/^[0-9a-f]/u, (digit) => (digit === '0' ? '1' : '0'))));
    });
    expect((await problems(both)).map(({ code }) => code)).toContain('manifestChanged');
  });

  it.each([
    ['manifest-sha256.txt', 'hello', 'badManifest'],
    ['manifest-sha256.txt', `${'a'.repeat(64)}  data/../../x\n`, 'badManifest'],
    ['bagit.txt', 'BagIt-Version: one', 'badDeclaration'],
  ])('finds %s with %j', async (file, content, code) => {
    const damaged = await problems(await repacked((entries) => entries.set(file, text(content))));
    expect(damaged).toContainEqual({ code, file });
  });

  it.each(['bagit.txt', 'manifest-sha256.txt', 'tagmanifest-sha256.txt'])('finds that %s is gone', async (file) => {
    const damaged = await problems(await repacked((entries) => entries.delete(file)));
    expect(damaged.map((problem) => problem.file)).toContain(file);
  });

  it('finds one changed byte, wherever it is', async () => {
    const end = bundle.length;
    const places = [...Array(end).keys()].filter(
      (at) => at % 61 === 0 || at < 160 || (at > end - 1800 && at % 3 === 0),
    );
    const missed: number[] = [];
    for (const at of places) {
      const changed = bundle.slice();
      changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8));
      if (await passes(changed)) missed.push(at);
    }
    expect(missed).toEqual([]);
  });

  it('finds a truncated file and one with something behind its end', async () => {
    expect(await passes(bundle.slice(0, -100))).toBe(false);
    expect(await passes(bundle.slice(0, bundle.length >> 1))).toBe(false);
    expect(await passes(Buffer.concat([bundle, text('x')]))).toBe(false);
  });

  it.each([
    ['a text', text('hello, this is no archive at all')],
    ['nothing', new Uint8Array()],
  ])('says that %s is not a bundle', async (_what, bytes) => {
    await expect(verifyBytes(bytes)).rejects.toMatchObject({ code: 'notABundle' });
  });

  it('says that a DOCX is not a bundle', async () => {
    const docx = new URL('../../../resources/sample/activity-1.en.docx', import.meta.url);
    await expect(verifyBytes(await readFile(docx))).rejects.toMatchObject({ code: 'notABundle' });
  });

  it('says that a file is not there', async () => {
    await expect(verifyBundle('/nowhere/a.zip')).rejects.toMatchObject({ code: 'fileNotFound' });
    await expect(verifyBundle(tmpdir())).rejects.toMatchObject({ code: 'fileNotFound' });
  });

  it.each(['zip-slip.zip', 'zip-slip-win.zip'])('refuses %s by the name of its offence', async (name) => {
    const path = new URL(`../../../../shared/corpus/hostile/${name}`, import.meta.url);
    await expect(verifyBundle(path.pathname)).rejects.toMatchObject({ code: 'zipSlip' });
  });

  it('refuses a bomb', async () => {
    const bomb = await repacked((entries) => entries.set('data/zeros', new Uint8Array(20_000_000)), 9);
    await expect(verifyBytes(bomb)).rejects.toMatchObject({ code: 'zipBomb' });
  });
});

function result(...found: readonly BundleProblem[]): VerifyResult {
  return { ok: false, title: null, files: [], problems: found };
}

describe('requireIntact', () => {
  it('names a loss before a change', () => {
    const both = result({ code: 'changed', file: 'data/a' }, { code: 'missing', file: 'data/b' });
    expect(() => requireIntact(both)).toThrow(
      expect.objectContaining({ code: 'bundleIncomplete', params: { file: 'data/b' } }),
    );
  });

  it('names a change', () => {
    expect(() => requireIntact(result({ code: 'changed', file: 'data/a' }))).toThrow(
      expect.objectContaining({ code: 'bundleChanged' }),
    );
  });
});
