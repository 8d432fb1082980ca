import { describe, expect, test } from 'vitest';
import { plain } from '#shared/model/content.ts';
import * as b from '#tests/builders/docx/index.ts';
import type { WriteUnit } from '#main/formats/format.ts';
import { docxFormat } from '#main/formats/docx/index.ts';
import { block, part, read } from './laws/rig.ts';

const { docxWith, h, p } = b;

/** The built-in style as a Spanish Word names it, and one based on it. */
const styles =
  '<w:style w:type="paragraph" w:styleId="Ttulo"><w:name w:val="Title"/></w:style>' +
  '<w:style w:type="paragraph" w:styleId="Portada"><w:name w:val="Portada"/><w:basedOn w:val="Ttulo"/></w:style>';

describe('the title of a document', () => {
  test.each(['Ttulo', 'Portada'])('is a heading of level 1: style %s', async (style) => {
    const title = block(await read(docxWith({ styles }, p({ style }, 'Manual'), p('texto'))), 'Manual');
    expect([title.kind, title.level]).toEqual(['heading', 1]);
  });

  test('is no heading where the paragraph says it is body text', async () => {
    const body = '<w:outlineLvl w:val="9"/>';
    const file = await read(docxWith({ styles }, p({ style: 'Ttulo', properties: body }, 'Manual')));
    expect(block(file, 'Manual').kind).toBe('paragraph');
  });

  test('is no heading in a running line', async () => {
    const file = await read(docxWith({ styles, header: [p({ style: 'Ttulo' }, 'Manual')] }, p('texto')));
    expect(block(file, 'Manual').kind).toBe('header');
  });

  test('lends its look to no heading added beside it, when the document has others', async () => {
    const skeleton = docxWith({ styles }, p({ style: 'Ttulo' }, 'Manual'), p('texto'), h(1, 'Uno'));
    const units: WriteUnit[] = (await read(skeleton)).blocks.map(({ anchor, kind, content }) => ({
      anchors: [anchor],
      kind,
      content,
    }));
    const added: WriteUnit = { anchors: [], kind: 'heading', level: 1, content: plain('Nuevo') };
    const { bytes } = await docxFormat.write({
      skeleton,
      containers: [{ container: 'body', units: units.toSpliced(1, 0, added) }],
      omit: [],
      locate: () => undefined,
      strip: false,
    });
    expect(part(bytes)).toMatch(/<w:pStyle w:val="Heading1"\/><\/w:pPr><w:r><w:t xml:space="preserve">Nuevo/u);
  });
});
