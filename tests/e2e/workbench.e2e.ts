import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectNoAxeViolations } from './harness/axe.ts';
import { type OpenEditor, openEditor } from './harness/editor.ts';
import { closeBy, seen } from './harness/people.ts';

/** The parts around the text: status line, filter, findings, menus, and what they become in small windows. */
let it: OpenEditor;

beforeAll(async () => {
  it = await openEditor('Guía del facilitador');
  await it.page.locator('.text[aria-busy="false"]').waitFor();
});

afterAll(async () => {
  await it.close();
});

const statusLine = () => it.page.locator('.status-line');
const menuItem = (name: string) => it.page.getByRole('menuitem', { name, exact: true });

/** Parts of the window that reach out of it, or whose content does. */
const wide = (): Promise<string[]> =>
  it.page.evaluate(() =>
    [...document.querySelectorAll('.frame, .frame-toolbar, .sheets, .status-line')]
      .filter((part) => part.getBoundingClientRect().right > innerWidth || part.scrollWidth > part.clientWidth + 1)
      .map((part) => part.className),
  );

async function filterBy(name: string): Promise<void> {
  await it.page.getByRole('button', { name: /Filtro/u }).click();
  await it.page.getByRole('option', { name }).click();
}

describe('the status line', () => {
  test('sets the status of the unit one is in', async () => {
    await it.caret(1, 'End');
    await statusLine().getByRole('button', { name: 'Estado: borrador' }).click();
    await menuItem('revisada').click();
    await expect.poll(async () => (await it.rows(2))[1]?.status).toBe('reviewed');
    await statusLine().getByRole('button', { name: 'Estado: revisada' }).waitFor();
  });

  test('sets its mode, and asks for the reason in place', async () => {
    await it.caret(1, 'End');
    await statusLine()
      .getByRole('button', { name: /^Modo: fiel/u })
      .click();
    await menuItem('adaptado…').click();
    const reason = it.page.getByLabel('Motivo', { exact: true });
    await reason.waitFor();
    await expect.poll(() => reason.evaluate((field) => field === document.activeElement)).toBe(true);
  });

  test('the tools of the row make way for the reason', async () => {
    expect(await it.page.locator('.row-tools').count()).toBe(0);
    await closeBy('Escape', it.page.getByLabel('Motivo', { exact: true }));
    await it.page.locator('.row-tools').waitFor();
  });
});

describe('a filter', () => {
  test('says how many units it shows', async () => {
    await filterBy('sin traducir');
    expect(await seen(statusLine().getByText('4 unidades con este filtro'))).toBe(true);
  });

  test('that nothing matches says so, and one button takes it away', async () => {
    await filterBy('original cambiado');
    await it.page.getByText('Con el filtro «original cambiado» no queda ninguna unidad.').waitFor();
    await expectNoAxeViolations(it.page);
    await it.page.getByRole('button', { name: 'Mostrar todo' }).click();
    await expect.poll(() => it.page.locator('.unit:visible').count()).toBeGreaterThan(20);
  });

  test('leaves the tools of a lone row whole', async () => {
    await filterBy('original cambiado');
    await it.page.mouse.move(5, 5);
    const cut = await it.page.locator('.row-tools').evaluate((tools) => {
      const section = tools.closest('.section')?.getBoundingClientRect();
      return tools.getBoundingClientRect().bottom - (section?.bottom ?? 0);
    });
    expect(cut).toBeLessThanOrEqual(0);
    await it.page.getByRole('button', { name: 'Mostrar todo' }).click();
  });
});

describe('findings', () => {
  test('the ones the library counts can be gone through, and are said in words', async () => {
    await filterBy('con avisos');
    const shown = statusLine().getByText(/^\d+ unidades con este filtro$/u);
    await shown.waitFor();
    const rows = await it.page.locator('.unit:not(.left-out)').count();
    expect(await shown.innerText()).toBe(`${rows} unidades con este filtro`);
    await it.page.locator('.unit:visible:not(.active) .target').first().click();
    await it.page.getByRole('tab', { name: /^Avisos \d+$/u }).click();
    expect(await it.page.getByRole('tabpanel').innerText()).toMatch(/[^.]+\./u);
    await expectNoAxeViolations(it.page);
    await filterBy('Filtro: todo');
  });

  test('a unit without any says so', async () => {
    await it.caret(1, 'End');
    expect(await seen(it.page.getByText('Esta unidad no tiene avisos.'))).toBe(true);
    await it.page.getByRole('tab', { name: 'Recibida' }).click();
  });
});

describe('the actions of a row', () => {
  test('are all in sight, wherever the row is', async () => {
    await it.caret(3, 'End');
    await it.press('Alt+Enter');
    const menu = it.page.getByRole('menu');
    await menu.waitFor();
    const hidden = await menu.evaluate((list) => list.scrollHeight - list.clientHeight);
    expect(hidden).toBeLessThanOrEqual(1);
    await closeBy('Escape', menu);
  });
});

describe('in small windows', () => {
  test('of 1024 the toolbar stays one line', async () => {
    await it.page.setViewportSize({ width: 1024, height: 700 });
    await it.page.getByRole('button', { name: 'Mostrar el panel' }).waitFor();
    const bar = await it.page.locator('.frame-toolbar').boundingBox();
    expect(bar?.height).toBeLessThan(56);
    expect(await wide()).toEqual([]);
  });

  test('of 683 (200 % zoom) nothing is cut off sideways, also while a reason is given', async () => {
    await it.page.setViewportSize({ width: 683, height: 384 });
    await it.page.getByRole('button', { name: 'Mostrar la barra lateral' }).waitFor();
    expect(await wide()).toEqual([]);
    await it.caret(1, 'End');
    await it.press('Alt+6');
    await it.page.getByLabel('Motivo', { exact: true }).waitFor();
    expect(await wide()).toEqual([]);
    await closeBy('Escape', it.page.getByLabel('Motivo', { exact: true }));
  });

  test('the panel lies over the text, below the whole toolbar', async () => {
    await it.page.getByRole('button', { name: 'Mostrar el panel' }).click();
    const bar = await it.page.locator('.frame-toolbar').boundingBox();
    const panel = await it.page.locator('.frame-panel').boundingBox();
    expect(panel?.y).toBeGreaterThanOrEqual((bar?.y ?? 0) + (bar?.height ?? 0) - 1);
    await it.page.getByRole('button', { name: 'Ocultar el panel' }).click();
  });
});

test('nothing went wrong in the page meanwhile', () => {
  expect(it.pageErrors).toEqual([]);
});
