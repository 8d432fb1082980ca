import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answerOpenDialog, answerSaveDialog, chooseMenu, type RunningApp } from './harness/app.ts';
import { expectNoAxeViolations } from './harness/axe.ts';
import { fileOf } from './harness/documents.ts';
import { cutOff, openLibrary } from './harness/people.ts';

const PAIRS: readonly (readonly [string, string])[] = [
  ['Write each idea on a card.', 'Escriba cada idea en una tarjeta.'],
  ['Collect the cards after ten minutes.', 'Recoja las tarjetas a los diez minutos.'],
  ['The municipality publishes its budget.', 'El municipio publica su presupuesto.'],
];

let it: RunningApp;

beforeAll(async () => {
  it = await openLibrary();
});
afterAll(async () => {
  await it.close();
});

function tmx(): Uint8Array {
  const units = PAIRS.map(
    ([en, es]) => `<tu><tuv xml:lang="en"><seg>${en}</seg></tuv><tuv xml:lang="es"><seg>${es}</seg></tuv></tu>`,
  );
  return new TextEncoder().encode(
    `<?xml version="1.0"?><tmx version="1.4"><header creationtool="t" creationtoolversion="1" segtype="sentence" o-tmf="t" adminlang="en" srclang="en" datatype="plaintext"/><body>${units.join('')}</body></tmx>`,
  );
}

/** As people with either setting of their system see it. */
async function expectAccessible(): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    await it.page.emulateMedia({ colorScheme });
    await expectNoAxeViolations(it.page);
  }
}

test('a TMX file becomes a memory of its name', async () => {
  const { page } = it;
  await page.getByRole('button', { name: 'Memoria de traducción' }).click();
  await answerOpenDialog(it.app, await fileOf(it, 'talleres.tmx', tmx()));
  await page.getByRole('button', { name: 'Importar memoria…' }).click();
  await page.getByText('talleres.tmx: 3 entradas agregadas').waitFor();
  await page.getByRole('option', { name: /talleres/u }).waitFor();
  await page.getByRole('row').nth(2).waitFor();
  await expectAccessible();
  await it.screenshot('memory-view');
});

test('an entry is corrected and set back', async () => {
  const { page } = it;
  const rows = page.getByRole('row');
  const before = await rows.allInnerTexts();
  await rows.first().getByRole('button', { name: 'Corregir la entrada' }).click();
  const dialog = page.getByRole('dialog', { name: 'Corregir la entrada' });
  await dialog.getByLabel('Texto en la lengua de llegada').fill('Corregido.');
  await dialog.getByRole('button', { name: 'Guardar' }).click();
  await page.getByText('Entrada corregida.').waitFor();
  await page.getByRole('row').filter({ hasText: 'Corregido.' }).waitFor();
  await page.getByRole('button', { name: 'Deshacer' }).click();
  await page.getByRole('row').filter({ hasText: 'Corregido.' }).waitFor({ state: 'detached' });
  expect((await rows.allInnerTexts()).toSorted()).toEqual(before.toSorted());
});

test('entries are deleted and brought back', async () => {
  const { page } = it;
  await page.getByRole('row').first().getByRole('checkbox').press('Space');
  await page.getByRole('button', { name: 'Eliminar las elegidas' }).click();
  await page.getByText('1 entrada eliminada.').waitFor();
  await expect.poll(async () => await page.getByRole('row').count()).toBe(2);
  await page.getByRole('button', { name: 'Deshacer' }).click();
  await expect.poll(async () => await page.getByRole('row').count()).toBe(3);
});

test('entries are corrected and deleted by keys alone, and the keys are never lost', async () => {
  const { page } = it;
  const active = async (): Promise<string | undefined> =>
    await page.evaluate(
      () => document.activeElement?.closest('[role]')?.getAttribute('role') ?? document.activeElement?.tagName,
    );
  await page.getByRole('row').first().focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'Corregir la entrada' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await expect.poll(active).not.toBe('BODY');
  await page.getByRole('row').first().focus();
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: 'Eliminar las elegidas' }).press('Enter');
  await expect.poll(async () => await page.getByRole('row').count()).toBe(2);
  expect(
    await page
      .getByRole('searchbox', { name: 'Filtrar por palabras' })
      .evaluate((each) => each === document.activeElement),
  ).toBe(true);
  await page.getByRole('button', { name: 'Deshacer' }).last().press('Enter');
  await expect.poll(async () => await page.getByRole('row').count()).toBe(3);
});

