import { expect, test } from 'vitest';
import { odpFormat } from '#main/formats/odf/index.ts';
import * as b from '#tests/builders/odf/index.ts';
import { entriesOf } from './nodes.ts';
import { edit, part, read, texts } from './rig.ts';

const { odp, odt, p, span } = b;

/** Everything a file holds: its raw bytes, and every part inflated. */
function everything(bytes: Uint8Array): string {
  const parts = Array.from(entriesOf(bytes), ([name, content]) => `${name}\n${Buffer.from(content).toString('utf8')}`);
  return [Buffer.from(bytes).toString('latin1'), ...parts].join('\n');
}

const PLANTED = 'Zoraida';
const META =
  `<meta:initial-creator>${PLANTED} 1</meta:initial-creator><dc:creator>${PLANTED} 2</dc:creator><meta:printed-by>${PLANTED} 3</meta:printed-by>` +
  `<meta:user-defined meta:name="x">${PLANTED} 4</meta:user-defined><dc:title>Guía</dc:title>`;
const SETTINGS = `<config:config-item xmlns:config="urn:oasis:names:tc:opendocument:xmlns:config:1.0" config:name="PrinterName" config:type="string">${PLANTED} 5</config:config-item>`;

test('a text for participants names nobody and holds nothing that was not to be seen', async () => {
  const changes = `<text:tracked-changes><text:changed-region text:id="c"><text:deletion><office:change-info><dc:creator>${PLANTED} 6</dc:creator></office:change-info>${p(`${PLANTED} 7`)}</text:deletion></text:changed-region></text:tracked-changes>`;
  const source = odt(
    changes +
      p(`uno${b.annotation(`${PLANTED} 8`, `${PLANTED} 9`)}<text:change text:change-id="c"/>`) +
      p(`dos ${span(`${PLANTED} 10`, 'T1')}<text:author-name>${PLANTED} 11</text:author-name>`) +
      p('tres', 'P1') +
      `<text:section text:display="none">${p(`${PLANTED} 12`)}</text:section>` +
      p(`<text:a xlink:href="file:///home/${PLANTED}/x.odt">cuatro</text:a>`) +
      p(
        `cinco<text:a xlink:href="https://example.org/${PLANTED}">${span('<text:change text:change-id="c"/>', 'T2')}</text:a>`,
      ) +
      p(`${PLANTED} 13`),
    {
      automatic: b.textStyle('T1', 'text:display="none"'),
      meta: META,
      settings: SETTINGS,
      extra: [
        { name: 'Thumbnails/thumbnail.png', data: `${PLANTED} 14` },
        { name: 'Versions/1', data: `${PLANTED} 15` },
        { name: 'Basic/Standard/a.xml', data: `${PLANTED} 16` },
        { name: 'Pictures/nadie.png', data: `${PLANTED} 17` },
      ],
      manifest: '<manifest:file-entry manifest:full-path="Thumbnails/thumbnail.png" manifest:media-type="image/png"/>',
    },
  );
  const { bytes } = await edit(source, { omit: [`${PLANTED} 13`], more: { strip: true } });
  expect(everything(bytes)).not.toContain(PLANTED);
  expect(texts(await read(bytes))).toEqual(['uno', 'dos ', 'tres', 'cuatro', 'cinco']);
  expect(part(bytes, 'meta.xml')).toContain('<dc:title>Guía</dc:title>');
  expect(part(bytes, 'META-INF/manifest.xml')).not.toContain('Thumbnails');
});

test('an index does not repeat the heading that was left out', async () => {
  const index = `<text:table-of-content><text:index-body>${p(`${PLANTED} uno<text:tab/>3`)}${p('dos<text:tab/>4')}</text:index-body></text:table-of-content>`;
  const source = odt(index + b.h(`${PLANTED} <text:bookmark text:name="x"/>uno`) + b.h('dos'));
  const { bytes } = await edit(source, { omit: [PLANTED], more: { strip: true } });
  expect(everything(bytes)).not.toContain(PLANTED);
  expect(part(bytes)).toContain('dos<text:tab/>4');
});

test('a link around a blank is a blank still', async () => {
  const source = odt(p('uno<text:a xlink:href="#x"> </text:a>dos'));
  const { bytes } = await edit(source, { more: { strip: true } });
  expect(texts(await read(bytes))).toEqual(['uno dos']);
});

test('a flat file too', async () => {
  const xml = Buffer.from(b.fodt(p(`uno${b.annotation(`${PLANTED} 1`, 'x')}`))).toString('utf8');
  const source = Buffer.from(xml.replace('<office:styles>', `<office:meta>${META}</office:meta><office:styles>`));
  const { bytes } = await edit(source, { more: { strip: true } });
  expect(everything(bytes)).not.toContain(PLANTED);
});

test('slides for participants have no notes and no comments', async () => {
  const notes = `<presentation:notes>${b.box('notes', p(`${PLANTED} 1`))}</presentation:notes>`;
  const source = odp(b.page(b.box('title', p('uno')) + notes + b.annotation('x', `${PLANTED} 2`)), { meta: META });
  const { bytes } = await edit(source, { more: { strip: true }, format: odpFormat });
  expect(everything(bytes)).not.toContain(PLANTED);
});

test('embedded files do not go out, and it is said; what is drawn from them stays', async () => {
  const object =
    '<draw:frame><draw:object xlink:href="./Object 1"/><draw:image xlink:href="./ObjectReplacements/Object 1"/></draw:frame>';
  const sheet = part(odt('')).replace(
    /<office:text>.*<\/office:text>/su,
    `<office:spreadsheet>${PLANTED} 1</office:spreadsheet>`,
  );
  const extra = [
    { name: 'Object 1/content.xml', data: sheet },
    { name: 'Object 1/meta.xml', data: `${PLANTED} 2` },
    { name: 'ObjectReplacements/Object 1', data: 'imagen' },
  ];
  const { bytes, findings } = await edit(odt(p(`uno${object}`), { extra }), { more: { strip: true } });
  expect(everything(bytes)).not.toContain(PLANTED);
  expect([...entriesOf(bytes).keys()]).toContain('ObjectReplacements/Object 1');
  expect(findings).toEqual([{ code: 'embeddedLeftOut', params: { file: 'Object 1' } }]);
});
