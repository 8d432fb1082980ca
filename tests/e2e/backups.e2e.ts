import { afterAll, beforeAll, expect, test } from 'vitest';
import { chooseMenu } from './harness/app.ts';
import { expectNoAxeViolations } from './harness/axe.ts';
import { openDocument, openEditor, type OpenEditor } from './harness/editor.ts';
import { closeBy, documentRow } from './harness/people.ts';

const TITLE = 'Guía del facilitador';
let it: OpenEditor;
let original: string;

beforeAll(async () => {
  it = await openEditor(TITLE);
  original = (await it.texts(2))[1] ?? '';
});

afterAll(async () => {
  await it.close();
});

/** As people with either setting of their system see it. */
async function expectAccessible(): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    await it.page.emulateMedia({ colorScheme });
    await expectNoAxeViolations(it.page);
  }
}

const dialog = () => it.page.getByRole('dialog');
const copies = () => dialog().getByRole('listitem');

async function showBackups(): Promise<void> {
  await chooseMenu(it.app, 'showBackups');
  await dialog().waitFor();
}

async function goBack(copy: number): Promise<void> {
  await copies().nth(copy).getByRole('button').click();
  await dialog().getByRole('button', { name: 'Volver a esta copia', exact: true }).click();
  await it.page.getByText('quedó guardado como copia').waitFor();
  await dialog().waitFor({ state: 'detached' });
  await documentRow(it.page, TITLE).waitFor();
}

test('before the first backup the dialog says when there will be one', async () => {
  await showBackups();
  expect(await dialog().innerText()).toContain('Todavía no hay copias');
  await expectAccessible();
  await closeBy('Escape', dialog());
});

test('a backup has its date, its reason in words and its size', async () => {
  // A reset makes one before it starts over.
  await chooseMenu(it.app, 'showLibrary');
  await documentRow(it.page, TITLE).waitFor();
  await chooseMenu(it.app, 'resetSample');
  await dialog().getByRole('button', { name: 'Restablecer', exact: true }).click();
  await it.page.getByText('El kit de muestra está como vino.').waitFor();
  await showBackups();
  await expect.poll(() => copies().count()).toBe(1);
  const words = await copies().first().innerText();
  expect(words).toMatch(/\d+ de \p{L}+ de \d{4}/u);
  expect(words).toContain('antes de restablecer el kit de muestra');
  expect(words).toMatch(/\d (kB|MB)/u);
  await expectAccessible();
  await it.screenshot('backups');
  await it.press('Escape');
  await dialog().waitFor({ state: 'detached' });
});

test('what was typed after a backup is gone after going back to it, and the document returns to the library', async () => {
  await openDocument(it.page, TITLE);
  await it.caret(1, 'End');
  await it.page.keyboard.type(' DESPUÉS');
  await showBackups();
  await copies().first().getByRole('button').click();
  const question = dialog().filter({ hasText: 'Primero se guarda lo que hay ahora' });
  await question.waitFor();
  await expectAccessible();
  await closeBy('Escape', question);
  await goBack(0);
  await openDocument(it.page, TITLE);
  expect((await it.texts(2))[1]).toBe(original);
});

test('the state until then is a backup of its own, with the very last words', async () => {
  await showBackups();
  await expect.poll(() => copies().count()).toBe(2);
  expect(await copies().first().innerText()).toContain('antes de volver a otra copia');
  await goBack(0);
  await openDocument(it.page, TITLE);
  await expect.poll(async () => (await it.texts(2))[1]).toBe(`${original} DESPUÉS`);
});

test('the notice has the way back', async () => {
  await it.page.getByRole('button', { name: 'Deshacer' }).last().click();
  await it.page.getByText('otra vez como antes').waitFor();
  await dialog().waitFor({ state: 'detached' });
  await openDocument(it.page, TITLE);
  await expect.poll(async () => (await it.texts(2))[1]).toBe(original);
});

test('the restored library takes edits, and the person is still known', async () => {
  await it.caret(1, 'End');
  await it.page.keyboard.type(' y más');
  await it.saved();
  await chooseMenu(it.app, 'showHistory');
  await expect.poll(() => it.page.locator('.revision').first().innerText()).toContain('María');
});

test('nothing went wrong in the page meanwhile', () => {
  expect(it.pageErrors).toEqual([]);
});
