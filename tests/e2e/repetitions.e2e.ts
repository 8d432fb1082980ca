import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeClient } from '#tests/builders/client.ts';
import { type OpenEditor, openEditor } from './harness/editor.ts';
import { makeKnowledgeWorkspace, TITLE } from './harness/knowledge-workspace.ts';

/** A toolkit that fills repetitions by itself: the third row and the sixth have one original. */
let it: OpenEditor;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'adapta-repetitions-'));
  const workspace = join(folder, 'workspace');
  await makeKnowledgeWorkspace(workspace);
  const { client, close } = await makeClient({ workspace });
  for (const { id } of (await client.library.read({})).toolkits)
    await client.memory.policy({ toolkit: id, set: 'fill' });
  await close();
  it = await openEditor(TITLE, { workspace });
  await it.page.locator('.text[aria-busy="false"]').waitFor();
});

afterAll(async () => {
  await it.close();
  await rm(folder, { recursive: true, force: true });
});

const target = async (index: number): Promise<string | undefined> => (await it.rows(index + 1))[index]?.target;

test('what confirming filled is taken back with it by one Ctrl+Z, and comes again', async () => {
  await it.page.locator('.text').focus();
  await it.press('Control+Home', 'Alt+ArrowDown', 'Alt+ArrowDown');
  await expect.poll(async () => (await it.rows(3))[2]?.active).toBe(true);
  await it.page.keyboard.type('Escriba cada servicio en una tarjeta.');
  await it.press('Control+Enter');
  await expect.poll(() => target(5)).toBe('Escriba cada servicio en una tarjeta.');
  await it.press('Control+z');
  await expect.poll(() => target(5)).toBe('');
  expect(await target(2)).toBe('Escriba cada servicio en una tarjeta.');
  await it.press('Control+y');
  await expect.poll(() => target(5)).toBe('Escriba cada servicio en una tarjeta.');
  expect(it.pageErrors).toEqual([]);
});
