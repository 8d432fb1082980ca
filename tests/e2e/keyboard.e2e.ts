import { afterAll, beforeAll, expect, test } from 'vitest';
import { answerOpenDialog, launchApp, type RunningApp } from './harness/app.ts';
import { keysArrive, sampleFile, seen } from './harness/people.ts';

/** The way of somebody without a mouse: nothing here is clicked. */
let running: RunningApp;

beforeAll(async () => {
  running = await launchApp();
  await running.page.getByLabel('Nombre').waitFor();
});

afterAll(async () => {
  await running.close();
});

const page = () => running.page;
const keys = async (...pressed: readonly string[]): Promise<void> => {
  for (const key of pressed) {
    // Tab comes by the page itself at its end.
    if (key !== 'Tab') await keysArrive(page());
    await page().keyboard.press(key);
  }
};
/** The name of what has the focus, as a screen reader says it. */
const focused = (): Promise<string> =>
  page().evaluate(() => {
    const element = document.activeElement;
    const label = element?.getAttribute('aria-label') ?? '';
    return label === '' ? (element?.textContent ?? '').trim() : label;
  });
/** Tab until something of this name has the focus. */
async function tabTo(name: RegExp): Promise<void> {
  for (let step = 0; step < 40; step += 1) {
    if (name.test(await focused())) return;
    await keys('Tab');
  }
  throw new Error(`Tab never reached ${String(name)}; last was ${await focused()}`);
}

test('the card of the first start has its cursor in the name, and Enter begins', async () => {
  await page().keyboard.type('María Choque');
  await keys('Enter');
  expect(await seen(page().getByRole('main').getByRole('row', { name: 'Guía del facilitador' }))).toBe(true);
});

test('behind the card the library has the focus', async () => {
  await expect.poll(() => page().evaluate(() => document.activeElement?.role)).toBe('main');
});

test('what has the focus is always to be seen', async () => {
  for (let step = 0; step < 25; step += 1) {
    await keys('Tab');
    const visible = await page().evaluate(() => {
      const element = document.activeElement;
      if (element === null || element === document.body) return true;
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
      return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
    });
    expect([await focused(), visible]).toEqual([await focused(), true]);
  }
});

test('a document is imported from the button to the report', async () => {
  await tabTo(/^Importar$/u);
  await keys('Enter');
  await answerOpenDialog(running.app, sampleFile('activity-1.en.docx'), sampleFile('activity-1.es.docx'));
  await tabTo(/^Elegir archivo…$/u);
  await keys('Enter');
  expect(await seen(page().getByText('Este archivo ya está en la biblioteca.'))).toBe(true);
  await expect.poll(focused).toBe('Quitar');
  await keys('F6', 'F6', 'F6');
  await tabTo(/^Siguiente$/u);
  await keys('Enter');
  expect(await seen(page().getByRole('grid'))).toBe(true);
  await expect.poll(focused).toContain('Así quedarán lado a lado');
  await keys('n', 'Space');
  await tabTo(/^Siguiente$/u);
  await keys('Enter');
  expect(await seen(page().getByRole('table', { name: 'Lo que contiene' }))).toBe(true);
});

test('Esc steps out, one level at a time, to the library', async () => {
  await keys('Escape');
  expect(await seen(page().getByRole('grid', { name: 'Así quedarán lado a lado' }))).toBe(true);
  await keys('Escape');
  expect(await seen(page().getByRole('region', { name: 'Original' }))).toBe(true);
  await keys('Escape');
  expect(await seen(page().getByRole('main').getByRole('row', { name: 'Guía del facilitador' }))).toBe(true);
});

test('Ctrl+/ shows the keys, Esc puts them away', async () => {
  await keys('Control+/');
  expect(await seen(page().getByRole('dialog', { name: 'Atajos de teclado' }))).toBe(true);
  await expect.poll(() => page().locator('[role=dialog] :focus, [role=dialog]:focus').count()).toBe(1);
  await keys('Escape');
  await expect.poll(() => page().getByRole('dialog').count()).toBe(0);
});

test('nothing went wrong in the page meanwhile', () => {
  expect(running.pageErrors).toEqual([]);
});
