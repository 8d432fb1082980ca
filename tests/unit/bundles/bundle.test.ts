import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Uint8ArrayReader, Uint8ArrayWriter, ZipReader } from '@zip.js/zip.js/lib/zip-core-external.js';
import { describe, expect, it } from 'vitest';
import { sha256 } from '#main/bundles/bagit.ts';
import { createBundle } from '#main/bundles/bundle.ts';
import type { BundleDocument, BundleRequest } from '#main/bundles/types.ts';
import { AdaptaError } from '#shared/model/errors.ts';
import { adaptation, bundleDocument, bundleRequest } from '#tests/builders/bundle.ts';
import { tempFolder } from '#tests/builders/temp-folder.ts';

/** Makes a bundle and gives its entries by path inside the bag. */
async function made(documents: readonly BundleDocument[], more: Partial<BundleRequest> = {}) {
  const path = join(await tempFolder(), 'taller.zip');
  const result = await createBundle(bundleRequest(documents, more), path);
  const zip = await readFile(path);
  const entries = new Map<string, Uint8Array>();
  for (const entry of await new ZipReader(new Uint8ArrayReader(zip)).getEntries()) {
    if (!entry.directory) entries.set(entry.filename, await entry.getData(new Uint8ArrayWriter()));
  }
  const root = [...entries.keys()][0]?.split('/')[0] ?? '';
  const text = (name: string) => new TextDecoder().decode(entries.get(`${root}/${name}`));
  return { result, zip, entries, root, text, names: [...entries.keys()].map((name) => name.slice(root.length + 1)) };
}

describe('a bundle', () => {
  it('is one folder that sorts by date and names its profile', async () => {
    const { entries, root } = await made([bundleDocument()]);
    expect(root).toBe('2026-03-07 Gobierno digital - facilitación');
    expect([...entries.keys()].every((name) => name.startsWith(`${root}/`))).toBe(true);
  });

  it('holds each document as DOCX and PDF under readable names', async () => {
    const { names } = await made([
      bundleDocument(),
      bundleDocument({ id: 'doc-2', title: 'Lectura: ¿qué es una mentalidad?' }),
    ]);
    expect(names.filter((name) => /\.(?:docx|pdf)$/u.test(name))).toEqual([
      'data/2.1 Instituciones eficaces/01 Actividad 1 - Mapa.docx',
      'data/2.1 Instituciones eficaces/01 Actividad 1 - Mapa.pdf',
      'data/2.1 Instituciones eficaces/02 Lectura - ¿qué es una mentalidad.docx',
      'data/2.1 Instituciones eficaces/02 Lectura - ¿qué es una mentalidad.pdf',
    ]);
  });

  it('declares itself a bag (RFC 8493, 2.1.1)', async () => {
    const { text } = await made([bundleDocument()]);
    expect(text('bagit.txt')).toBe('BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n');
  });

  it('lists every payload file in the manifest, and nothing else (2.1.3)', async () => {
    const { text, names } = await made([bundleDocument()]);
    const listed = text('manifest-sha256.txt')
      .trimEnd()
      .split('\n')
      .map((line) => line.slice(66));
    expect(listed.toSorted()).toEqual(names.filter((name) => name.startsWith('data/')).toSorted());
  });

  it('lists every tag file but the tag manifest itself (2.2.1)', async () => {
    const { text } = await made([bundleDocument()]);
    const listed = text('tagmanifest-sha256.txt')
      .trimEnd()
      .split('\n')
      .map((line) => line.slice(66));
    expect(listed).toEqual(['Abrir.html', 'bag-info.txt', 'bagit.txt', 'manifest-sha256.txt']);
  });

  it('carries hashes that are right', async () => {
    const { text, entries, root } = await made([bundleDocument()]);
    for (const line of text('manifest-sha256.txt').trimEnd().split('\n')) {
      expect(sha256(entries.get(`${root}/${line.slice(66)}`) ?? '')).toBe(line.slice(0, 64));
    }
  });

  it('says what it is in bag-info.txt', async () => {
    const { text, names, entries, root } = await made([bundleDocument()]);
    const payload = names.filter((name) => name.startsWith('data/'));
    const octets = payload.reduce((sum, name) => sum + (entries.get(`${root}/${name}`)?.length ?? 0), 0);
    expect(text('bag-info.txt')).toBe(
      [
        'Source-Organization: Naciones Unidas',
        'External-Description: Gobierno digital',
        'Bagging-Date: 2026-02-22',
        'Bag-Software-Agent: Adapta 0.1.0',
        `Payload-Oxum: ${octets}.${payload.length}`,
        'Workshop-Date: 2026-03-07',
        'Workshop-Place: El Alto',
        'Bundle-Profile: facilitator',
        'Bundle-Language: es-BO',
        '',
      ].join('\n'),
    );
  });

  it('is the same bytes for the same request', async () => {
    const [first, second] = [await made([bundleDocument()]), await made([bundleDocument()])];
    expect(first.zip.equals(second.zip)).toBe(true);
  });

  it('reports files, sizes and the hash of the whole', async () => {
    const { result, zip, entries } = await made([bundleDocument()]);
    expect(result).toMatchObject({ size: zip.length, sha256: sha256(zip) });
    expect(result.files.map(({ path, size }) => [path, size])).toEqual(
      [...entries].map(([path, bytes]) => [path, bytes.length]),
    );
  });

  it('says where a PDF is missing', async () => {
    const { pdf: _, ...unprintable } = bundleDocument();
    const { result, names, text } = await made([unprintable]);
    expect(result.leftOut).toEqual([{ document: 'doc-1', code: 'noPdf' }]);
    expect(names.some((name) => name.endsWith('.pdf'))).toBe(false);
    expect(text('data/index.html')).toContain('sin PDF');
  });

  it('speaks English when its content does', async () => {
    const { names } = await made([bundleDocument()], { language: 'en' });
    expect(names).toEqual(
      expect.arrayContaining(['Open.html', 'data/Adaptation report.html', 'data/Rights notice.txt']),
    );
  });

  it('tells of units whose reason is missing', async () => {
    const { reason: _, ...unexplained } = adaptation();
    const { result } = await made([bundleDocument({ adaptations: [unexplained] })]);
    expect(result.warnings).toContainEqual({ code: 'missingReasons', document: 'doc-1', params: { count: 1 } });
  });

  it('tells its steps', async () => {
    const steps: string[] = [];
    const path = join(await tempFolder(), 'taller.zip');
    await createBundle(bundleRequest([bundleDocument()]), path, {
      progress: ({ done, total, step }) => void steps.push(`${step} ${done}/${total}`),
    });
    expect(steps).toEqual(['document 0/4', 'pdf 1/4', 'pack 2/4', 'verify 3/4']);
  });

  it('leaves nothing behind when a document cannot be made', async () => {
    const folder = await tempFolder();
    const broken = bundleDocument({ pdf: () => Promise.reject(new AdaptaError('printFailed')) });
    await expect(createBundle(bundleRequest([broken]), join(folder, 'taller.zip'))).rejects.toMatchObject({
      code: 'printFailed',
    });
    expect(await readdir(folder)).toEqual([]);
  });

  it('stops when cancelled, without a trace', async () => {
    const folder = await tempFolder();
    const abort = new AbortController();
    const making = createBundle(bundleRequest([bundleDocument()]), join(folder, 'taller.zip'), {
      signal: abort.signal,
      progress: ({ step }) => {
        if (step === 'pdf') abort.abort();
      },
    });
    await expect(making).rejects.toMatchObject({ code: 'cancelled' });
    expect(await readdir(folder)).toEqual([]);
  });

  it('is not made of nothing', async () => {
    const guide = bundleDocument({ kind: 'facilitatorGuide' });
    const making = createBundle(
      bundleRequest([guide], { profile: 'participants' }),
      join(await tempFolder(), 'taller.zip'),
    );
    await expect(making).rejects.toMatchObject({ code: 'nothingToExport' });
  });
});

