import { expect, test } from 'vitest';
import type { ReadFile, WriteResult, WriteUnit } from '#main/formats/format.ts';
import { odtFormat } from '#main/formats/odf/index.ts';
import { isText, textRun, type Content } from '#shared/model/content.ts';
import * as b from '#tests/builders/odf/index.ts';
import { entriesOf } from './nodes.ts';
import { block, body, part, read, texts, told } from './rig.ts';

const { odt, p, span } = b;
/** Numbers of the donor's placeholders in the document, behind the skeleton's. */
const SHIFT = 100;

function shifted(content: Content): Content {
  return content.map((run) => (isText(run) ? run : { ...run, placeholder: run.placeholder + SHIFT }));
}

function unit(each: ReadFile['blocks'][number]): WriteUnit {
  return { anchors: [], kind: each.kind, content: shifted(each.content), donor: [each.anchor] };
}

/** Writes the skeleton's blocks and behind them the donor's units; the donor's other containers under a foreign name. */
async function carry(
  skeleton: Uint8Array,
  donor: Uint8Array,
  own: (file: ReadFile) => ReadFile['blocks'],
): Promise<WriteResult> {
  const [here, there] = [await read(skeleton), await read(donor)];
  const taken = own(there);
  const foreign = Map.groupBy(
    taken.filter(({ story }) => story !== 'body'),
    ({ container }) => container,
  );
  return odtFormat.write({
    skeleton,
    donor,
    containers: [
      {
        container: 'body',
        units: [
          ...here.blocks.map((each) => ({ anchors: [each.anchor], kind: each.kind, content: each.content })),
          ...taken.filter(({ story }) => story === 'body').map((each) => unit(each)),
        ],
      },
      ...Array.from(foreign, ([container, blocks]) => ({
        container: `source:${container}`,
        units: blocks.map((each) => unit(each)),
      })),
    ],
    omit: [],
    strip: false,
    locate: (id) => (id > SHIFT ? { file: 'donor', id: id - SHIFT } : { file: 'skeleton', id }),
  });
}

test('a picture comes with its file, its style and its place in the manifest', async () => {
  const frame = b.image('foto.png', 'Un mapa').replace('<draw:frame', '<draw:frame draw:style-name="fr1"');
  const automatic =
    '<style:style style:name="fr1" style:family="graphic"><style:graphic-properties style:wrap="none"/></style:style>';
  const donor = odt(p(`Foto ${frame}`), { automatic, extra: [{ name: 'Pictures/foto.png', data: 'x' }] });
  const skeleton = odt(p('uno'), { extra: [{ name: 'Pictures/foto.png', data: 'otra' }] });
  const { bytes, findings } = await carry(skeleton, donor, (file) => file.blocks);
  expect(findings).toEqual([]);
  expect(Buffer.from(entriesOf(bytes).get('Pictures/foto 2.png') ?? '').toString()).toBe('x');
  expect(part(bytes, 'META-INF/manifest.xml')).toContain(
    'manifest:full-path="Pictures/foto 2.png" manifest:media-type="image/png"',
  );
  expect(body(bytes)).toContain('<draw:frame draw:style-name="fr1" ');
  expect(part(bytes)).toContain(automatic);
  expect(told(block(await read(bytes), 'Foto').content)).toEqual([['Foto '], 'image']);
});

test('the same picture is not brought twice', async () => {
  const extra = [{ name: 'Pictures/foto.png', data: 'x' }];
  const source = odt(p(`Foto ${b.image('foto.png')}`), { extra });
  const { bytes } = await carry(odt(p('uno'), { extra }), source, (file) => file.blocks);
  expect([...entriesOf(bytes).keys()].filter((name) => name.startsWith('Pictures'))).toEqual(['Pictures/foto.png']);
});

test('a note comes with its text as it is now', async () => {
  const donor = odt(p(`Con nota${b.note(p('vieja'))}`));
  const { bytes, findings } = await carry(odt(p('uno')), donor, (file) =>
    file.blocks.map((each) => (each.kind === 'footnote' ? { ...each, content: [textRun('nueva', ['bold'])] } : each)),
  );
  expect(findings).toEqual([]);
  const file = await read(bytes);
  expect(texts(file)).toEqual(['uno', 'Con nota', 'nueva']);
  expect(told(block(file, 'nueva').content)).toEqual([['nueva', 'bold']]);
});

test('looks only the donor has get a style', async () => {
  const automatic = b.textStyle('T7', 'fo:color="#ff0000"');
  const donor = odt(p(`normal y largo ${span('rojo', 'T7')}`), { automatic });
  const { bytes, findings } = await carry(odt(p('uno')), donor, (file) => file.blocks);
  expect(findings).toEqual([]);
  expect(block(await read(bytes), 'rojo').content).toEqual(block(await read(donor), 'rojo').content);
});

test('a style both files have by name is used', async () => {
  const styles = '<style:style style:name="Nota" style:family="paragraph"/>';
  const { bytes } = await carry(odt(p('uno'), { styles }), odt(p('dos', 'Nota'), { styles }), (file) => file.blocks);
  expect(body(bytes)).toBe(p('uno') + p('dos', 'Nota'));
});

test('what cannot come is said', async () => {
  const donor = odt(p('a<text:bookmark text:name="x"/>b'));
  const { bytes, findings } = await carry(odt(p('uno')), donor, (file) => file.blocks);
  expect(body(bytes)).toBe(p('uno') + p('ab'));
  expect(findings.map(({ code }) => code)).toEqual(['placeholderLost']);
});

test('a donor of another format gives nothing, and it is said', async () => {
  const donor = Buffer.from('PK no es un documento');
  const { findings } = await odtFormat.write({
    skeleton: odt(p('uno')),
    donor,
    containers: [
      {
        container: 'body',
        units: [{ anchors: [], kind: 'paragraph', content: [{ placeholder: 101, kind: 'image', label: '' }] }],
      },
    ],
    omit: [],
    strip: false,
    locate: (id) => ({ file: 'donor', id: id - SHIFT }),
  });
  expect(findings.map(({ code }) => code)).toEqual(['placeholderLost']);
});
