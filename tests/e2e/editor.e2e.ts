import type { Locator } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { chooseMenu } from './harness/app.ts';
import { expectNoAxeViolations } from './harness/axe.ts';
import { type OpenEditor, openEditor } from './harness/editor.ts';
import { closeBy } from './harness/people.ts';

let it: OpenEditor;

beforeAll(async () => {
  it = await openEditor('Guía del facilitador');
});

/** Every test leaves the document as it found it: by the app's own history. */
afterEach(async () => {
  for (let step = 0; step < 40; step += 1) await it.press('Control+z');
  await it.saved();
});

afterAll(async () => {
  await it.close();
});

const mode = async (index: number): Promise<string | undefined> => (await it.rows(index + 1))[index]?.mode;
/** The line that asks for the reason; it takes the focus when it comes. */
const reason = (): Locator => it.page.getByLabel('Motivo', { exact: true });
/** What was open is closed and the caret is in the text again. */
const expectInText = async (): Promise<void> => {
  await expect.poll(() => it.page.evaluate(() => document.activeElement?.className)).toBe('text');
};

const selected = (): Promise<string> => it.page.evaluate(() => getSelection()?.toString() ?? '');
const status = (): Promise<string> => it.page.locator('.status-middle').innerText();

describe('typing', () => {
  test('text typed is saved, and said so only then', async () => {
    await it.caret(1, 'End');
    await it.page.keyboard.type(' ñandú');
    expect(await it.page.locator('.status-saving').getAttribute('data-state')).toBe('saving');
    await it.saved();
    expect((await it.texts(2))[1]).toMatch(/ ñandú$/u);
  });

  test('marks are set by key and shown pressed', async () => {
    await it.caret(1, 'Home');
    await it.press('Shift+End', 'Control+b');
    await it.target(1).locator('strong').first().waitFor();
    expect(await it.page.getByRole('button', { name: 'Negrita' }).getAttribute('aria-pressed')).toBe('true');
  });

  test('Shift+Enter breaks the line and adds no unit', async () => {
    const before = await it.rows(4);
    await it.caret(1, 'End');
    await it.press('Shift+Enter');
    await it.page.keyboard.type('abajo');
    const after = await it.rows(4);
    expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
    expect(after[1]?.target).toBe(`${before[1]?.target}\nabajo`);
  });

  test('a composed letter arrives whole, and is one step of undo with its word', async () => {
    await it.caret(1, 'End');
    const session = await it.page.context().newCDPSession(it.page);
    await session.send('Input.imeSetComposition', { text: '´', selectionStart: 1, selectionEnd: 1 });
    await session.send('Input.insertText', { text: 'á' });
    expect((await it.texts(2))[1]).toMatch(/á$/u);
  });
});

