/** What a person does before anything else, and the words every test looks for. */
import type { Locator, Page } from 'playwright';
import { inRoot } from '#scripts/lib/root.ts';
import { launchApp, type LaunchOptions, type RunningApp } from './app.ts';

/** Fills in the card of the first start, in Spanish. */
export async function introduce(page: Page): Promise<void> {
  await page.getByLabel('Nombre').fill('María Choque');
  await page.getByLabel('Municipio o institución').fill('GAM El Alto');
  await page.getByRole('button', { name: 'Empezar' }).click();
}

/** Starts the application on the sample with the profile given: the library is open. */
export async function openLibrary(options: LaunchOptions = {}): Promise<RunningApp> {
  const running = await launchApp(options);
  await introduce(running.page);
  await documentRow(running.page, 'Guía del facilitador').waitFor();
  return running;
}

/** The row of a document in the middle of the library. */
export function documentRow(page: Page, title: string) {
  return page.getByRole('main').getByRole('row', { name: title, exact: true });
}

export function sampleFile(name: string): string {
  return inRoot('resources', 'sample', name);
}

/** Whether a person gets to see it, in `limit` ms at most. */
export async function seen(what: Locator, limit = 30_000): Promise<boolean> {
  try {
    await what.waitFor({ timeout: limit });
    return true;
  } catch {
    return false;
  }
}

/** Presses a key inside what is open, and waits until it is closed and what lies below has the keys again. */
export async function closeBy(key: string, open: Locator): Promise<void> {
  await open.press(key);
  await open.waitFor({ state: 'detached' });
  await keysArrive(open.page());
}

/** Waits until something has the focus, so that a key is not lost between two views. */
export async function keysArrive(page: Page): Promise<void> {
  await page.waitForFunction(() => document.activeElement !== null && document.activeElement !== document.body);
}

/** Drops files of the disk on the middle of the window, as from the desktop. */
export async function dropFiles(page: Page, ...paths: readonly string[]): Promise<void> {
  await page.evaluate(() => {
    const input = Object.assign(document.createElement('input'), { type: 'file', multiple: true, id: 'dropped' });
    document.body.append(input);
  });
  await page.locator('#dropped').setInputFiles([...paths]);
  await page.evaluate(() => {
    const input = document.querySelector<HTMLInputElement>('#dropped');
    const dataTransfer = new DataTransfer();
    for (const file of input?.files ?? []) dataTransfer.items.add(file);
    input?.remove();
    document.querySelector('.drop-target')?.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true }));
  });
}

/** The classes of what is wider than the room it has in the view, and what is written beyond an edge of the window. */
export async function cutOff(page: Page): Promise<readonly string[]> {
  return await page.evaluate(() =>
    [...document.querySelectorAll('.app, .frame, .frame-main, .frame-main *')]
      .filter((each) => {
        const scrolls = ['auto', 'scroll'].includes(getComputedStyle(each).overflowX);
        const isOut = each.getBoundingClientRect().right > window.innerWidth + 1;
        return (
          (each.scrollWidth > each.clientWidth + 1 && each.matches('.app, .frame, .frame-main')) ||
          (isOut && !scrolls && each.closest('.band-scroll') === null)
        );
      })
      .map((each) => each.className || each.tagName),
  );
}
