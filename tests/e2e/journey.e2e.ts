/**
 * The main job from end to end, as a trainer does it: a toolkit, a module, an import with its translation, adapting side
 * by side, history, export, and a bundle that keeps what is private. With ADAPTA_SCREENSHOTS=1 (`npm run screenshots`) the
 * pictures of the README are taken on the way.
 */
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inRoot } from '#scripts/lib/root.ts';
import { answerOpenDialog, answerSaveDialog, chooseMenu, type RunningApp } from './harness/app.ts';
import { reader } from './harness/editor.ts';
import { everythingIn, pdfText, unzip, whereIs } from './harness/outputs.ts';
import { closeBy, documentRow, openLibrary, seen } from './harness/people.ts';

interface Journey {
  readonly name: string;
  readonly files: readonly [string, string];
  /** Rows to begin with: a plain paragraph, with more paragraphs behind it. */
  readonly row: number;
  /** What stands in the files and may not leave the house. */
  readonly secrets: readonly string[];
}

const JOURNEYS: readonly Journey[] = [
  {
    name: 'an activity of the sample',
    files: [sample('activity-2.en.docx'), sample('activity-2.es.docx')],
    row: 3,
    secrets: ['Traducción B', 'w:comment'],
  },
  { name: 'a manual of 437 pages', files: [pair('d200.en.docx'), pair('d200.es.docx')], row: 4, secrets: [] },
];

function sample(name: string): string {
  return inRoot('resources', 'sample', name);
}

function pair(name: string): string {
  return inRoot('..', 'shared', 'corpus', 'pairs', name);
}

