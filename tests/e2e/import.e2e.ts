import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inRoot } from '#scripts/lib/root.ts';
import { answerOpenDialog, chooseMenu, type RunningApp } from './harness/app.ts';
import { closeBy, documentRow, openLibrary, sampleFile, seen } from './harness/people.ts';

const MANUAL = ['d200.en.docx', 'd200.es.docx'].map((name) => inRoot('..', 'shared', 'corpus', 'pairs', name));

let running: RunningApp;

beforeAll(async () => {
  running = await openLibrary();
});

afterAll(async () => {
  await running.close();
});

const page = () => running.page;
const grid = () => page().getByRole('grid', { name: 'Así quedarán lado a lado' });
const next = () => page().getByRole('button', { name: 'Siguiente', exact: true });
const count = (name: string): Promise<string> =>
  page().locator('.align-counts div', { hasText: name }).locator('dd').innerText();

async function choose(...files: readonly string[]): Promise<void> {
  await chooseMenu(running.app, 'showLibrary');
  await documentRow(page(), 'Gobierno digital sin computadoras').waitFor();
  await chooseMenu(running.app, 'importDocument');
  await answerOpenDialog(running.app, ...files);
  await page().getByRole('button', { name: 'Elegir archivo…' }).first().click();
}

describe('a document with its translation', () => {
  test('both files are told apart by their names, title and kind proposed', async () => {
    await choose(sampleFile('guide-2.1.es.docx'), sampleFile('guide-2.1.en.docx'));
    expect(await seen(page().getByRole('region', { name: 'Original' }).getByText('guide-2.1.en.docx'))).toBe(true);
    await expect.poll(() => page().getByLabel('Título').inputValue()).not.toBe('');
  });

  test('the same file again is recognised', async () => {
    expect(await seen(page().getByText('Este archivo ya está en la biblioteca.'))).toBe(true);
    expect(await seen(page().getByRole('button', { name: 'Guía del facilitador' }))).toBe(true);
  });

  test('stands side by side, with what has to be looked at counted', async () => {
    await next().click();
    expect(await seen(grid())).toBe(true);
    expect(Number(await count('Enlazados'))).toBeGreaterThan(150);
    expect(await grid().getByRole('row').count()).toBeGreaterThan(10);
  });

  test('U takes a pair apart, L joins it again, Ctrl+Z takes it back', async () => {
    const before = Number(await count('Enlazados'));
    await grid().press('Home');
    await grid().press('u');
    await expect.poll(() => count('Enlazados')).toBe(String(before - 1));
    await grid().press('l');
    await expect.poll(() => count('Enlazados')).toBe(String(before));
    await grid().press('Control+z');
    await expect.poll(() => count('Enlazados')).toBe(String(before - 1));
    await grid().press('Control+z');
  });

  test('N goes to the next line to look at', async () => {
    await grid().press('Home');
    await grid().press('n');
    const current = grid().locator('[aria-selected=true]');
    expect(await current.getAttribute('data-look')).toBe('true');
    expect(await current.isVisible()).toBe(true);
  });

  test('the mouse does the same: a click chooses a line, its buttons mend it', async () => {
    const before = Number(await count('Enlazados'));
    await grid().getByText('Guía del facilitador').first().click();
    await page().getByRole('button', { name: 'Desenlazar' }).click();
    await expect.poll(() => count('Enlazados')).toBe(String(before - 1));
    await grid().press('Control+z');
    await expect.poll(() => count('Enlazados')).toBe(String(before));
  });

  test('a translation dragged onto another line goes there', async () => {
    const before = Number(await count('Enlazados'));
    const [first, second] = [0, 1].map((line) => grid().getByRole('row').nth(line).locator('.align-cell').last());
    await first?.dragTo(second ?? grid());
    await expect.poll(() => count('Enlazados')).toBe(String(before - 1));
    await grid().press('Control+z');
    await expect.poll(() => count('Enlazados')).toBe(String(before));
  });

  test('the report says what the files hold, then the document opens', async () => {
    await next().click();
    expect(
      await seen(
        page()
          .getByRole('table', { name: 'Lo que contiene' })
          .getByRole('row', { name: /^Palabras/u }),
      ),
    ).toBe(true);
    await page().getByRole('button', { name: 'Importar y abrir' }).click();
    expect(await seen(page().getByRole('main').getByText('Guía del facilitador').first())).toBe(true);
    await chooseMenu(running.app, 'showImportReport');
    const report = page().getByRole('dialog', { name: 'Informe de importación' });
    expect(await seen(report)).toBe(true);
    await closeBy('Escape', report);
  });
});

describe('an original alone', () => {
  test('goes from the files to the report', async () => {
    await choose(sampleFile('reading-2.2.en.docx'));
    await next().click();
    expect(await seen(page().getByRole('table', { name: 'Lo que contiene' }))).toBe(true);
  });
});

describe('files that are not taken', () => {
  test('reading can be cancelled, and begun again', async () => {
    await choose(...MANUAL);
    await page().getByRole('main').getByRole('button', { name: 'Cancelar' }).click();
    expect(await seen(page().getByRole('main').getByText('Se canceló a pedido suyo.'))).toBe(true);
    await page().getByRole('button', { name: 'Probar de nuevo' }).click();
    expect(await seen(page().getByRole('main').getByRole('progressbar'))).toBe(true);
  });

  test('say why in Spanish, and nothing is stored', async () => {
    const path = join(running.userData, 'letter.docx');
    await writeFile(path, 'not a word');
    await choose(path);
    const notice = page().getByRole('alert');
    expect(await seen(notice.getByRole('button', { name: 'Copiar detalle' }))).toBe(true);
    expect(await notice.innerText()).toMatch(/^El archivo [^]*letter\.docx[^]*No se guardó nada de él/u);
  });

  test('a manual of 437 pages and its translation are side by side and can be mended; few rows are built', async () => {
    await choose(...MANUAL);
    await expect.poll(() => next().isEnabled(), { timeout: 60_000 }).toBe(true);
    await next().click();
    expect(await seen(grid())).toBe(true);
    expect(Number(await grid().getAttribute('aria-rowcount'))).toBeGreaterThan(9000);
    await grid().press('End');
    const linked = await count('Enlazados');
    await grid().press('u');
    await expect.poll(() => count('Enlazados')).not.toBe(linked);
    expect(await page().evaluate(() => document.querySelectorAll('.align-row').length)).toBeLessThan(400);
  });
});

test('nothing went wrong in the page meanwhile', () => {
  expect(running.pageErrors).toEqual([]);
});
