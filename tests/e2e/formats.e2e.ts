/** Documents of other formats than Word's, from the import to the export. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { libreOffice } from '#main/engine/libre-office.ts';
import type { Format } from '#main/formats/format.ts';
import { odtFormat } from '#main/formats/odf/index.ts';
import { pptxFormat } from '#main/formats/pptx/index.ts';
import { textOf } from '#shared/model/content.ts';
import * as odf from '#tests/builders/odf/index.ts';
import { body, pptx, slide, title } from '#tests/builders/pptx/index.ts';
import { xliff2 } from '#tests/builders/xliff/index.ts';
import { chooseMenu, type RunningApp } from './harness/app.ts';
import { expectNoAxeViolations } from './harness/axe.ts';
import { chooseOriginal, exportedFile, fileOf, importAndOpen } from './harness/documents.ts';
import { reader } from './harness/editor.ts';
import { closeBy, openLibrary, seen } from './harness/people.ts';

/** A deck higher than the sidebar. */
const DECK = pptx([
  { ...slide(title('Welcome'), body('A city', 'A service')), notes: ['Hello crowd'] },
  { ...slide(title('Only for us'), body('Inside')), hidden: true },
  ...Array.from({ length: 8 }, (_, at) => slide(title(`Step ${at + 1}`), body(`What to do in step ${at + 1}`))),
]);

const LETTER = odf.odt(`${odf.h('Minutes')}${odf.p('The council met on Monday.')}`);

const KIT = xliff2(
  [
    '<unit id="a"><segment state="reviewed"><source>The law</source><target>La ley</target></segment></unit>',
    '<unit id="b"><segment><source>The council</source></segment></unit>',
  ].join('\n'),
);

let running: RunningApp;

beforeAll(async () => {
  running = await openLibrary();
});

afterAll(async () => {
  await running.close();
});

const page = () => running.page;
const it = () => reader(running.page);
const strip = () => page().getByRole('navigation', { name: 'Diapositivas' });
const slideNamed = (name: RegExp) => strip().getByRole('button', { name });

/** Into a row nobody has written in yet. */
async function write(row: number, text: string): Promise<void> {
  await it().target(row).click();
  await page().keyboard.type(text);
  await it().saved();
}

async function textsIn(format: Format, bytes: Uint8Array): Promise<readonly string[]> {
  return (await format.read(bytes)).blocks.map(({ content }) => textOf(content));
}

const hasLibreOffice = libreOffice() !== null;

/** How many dots of a picture letters may be. */
async function darkDots(element: Element): Promise<number> {
  const image = new Image();
  image.src = element.getAttribute('href') ?? '';
  await image.decode();
  const canvas = new OffscreenCanvas(image.naturalWidth, image.naturalHeight);
  const context = canvas.getContext('2d');
  context?.drawImage(image, 0, 0);
  const dots = context?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
  let dark = 0;
  for (let at = 0; at < dots.length; at += 4) if ((dots[at] ?? 255) < 128) dark += 1;
  return dark;
}

