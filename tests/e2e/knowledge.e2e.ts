import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chooseMenu } from './harness/app.ts';
import { expectNoAxeViolations } from './harness/axe.ts';
import { type OpenEditor, openDocument, openEditor } from './harness/editor.ts';
import { makeKnowledgeWorkspace, TITLE } from './harness/knowledge-workspace.ts';
import { closeBy, seen } from './harness/people.ts';

/** What was said before, how things are called, what is amiss: beside the text, by keyboard alone. */
let it: OpenEditor;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'adapta-knowledge-'));
  await makeKnowledgeWorkspace(join(folder, 'workspace'));
  it = await openEditor(TITLE, { workspace: join(folder, 'workspace') });
  await it.page.locator('.text[aria-busy="false"]').waitFor();
});

afterAll(async () => {
  await it.close();
  await rm(folder, { recursive: true, force: true });
});

const panel = (): Locator => it.page.getByRole('tabpanel');
const target = async (index: number): Promise<string | undefined> => (await it.rows(index + 1))[index]?.target;
const selectedTab = (): Locator => it.page.getByRole('tab', { selected: true });
const focused = (): Promise<string> => it.page.evaluate(() => document.activeElement?.className ?? '');
const marked = (name: string): Promise<readonly string[]> =>
  it.page.evaluate((id) => [...(CSS.highlights.get(id) ?? [])].map((range) => (range as Range).toString()), name);
/** Goes to a row by its place. Not by the mouse: everything here is done by keyboard. */
const goTo = async (index: number): Promise<void> => {
  await it.page.locator('.text').focus();
  await it.press('Control+Home', ...Array.from({ length: index }, () => 'Alt+ArrowDown'));
  await expect.poll(async () => (await it.rows(index + 1))[index]?.active).toBe(true);
};
/** Writes into a row, in place of what is there. */
const write = async (index: number, text: string): Promise<void> => {
  await goTo(index);
  if ((await target(index)) !== '') await it.press('Control+a', 'Delete');
  await it.page.keyboard.type(text);
};

describe('matches', () => {
  test('of the unit one comes to are told in words, with what differs from its original', async () => {
    await goTo(1);
    await panel().getByText('igual, 100 %').waitFor();
    const second = panel().getByRole('listitem').filter({ hasText: 'coincidencia' });
    expect(await second.locator('del').allInnerTexts()).toContain('5');
    await expectNoAxeViolations(it.page);
  });

  test('are inserted by their number, in place of the text; undo takes that back', async () => {
    await goTo(1);
    await panel().getByText('igual, 100 %').waitFor();
    await it.press('Control+2');
    await expect.poll(() => target(1)).toMatch(/^Pida que nombren/u);
    expect((await it.rows(2))[1]?.status).toBe('draft');
    await it.press('Control+z');
    await expect.poll(() => target(1)).toBe('');
    await it.press('Control+1');
    await expect.poll(() => target(1)).toMatch(/^Pida a las y los participantes/u);
  });

  test('make an approved unit a draft again, and that is said', async () => {
    await goTo(1);
    await it.press('Alt+4', 'Control+2');
    expect(await seen(it.page.getByText('La aprobación queda en su historia.'))).toBe(true);
    expect((await it.rows(2))[1]?.status).toBe('draft');
    await it.press('Control+z', 'Control+z');
  });
});

describe('the search in the memory', () => {
  test('finds what was said on either side, and puts it at the cursor', async () => {
    await goTo(3);
    await it.press('F3');
    await it.page.keyboard.type('tarjeta');
    await panel().locator('mark', { hasText: 'tarjetas' }).waitFor();
    await expectNoAxeViolations(it.page);
    await it.press('Tab', 'Tab');
    await it.page.getByRole('button', { name: 'Insertar en el cursor' }).first().press('Enter');
    await expect.poll(() => target(3)).toBe('Recoja las tarjetas.');
  });

  test('looks for what is selected, and Esc steps out of it and back to the text', async () => {
    await goTo(3);
    await it.press('Control+Shift+ArrowRight', 'F3');
    const field = it.page.getByRole('searchbox');
    await expect.poll(() => field.inputValue()).toBe('Recoja');
    await it.press('Escape');
    await expect.poll(() => field.inputValue()).toBe('');
    await it.press('Escape');
    await expect.poll(focused).toBe('text');
  });
});

describe('terms', () => {
  test('are underlined in the original and listed', async () => {
    await goTo(4);
    await expect.poll(() => marked('adapta-term')).toContain('toolkit');
    await it.press('Alt+Shift+2');
    expect(await selectedTab().innerText()).toBe('Términos');
    await panel().getByText('no está en el texto').waitFor();
    await expectNoAxeViolations(it.page);
    await it.press('Escape');
  });

  test('are inserted by their number at the cursor', async () => {
    await write(4, 'El ');
    await it.press('Control+Shift+1');
    await it.page.keyboard.type(' es del municipio.');
    await expect.poll(() => target(4)).toBe('El kit de herramientas es del municipio.');
    await panel().getByText('usado', { exact: true }).waitFor();
  });

  test('that should be avoided are underlined once, as the finding they are', async () => {
    await write(4, 'La caja de herramientas es del municipio.');
    await expect.poll(() => marked('adapta-warning')).toContain('caja de herramientas');
    expect(await marked('adapta-bad-term')).toEqual([]);
  });

  test('are proposed from what is selected', async () => {
    await write(4, 'El kit de herramientas es del municipio');
    await it.press('Control+Shift+ArrowLeft', 'Alt+Shift+t');
    const form = it.page.getByRole('form', { name: 'Término propuesto' });
    await expect.poll(() => form.getByLabel('Texto adaptado (es-BO)').inputValue()).toBe('municipio');
    await expectNoAxeViolations(it.page);
    await it.page.keyboard.type('municipality');
    await it.press('Enter');
    expect(await seen(it.page.getByText('«municipio» quedó propuesto en el glosario.'))).toBe(true);
    await expect.poll(() => marked('adapta-term')).toContain('municipality');
    await expect.poll(focused).toBe('text');
  });
});