test('a word is found in every form it was said in', async () => {
  const { page } = it;
  await page.getByRole('tab', { name: 'Buscar en todas' }).click();
  await page.getByRole('searchbox', { name: 'Palabras que busca' }).fill('tarjeta');
  const found = page.getByRole('list', { name: 'Lo que se encontró' });
  await found.waitFor();
  expect(await found.locator('mark').allInnerTexts()).toEqual(expect.arrayContaining(['tarjeta', 'tarjetas']));
  await expectAccessible();
  await it.screenshot('memory-concordance');
});

test('a memory goes out as TMX', async () => {
  const { page } = it;
  await page.getByRole('tab', { name: 'Entradas' }).click();
  const path = join(it.userData, 'salida.tmx');
  await answerSaveDialog(it.app, path);
  await page.getByRole('button', { name: 'Acciones de «talleres»' }).click();
  await page.getByRole('menuitem', { name: 'Exportar como TMX…' }).click();
  await page.getByText(/salida\.tmx: 3 entradas/u).waitFor();
  const written = await readFile(path, 'utf8');
  for (const [, spanish] of PAIRS) expect(written).toContain(spanish);
});

test('statistics count the sample and say how it grew', async () => {
  const { page } = it;
  await chooseMenu(it.app, 'showStatistics');
  const table = page.getByRole('table', { name: 'Palabras por coincidencia' });
  await table.waitFor({ timeout: 60_000 });
  expect(await table.getByRole('row').count()).toBeGreaterThan(8);
  await expectAccessible();
  await it.screenshot('statistics-view');
});

test.each([
  ['a window of 1024', 1024, 700],
  ['200 % zoom at 1366', 683, 384],
] as const)('in %s nothing is cut off sideways', async (_name, width, height) => {
  const { page } = it;
  const before = page.viewportSize() ?? { width: 1366, height: 768 };
  await page.setViewportSize({ width, height });
  await it.screenshot(`statistics-${width}`);
  expect(await cutOff(page)).toEqual([]);
  await chooseMenu(it.app, 'showMemory');
  await page.getByRole('row').first().waitFor();
  await it.screenshot(`memory-${width}`);
  expect(await cutOff(page)).toEqual([]);
  await chooseMenu(it.app, 'showStatistics');
  await page.getByRole('table', { name: 'Palabras por coincidencia' }).waitFor({ timeout: 60_000 });
  await page.setViewportSize(before);
});

test('the rules of a toolkit are kept', async () => {
  const { page } = it;
  await chooseMenu(it.app, 'showLibrary');
  const open = async (): Promise<void> => {
    await page.getByRole('button', { name: 'Acciones del kit' }).click();
    await page.getByRole('menuitem', { name: 'Reglas y avisos…' }).click();
    await rules.getByRole('checkbox', { name: 'Palabras repetidas' }).waitFor();
  };
  const rules = page.getByRole('dialog', { name: /^Reglas de/u });
  await open();
  // One right after the other: the second is not written over the first.
  await rules.getByText('Palabras repetidas').click();
  await rules.getByText('Espacios dobles').click();
  await expect
    .poll(async () => await rules.getByRole('checkbox', { name: 'Palabras repetidas' }).isChecked())
    .toBe(false);
  await expectAccessible();
  await it.screenshot('toolkit-rules');
  await rules.getByRole('button', { name: 'Cerrar' }).click();
  await open();
  for (const name of ['Palabras repetidas', 'Espacios dobles']) {
    expect(await rules.getByRole('checkbox', { name }).isChecked()).toBe(false);
  }
  await rules.getByRole('button', { name: 'Cerrar' }).click();
});

test('sentences are cut by the rules of an SRX file, and by our own again', async () => {
  const { page } = it;
  const srx =
    '<srx xmlns="http://www.lisa.org/srx20" version="2.0"><header segmentsubflows="yes" cascade="no"/><body><languagerules/><maprules/></body></srx>';
  await page.getByRole('button', { name: 'Acciones del kit' }).click();
  await page.getByRole('menuitem', { name: 'Reglas y avisos…' }).click();
  const rules = page.getByRole('dialog', { name: /^Reglas de/u });
  await rules.getByText('Se parten con las reglas de Adapta.').waitFor();
  await answerOpenDialog(it.app, await fileOf(it, 'oficina.srx', new TextEncoder().encode(srx)));
  await rules.getByRole('button', { name: 'Importar reglas SRX…' }).click();
  await rules.getByText('Se parten con las reglas de «oficina.srx».').waitFor();
  await expectAccessible();
  await it.screenshot('toolkit-sentences');
  await rules.getByRole('button', { name: 'Volver a las de Adapta' }).click();
  await rules.getByText('Se parten con las reglas de Adapta.').waitFor();
  expect(await rules.getByRole('button', { name: 'Volver a las de Adapta' }).count()).toBe(0);
});
