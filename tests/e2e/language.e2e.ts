import { afterAll, beforeAll, expect, test } from 'vitest';
import { chooseMenu, type RunningApp } from './harness/app.ts';
import { introduce, seen } from './harness/people.ts';
import { launchApp } from './harness/app.ts';

let running: RunningApp;

beforeAll(async () => {
  running = await launchApp();
});

afterAll(async () => {
  await running.close();
});

const htmlLanguage = (): Promise<string | null> => running.page.locator('html').getAttribute('lang');

test('starts in Spanish and asks who works here, once', async () => {
  expect(await seen(running.page.getByRole('heading', { name: 'Le damos la bienvenida a Adapta' }))).toBe(true);
  expect(await htmlLanguage()).toBe('es');
});

test('a profile needs a name', async () => {
  await running.page.getByRole('button', { name: 'Empezar' }).click();
  expect(await seen(running.page.getByText('Escriba su nombre'))).toBe(true);
  await introduce(running.page);
  expect(await seen(running.page.getByRole('button', { name: 'María Choque · GAM El Alto' }))).toBe(true);
});

test('the menu switches everything at once', async () => {
  await chooseMenu(running.app, 'languageEn');
  expect(await seen(running.page.getByRole('button', { name: 'Import', exact: true }))).toBe(true);
  expect(await htmlLanguage()).toBe('en');
});

test('the status line switches back', async () => {
  await running.page.getByRole('button', { name: /^en ·/u }).click();
  await running.page.getByRole('menuitemradio', { name: 'Español' }).click();
  expect(await seen(running.page.getByRole('button', { name: 'Importar', exact: true }))).toBe(true);
  expect(await htmlLanguage()).toBe('es');
});

test('the settings can be left as they were', async () => {
  const { page } = running;
  await page.getByRole('button', { name: 'María Choque · GAM El Alto' }).click();
  await page.getByLabel('Nombre').fill('Otra persona');
  await page.getByRole('button', { name: 'Cancelar' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(await seen(page.getByRole('button', { name: 'María Choque · GAM El Alto' }))).toBe(true);
});

test('a language chosen while the engine is away stays after its restart', async () => {
  await running.killEngine();
  const { page } = running;
  expect(await seen(page.getByRole('button', { name: 'Reiniciar' }))).toBe(true);
  await chooseMenu(running.app, 'languageEn');
  await page.getByRole('button', { name: 'Restart' }).click();
  await expect.poll(() => page.getByRole('button', { name: 'Restart' }).count(), { timeout: 20_000 }).toBe(0);
  await page.getByRole('button', { name: 'Workshop bundle…' }).waitFor();
  await page.waitForTimeout(500);
  expect(await htmlLanguage()).toBe('en');
  await chooseMenu(running.app, 'languageEs');
  expect(await seen(page.getByRole('button', { name: 'Importar', exact: true }))).toBe(true);
});

/** Fonts a text is really drawn with, as Chromium reports them. */
async function fontsOf(text: string): Promise<readonly string[]> {
  const { page } = running;
  await page.evaluate((shown) => {
    document.querySelector('#letters')?.remove();
    document.body.append(Object.assign(document.createElement('p'), { id: 'letters', textContent: shown }));
  }, text);
  await page.evaluate(() => document.fonts.ready);
  const session = await page.context().newCDPSession(page);
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  const { root } = await session.send('DOM.getDocument');
  const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector: '#letters' });
  const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
  await session.detach();
  return fonts.filter(({ isCustomFont }) => !isCustomFont).map(({ familyName }) => familyName);
}

test.each(['g̃uahẽ G̃', 'mboʼehára', 'ñuqanchik', 'ïäü ÏÄÜ', 'ãẽĩõũỹ', '¿¡«»–—…'])(
  '%s is drawn with the bundled fonts',
  async (text) => {
    await expect.poll(() => fontsOf(text)).toEqual([]);
  },
);

test('nothing went wrong in the page meanwhile', () => {
  expect(running.pageErrors).toEqual([]);
});