describe('structure', () => {
  test('Enter inside a unit splits it; both keep the original', async () => {
    const [, , , heading] = await it.rows(4);
    await it.caret(3, 'Home');
    await it.press('ArrowRight', 'ArrowRight', 'Enter');
    const [, , , first, second] = await it.rows(5);
    expect(`${first?.target} ${second?.target}`).toBe(heading?.target);
    expect([first?.source, second?.source]).toEqual([heading?.source, heading?.source]);
    expect(second?.active).toBe(true);
  });

  test('Backspace at the start joins what Enter parted', async () => {
    const before = await it.texts(6);
    await it.caret(3, 'Home');
    await it.press('ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'Enter', 'Backspace');
    expect(await it.texts(6)).toEqual(before);
  });

  test('Enter at the end adds a unit without original', async () => {
    await it.caret(1, 'End');
    await it.press('Enter');
    await it.page.keyboard.type('Caso: ventanilla única');
    const added = (await it.rows(3))[2];
    expect(added).toMatchObject({ mode: 'added', target: 'Caso: ventanilla única', source: '(sin original)' });
  });

  test('deleting over several rows leaves every row and its original', async () => {
    const before = await it.rows(5);
    await it.caret(1, 'Home');
    await it.press('Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowDown', 'Delete');
    const after = await it.rows(5);
    expect(after.map(({ id, source }) => [id, source])).toEqual(before.map(({ id, source }) => [id, source]));
    expect(after[2]?.target.length).toBeLessThan(before[2]?.target.length ?? 0);
  });

  test('Backspace never takes a text out of its table cell', async () => {
    const cell = it.page.locator('.unit[data-kind="tableCell"] .target').first();
    const before = await it.page.locator('.unit').count();
    await cell.click();
    await it.press('Home', 'Backspace');
    expect(await it.page.locator('.unit').count()).toBe(before);
  });

  test('Alt+Shift+↑ moves a unit and the caret goes with it', async () => {
    const before = await it.texts(4);
    await it.caret(2, 'End');
    await it.press('Alt+Shift+ArrowUp');
    expect(await it.texts(4)).toEqual([before[0], before[2], before[1], before[3]]);
    expect((await it.rows(4))[1]?.active).toBe(true);
  });

  test('Ctrl+A selects the unit first, then everything', async () => {
    await it.caret(3, 'End');
    await it.press('Control+a');
    expect(await selected()).toBe((await it.texts(4))[3]);
    await it.press('Control+a');
    expect((await selected()).length).toBeGreaterThan(5000);
    await it.press('ArrowLeft');
  });
});

describe('status, mode and audience', () => {
  test('Ctrl+Enter confirms and goes on to the next unit that needs work', async () => {
    await it.caret(1, 'End');
    await it.press('Control+Enter');
    const rows = await it.rows(4);
    expect(rows[1]?.status).toBe('translated');
    expect(rows[2]?.active).toBe(true);
  });

  test('an empty unit is not confirmed', async () => {
    await it.caret(1, 'End');
    await it.press('Control+a', 'Delete', 'Control+Enter');
    expect((await it.rows(2))[1]?.status).toBe('untranslated');
    await it.page.getByText('La unidad no tiene texto todavía').waitFor();
  });

  test('leaving faithful asks for the reason in place and keeps it', async () => {
    await it.caret(1, 'End');
    await it.press('Alt+6');
    await reason().selectOption('law');
    await it.page.getByLabel('Referencia (ley, fuente)').fill('Ley 482');
    await closeBy('Enter', it.page.getByLabel('Referencia (ley, fuente)'));
    expect(await mode(1)).toBe('adapted');
    expect(await status()).toContain('ley o norma — Ley 482');
  });

  test('Esc leaves the mode as it was and gives the caret back', async () => {
    await it.caret(1, 'End');
    await it.press('Alt+6');
    await closeBy('Escape', reason());
    expect(await mode(1)).toBe('faithful');
    await expectInText();
    await it.page.keyboard.type('x');
    expect((await it.texts(2))[1]).toMatch(/x$/u);
  });

  test('omitting shows why in the row', async () => {
    await it.caret(2, 'End');
    await it.press('Alt+7');
    await reason().selectOption('other');
    await it.page.getByLabel('Nota', { exact: true }).fill('no aplica en línea');
    await closeBy('Enter', it.page.getByLabel('Nota', { exact: true }));
    expect(await mode(2)).toBe('omitted');
    expect(await it.target(2).getAttribute('data-note')).toContain('no aplica en línea');
  });

  test("a reviewer's keys and the audience work without a mouse", async () => {
    await it.caret(1, 'End');
    await it.press('Alt+4', 'Alt+8');
    expect((await it.rows(2))[1]?.status).toBe('approved');
    expect(await status()).toContain('solo facilitador');
  });

  test('editing takes an approval back, undo returns it', async () => {
    await it.caret(1, 'End');
    await it.press('Alt+4');
    await it.page.keyboard.type('!');
    expect((await it.rows(2))[1]?.status).toBe('draft');
    await it.press('Control+z');
    expect((await it.rows(2))[1]?.status).toBe('approved');
  });
});

describe('finding one’s way', () => {
  test('undo and redo go over text, structure, status and mode and land on the same document', async () => {
    const before = await it.rows(8);
    await it.caret(1, 'End');
    await it.page.keyboard.type('x');
    await it.press('Enter');
    await it.page.keyboard.type('nueva');
    await it.press('Alt+2', 'Alt+Shift+ArrowUp', 'Alt+8');
    const after = await it.rows(8);
    for (let step = 0; step < 6; step += 1) await it.press('Control+z');
    expect((await it.rows(8)).map((row) => ({ ...row, active: false }))).toEqual(
      before.map((row) => ({ ...row, active: false })),
    );
    for (let step = 0; step < 6; step += 1) await it.press('Control+y');
    expect((await it.rows(8)).map((row) => ({ ...row, active: false }))).toEqual(
      after.map((row) => ({ ...row, active: false })),
    );
  });

  test('a filter shows only what matches, and the row one is in', async () => {
    await it.page.getByRole('button', { name: /Filtro/u }).click();
    await it.page.getByRole('option', { name: 'sin traducir' }).click();
    await expect.poll(() => it.page.locator('.unit:visible').count()).toBeLessThan(30);
    const shown = await it.page
      .locator('.unit:visible:not(.active)')
      .evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset['status']));
    expect(new Set(shown)).toEqual(new Set(['untranslated']));
    await it.page.getByRole('button', { name: /Filtro/u }).click();
    await it.page.getByRole('option', { name: 'Filtro: todo' }).click();
  });

  test('search finds without accents in both columns and steps through', async () => {
    await it.caret(0, 'Home');
    await chooseMenu(it.app, 'find');
    const field = it.page.getByRole('textbox', { name: 'Buscar en el documento' });
    await field.fill('SESION');
    const count = it.page.locator('.find-count');
    await expect.poll(() => count.innerText()).toMatch(/^1 de \d+$/u);
    await field.press('Enter');
    await expect.poll(() => count.innerText()).toMatch(/^2 de \d+$/u);
    await closeBy('Escape', field);
    await expectInText();
  });

  test('the received translation is one key away, with what changed', async () => {
    await it.caret(1, 'End');
    await it.page.keyboard.type(' cambiada');
    await it.press('Alt+r');
    expect(await it.row(1).locator('.extra ins').innerText()).toBe(' cambiada');
    await it.press('Alt+r');
    await expect.poll(() => it.row(1).locator('.extra').isVisible()).toBe(false);
  });

  test('Alt+Enter opens the actions of the row, Esc goes back to the text', async () => {
    await it.caret(1, 'End');
    await it.press('Alt+Enter');
    await it.page.getByRole('menuitem', { name: /revisada/u }).waitFor();
    await closeBy('Escape', it.page.getByRole('menu'));
    await expectInText();
    await it.page.keyboard.type('x');
    expect((await it.texts(2))[1]).toMatch(/x$/u);
  });

  test('F1 lists the keys of the text', async () => {
    await chooseMenu(it.app, 'showShortcuts');
    const keys = it.page.getByRole('dialog').locator('kbd');
    await keys.first().waitFor();
    const listed = await keys.allInnerTexts();
    await closeBy('Escape', it.page.getByRole('dialog'));
    const digits = Array.from({ length: 8 }, (_, index) => `Alt+${index + 1}`);
    expect(listed).toEqual(expect.arrayContaining([...digits, 'Ctrl+Enter', 'Ctrl+Shift+Enter', 'Ctrl+.', 'Ctrl+,']));
  });

  test('Tab leaves the text and changes nothing', async () => {
    const before = await it.texts(5);
    await it.caret(1, 'End');
    // The browser tells of the moved caret with the next frame.
    await it.page.waitForTimeout(100);
    await it.press('Tab');
    expect(
      await it.page.evaluate(() => document.activeElement?.closest('.text')?.outerHTML.slice(0, 60)),
    ).toBeUndefined();
    expect(await it.texts(5)).toEqual(before);
  });

  test('no accessibility violation, with reason field and received text open', async () => {
    await it.caret(1, 'End');
    await expectNoAxeViolations(it.page);
    await it.press('Alt+r', 'Alt+6');
    await reason().waitFor();
    await expectNoAxeViolations(it.page);
    await closeBy('Escape', reason());
    await expectInText();
    await it.press('Alt+r');
  });
});

describe('links to the original', () => {
  test('an original linked to the wrong text is handed to its neighbour', async () => {
    const before = await it.rows(4);
    await it.caret(2, 'End');
    await it.page.getByRole('tab', { name: 'Recibida' }).click();
    await it.page.getByRole('button', { name: 'Pasar este original a la unidad anterior' }).click();
    const after = await it.rows(4);
    expect(after[1]?.source).toBe(`${before[1]?.source}\n${before[2]?.source}`);
    expect(after[2]?.source).toBe('(sin original)');
  });
});

test('nothing went wrong in the page meanwhile', () => {
  expect(it.pageErrors).toEqual([]);
});
