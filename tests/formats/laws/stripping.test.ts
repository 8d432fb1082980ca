import { expect, test } from 'vitest';
import * as b from '#tests/builders/docx/index.ts';
import { edit, elements, read, texts } from './rig.ts';
import { everything } from './strip-law.ts';

const { docxWith, p } = b;

const CORE =
  '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">' +
  '<dc:creator>Plantada Autora</dc:creator><cp:lastModifiedBy>Plantado Revisor</cp:lastModifiedBy></cp:coreProperties>';
const PEOPLE =
  '<w15:people xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"><w15:person w15:author="Plantada Persona"/></w15:people>';

/** Every kind of thing no participant may find, planted in a file of everyone's and the facilitator's paragraphs. */
function planted(): Uint8Array {
  const extra = [
    { name: 'docProps/core.xml', data: CORE },
    { name: 'word/people.xml', data: PEOPLE },
  ];
  return docxWith(
    { extra, header: [p('Cabecera ', b.del('cabecera borrada'))] },
    p(b.comment('comentario plantado', 'Para todos'), b.ins(' insertado'), b.del(' borrado plantado')),
    p('Solo facilitadores: respuesta plantada', b.footnote(p('nota plantada'))),
    p('Intacto ', b.ins('también'), b.del('segundo borrado'), b.movedFrom('tercer borrado')),
    p({ mark: 'ins', paraId: '00AA00BB' }, 'Marca'),
    b.tbl(b.tr('celda', b.tc(p('x ', b.del('cuarto borrado'))))),
    p('Caja ', b.textBox(p('dentro ', b.del('quinto borrado')))),
    p('Nota ', b.footnote(p('al pie ', b.del('sexto borrado')))),
  );
}

const WORDS = [
  b.AUTHOR,
  'Plantada Autora',
  'Plantado Revisor',
  'Plantada Persona',
  'comentario plantado',
  'borrado plantado',
  'respuesta plantada',
  'nota plantada',
  'cabecera borrada',
  ...['segundo', 'tercer', 'cuarto', 'quinto', 'sexto'].map((word) => `${word} borrado`),
];

test('a participants’ file holds none of the planted words in any byte', async () => {
  const { bytes } = await edit(planted(), { omit: ['Solo facilitadores'], more: { strip: true } });
  const all = everything(bytes);
  expect(WORDS.filter((word) => all.includes(word))).toEqual([]);
});

test('a participants’ file keeps everyone’s text, insertions accepted', async () => {
  const { bytes } = await edit(planted(), { omit: ['Solo facilitadores'], more: { strip: true } });
  const file = await read(bytes);
  expect(texts(file)).toEqual(
    expect.arrayContaining(['Para todos insertado', 'Intacto también', 'Marca', 'celda', 'x ', 'dentro ', 'al pie ']),
  );
  expect(file.report).toMatchObject({ comments: 0, trackedInsertions: 0, trackedDeletions: 0, trackedMoves: 0 });
});

test('a bookmark that ends in deleted text still ends', async () => {
  const deleted = b.raw(
    '<w:del w:id="7" w:author="x"><w:r><w:delText>x</w:delText></w:r><w:bookmarkEnd w:id="1"/></w:del>',
  );
  const { bytes } = await edit(docxWith({}, p(b.bookmarkStart(1, 'm'), 'Uno', deleted)), { more: { strip: true } });
  expect([elements(bytes, 'w:bookmarkStart').length, elements(bytes, 'w:bookmarkEnd').length]).toEqual([1, 1]);
});
