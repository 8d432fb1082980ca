import { afterAll, beforeAll, expect, test } from 'vitest';
import { chooseMenu } from './harness/app.ts';
import { expectNoAxeViolations } from './harness/axe.ts';
import { type OpenEditor, openEditor } from './harness/editor.ts';

let it: OpenEditor;

beforeAll(async () => {
  it = await openEditor('Guía del facilitador');
});

afterAll(async () => {
  await it.close();
});

test('every revision has who, when and what; an earlier text comes back as a revision of its own', async () => {
  const original = (await it.texts(2))[1];
  await it.caret(1, 'End');
  await it.page.keyboard.type(' uno');
  await it.saved();
  await it.press('Alt+2');
  await it.saved();
  await chooseMenu(it.app, 'showHistory');
  const revisions = it.page.locator('.revision');
  await expect.poll(() => revisions.count()).toBe(3);
  expect(await revisions.nth(0).innerText()).toContain('traducida');
  // What left the text alone does not say it again.
  expect(await revisions.nth(0).locator('.diff-text').count()).toBe(0);
  expect(await revisions.nth(1).locator('ins').innerText()).toBe(' uno');
  expect(await revisions.nth(1).innerText()).toMatch(/María\s+hoy · \d\d:\d\d/u);
  await expectNoAxeViolations(it.page);
  await revisions.nth(2).getByRole('button', { name: 'Volver a este texto' }).click();
  await expect.poll(() => revisions.count()).toBe(4);
  expect((await it.texts(2))[1]).toBe(original);
});

test('the received translation can be brought back, and undone', async () => {
  await it.caret(2, 'Home');
  await it.page.keyboard.type('Cambio. ');
  await it.saved();
  await it.page.getByRole('tab', { name: 'Recibida' }).click();
  const changed = (await it.texts(3))[2] ?? '';
  await it.page.getByRole('button', { name: 'Volver al texto recibido' }).click();
  expect((await it.texts(3))[2]).toBe(changed.replace('Cambio. ', ''));
  await it.press('Control+z');
  await expect.poll(async () => (await it.texts(3))[2]).toBe(changed);
});
