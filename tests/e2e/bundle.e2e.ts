import { copyFile, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answerOpenDialog, answerSaveDialog, chooseMenu, type RunningApp } from './harness/app.ts';
import { openLibrary, seen } from './harness/people.ts';

let running: RunningApp;
let zip: string;

beforeAll(async () => {
  running = await openLibrary();
  zip = join(running.userData, 'taller.zip');
});

afterAll(async () => {
  await running.close();
});

const page = () => running.page;
const create = () => page().getByRole('button', { name: 'Crear carpeta…' });

describe('what goes in', () => {
  test('all documents of the toolkit are chosen when coming from the library', async () => {
    await page().getByRole('button', { name: 'Carpeta del taller…' }).click();
    expect(await seen(page().getByRole('heading', { name: 'Carpeta del taller' }))).toBe(true);
    expect(await page().getByRole('checkbox', { name: 'Guía del facilitador' }).isChecked()).toBe(true);
  });

  test('a module is chosen as a whole', async () => {
    await page().locator('label', { hasText: '2.2 Innovación' }).click();
    await expect.poll(() => page().getByRole('checkbox', { checked: true }).count()).toBe(5);
  });

  test('without a title nothing can be made', async () => {
    expect(await create().isDisabled()).toBe(true);
    expect(await seen(page().getByText('hace falta para crearla'))).toBe(true);
    await page().getByLabel('Título del taller').fill('Gobierno digital en Cobija');
    await expect.poll(() => create().isEnabled()).toBe(true);
  });
});

describe('what comes out', () => {
  test('is listed with sizes before it is written', async () => {
    expect(await seen(page().getByText(/Cabe en WhatsApp: [\d.,]+ (kB|MB)/u))).toBe(true);
    expect(await page().locator('.file-list').innerText()).toContain('.pdf');
  });

  test('what it comes to and what to know stand above the long list', async () => {
    const [size, findings, list] = await Promise.all(
      ['.file-total', '.findings', '.file-list'].map((part) => page().locator(part).boundingBox()),
    );
    expect(size?.y).toBeLessThan(findings?.y ?? 0);
    expect(findings?.y).toBeLessThan(list?.y ?? 0);
    expect(list?.y).toBeLessThan(700);
  });

  test('each half scrolls by itself in a small window', async () => {
    await page().setViewportSize({ width: 1024, height: 400 });
    const main = await page()
      .locator('.frame-main')
      .evaluate((part) => part.scrollHeight - part.clientHeight);
    expect(main).toBeLessThanOrEqual(1);
    await page().setViewportSize({ width: 1366, height: 768 });
  });

  test('the participants get no facilitator’s guide, and the list says so', async () => {
    await page().locator('.radio', { hasText: 'Participantes' }).click();
    expect(await seen(page().getByText('Quedan fuera, son solo para el facilitador.'))).toBe(true);
    await page().locator('.radio', { hasText: 'Facilitador' }).first().click();
  });

  test('the date is written the Bolivian way', async () => {
    const group = page().getByRole('group', { name: 'Fecha' }).first();
    const parts = await group
      .getByRole('spinbutton')
      .evaluateAll((all) => all.map((each) => each.getAttribute('data-type')));
    expect(parts).toEqual(['day', 'month', 'year']);
  });
});

describe('the bundle', () => {
  test('is written, verified, and said to be', async () => {
    await answerSaveDialog(running.app, zip);
    await create().click();
    expect(await seen(page().getByText('Verificada. Puede retirar la memoria.'), 90_000)).toBe(true);
    expect((await stat(zip)).size).toBeGreaterThan(50_000);
  });

  test('verifies from the menu', async () => {
    await answerOpenDialog(running.app, zip);
    await chooseMenu(running.app, 'verifyBundle');
    const dialog = page().getByRole('dialog', { name: 'Verificar carpeta del taller' });
    expect(await seen(dialog.getByText('tal como se crearon'))).toBe(true);
    await dialog.getByRole('button', { name: 'Cerrar' }).click();
  });

  test('with a changed byte does not', async () => {
    const changed = join(running.userData, 'changed.zip');
    await copyFile(zip, changed);
    const bytes = await readFile(changed);
    const at = Math.floor(bytes.length / 3);
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    await writeFile(changed, bytes);
    await answerOpenDialog(running.app, changed);
    await chooseMenu(running.app, 'verifyBundle');
    const dialog = page().getByRole('dialog', { name: 'Verificar carpeta del taller' });
    await expect.poll(() => dialog.innerText()).toMatch(/no está como se creó|cambió|dañado/u);
    await dialog.getByRole('button', { name: 'Cerrar' }).click();
  });
});

test('nothing went wrong in the page meanwhile', () => {
  expect(running.pageErrors).toEqual([]);
});
