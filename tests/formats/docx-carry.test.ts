import { describe, expect, test } from 'vitest';
import { docxFormat } from '#main/formats/docx/index.ts';
import type { ReadBlock, ReadFile, WriteContainer, WriteResult } from '#main/formats/format.ts';
import { isText, plain, textOf, textRun, type Content } from '#shared/model/content.ts';
import * as b from '#tests/builders/docx/index.ts';
import { block, elements, part, read, texts } from './laws/rig.ts';
import { zip } from '#tests/builders/docx/zip.ts';
import { partText, readArchive } from './laws/archive.ts';

const { docx, docxWith, p } = b;

/** Placeholder numbers of the donor, as a document knows them beside the skeleton's own. */
const DONOR = 1000;

function shifted(content: Content): Content {
  return content.map((run) =>
    isText(run) || run.placeholder <= 0 ? run : { ...run, placeholder: run.placeholder + DONOR },
  );
}

interface Addition {
  readonly after: string;
  readonly like: ReadBlock;
  readonly content: Content;
}

/** Writes the donor's block, in other words or its own, after a block of the skeleton. */
async function carry(
  skeleton: Uint8Array,
  donor: Uint8Array,
  additions: readonly Addition[],
  containers: readonly WriteContainer[] = [],
): Promise<WriteResult> {
  const file = await read(skeleton);
  const units = file.blocks
    .filter((each) => each.container === 'body')
    .flatMap((each) => [
      { anchors: [each.anchor], kind: each.kind, content: each.content },
      ...additions
        .filter(({ after }) => textOf(each.content).includes(after))
        .map(({ like, content }) => ({
          anchors: [],
          kind: like.kind,
          ...(like.level === undefined ? {} : { level: like.level }),
          content: shifted(content),
          donor: [like.anchor],
        })),
    ]);
  return docxFormat.write({
    skeleton,
    donor,
    containers: [{ container: 'body', units }, ...containers],
    omit: [],
    locate: (id) => (id > DONOR ? { file: 'donor', id: id - DONOR } : { file: 'skeleton', id }),
    strip: false,
  });
}

async function one(donor: Uint8Array, words: string): Promise<ReadBlock> {
  return block(await read(donor), words);
}

const SKELETON = docx(p('Uno'), p('Dos'));

async function carried(donor: Uint8Array, words: string): Promise<{ file: ReadFile; result: WriteResult }> {
  const like = await one(donor, words);
  const result = await carry(SKELETON, donor, [{ after: 'Uno', like, content: like.content }]);
  return { file: await read(result.bytes), result };
}

/** A document as a program writes it that never had a list. */
function withoutNumbering(bytes: Uint8Array): Uint8Array {
  return zip(
    readArchive(bytes)
      .filter(({ name }) => name !== 'word/numbering.xml')
      .map(({ name, bytes: data }) => ({
        name,
        data: Buffer.from(partText(data).replace(/<(?:Override|Relationship) [^>]*numbering[^>]*\/>/gu, '')),
      })),
  );
}

/** A paragraph style of one name under an id. */
function notice(id: string): string {
  return `<w:style w:type="paragraph" w:customStyle="1" w:styleId="${id}"><w:name w:val="Aviso grande"/></w:style>`;
}

