import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Command } from '#shared/model/commands.ts';
import { textOf } from '#shared/model/content.ts';
import type { WriteUnit } from '#main/formats/format.ts';
import { allAtOnce } from '#main/services/slices.ts';
import { importText, openClient, withModule, type TestClient } from '#tests/builders/client.ts';

interface Made {
  readonly it: TestClient;
  readonly document: string;
  readonly ids: readonly string[];
}

async function made(source: string, received?: string): Promise<Made> {
  const it = await openClient();
  await withModule(it.client);
  const document = await importText(it, source, received);
  const { units } = await it.client.units.page({ document, from: 0, count: 100 });
  return { it, document, ids: units.map((unit) => unit.id) };
}

/** `text @anchors ^donors` per unit, as the writer was asked. */
async function written({ it, document }: Made, ...commands: readonly Command[]): Promise<readonly string[]> {
  if (commands.length > 0) await it.client.units.apply({ document, commands });
  const { path, token } = it.target('out.docx');
  await it.client.exports.document({ document, as: 'file', to: token });
  const lines = readFileSync(path, 'utf8').split('\n');
  return lines.map((line) => {
    const unit = JSON.parse(line) as WriteUnit & { container: string };
    const donors = unit.donor === undefined ? '' : ` ^${unit.donor.join(',')}`;
    return `${textOf(unit.content)} @${unit.anchors.join(',')}${donors}`;
  });
}

test('an original alone goes out in its own words where nothing was written yet', async () => {
  const it = await made('One\nTwo');
  const [, second = ''] = it.ids;
  const edit = { type: 'edit', unit: second, content: [{ text: 'Dos', marks: [] }] } as const;
  expect(await written(it, edit)).toEqual(['One @a0', 'Dos @a1']);
});

test('what only the original has is given with its place there', async () => {
  const it = await openClient();
  await withModule(it.client);
  const source = it.grant('s.txt', 'One\nTwo');
  const received = it.grant('r.txt', 'Uno');
  const plan = await it.client.imports.plan({ source, received });
  const links = [{ source: [0], received: [0], confidence: 1 }];
  const rest = { module: 'm', kind: 'reading', title: 'T' } as const;
  const { document } = await it.client.imports.commit({ plan: plan.plan, links, ...rest });
  expect(await written({ it, document, ids: [] })).toEqual(['Uno @a0', 'Two @ ^a1']);
});

test('the halves of a split name their block once', async () => {
  const it = await made('One', 'Uno dos');
  const [unit = ''] = it.ids;
  expect(await written(it, { type: 'split', unit, at: 4, into: 'x' })).toEqual(['Uno  @a0', 'dos @']);
});

test.each([0, 7])('an empty half of a split at %i says nothing; the original is told by the other half', async (at) => {
  const it = await made('One two', 'Uno dos');
  const [unit = ''] = it.ids;
  const lines = await written(it, { type: 'split', unit, at, into: 'x' });
  expect(lines.map((line) => line.split(' @')[0]).filter((text) => text !== '')).toEqual(['Uno dos']);
});

test('a merged unit stands for both blocks, an added one for none', async () => {
  const it = await made('One is here\nTwo is there\nThree is last', 'Uno está aquí\nDos está allí\nTres va al final');
  const [a = '', b = '', c = ''] = it.ids;
  const added = [{ text: 'Nuevo', marks: [] }];
  const lines = await written(
    it,
    { type: 'merge', unit: a, with: b },
    { type: 'insert', unit: 'n', after: c, kind: 'paragraph', content: added },
  );
  expect(lines).toEqual(['Uno está aquí Dos está allí @a0,a1', 'Tres va al final @a2', 'Nuevo @']);
});

test('an omitted unit is left out; one half of a split omitted leaves the block to the other', async () => {
  const it = await made('One\nTwo', 'Uno dos\nTres');
  const [a = '', b = ''] = it.ids;
  const lines = await written(
    it,
    { type: 'split', unit: a, at: 4, into: 'x' },
    { type: 'mode', unit: a, mode: 'omitted', why: { reason: 'audience' } },
    { type: 'mode', unit: b, mode: 'omitted', why: { reason: 'audience' } },
  );
  expect(lines).toEqual(['dos @a0']);
});

test('what is left out marks the place of what was added behind it', async () => {
  const it = await made('One\nTwo', 'Uno\nDos');
  const [, b = ''] = it.ids;
  const added = [{ text: 'Nuevo', marks: [] }];
  const lines = await written(
    it,
    { type: 'mode', unit: b, mode: 'omitted', why: { reason: 'audience' } },
    { type: 'insert', unit: 'n', after: b, kind: 'paragraph', content: added },
  );
  expect(lines).toEqual(['Uno @a0', 'Dos @a1', 'Nuevo @']);
});

test('what is open is said with the export', async () => {
  const { it, document } = await made('One\nTwo');
  const { token } = it.target('out.docx');
  const { findings } = await it.client.exports.document({ document, as: 'file', to: token });
  expect(findings).toEqual([
    { code: 'untranslatedLeft', params: { count: 2, of: 2 } },
    { code: 'notApproved', params: { count: 2, of: 2 } },
  ]);
});

test('a PDF is refused by name where nobody can print, and nothing is written', async () => {
  const { it, document } = await made('One');
  const { path, token } = it.target('out.pdf');
  await expect(it.client.exports.document({ document, as: 'pdf', to: token })).rejects.toMatchObject({
    code: 'printUnavailable',
  });
  expect(existsSync(path)).toBe(false);
});

test('what is printed is what was written', async () => {
  const printed: string[] = [];
  const it = await openClient({
    print: {
      print: async (html) => {
        printed.push(html);
        return await Promise.resolve(new TextEncoder().encode('%PDF-1.7'));
      },
    },
  });
  await withModule(it.client);
  const document = await importText(it, 'One');
  const { path, token } = it.target('out.pdf');
  await it.client.exports.document({ document, as: 'pdf', to: token });
  expect(readFileSync(path, 'utf8')).toBe('%PDF-1.7');
  expect(printed[0]).toContain('One');
});

test('participants get no unit meant for the facilitator, and the file is stripped', async () => {
  const { it, document, ids } = await made('One\nAnswers', 'Uno\nRespuestas');
  const [, second = ''] = ids;
  await it.client.units.apply({ document, commands: [{ type: 'audience', unit: second, audience: 'facilitator' }] });
  const { openStore } = await import('#main/store/store.ts');
  await it.close();
  const store = await openStore(it.workspace);
  const { exportOrder } = await import('#main/services/export-order.ts');
  const { order, leftOut } = allAtOnce(exportOrder(store, document, { language: 'es-BO', participants: true }));
  store.close();
  expect([order.strip, leftOut, order.omit]).toEqual([true, 1, ['a1']]);
  expect(order.containers.flatMap((each) => each.units.map((unit) => textOf(unit.content)))).toEqual(['Uno']);
});