describe('a presentation', () => {
  test('is proposed as slides, and its report counts them, the hidden ones and what is said with them', async () => {
    await chooseOriginal(running, await fileOf(running, 'deck.pptx', DECK));
    expect(await page().getByRole('button', { name: /Tipo/u }).innerText()).toContain('Diapositivas');
    const rows = await importAndOpen(running);
    expect(rows).toEqual(
      expect.arrayContaining(['Diapositivas: 10', 'Diapositivas ocultas: 1', 'Notas para quien expone: 1']),
    );
  });

  test('has its slides in the sidebar, told by number and title', async () => {
    expect(await seen(slideNamed(/^Diapositiva 2 Only for us oculta$/u))).toBe(true);
    expect(await strip().getByRole('button').count()).toBe(10);
  });

  test('a slide leads to its text, and is the one marked', async () => {
    await slideNamed(/^Diapositiva 4\b/u).click();
    expect(await seen(page().locator('.unit.active', { hasText: 'Step 2' }))).toBe(true);
    expect(await seen(strip().locator('[aria-current]', { hasText: 'Step 2' }))).toBe(true);
  });

  test('the slide of the row comes into view as one moves, and the caret stays in the text', async () => {
    for (let step = 0; step < 12; step += 1) await page().keyboard.press('Alt+ArrowDown');
    await expect.poll(() => strip().locator('[aria-current]').innerText()).toContain('Step 8');
    await expect
      .poll(() =>
        strip()
          .locator('[aria-current]')
          .evaluate((item) => {
            const { top, bottom } = item.getBoundingClientRect();
            const room = item.closest('.frame-sidebar')?.getBoundingClientRect();
            return room !== undefined && top >= room.top - 1 && bottom <= room.bottom + 1;
          }),
      )
      .toBe(true);
    expect(await page().evaluate(() => document.activeElement?.closest('.sheets') !== null)).toBe(true);
  });

  test('a text that has outgrown its box is told at its slide', async () => {
    await write(0, 'Bienvenidas y bienvenidos a todas y todos, '.repeat(4));
    expect(await seen(slideNamed(/^Diapositiva 1\b.*1 texto no cabe en su recuadro/u))).toBe(true);
  });

  test.runIf(hasLibreOffice)('LibreOffice draws what is on each slide in sight, hidden ones too', async () => {
    await slideNamed(/^Diapositiva 1\b/u).click();
    await expect
      .poll(
        () =>
          slideNamed(/^Diapositiva 2\b/u)
            .locator('svg')
            .getAttribute('data-drawn'),
        { timeout: 60_000 },
      )
      .toBe('true');
    const dark = await slideNamed(/^Diapositiva 2\b/u)
      .locator('image')
      .evaluate(darkDots);
    expect(dark).toBeGreaterThan(50);
  });

  test('breaks no rule, light or dark', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page().emulateMedia({ colorScheme });
      await expect(expectNoAxeViolations(page())).resolves.toBeUndefined();
    }
  });

  test('at 200 % zoom nothing is cut off sideways, the strip opens over the text', async () => {
    await page().setViewportSize({ width: 683, height: 384 });
    await page().getByRole('button', { name: 'Mostrar la barra lateral' }).click();
    expect(await seen(strip())).toBe(true);
    expect(await tooWide()).toEqual([]);
    await chooseMenu(running.app, 'toggleSidebar');
    await page().setViewportSize({ width: 1366, height: 741 });
  });

  test('goes out as a presentation with the adapted text in it', async () => {
    await write(1, 'Una ciudad del Altiplano');
    const texts = await textsIn(pptxFormat, await exportedFile(running, 'salida.pptx'));
    expect(texts).toContain('Una ciudad del Altiplano');
  });
});

test('no slides are looked for in what is no presentation', async () => {
  await chooseOriginal(running, await fileOf(running, 'carta.odt', LETTER));
  await importAndOpen(running);
  await chooseMenu(running.app, 'showJobs');
  const jobs = page().getByRole('dialog', { name: 'Tareas' });
  await jobs.waitFor();
  const lines = await jobs.getByText('Leyendo las diapositivas').count();
  await closeBy('Escape', jobs);
  expect(lines).toBe(1);
});

test('a letter of OpenDocument goes out as one with the adapted text in it', async () => {
  await chooseOriginal(running, await fileOf(running, 'acta.odt', LETTER));
  await importAndOpen(running);
  await write(1, 'El concejo se reunió el lunes.');
  expect(await textsIn(odtFormat, await exportedFile(running, 'salida.odt'))).toContain(
    'El concejo se reunió el lunes.',
  );
});

describe('an XLIFF of two languages', () => {
  test('says that it brings its translation', async () => {
    await chooseOriginal(running, await fileOf(running, 'kit.xlf', KIT));
    expect(await seen(page().getByText('El original ya trae su traducción'))).toBe(true);
  });

  test('is side by side at once, with the states it says', async () => {
    await importAndOpen(running);
    expect((await it().rows()).map(({ source, target, status }) => [source, target, status])).toEqual([
      ['The law', 'La ley', 'reviewed'],
      ['The council', '', 'untranslated'],
    ]);
  });

  test('goes out as XLIFF with the adapted text in it', async () => {
    await write(1, 'El concejo');
    const text = new TextDecoder().decode(await exportedFile(running, 'salida.xlf'));
    expect(text).toContain('<target>La ley</target>');
    expect(text).toContain('El concejo</target>');
  });
});

test('nothing went wrong in the page meanwhile', () => {
  expect(running.pageErrors).toEqual([]);
});

/** What is wider than its room, of the parts that must not be. */
function tooWide(): Promise<readonly string[]> {
  return page().evaluate(() =>
    [...document.querySelectorAll('.app, .frame, .frame-main, .frame-sidebar, .frame-panel')]
      .filter((each) => each.scrollWidth > each.clientWidth + 1)
      .map((each) => each.className),
  );
}
