import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chooseMenu, type RunningApp } from './harness/app.ts';
import { closeBy, documentRow, dropFiles, openLibrary, sampleFile, seen } from './harness/people.ts';

let running: RunningApp;

beforeAll(async () => {
  running = await openLibrary();
});

afterAll(async () => {
  await running.close();
});

const page = () => running.page;
const titles = (): Promise<string[]> => page().locator('.row-name').allInnerTexts();
const pressOn = (title: string, key: string): Promise<void> => documentRow(page(), title).press(key);
const dialog = () => page().getByRole('dialog');
const boxOf = (selector: string) => page().locator(selector).first().boundingBox();
const undo = (): Promise<void> => page().keyboard.press('Control+z');

describe('the sample', () => {
  test('opens with its modules by number and its documents', async () => {
    expect(await page().locator('.module-number').allInnerTexts()).toEqual(['2.1', '2.2']);
    expect((await titles()).length).toBe(8);
  });

  test('says that it is for practice', async () => {
    expect(await seen(page().getByText('Este es el kit de muestra'))).toBe(true);
  });

  test('rows say progress in words', async () => {
    const said = await documentRow(page(), 'Guía del facilitador').locator('.row-progress').getAttribute('title');
    expect(said).toMatch(/^\d+ de [\d.]+ palabras listas: .* en borrador/u);
  });

  test('columns say what they count', async () => {
    expect(await page().locator('.list-heads').innerText()).toMatch(
      /Palabras listas\s+Palabras cambiadas\s+Avisos\s+Última edición/u,
    );
  });

  test('is reset only after a question by its name', async () => {
    await page().getByRole('button', { name: 'Restablecer…' }).click();
    const question = page().getByRole('dialog', { name: /¿Restablecer «Servicios públicos/u });
    expect(await seen(question)).toBe(true);
    await question.getByRole('button', { name: 'Restablecer' }).click();
    expect(await seen(page().getByText('El kit de muestra está como vino.'))).toBe(true);
    expect((await titles()).length).toBe(8);
  });
});

describe('by keyboard', () => {
  test('Supr deletes, the notice and Ctrl+Z bring back', async () => {
    await pressOn('Gobierno digital sin computadoras', 'Delete');
    expect(await seen(page().getByText('«Gobierno digital sin computadoras» eliminado.'))).toBe(true);
    expect(await titles()).not.toContain('Gobierno digital sin computadoras');
    await undo();
    expect(await seen(documentRow(page(), 'Gobierno digital sin computadoras'))).toBe(true);
    expect(await seen(page().getByText('Deshecho: eliminar «Gobierno digital sin computadoras».'))).toBe(true);
  });

  test('what is done again is said too', async () => {
    await page().keyboard.press('Control+y');
    expect(await seen(page().getByText('Rehecho: eliminar «Gobierno digital sin computadoras».'))).toBe(true);
    await undo();
    expect(await seen(documentRow(page(), 'Gobierno digital sin computadoras'))).toBe(true);
  });

  test.each([
    ['at the design size', { width: 1366, height: 741 }],
    ['at 200 % zoom', { width: 683, height: 384 }],
  ])('a notice covers nothing of a dialog, %s', async (_size, size) => {
    await pressOn('Guía del facilitador', 'Delete');
    await page().setViewportSize(size);
    await chooseMenu(running.app, 'newToolkit');
    await dialog().waitFor();
    const notice = page().getByRole('alertdialog');
    expect(await notice.isVisible()).toBe(true);
    await expect
      .poll(async () => {
        const [asked, said] = [await boxOf('.modal'), await boxOf('.toast')];
        return asked !== null && said !== null && asked.y + asked.height <= said.y;
      })
      .toBe(true);
    await closeBy('Escape', dialog());
    await page().setViewportSize({ width: 1366, height: 741 });
    await undo();
    expect(await seen(documentRow(page(), 'Guía del facilitador'))).toBe(true);
  });

  test('the undo of the notice does the same', async () => {
    await pressOn('Guía del facilitador', 'Delete');
    await page().getByRole('button', { name: 'Deshacer' }).click();
    expect(await seen(documentRow(page(), 'Guía del facilitador'))).toBe(true);
  });

  test('F2 renames', async () => {
    await pressOn('Guía del facilitador', 'F2');
    await page().getByLabel('Título').fill('Guía para quien facilita');
    await closeBy('Enter', page().getByLabel('Título'));
    expect(await seen(documentRow(page(), 'Guía para quien facilita'))).toBe(true);
    await undo();
    expect(await seen(documentRow(page(), 'Guía del facilitador'))).toBe(true);
  });

  test('Alt+↓ and Alt+↑ move a document within its module', async () => {
    const before = await titles();
    await pressOn('Guía del facilitador', 'Alt+ArrowDown');
    await expect.poll(async () => (await titles())[2]).toBe('Guía del facilitador');
    await pressOn('Guía del facilitador', 'Alt+ArrowUp');
    await expect.poll(titles).toEqual(before);
  });

  test('Shift+F10 opens the actions of the row', async () => {
    await pressOn('Guía del facilitador', 'Shift+F10');
    expect(await seen(page().getByRole('menuitem', { name: 'Mover a…' }))).toBe(true);
    await closeBy('Escape', page().getByRole('menu'));
  });

  test('F6 walks sidebar, toolbar, text, status line and round', async () => {
    await page().getByRole('treegrid', { name: 'Kits' }).getByRole('row').first().focus();
    const regions: (string | null)[] = [];
    for (let step = 0; step < 4; step += 1) {
      await page().keyboard.press('F6');
      regions.push(
        await page().evaluate(
          () =>
            document.activeElement?.closest('[role=navigation],[role=region],[role=main],[role=contentinfo]')
              ?.className ?? null,
        ),
      );
    }
    expect(regions).toEqual(['frame-toolbar', 'frame-main', 'status-line', 'frame-sidebar']);
  });
});

