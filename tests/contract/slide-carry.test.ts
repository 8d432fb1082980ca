import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Format } from '#main/formats/format.ts';
import { odpFormat } from '#main/formats/odf/index.ts';
import { pptxFormat } from '#main/formats/pptx/index.ts';
import { textOf } from '#shared/model/content.ts';
import { openClient, withModule, type TestClient } from '#tests/builders/client.ts';
import * as odf from '#tests/builders/odf/index.ts';
import { body, box, pptx, slide, title } from '#tests/builders/pptx/index.ts';

const RECEIVED = pptx([slide(title('Plan de trabajo'), body('Primero, escuchar a la gente'))]);

/** Imports a pair with its first two blocks linked, and writes it as it is. */
async function exported(
  original: Uint8Array,
  received = RECEIVED,
  format: Format = pptxFormat,
): Promise<{ texts: readonly string[]; codes: readonly string[] }> {
  const it: TestClient = await openClient({ office: 'real' });
  await withModule(it.client);
  writeFileSync(join(it.workspace, `original.${format.id}`), original);
  writeFileSync(join(it.workspace, `recibido.${format.id}`), received);
  const plan = await it.client.imports.plan({
    source: it.grant(`original.${format.id}`),
    received: it.grant(`recibido.${format.id}`),
  });
  const links = [0, 1].map((index) => ({ source: [index], received: [index], confidence: 1 }));
  const rest = { module: 'm', kind: 'slides', title: 'T' } as const;
  const { document } = await it.client.imports.commit({ plan: plan.plan, links, ...rest });
  const { path, token } = it.target(`out.${format.id}`);
  const { findings } = await it.client.exports.document({ document, as: 'file', to: token });
  const file = await format.read(new Uint8Array(readFileSync(path)));
  return { texts: file.blocks.map(({ content }) => textOf(content)), codes: findings.map(({ code }) => code) };
}

test('notes and boxes the received slides lack go out in the original’s words', async () => {
  const original = slide(title('Work plan'), body('First, listen to people'), box({}, 'Mind the time'));
  const { texts, codes } = await exported(pptx([{ ...original, notes: ['Say hello'] }]));
  expect(texts).toEqual(['Plan de trabajo', 'Primero, escuchar a la gente', 'Mind the time', 'Say hello']);
  expect(codes).not.toContain('containerMissing');
});

test('a slide the received file lacks is said', async () => {
  const original = pptx([slide(title('Work plan'), body('First, listen to people')), slide(title('Thanks'))]);
  const { texts, codes } = await exported(original);
  expect(texts).not.toContain('Thanks');
  expect(codes).toContain('containerMissing');
});

/** A presentation of one slide, with a box for each text. */
function boxes(...words: readonly string[]): Uint8Array {
  return odf.odp(odf.page(words.map((each) => odf.box('outline', odf.p(each))).join('')));
}

test('a box an Open Document slide lacks is said, though nobody wrote anything for it', async () => {
  const { texts, codes } = await exported(
    boxes('Work plan', 'First, listen', 'Mind the time'),
    boxes('Plan de trabajo', 'Primero, escuchar'),
    odpFormat,
  );
  expect(texts).toEqual(['Plan de trabajo', 'Primero, escuchar']);
  expect(codes).toContain('containerMissing');
});
