import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RunningApp } from './harness/app.ts';
import { expectNoAxeViolations } from './harness/axe.ts';
import { cutOff, openLibrary, seen } from './harness/people.ts';

let it: RunningApp;

beforeAll(async () => {
  it = await openLibrary();
});
afterAll(async () => {
  await it.close();
});

test('an empty glossary offers the one that comes with the application', async () => {
  const { page } = it;
  await page.getByRole('button', { name: 'Glosario' }).click();
  await page.getByRole('main').getByRole('button', { name: 'Agregar el glosario inicial' }).click();
  const report = page.getByRole('dialog', { name: 'Glosario importado' });
  await report.waitFor();
  expect(await report.getByText(/conceptos agregados/u).count()).toBe(1);
  await it.screenshot('glossary-report');
  await report.getByRole('button', { name: 'Cerrar' }).click();
  expect(await seen(page.getByRole('option').first())).toBe(true);
});

test('a concept is found by any of its words, read and changed, and the change taken back', async () => {
  const { page } = it;
  await page.getByRole('searchbox', { name: 'Buscar en el glosario' }).fill('gobierno autonomo municipal');
  await page.getByRole('option').first().click();
  const form = page.getByRole('form', { name: 'Concepto' });
  const note = form.getByRole('textbox', { name: 'Nota' });
  const before = await note.inputValue();
  await note.fill('Se escribe completo la primera vez.');
  await form.getByRole('button', { name: 'Guardar' }).click();
  await page.getByText(/guardado en el glosario/u).waitFor();
  await it.screenshot('glossary');
  await page.getByRole('button', { name: 'Deshacer' }).click();
  await page.waitForFunction(([was]) => document.querySelectorAll('textarea')[1]?.value === was, [before]);
  expect(await note.inputValue()).toBe(before);
});

test('a concept is written by keys alone, and what is written is kept when Esc leaves the view', async () => {
  const { page } = it;
  const { keyboard } = page;
  await page.getByRole('button', { name: 'Concepto nuevo' }).press('Enter');
  const form = page.getByRole('form', { name: 'Concepto nuevo' });
  await form.waitFor();
  await keyboard.type('bus stop');
  await keyboard.press('Tab');
  await keyboard.press('Tab');
  await keyboard.press('Tab');
  await keyboard.press('ArrowDown');
  await page.getByRole('option', { name: 'sustantivo' }).press('Enter');
  await form.getByRole('button', { name: 'Agregar un término' }).press('Enter');
  await keyboard.type('parada');
  await keyboard.press('Enter');
  await page.getByText(/«bus stop» guardado/u).waitFor();
  const note = page.getByRole('form', { name: 'Concepto' }).getByRole('textbox', { name: 'Nota' });
  await note.fill('En las normas: parada de transporte.');
  await note.press('Escape');
  await page.getByRole('button', { name: 'Glosario' }).click();
  await page.getByRole('searchbox').fill('parada de transporte');
  await page.getByRole('option', { name: 'bus stop' }).waitFor();
  await page.getByRole('searchbox').press('Tab');
  await keyboard.press('Tab');
  await keyboard.press('Tab');
  await keyboard.press('ArrowDown');
  const kept = page.getByRole('form', { name: 'Concepto' });
  expect(await kept.getByRole('button', { name: /sustantivo/u }).count()).toBe(1);
  await kept.getByRole('button', { name: 'Eliminar el concepto' }).press('Enter');
  await page.getByText(/«bus stop» eliminado/u).waitFor();
  await expect.poll(async () => await page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('search');
  await page.getByRole('option', { name: 'bus stop' }).waitFor({ state: 'detached' });
  await page.getByRole('searchbox').fill('');
  await page.getByRole('option').nth(1).waitFor();
});

test.each([
  ['a window of 1024', 1024, 700],
  ['200 % zoom at 1366', 683, 384],
] as const)('in %s nothing is cut off sideways', async (_name, width, height) => {
  const { page } = it;
  await page.getByRole('option').first().click();
  await page.setViewportSize({ width, height });
  await page.getByRole('form', { name: 'Concepto' }).waitFor();
  await it.screenshot(`glossary-${width}`);
  await page.getByRole('textbox', { name: 'Definición' }).scrollIntoViewIfNeeded();
  await it.screenshot(`glossary-${width}-concept`);
  expect(await cutOff(page)).toEqual([]);
});

test('the view has nothing that hinders', async () => {
  for (const colorScheme of ['dark', 'light'] as const) {
    await it.page.emulateMedia({ colorScheme });
    await expectNoAxeViolations(it.page);
  }
});
