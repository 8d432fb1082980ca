import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answerOpenDialog, chooseMenu } from './harness/app.ts';
import { type OpenEditor, openDocument, openEditor } from './harness/editor.ts';
import { sampleFile } from './harness/people.ts';

const GUIDE = 'Guía del facilitador';
let folder: string;
let it: OpenEditor;

const open = async (): Promise<OpenEditor> =>
  await openEditor(GUIDE, { workspace: join(folder, 'workspace'), userData: join(folder, 'user-data') });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'adapta-place-'));
  it = await open();
});

afterAll(async () => {
  await it.close();
  await rm(folder, { recursive: true, force: true });
});

const opened = async (): Promise<void> => await it.page.locator('.text[aria-busy="false"]').waitFor();
const scrolled = (): Promise<number> => it.page.locator('.sheets').evaluate((sheets) => sheets.scrollTop);
const activeHeading = (): Promise<string> => it.page.locator('.unit.active .target').innerText();
const onScreen = (): Promise<boolean> =>
  it.page.locator('.unit.active').evaluate((row) => {
    const { top, bottom } = row.getBoundingClientRect();
    const sheets = row.closest('.sheets')?.getBoundingClientRect();
    return sheets !== undefined && top >= sheets.top && bottom <= sheets.bottom;
  });

test('a document never open before begins at its top, with its title in the bar', async () => {
  await opened();
  expect(await scrolled()).toBe(0);
  expect(await it.page.locator('.toolbar-title').innerText()).toBe(GUIDE);
});

test('left and opened again, one is where one was', async () => {
  await it.page.getByRole('button', { name: /Evaluación y cierre/u }).click();
  const heading = await activeHeading();
  await it.page.getByRole('button', { name: 'Volver a los kits' }).click();
  await openDocument(it.page, GUIDE);
  await opened();
  expect(await activeHeading()).toBe(heading);
  await expect.poll(onScreen).toBe(true);
});

test('so also after the application was closed', async () => {
  await it.page.getByRole('button', { name: /Sesión 4/u }).click();
  const heading = await activeHeading();
  await it.page.waitForTimeout(2500);
  await it.close();
  it = await open();
  await opened();
  expect(await activeHeading()).toBe(heading);
  await expect.poll(onScreen).toBe(true);
});

test('a document just imported has its title in the bar and begins at its top', async () => {
  await it.page.getByRole('button', { name: 'Volver a los kits' }).click();
  await answerOpenDialog(it.app, sampleFile('activity-2.en.docx'));
  await chooseMenu(it.app, 'importDocument');
  await it.page.getByRole('button', { name: 'Elegir archivo…' }).first().click();
  const next = it.page.getByRole('button', { name: 'Siguiente', exact: true });
  const end = it.page.getByRole('button', { name: 'Importar y abrir' });
  await expect.poll(() => next.isEnabled()).toBe(true);
  await it.page.getByLabel('Título').fill('Recién llegado');
  await next.click();
  await end.or(next).first().waitFor();
  if (!(await end.isVisible())) await next.click();
  await end.click();
  await it.page.locator('.unit').first().waitFor();
  expect(await it.page.locator('.toolbar-title').innerText()).toBe('Recién llegado');
  await opened();
  expect(await scrolled()).toBe(0);
});
