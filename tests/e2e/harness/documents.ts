/** Takes documents in and out of the running application as people do. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { answerOpenDialog, answerSaveDialog, chooseMenu, type RunningApp } from './app.ts';
import { documentRow } from './people.ts';

/** Writes a file for the application to read, and returns its path. */
export async function fileOf(running: RunningApp, name: string, data: Uint8Array): Promise<string> {
  const path = join(running.userData, name);
  await writeFile(path, data);
  return path;
}

/** Chooses a file as the original of an import and waits until it is read. */
export async function chooseOriginal(running: RunningApp, path: string): Promise<void> {
  const { app, page } = running;
  await chooseMenu(app, 'showLibrary');
  await documentRow(page, 'Gobierno digital sin computadoras').waitFor();
  await chooseMenu(app, 'importDocument');
  await answerOpenDialog(app, path);
  await page.getByRole('button', { name: 'Elegir archivo…' }).first().click();
  await page.getByRole('button', { name: 'Siguiente', exact: true, disabled: false }).waitFor({ timeout: 60_000 });
}

/** From the files through what follows to the open document; the report's rows are returned as `name: original`. */
export async function importAndOpen({ page }: RunningApp): Promise<readonly string[]> {
  const next = page.getByRole('button', { name: 'Siguiente', exact: true });
  const report = page.getByRole('table', { name: 'Lo que contiene' });
  await next.click();
  await page.getByRole('grid').or(report).first().waitFor();
  if (!(await report.isVisible())) await next.click();
  await report.waitFor();
  const rows = await report.getByRole('row').evaluateAll((all) =>
    all.slice(1).map((row) => {
      const [name, original] = [...row.children].map((cell) => cell.textContent ?? '');
      return `${name}: ${original}`;
    }),
  );
  await page.getByRole('button', { name: 'Importar y abrir' }).click();
  await page.locator('.unit').first().waitFor();
  return rows;
}

/** Exports the open document in its own format and reads the file that came of it. */
export async function exportedFile(running: RunningApp, name: string): Promise<Uint8Array> {
  const path = join(running.userData, name);
  await answerSaveDialog(running.app, path);
  await chooseMenu(running.app, 'exportFile');
  const done = running.page.getByRole('dialog', { name: 'Exportado' });
  await done.waitFor({ timeout: 60_000 });
  await done.press('Escape');
  await done.waitFor({ state: 'detached' });
  return new Uint8Array(await readFile(path));
}
