import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answerOpenDialog, chooseMenu, launchApp, type RunningApp } from './harness/app.ts';
import { expectNoAxeViolations } from './harness/axe.ts';
import { closeBy, documentRow, introduce, sampleFile, seen } from './harness/people.ts';

let running: RunningApp;

beforeAll(async () => {
  running = await launchApp();
  await running.page.getByLabel('Nombre').waitFor();
});

afterAll(async () => {
  await running.close();
});

const page = () => running.page;

/** As people with either setting of their system see it. */
async function bothSchemes(): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page().emulateMedia({ colorScheme });
    await expectNoAxeViolations(page());
  }
}

describe('no view breaks a rule, light or dark', () => {
  test('the card of the first start', async () => {
    await expect(bothSchemes()).resolves.toBeUndefined();
  });

  test('the library', async () => {
    await introduce(page());
    expect(await seen(documentRow(page(), 'Guía del facilitador'))).toBe(true);
    await expect(bothSchemes()).resolves.toBeUndefined();
  });

  test('a menu of the library', async () => {
    await page().getByRole('button', { name: 'Agregar' }).click();
    expect(await seen(page().getByRole('menuitem', { name: 'Kit nuevo…' }))).toBe(true);
    await expect(bothSchemes()).resolves.toBeUndefined();
  });

  test('a dialog of the library', async () => {
    await page().getByRole('menuitem', { name: 'Kit nuevo…' }).click();
    expect(await seen(page().getByLabel('Nombre del kit'))).toBe(true);
    await expect(bothSchemes()).resolves.toBeUndefined();
    await closeBy('Escape', page().getByRole('dialog'));
  });

  test.each(['editProfile', 'showShortcuts', 'showAbout', 'showJobs'])('the dialog of %s', async (command) => {
    await chooseMenu(running.app, command);
    expect(await seen(page().getByRole('dialog'))).toBe(true);
    await expect(bothSchemes()).resolves.toBeUndefined();
    await closeBy('Escape', page().getByRole('dialog'));
  });

  test('the files of an import', async () => {
    await chooseMenu(running.app, 'importDocument');
    await answerOpenDialog(running.app, sampleFile('guide-2.1.en.docx'), sampleFile('guide-2.1.es.docx'));
    await page().getByRole('button', { name: 'Elegir archivo…' }).first().click();
    expect(await seen(page().getByText('Este archivo ya está en la biblioteca.'))).toBe(true);
    await expect(bothSchemes()).resolves.toBeUndefined();
  });

  test('the side-by-side view', async () => {
    await page().getByRole('button', { name: 'Siguiente', exact: true }).click();
    expect(await seen(page().getByRole('grid'))).toBe(true);
    await expect(bothSchemes()).resolves.toBeUndefined();
  });

  test('the report', async () => {
    await page().getByRole('button', { name: 'Siguiente', exact: true }).click();
    expect(await seen(page().getByRole('table', { name: 'Lo que contiene' }))).toBe(true);
    await expect(bothSchemes()).resolves.toBeUndefined();
  });

  test('the bundle', async () => {
    await chooseMenu(running.app, 'showLibrary');
    await page().getByRole('button', { name: 'Carpeta del taller…' }).click();
    expect(await seen(page().getByText('Cabe en WhatsApp'))).toBe(true);
    await expect(bothSchemes()).resolves.toBeUndefined();
  });
});

describe('small and large', () => {
  const sizes = { 'a window of 1024': [1024, 700], '200 % zoom at 1366': [683, 384] } as const;

  test.each(Object.keys(sizes) as (keyof typeof sizes)[])('in %s nothing is cut off sideways', async (name) => {
    const [width, height] = sizes[name];
    await page().setViewportSize({ width, height });
    for (const command of ['showLibrary', 'createBundle', 'showLibrary']) {
      await chooseMenu(running.app, command);
      expect(await seen(page().getByRole('main'))).toBe(true);
      const wide = await page().evaluate(() =>
        [...document.querySelectorAll('.app, .frame, .frame-main')]
          .filter((each) => each.scrollWidth > each.clientWidth + 1)
          .map((each) => each.className),
      );
      expect(wide).toEqual([]);
    }
  });

  test('F9 shows the sidebar over the text, Esc puts it away', async () => {
    await page().getByRole('button', { name: 'Mostrar la barra lateral' }).click();
    const tree = page().getByRole('treegrid', { name: 'Kits' });
    await tree.getByRole('row').first().press('Escape');
    await expect.poll(() => tree.count()).toBe(0);
  });
});

test('nothing went wrong in the page meanwhile', () => {
  expect(running.pageErrors).toEqual([]);
});