describe('arranging', () => {
  test('a new toolkit teaches what comes next', async () => {
    await chooseMenu(running.app, 'newToolkit');
    await page().getByLabel('Nombre del kit').fill('Mentalidad y Agenda 2030');
    await closeBy('Enter', page().getByLabel('Nombre del kit'));
    expect(await seen(page().getByRole('heading', { level: 1, name: 'Mentalidad y Agenda 2030' }))).toBe(true);
    expect(await seen(page().getByText('Un kit se divide en módulos numerados'))).toBe(true);
  });

  test('modules stand by number: 2.2 before 2.10', async () => {
    for (const number of ['2.10', '2.2']) {
      await page().getByRole('button', { name: 'Agregar' }).click();
      await page().getByRole('menuitem', { name: 'Módulo nuevo…' }).click();
      await page().getByLabel('Número').fill(number);
      await page().getByLabel('Título').fill(`Módulo ${number}`);
      await closeBy('Enter', page().getByLabel('Título'));
      expect(await seen(page().getByText(`Módulo ${number}`).last())).toBe(true);
    }
    await expect.poll(() => page().locator('.module-number').allInnerTexts()).toEqual(['2.2', '2.10']);
  });

  test('an empty module says what to do, clear of its frame', async () => {
    const [frame, button] = [await boxOf('.document-none'), await boxOf('.document-none button')];
    expect((button?.y ?? 0) - (frame?.y ?? 0)).toBeGreaterThanOrEqual(8);
  });

  test('what is archived is out of sight until asked for', async () => {
    await page().getByRole('button', { name: 'Acciones de «2.10 Módulo 2.10»' }).click();
    await page().getByRole('menuitem', { name: 'Archivar' }).click();
    await expect.poll(() => page().locator('.module-number').allInnerTexts()).toEqual(['2.2']);
    await page().getByRole('button', { name: 'Agregar' }).click();
    await page().getByRole('menuitem', { name: 'Mostrar archivados' }).click();
    await expect.poll(() => page().locator('.module-number').allInnerTexts()).toEqual(['2.2', '2.10']);
  });

  test('an empty name is not taken, and the field says why', async () => {
    await chooseMenu(running.app, 'newToolkit');
    const name = page().getByLabel('Nombre del kit');
    await name.press('Enter');
    expect(await seen(page().getByText('Escriba un nombre.'))).toBe(true);
    await closeBy('Escape', name);
  });
});

describe('finding', () => {
  test('Ctrl+F goes to the search; what is found stays, Esc brings all back', async () => {
    await page()
      .getByRole('treegrid', { name: 'Kits' })
      .getByRole('row', { name: /^Servicios públicos/u })
      .click();
    await chooseMenu(running.app, 'find');
    const search = page().locator('.sidebar-search input:focus');
    expect(await seen(search)).toBe(true);
    await page().keyboard.type('guia');
    await expect.poll(titles).toEqual(['Guía del facilitador']);
    await search.press('Escape');
    await expect.poll(async () => (await titles()).length).toBe(8);
  });
});

describe('files dropped on the library', () => {
  test('begin an import with the original and the translation in their places', async () => {
    await dropFiles(page(), sampleFile('guide-2.1.es.docx'), sampleFile('guide-2.1.en.docx'));
    const original = page().getByRole('region', { name: 'Original' });
    expect(await seen(original.getByText('guide-2.1.en.docx'))).toBe(true);
  });

  test('Esc steps back to the library', async () => {
    await page().getByLabel('Título').press('Escape');
    expect(await seen(documentRow(page(), 'Guía del facilitador'))).toBe(true);
  });
});

describe('when the engine ends', () => {
  test('the window says so and what is safe, and a button brings everything back', async () => {
    await running.killEngine();
    const banner = page().getByRole('alert').filter({ hasText: 'Todo lo que dice «Guardado» está a salvo.' });
    expect(await seen(banner)).toBe(true);
    await banner.getByRole('button', { name: 'Reiniciar' }).click();
    await expect.poll(() => banner.count(), { timeout: 20_000 }).toBe(0);
    await pressOn('Guía del facilitador', 'F2');
    await closeBy('Escape', dialog());
    await expect.poll(async () => (await titles()).length).toBe(8);
  });
});

test('nothing went wrong in the page meanwhile', () => {
  expect(running.pageErrors).toEqual([]);
});
