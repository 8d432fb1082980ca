import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RunningApp } from './harness/app.ts';
import { expectNoAxeViolations } from './harness/axe.ts';
import { openLibrary, seen } from './harness/people.ts';

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

test('the view has nothing that hinders', async () => {
  for (const colorScheme of ['dark', 'light'] as const) {
    await it.page.emulateMedia({ colorScheme });
    await expectNoAxeViolations(it.page);
  }
});
