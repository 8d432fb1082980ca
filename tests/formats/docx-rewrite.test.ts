import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { pseudoRestore, pseudoTranslate } from '#main/formats/docx/pseudo.ts';
import { formatById, formatOf } from '#main/formats/registry.ts';
import { rewriteFile, roundtripFile } from '#main/formats/rewrite.ts';
import { isText, textOf, textRun, type Content } from '#shared/model/content.ts';
import { part, read } from './laws/rig.ts';

const CORPUS = '../shared/corpus/docx';
const FILES = readdirSync(CORPUS).filter((name) => name.endsWith('.docx'));

/** Content without what a file numbers for itself. */
function shape(content: Content): unknown {
  return content.map((run) => (isText(run) ? run : { kind: run.kind, link: run.link }));
}

describe.each(FILES)('%s', (name) => {
  const bytes = readFileSync(`${CORPUS}/${name}`);

  test('written with nothing changed is the same file', async () => {
    expect((await roundtripFile(bytes, name)).bytes).toBe(bytes);
  });

  test('with every unit changed reads as what was written, and back', async () => {
    const before = await read(bytes);
    const { bytes: written, findings } = await rewriteFile(bytes, 2, name);
    const after = await read(written);
    expect(findings).toEqual([]);
    expect(after.blocks.map((block) => [block.container, block.kind, block.level, block.label])).toEqual(
      before.blocks.map((block) => [block.container, block.kind, block.level, block.label]),
    );
    expect(after.blocks.map((block) => shape(pseudoRestore(block.content, 2)))).toEqual(
      before.blocks.map((block) => shape(block.content)),
    );
  });
});

test('a tracked insertion that is rewritten stays one', async () => {
  const { bytes } = await rewriteFile(readFileSync(`${CORPUS}/features.docx`));
  expect(part(bytes).match(/<w:ins /gu)).toHaveLength(1);
});

describe('the pseudo-translation', () => {
  const content: Content = [
    textRun('Año ⟪1⟫ ñ'),
    { placeholder: 3, kind: 'image', label: 'x' },
    textRun('\nb', ['bold']),
  ];

  test.each([0, 1, 2, 3, 11, -5])('can be undone with its seed: %d', (seed) => {
    expect(pseudoRestore(pseudoTranslate(content, seed), seed)).toEqual(content);
  });

  test('differs by seed and changes every text', () => {
    const [one, two] = [pseudoTranslate(content, 1), pseudoTranslate(content, 2)];
    expect(one).not.toEqual(two);
    expect(one.filter((run, index) => isText(run) && run === content[index])).toEqual([]);
    expect(textOf(one)).not.toContain('Año');
  });
});

describe('the registry', () => {
  test('knows a format by name, by content, by id', () => {
    const zip = Buffer.from('PK\u0003\u0004');
    expect([formatOf('a.DOCX', zip), formatOf('', zip), formatById('docx')].map(({ id }) => id)).toEqual([
      'docx',
      'docx',
      'docx',
    ]);
  });

  test('refuses what it does not know', () => {
    expect(() => formatOf('a.xyz', Buffer.from('hola'))).toThrow('unsupportedFormat');
    expect(() => formatById('doc')).toThrow('unsupportedFormat');
  });
});
