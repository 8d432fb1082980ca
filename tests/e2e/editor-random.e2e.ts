import { expect, test } from 'vitest';
import { openDocument, openEditor, type OpenEditor, type Row } from './harness/editor.ts';

const TITLE = 'Actividad 1: Mapa de nuestros modos de pensar';
const SEEDS = (process.env['ADAPTA_SEEDS'] ?? '7').split(',').map(Number);
const STEPS = 120;

/** A small generator, so that a failing run can be run again. */
function random(seed: number): (below: number) => number {
  let state = seed * 7919 + 1;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

const ACTIONS: readonly ((it: OpenEditor, next: (below: number) => number) => Promise<void>)[] = [
  (it, next) => it.page.keyboard.type(['más ', 'ñ', '¿qué? ', 'GAM'][next(4)] ?? ''),
  (it) => it.press('Enter'),
  (it) => it.press('Shift+Enter'),
  (it, next) => it.press(...Array.from({ length: 1 + next(6) }, () => 'Backspace')),
  (it, next) => it.press(...Array.from({ length: 1 + next(6) }, () => 'Delete')),
  (it, next) => it.press(['Control+Backspace', 'Control+Delete'][next(2)] ?? 'Delete'),
  (it, next) => it.press(...Array.from({ length: 1 + next(9) }, () => 'ArrowRight')),
  (it, next) => it.press(...Array.from({ length: 1 + next(4) }, () => ['ArrowDown', 'ArrowUp'][next(2)] ?? 'ArrowUp')),
  (it, next) => it.press(['Home', 'End'][next(2)] ?? 'Home'),
  (it, next) =>
    it.press(...Array.from({ length: 1 + next(5) }, () => ['Shift+ArrowDown', 'Shift+ArrowRight'][next(2)] ?? '')),
  (it) => it.press('Control+b'),
  (it, next) => it.press(['Control+z', 'Control+y'][next(2)] ?? 'Control+z'),
  (it, next) => it.press(['Alt+ArrowDown', 'Alt+ArrowUp', 'Alt+Shift+ArrowDown', 'Alt+2'][next(4)] ?? 'Alt+2'),
  (it) => it.press('Control+c', 'ArrowRight', 'Control+v'),
  (it) => it.press('Control+x', 'ArrowDown', 'Control+v'),
];

const stored = (rows: readonly Row[]): unknown =>
  rows.map(({ id, target, mode, status }) => ({ id, target: target.replaceAll('\u00A0', ' ').trim(), mode, status }));

test.each(SEEDS)('whatever is pressed, what is on screen is what is stored (seed %i)', async (seed) => {
  const it = await openEditor(TITLE);
  try {
    const next = random(seed);
    const start = await it.rows(500);
    await it.caret(next(start.length), 'End');
    for (let step = 0; step < STEPS; step += 1) await ACTIONS[next(ACTIONS.length)]?.(it, next);
    await it.saved();
    const shown = await it.rows(500);
    expect(new Set(shown.map(({ id }) => id)).size).toBe(shown.length);
    const sources = new Set(shown.map(({ source }) => source));
    expect(
      start.filter(({ source }) => !sources.has(source) && ![...sources].some((text) => text.includes(source))),
    ).toEqual([]);
    await it.page.getByRole('button', { name: 'Volver a los kits' }).click();
    await openDocument(it.page, TITLE);
    expect(stored(await it.rows(500))).toEqual(stored(shown));
    expect(it.pageErrors).toEqual([]);
  } finally {
    await it.close();
  }
});
