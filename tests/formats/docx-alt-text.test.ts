import { expect, test } from 'vitest';
import { plain } from '#shared/model/content.ts';
import * as b from '#tests/builders/docx/index.ts';
import type { WriteUnit } from '#main/formats/format.ts';
import { docxFormat } from '#main/formats/docx/index.ts';
import { block, read } from './laws/rig.ts';

test('lines of an alternative text are parted by a blank, not run together', async () => {
  const skeleton = b.docx(b.p('Antes', b.image('A map')));
  const { anchor, container } = block(await read(skeleton), 'A map');
  const unit: WriteUnit = { anchors: [anchor], kind: 'altText', content: plain('Un mapa\nde Cobija') };
  const { bytes } = await docxFormat.write({
    skeleton,
    containers: [{ container, units: [unit] }],
    omit: [],
    strip: false,
    language: 'es-BO',
    locate: () => undefined,
  });
  expect(block(await read(bytes), 'Un mapa de Cobija').kind).toBe('altText');
});