describe('what only the other file has comes along', () => {
  test('an image with its bytes, relationship and alternative text', async () => {
    const { file, result } = await carried(docx(p('foto ', b.image('un mapa'))), 'foto');
    expect(result.findings).toEqual([]);
    expect(texts(file)).toEqual(['Uno', 'foto ', 'un mapa', 'Dos']);
    const id = part(result.bytes).match(/r:embed="([^"]+)"/u)?.[1] ?? '';
    const target = new RegExp(`Id="${id}"[^>]*Target="([^"]+)"`, 'u').exec(
      part(result.bytes, 'word/_rels/document.xml.rels'),
    )?.[1];
    const media = readArchive(result.bytes).find((entry) => entry.name === `word/${target}`);
    expect(Buffer.from(media?.bytes ?? []).equals(Buffer.from(b.PIXEL))).toBe(true);
    expect(part(result.bytes, '[Content_Types].xml')).toContain(`/word/${target}`);
  });

  test('a footnote, into a file that has none yet', async () => {
    const { file, result } = await carried(docx(p('texto', b.footnote(p('al pie')))), 'texto');
    expect(result.findings).toEqual([]);
    expect(texts(file)).toEqual(['Uno', 'texto', 'al pie', 'Dos']);
    expect(file.report.footnotes).toBe(1);
  });

  test('a footnote beside the skeleton’s own, under a number of its own', async () => {
    const skeleton = docx(p('Uno', b.footnote(p('propia'))), p('Dos'));
    const donor = docx(p('texto', b.footnote(p('ajena'))));
    const like = await one(donor, 'texto');
    const { bytes } = await carry(skeleton, donor, [{ after: 'Uno', like, content: like.content }]);
    const file = await read(bytes);
    expect(texts(file)).toEqual(['Uno', 'propia', 'texto', 'ajena', 'Dos']);
  });

  test('a note’s own unit gives it its text', async () => {
    const donor = docx(p('texto', b.footnote(p('in English'))));
    const like = await one(donor, 'texto');
    const note = await one(donor, 'in English');
    const { bytes, findings } = await carry(
      SKELETON,
      donor,
      [{ after: 'Uno', like, content: like.content }],
      [
        {
          container: 'source:footnote:1',
          units: [{ anchors: [], kind: 'footnote', content: plain('en español'), donor: [note.anchor] }],
        },
      ],
    );
    expect(findings).toEqual([]);
    expect(texts(await read(bytes))).toEqual(['Uno', 'texto', 'en español', 'Dos']);
  });

  test('a note’s text whose reference nobody uses is a finding', async () => {
    const donor = docx(p('texto', b.footnote(p('in English'))));
    const note = await one(donor, 'in English');
    const { findings } = await carry(
      SKELETON,
      donor,
      [],
      [
        {
          container: 'source:footnote:1',
          units: [{ anchors: [], kind: 'footnote', content: plain('en español'), donor: [note.anchor] }],
        },
      ],
    );
    expect(findings).toMatchObject([{ code: 'containerMissing' }]);
  });

  test('a text box with both its branches', async () => {
    const { file, result } = await carried(docx(p('caja ', b.textBox(p('dentro')))), 'caja');
    expect(result.findings).toEqual([]);
    expect(texts(file)).toEqual(['Uno', 'caja ', 'dentro', 'Dos']);
  });

  test('a style the skeleton lacks, by name', async () => {
    const style =
      '<w:style w:type="paragraph" w:customStyle="1" w:styleId="Aviso"><w:name w:val="Aviso grande"/><w:basedOn w:val="Normal"/><w:pPr><w:jc w:val="center"/></w:pPr></w:style>';
    const { result } = await carried(docxWith({ styles: style }, p({ style: 'Aviso' }, 'aviso')), 'aviso');
    expect(result.findings).toEqual([]);
    expect(part(result.bytes, 'word/styles.xml')).toContain('Aviso grande');
    expect(part(result.bytes)).toContain('<w:pStyle w:val="Aviso"/>');
  });

  test('a style the skeleton knows under another id keeps the skeleton’s id', async () => {
    const skeleton = docxWith({ styles: notice('Propio') }, p('Uno'));
    const donor = docxWith({ styles: notice('Ajeno') }, p({ style: 'Ajeno' }, 'aviso'));
    const like = await one(donor, 'aviso');
    const { bytes } = await carry(skeleton, donor, [{ after: 'Uno', like, content: like.content }]);
    expect(part(bytes)).toContain('<w:pStyle w:val="Propio"/>');
    expect(part(bytes, 'word/styles.xml')).not.toContain('Ajeno');
  });

  test('an opaque look', async () => {
    const donor = docx(p('algo más largo ', b.red('rojo')));
    const like = await one(donor, 'rojo');
    const { bytes, findings } = await carry(SKELETON, donor, [{ after: 'Uno', like, content: like.content }]);
    expect(findings).toEqual([]);
    expect(block(await read(bytes), 'rojo').content).toEqual(like.content);
  });

  test('a list item that has no like in the skeleton keeps its list', async () => {
    const skeleton = docxWith({ extra: [] }, p('Uno'));
    const donor = docx(b.li(1, 'punto'));
    const like = await one(donor, 'punto');
    const { bytes } = await carry(skeleton, donor, [{ after: 'Uno', like, content: like.content }]);
    const item = block(await read(bytes), 'punto');
    expect([item.kind, item.level, item.label]).toEqual(['listItem', 1, like.label]);
  });

  test('a list, into a file that has no lists at all', async () => {
    const donor = docx(b.li(2, 'punto'));
    const like = await one(donor, 'punto');
    const skeleton = withoutNumbering(docx(p('Uno')));
    const { bytes, findings } = await carry(skeleton, donor, [{ after: 'Uno', like, content: like.content }]);
    const item = block(await read(bytes), 'punto');
    expect([findings, item.kind, item.level, item.label]).toEqual([[], 'listItem', 2, like.label]);
    expect(part(bytes, '[Content_Types].xml')).toContain('/word/numbering.xml');
  });

  test('a link gets a relationship of its own', async () => {
    const donor = docx(p(b.link('https://example.org/es', 'sitio')));
    const like = await one(donor, 'sitio');
    const { bytes } = await carry(SKELETON, donor, [{ after: 'Uno', like, content: like.content }]);
    expect(block(await read(bytes), 'sitio').content).toEqual(like.content);
    expect(elements(bytes, 'w:hyperlink')).toHaveLength(1);
  });
});

describe('what cannot come along is a finding', () => {
  test('a comment', async () => {
    const donor = docx(p('antes ', b.comment('ojo', 'comentado'), ' después'));
    const like = await one(donor, 'comentado');
    const { findings } = await carry(SKELETON, donor, [{ after: 'Uno', like, content: like.content }]);
    expect(new Set(findings.map(({ code }) => code))).toEqual(new Set(['placeholderLost']));
  });

  test('a number nobody knows', async () => {
    const like = await one(SKELETON, 'Uno');
    const content: Content = [textRun('x'), { placeholder: DONOR + 77, kind: 'image', label: '' }];
    const result = await docxFormat.write({
      skeleton: SKELETON,
      containers: [{ container: 'body', units: [{ anchors: [like.anchor], kind: 'paragraph', content }] }],
      omit: [],
      locate: () => undefined,
      strip: false,
    });
    expect(result.findings).toEqual([{ code: 'placeholderLost', params: { placeholder: DONOR + 77 } }]);
  });
});
