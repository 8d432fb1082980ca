import type { Locator } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type OpenEditor, openEditor } from './harness/editor.ts';

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

const selected = (): Promise<string> => it.page.evaluate(() => getSelection()?.toString() ?? '');

const paste = (data: Readonly<Record<string, string>>): Promise<void> =>
  it.page.evaluate((items) => {
    const clipboardData = new DataTransfer();
    for (const [type, value] of Object.entries(items)) clipboardData.setData(type, value);
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  }, data);

const tool = (index: number, name: string): Locator => it.row(index).getByRole('button', { name, exact: true });

const drag = async (from: Locator, to: Locator): Promise<void> => {
  const [start, end] = [await from.boundingBox(), await to.boundingBox()];
  if (start === null || end === null) throw new Error('not on screen');
  await it.page.mouse.move(start.x + 30, start.y + 15);
  await it.page.mouse.down();
  await it.page.mouse.move(end.x + 60, end.y + 15, { steps: 5 });
  await it.page.mouse.up();
};

describe('the mouse', () => {
  test('a selection over several rows takes no text of the originals along', async () => {
    const [, , third] = await it.rows(3);
    await drag(it.target(1), it.target(3));
    const text = await selected();
    expect(text).toContain(third?.target.slice(0, 40));
    expect(text).not.toContain(third?.source.slice(0, 40));
  });

  test('the original can be selected to be copied', async () => {
    const source = it.row(1).locator('.source .block');
    await drag(source, source);
    expect((await selected()).length).toBeGreaterThan(2);
    expect((await it.rows(2))[1]?.source).toContain(await selected());
  });

  test('a gutter sign opens the actions of its row', async () => {
    await it
      .row(2)
      .getByRole('button', { name: /Estado/u })
      .click();
    await it.page.getByRole('menuitem', { name: /traducida/u }).click();
    expect((await it.rows(3))[2]?.status).toBe('translated');
  });
});

describe('structure tools at the edge of a row', () => {
  test('the row under the mouse has them, and they act on it', async () => {
    const before = await it.rows(4);
    await it.caret(1, 'End');
    await it.target(2).hover();
    await tool(2, 'Agregar debajo').click();
    const after = await it.rows(4);
    expect(after[3]).toMatchObject({ mode: 'added', active: true });
    expect(after[2]?.id).toBe(before[2]?.id);
  });

  test('without a mouse the row one is in has them, outside the Tab order', async () => {
    await it.page.mouse.move(5, 5);
    await it.caret(1, 'End');
    await it.page.mouse.move(5, 5);
    const merge = tool(1, 'Unir con la siguiente');
    await merge.waitFor();
    expect(await merge.getAttribute('tabindex')).toBe('-1');
    expect(await it.page.locator('.row-tools').count()).toBe(1);
  });

  test('they rest while one types', async () => {
    await it.caret(1, 'End');
    await it.page.keyboard.type('a');
    await expect.poll(() => it.page.locator('.row-tools').isVisible()).toBe(false);
  });
});

describe('pasting', () => {
  test('several paragraphs become units of their own', async () => {
    await it.caret(1, 'End');
    await paste({ 'text/html': '<p>. Uno</p><p>Dos</p><ul><li>Tres</li></ul>' });
    const rows = await it.rows(4);
    expect(rows.slice(1).map(({ target }) => target)).toEqual([expect.stringMatching(/\. Uno$/u), 'Dos', 'Tres']);
    expect(rows.slice(2).map(({ mode }) => mode)).toEqual(['added', 'added']);
  });

  test('in the middle of a text the end stays with its original', async () => {
    const [, , , heading] = await it.rows(4);
    await it.caret(3, 'Home');
    await it.press('ArrowRight', 'ArrowRight');
    await paste({ 'text/plain': 'uno\ndos' });
    const rows = await it.rows(6);
    expect(rows.slice(3, 6).map(({ mode }) => mode)).toEqual(['faithful', 'added', 'faithful']);
    expect(rows[5]?.source).toBe(heading?.source);
  });

  test('nothing of a page can run or lead anywhere but the web', async () => {
    await it.caret(1, 'End');
    await paste({ 'text/html': '<img src=x onerror="document.title=1"><a href="javascript:alert(1)">clic</a>' });
    expect((await it.texts(2))[1]).toMatch(/clic$/u);
    expect(await it.target(1).locator('a, img, [style*="--link"]').count()).toBe(0);
  });
});

test('nothing went wrong in the page meanwhile', () => {
  expect(it.pageErrors).toEqual([]);
});