describe.each(JOURNEYS)('$name', ({ files, row, secrets }) => {
  let running: RunningApp;
  let folder: string;
  const page = () => running.page;
  const it = () => reader(running.page);
  // Not looked for in the whole page: naming the signs of 10,000 rows keeps it busy for seconds.
  const reason = () => page().locator('.reason-field');
  const panel = () => page().locator('.frame-panel');
  const picture = async (name: string): Promise<void> => {
    if (process.env['ADAPTA_SCREENSHOTS'] !== '1') return;
    await mkdir(inRoot('docs', 'screenshots'), { recursive: true });
    await page().screenshot({ path: inRoot('docs', 'screenshots', `${name}.png`) });
  };

  beforeAll(async () => {
    running = await openLibrary();
    folder = running.userData;
  });

  afterAll(async () => {
    await running.close();
  });

  test('a document of the library is renamed, deleted, and brought back both times', async () => {
    const title = 'Guía del facilitador';
    await documentRow(page(), title).press('F2');
    await page().getByLabel('Título').fill('Guía para quien facilita');
    await closeBy('Enter', page().getByLabel('Título'));
    expect(await seen(documentRow(page(), 'Guía para quien facilita'))).toBe(true);
    await page().keyboard.press('Control+z');
    expect(await seen(documentRow(page(), title))).toBe(true);
    await documentRow(page(), title).press('Delete');
    await page().getByRole('button', { name: 'Deshacer' }).click();
    expect(await seen(documentRow(page(), title))).toBe(true);
  });

  test('a toolkit and a module are made', async () => {
    await chooseMenu(running.app, 'newToolkit');
    await page().getByLabel('Nombre del kit').fill('Kit de El Alto');
    await closeBy('Enter', page().getByLabel('Nombre del kit'));
    await page().getByRole('heading', { level: 1, name: 'Kit de El Alto' }).waitFor();
    await page().getByRole('button', { name: 'Agregar' }).click();
    await page().getByRole('menuitem', { name: 'Módulo nuevo…' }).click();
    await page().getByLabel('Número').fill('3.1');
    await page().getByLabel('Título').fill('Servicios en línea');
    await closeBy('Enter', page().getByLabel('Título'));
    expect(await seen(page().getByText('Servicios en línea').first())).toBe(true);
  });

  test('the original and its translation are imported side by side', async () => {
    await answerOpenDialog(running.app, ...files);
    await chooseMenu(running.app, 'importDocument');
    await page().getByRole('button', { name: 'Elegir archivo…' }).first().click();
    const next = page().getByRole('button', { name: 'Siguiente', exact: true });
    await expect.poll(() => next.isEnabled(), { timeout: 60_000 }).toBe(true);
    await page().getByLabel('Título').fill('Documento de prueba');
    await next.click();
    expect(await seen(page().getByRole('grid', { name: 'Así quedarán lado a lado' }))).toBe(true);
    await picture('import');
    await next.click();
    await page().getByRole('table', { name: 'Lo que contiene' }).waitFor();
    await picture('report');
    await page().getByRole('button', { name: 'Importar y abrir' }).click();
    await page().locator('.unit').first().waitFor({ timeout: 60_000 });
  });

  test('a unit is adapted with its reason, one added, one omitted, one marked for the facilitator', async () => {
    await it().caret(row, 'End');
    await page().keyboard.type(' En el GAM de El Alto.');
    await it().press('Alt+6');
    await reason().getByLabel('Motivo').selectOption('institution');
    await reason().getByLabel('Nota').fill('notaprivada7');
    await closeBy('Enter', reason().getByLabel('Nota'));
    await it().caret(row, 'End');
    await it().press('Enter');
    await page().keyboard.type('Caso agregado: ventanilla única de Cobija.');
    await it().press('Alt+ArrowDown', 'Alt+7');
    await reason().getByLabel('Motivo').selectOption('infrastructure');
    await reason().getByLabel('Nota').fill('sin conexión');
    await closeBy('Enter', reason().getByLabel('Nota'));
    await page().locator('.text:focus').waitFor();
    await it().press('Alt+ArrowUp', 'Alt+ArrowUp');
    await it().saved();
    const modes = (await it().rows(row + 4)).slice(row).map(({ mode }) => mode);
    expect(modes.slice(0, 3)).toEqual(['adapted', 'added', 'omitted']);
    await picture('editor');
  });

  test('text for the facilitator only is marked', async () => {
    await it().caret(row + 1, 'End');
    await it().press('Enter');
    await page().keyboard.type('Respuesta: textosolofacilitador7.');
    await it().press('Alt+8');
    await it().saved();
    expect(await page().locator('.status-middle').innerText()).toContain('solo facilitador');
  });

  test('the history of a unit brings an earlier text back', async () => {
    const before = (await it().texts(row + 1))[row] ?? '';
    await it().caret(row, 'End');
    await page().keyboard.type(' Por error.');
    await it().saved();
    await chooseMenu(running.app, 'showHistory');
    await panel().getByRole('button', { name: 'Volver a este texto' }).first().waitFor();
    await picture('history');
    await panel().getByRole('button', { name: 'Volver a este texto' }).first().click();
    await expect.poll(async () => (await it().texts(row + 1))[row]).toBe(before);
    await it().saved();
  });

  test('the document goes out as DOCX and PDF', async () => {
    for (const [command, name] of [
      ['exportFile', 'salida.docx'],
      ['exportPdf', 'salida.pdf'],
    ] as const) {
      await answerSaveDialog(running.app, join(folder, name));
      await chooseMenu(running.app, command);
      const exported = page().getByRole('dialog', { name: 'Exportado' });
      await exported.waitFor({ timeout: 90_000 });
      await closeBy('Escape', exported);
    }
    const body = new TextDecoder().decode(
      (await unzip(await readFile(join(folder, 'salida.docx')))).get('word/document.xml'),
    );
    const pdf = await pdfText(await readFile(join(folder, 'salida.pdf')));
    for (const text of ['En el GAM de El Alto.', 'ventanilla única de Cobija.', 'textosolofacilitador7']) {
      expect(body).toContain(text);
      expect(pdf).toContain(text);
    }
  });

  test.each(['Facilitador', 'Participantes'])('a bundle for %s is made and verified', async (profile) => {
    const zip = join(folder, `${profile}.zip`);
    await chooseMenu(running.app, 'showLibrary');
    await documentRow(page(), 'Documento de prueba').waitFor();
    await page().getByRole('button', { name: 'Carpeta del taller…' }).click();
    await page().getByLabel('Título del taller').fill('Taller de El Alto');
    await page().getByLabel('Lugar').fill('El Alto');
    await page()
      .locator('label.radio', { hasText: new RegExp(`^${profile}`, 'u') })
      .click();
    await answerSaveDialog(running.app, zip);
    const create = page().getByRole('button', { name: 'Crear carpeta…' });
    await expect.poll(() => create.isEnabled(), { timeout: 30_000 }).toBe(true);
    await page()
      .getByText(/Cabe en WhatsApp/u)
      .waitFor();
    await picture('bundle');
    await create.click();
    expect(await seen(page().getByText('Verificada. Puede retirar la memoria.'), 120_000)).toBe(true);
  });

  test('the facilitator’s bundle tells what was adapted and why', async () => {
    const files = await everythingIn(await readFile(join(folder, 'Facilitador.zip')));
    const said = whereIs(['notaprivada7', 'textosolofacilitador7', 'María Choque'], files);
    expect(said.some((line) => line.endsWith('notaprivada7'))).toBe(true);
    expect(said.some((line) => line.endsWith('textosolofacilitador7'))).toBe(true);
  });

  test('the participants’ bundle holds nothing private', async () => {
    const files = await everythingIn(await readFile(join(folder, 'Participantes.zip')));
    const open = whereIs(['ventanilla única de Cobija'], files);
    expect(open.some((line) => line.includes('document.xml'))).toBe(true);
    expect(
      whereIs(['notaprivada7', 'textosolofacilitador7', 'Choque', 'vendedora de un mercado', ...secrets], files),
    ).toEqual([]);
  });

  test('nothing went wrong in the page meanwhile', () => {
    expect(running.pageErrors).toEqual([]);
  });
});