describe('a participants’ bundle', () => {
  const planted = [
    'María Quispe',
    'Nota interna',
    'Carta de J. Smith',
    'texto retirado',
    'solo para quien enseña',
    'Guía secreta',
  ];
  const toolkit = { name: 'Kit', publisher: 'Naciones Unidas', permission: 'Carta de J. Smith, 2023' };
  const documents = [
    bundleDocument({
      toolkit,
      modes: { faithful: 1, adapted: 1, added: 0, omitted: 1 },
      adaptations: [
        adaptation({ note: 'Nota interna', target: 'solo para quien enseña', audience: 'facilitator' }),
        adaptation({ mode: 'omitted', received: 'texto retirado', target: '' }),
      ],
    }),
    bundleDocument({
      id: 'doc-2',
      toolkit,
      kind: 'facilitatorGuide',
      title: 'Guía secreta',
      files: ['Guía secreta', 'Guía secreta'],
    }),
  ];

  it('holds none of the words planted in names, notes, permission, omitted text and the guide', async () => {
    const { zip, entries } = await made(documents, { profile: 'participants' });
    const inside = [...entries].map(([name, bytes]) => `${name}\n${new TextDecoder().decode(bytes)}`).join('\n');
    const found = planted.filter((word) => zip.includes(Buffer.from(word)) || inside.includes(word));
    expect(found).toEqual([]);
  });

  it('would be found out by this search: the facilitator’s bundle holds them all', async () => {
    const { zip } = await made(documents);
    expect(planted.filter((word) => !zip.includes(Buffer.from(word)))).toEqual([]);
  });

  it('has a report that counts modes and reasons of units for everyone', async () => {
    const { text } = await made(documents, { profile: 'participants' });
    const report = text('data/Informe de adaptación.html');
    expect(report).toContain('<td class="number">0</td><td class="number">0</td><td class="number">1</td>');
    expect(report).toContain('ley o norma');
    expect(report).not.toContain('<article>');
  });

  it('says what was left out to the one who makes it', async () => {
    const { result } = await made(documents, { profile: 'participants' });
    expect(result.leftOut).toEqual([{ document: 'doc-2', code: 'facilitatorGuide' }]);
  });
});
