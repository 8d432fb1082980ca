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

test('letters of Guaraní, Quechua and Aymara come from the bundled font', async () => {
  const fonts = await running.page.evaluate(async () => {
    await Promise.all(
      ['g̃', 'ẽ', 'ʼ', 'ñ', 'ï', 'ã'].map((letter) => document.fonts.load("16px 'Noto Sans Variable'", letter)),
    );
    return ['g̃', 'ẽ', 'ʼ', 'ñ', 'ï', 'ã'].filter(
      (letter) => !document.fonts.check("16px 'Noto Sans Variable'", letter),
    );
  });
  expect(fonts).toEqual([]);
});

test('nothing went wrong in the page meanwhile', () => {
  expect(running.pageErrors).toEqual([]);
});