describe('findings', () => {
  test('come as one types, underlined and in words', async () => {
    await write(3, 'Recoja las  tarjetas en 15 minutos.');
    await it.press('Alt+Shift+3', 'Escape');
    await panel().getByText('Hay dos espacios seguidos.').first().waitFor();
    await expect.poll(async () => (await marked('adapta-warning')).length).toBeGreaterThan(0);
    await expectNoAxeViolations(it.page);
  });

  test('are mended by one key where there is no doubt, as an edit that can be undone', async () => {
    await it.press('Alt+c');
    await expect.poll(() => target(3)).toBe('Recoja las tarjetas en 15 minutos.');
    await it.press('Control+z');
    await expect.poll(() => target(3)).toBe('Recoja las  tarjetas en 15 minutos.');
    await it.press('Alt+c');
    await panel().getByText('Hay dos espacios seguidos.').first().waitFor({ state: 'detached' });
  });

  test('are left with a reason, which lasts', async () => {
    await it.press('Alt+i');
    await it.page.getByLabel('¿Por qué está bien así?').waitFor();
    await it.page.keyboard.type('El taller dura más');
    await it.press('Enter');
    await panel().getByText('1 ignorado').waitFor();
    await chooseMenu(it.app, 'showLibrary');
    await openDocument(it.page, TITLE);
    await goTo(3);
    await panel().getByText('1 ignorado').waitFor();
    await expectNoAxeViolations(it.page);
  });

  test('that were left are told again when somebody wants so', async () => {
    await panel().getByText('1 ignorado').press('Enter');
    await panel().getByRole('button', { name: 'Volver a avisar' }).press('Enter');
    await panel().getByText('1 ignorado').waitFor({ state: 'detached' });
    await expect.poll(() => it.page.getByRole('tab', { name: /^Avisos \d/u }).count()).toBe(1);
  });

  test('are gone through by F7, and back by Shift+F7', async () => {
    const place = (): Promise<string> =>
      it.page.evaluate(() => {
        const row = document.querySelector<HTMLElement>('.unit.active')?.dataset['unit'];
        return `${row} ${getSelection()?.focusOffset}`;
      });
    await goTo(0);
    await it.press('F7');
    const first = await place();
    await it.press('F7');
    expect(await place()).not.toBe(first);
    await it.press('Shift+F7');
    expect(await place()).toBe(first);
    expect(await selectedTab().innerText()).toMatch(/^Avisos \d/u);
    await expect.poll(focused).toBe('text');
  });

  test('of the whole document stand by kind', async () => {
    const kinds = panel().getByRole('region', { name: 'En todo el documento' }).locator('summary');
    await kinds.first().press('Enter');
    await panel().locator('.finding-place').first().press('Enter');
    await expect.poll(focused).toBe('text');
    await expectNoAxeViolations(it.page);
  });
});

describe('the same original elsewhere', () => {
  test('is offered the text when it is confirmed', async () => {
    await write(2, 'Escriba cada servicio en una tarjeta.');
    await it.press('Control+Enter');
    await it.page.getByText('Este original está también en 1 lugar').first().waitFor();
    await it.page.getByRole('button', { name: 'Ponerlo también ahí' }).first().press('Enter');
    await expect.poll(() => target(5)).toBe('Escriba cada servicio en una tarjeta.');
  });

  test('shows where', async () => {
    await goTo(2);
    await it.press('Alt+Shift+1');
    await panel().locator('.repetitions summary').press('Enter');
    expect(await seen(panel().getByText('aquí, unidad 6'))).toBe(true);
    await expectNoAxeViolations(it.page);
    await it.press('Escape');
  });
});

describe('translating from the memory', () => {
  test('fills what has no text, says how well, and can be undone', async () => {
    await chooseMenu(it.app, 'pretranslate');
    const dialog = it.page.getByRole('dialog');
    await dialog.waitFor();
    await expectNoAxeViolations(it.page);
    await it.press('Enter');
    await dialog.getByText('1 unidad recibió un borrador').waitFor();
    expect(await target(6)).toBe('Agradezca a las y los participantes.');
    await expectNoAxeViolations(it.page);
    await dialog.getByRole('button', { name: 'Deshacer' }).press('Enter');
    await expect.poll(() => target(6)).toBe('');
  });

  test('is left by Esc, and nothing is done', async () => {
    await chooseMenu(it.app, 'pretranslate');
    await closeBy('Escape', it.page.getByRole('dialog'));
    expect(await target(6)).toBe('');
  });
});

test('nothing went wrong in the page meanwhile', () => {
  expect(it.pageErrors).toEqual([]);
});
