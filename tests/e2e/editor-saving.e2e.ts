import { kill } from 'node:process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type OpenEditor, openDocument, openEditor } from './harness/editor.ts';

const GUIDE = 'Guía del facilitador';
let folder: string;
let it: OpenEditor;

const options = (): { workspace: string; userData: string } => ({
  workspace: join(folder, 'workspace'),
  userData: join(folder, 'user-data'),
});

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'adapta-saving-'));
  it = await openEditor(GUIDE, options());
});

afterEach(async () => {
  await it.close();
  await rm(folder, { recursive: true, force: true });
});

const state = (): Promise<string | null> => it.page.locator('.status-saving').getAttribute('data-state');

async function again(): Promise<void> {
  await it.close();
  it = await openEditor(GUIDE, options());
}

test('what is typed while the engine is gone stays on screen and is saved after its restart', async () => {
  await it.caret(1, 'End');
  await it.page.keyboard.type(' antes');
  await it.saved();
  const engine = await it.enginePid();
  if (engine === undefined) throw new Error('no engine');
  await it.page.keyboard.type(' durante');
  kill(engine, 'SIGKILL');
  await expect.poll(state).toBe('unsaved');
  await it.page.keyboard.type(' y después');
  await it.press('Enter');
  await it.page.keyboard.type('agregada sin motor');
  expect(await state()).toBe('unsaved');
  await it.page.getByRole('button', { name: 'Reiniciar' }).click();
  await it.saved();
  const shown = await it.texts(4);
  expect(shown[1]).toMatch(/ antes durante y después$/u);
  await again();
  expect(await it.texts(4)).toEqual(shown);
});

test('closing the window right after a key loses nothing', async () => {
  await it.caret(1, 'End');
  await it.page.keyboard.type(' último');
  await again();
  expect((await it.texts(2))[1]).toMatch(/ último$/u);
});

test('leaving the document right after a key loses nothing', async () => {
  await it.caret(1, 'End');
  await it.page.keyboard.type(' saliendo');
  await it.page.getByRole('button', { name: 'Volver a los kits' }).click();
  await openDocument(it.page, GUIDE);
  expect((await it.texts(2))[1]).toMatch(/ saliendo$/u);
});
