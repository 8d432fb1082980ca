/** Documents that go out for review and come back, and what people say about units. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { textRun } from '#shared/model/content.ts';
import { reviewed } from '#tests/builders/reviewed.ts';
import { unit2, xliff2 } from '#tests/builders/xliff/index.ts';
import { answerOpenDialog, answerSaveDialog, chooseMenu, type RunningApp } from './harness/app.ts';
import { expectNoAxeViolations } from './harness/axe.ts';
import { chooseOriginal, fileOf, importAndOpen } from './harness/documents.ts';
import { reader } from './harness/editor.ts';
import { closeBy, openLibrary, seen } from './harness/people.ts';

/** Rows of the document, and the line of the table each one stands in: its heading is the first. */
const THERE = 1;
const BOTH = 2;
const line = (row: number): number => row + 2;

const NOTE = '<notes><note id="n">¿Es así?</note></notes>';

/** Four units with their translation. */
const KIT = xliff2(
  Object.entries({ law: 'La ley', council: 'El concejo', budget: 'El presupuesto', market: 'El mercado' })
    .map(([source, target]) => unit2(source, target, '', source === 'law' ? NOTE : '').replace('u1', source))
    .join('\n'),
);

let running: RunningApp;
let sent: Uint8Array;
/** Texts of the rows as they went out. */
let before: readonly string[];

beforeAll(async () => {
  running = await openLibrary();
  await chooseOriginal(running, await fileOf(running, 'kit.xlf', KIT));
  await importAndOpen(running);
});

afterAll(async () => {
  await running.close();
});

const page = () => running.page;
const it = () => reader(running.page);
const dialog = () => page().getByRole('dialog', { name: /^Lo que volvió de «/u });
const comments = () => page().getByRole('list', { name: 'Comentarios' }).getByRole('listitem');

async function noViolations(): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page().emulateMedia({ colorScheme });
    await expectNoAxeViolations(page());
  }
}

async function receive(name: string, data: Uint8Array): Promise<void> {
  await answerOpenDialog(running.app, await fileOf(running, name, data));
  await chooseMenu(running.app, 'receiveReturned');
  await dialog().waitFor({ timeout: 60_000 });
}

describe('comments on the unit one is in', () => {
  test('are added, with who said it', async () => {
    await it().target(THERE).click();
    await page()
      .getByRole('tab', { name: /^Comentarios/u })
      .click();
    await page().getByLabel('Comentario nuevo').fill('Falta la ley');
    await page().getByRole('button', { name: 'Comentar' }).click();
    expect(await seen(comments().filter({ hasText: 'María' }).filter({ hasText: 'Falta la ley' }))).toBe(true);
    expect(await page().getByLabel('Comentario nuevo').inputValue()).toBe('');
  });

  test('those of its file are there too, with where they are from, and stay', async () => {
    await it().target(0).click();
    expect(await seen(comments().filter({ hasText: '¿Es así?' }).filter({ hasText: 'en el archivo original' }))).toBe(
      true,
    );
    expect(await page().getByRole('button', { name: 'Quitar el comentario' }).count()).toBe(0);
    await it().target(THERE).click();
  });

  test('are counted on their tab, which has room for all six on two lines', async () => {
    expect(await seen(page().getByRole('tab', { name: 'Comentarios 1' }))).toBe(true);
    const tops = await page()
      .getByRole('tab')
      .evaluateAll((tabs) => tabs.map((tab) => tab.getBoundingClientRect().top));
    expect([tops.length, new Set(tops).size]).toEqual([6, 2]);
  });

  test('break no rule, light or dark', async () => {
    await expect(noViolations()).resolves.toBeUndefined();
  });

  test('are taken away again', async () => {
    await page().getByRole('button', { name: 'Quitar el comentario' }).click();
    await expect.poll(() => comments().count()).toBe(0);
  });
});

describe('a table for review', () => {
  test('goes out', async () => {
    const path = join(running.userData, 'revisión.docx');
    before = await it().texts();
    await answerSaveDialog(running.app, path);
    await chooseMenu(running.app, 'exportReview');
    expect(await seen(page().getByText(/^«revisión\.docx» exportado con/u))).toBe(true);
    sent = new Uint8Array(await readFile(path));
  });

  test('comes back with what it changes, one conflict that is not taken by itself', async () => {
    await it().caret(BOTH, 'End');
    await page().keyboard.type(' De aquí.');
    await it().saved();
    const texts: Readonly<Record<string, string>> = {
      [`${line(THERE)},3`]: 'Texto corregido allá',
      [`${line(BOTH)},3`]: 'Otro texto de allá',
    };
    const typed = { [`${line(THERE)},5`]: '¿Y el plazo?' };
    const change = (cell: string) => (texts[cell] === undefined ? undefined : [textRun(texts[cell])]);
    await receive('de vuelta.docx', await reviewed(sent, change, typed));
    expect(await seen(dialog().getByText(/^2 cambios · 1 comentario nuevo · /u))).toBe(true);
    const boxes = dialog().getByRole('checkbox');
    expect([await boxes.first().isChecked(), await boxes.last().isChecked()]).toEqual([false, true]);
  });

  test('its dialog breaks no rule, light or dark', async () => {
    await expect(noViolations()).resolves.toBeUndefined();
  });

  test('at 200 % zoom it is not cut off sideways and its buttons can be reached', async () => {
    await page().setViewportSize({ width: 683, height: 384 });
    const take = dialog().getByRole('button', { name: 'Tomar 1 cambio' });
    await take.scrollIntoViewIfNeeded();
    const within = await take.evaluate((button) => {
      const { right, bottom } = button.getBoundingClientRect();
      return right <= innerWidth && bottom <= innerHeight;
    });
    expect(within).toBe(true);
    expect(await dialog().evaluate((element) => element.scrollWidth <= element.clientWidth + 1)).toBe(true);
    await page().setViewportSize({ width: 1366, height: 741 });
  });

  test('the change is taken with its comment, the conflict left as it is here', async () => {
    await dialog().getByRole('button', { name: 'Tomar 1 cambio' }).click();
    await dialog().waitFor({ state: 'detached' });
    await expect
      .poll(() =>
        it()
          .texts()
          .then((texts) => texts[THERE]),
      )
      .toBe('Texto corregido allá');
    expect((await it().texts())[BOTH]).toBe(`${before[BOTH]} De aquí.`);
    await it().target(THERE).click();
    expect(await seen(comments().filter({ hasText: '¿Y el plazo?' }))).toBe(true);
  });

  test('untouched, it changes nothing', async () => {
    await receive('igual.docx', sent);
    expect(await seen(dialog().getByText(/^0 cambios · /u))).toBe(true);
    expect(await dialog().getByRole('checkbox').count()).toBe(0);
    await closeBy('Escape', dialog());
  });

  test('a file that never went out is refused, and says why', async () => {
    await answerOpenDialog(running.app, await fileOf(running, 'otro.docx', new TextEncoder().encode('no es')));
    await chooseMenu(running.app, 'receiveReturned');
    const refused = page().getByRole('dialog', { name: 'Recibir un archivo corregido' });
    expect(await seen(refused.getByRole('button', { name: 'Copiar detalle' }))).toBe(true);
    await closeBy('Escape', refused);
  });
});

test('nothing went wrong in the page meanwhile', () => {
  expect(running.pageErrors).toEqual([]);
});
