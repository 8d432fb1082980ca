/**
 * `npm run bench -- editor [--units N] [--keys N]`: the editor on a document of 20,000 units in the real application, as
 * JSON. Milliseconds; keys from the event to the end of the frame that shows them (two frames at 60 Hz: 33.3), and for
 * typing the processor time a key costs all threads of the page. `load`: the machine's, over the last minute.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBuilt } from '#scripts/lib/build.ts';
import { openDisplay } from '#scripts/lib/display.ts';
import { ensureElectron } from '#scripts/lib/electron-binary.ts';
import { BIG_TITLE, makeBigWorkspace } from '#tests/e2e/bench-editor/big-workspace.ts';
import { heapOf, installProbe, processorOf, timeKeys, timeOpening } from '#tests/e2e/bench-editor/probe.ts';
import { chooseMenu, launchApp } from '#tests/e2e/harness/app.ts';

const { values } = parseArgs({
  options: { units: { type: 'string', default: '20000' }, keys: { type: 'string', default: '300' } },
});
const units = Number(values.units);
const say = (line: string): void => void process.stderr.write(`${line}\n`);
const repeat = (count: number, ...keys: readonly string[]): string[] =>
  Array.from({ length: count }, () => keys).flat();

await ensureElectron(say);
await ensureBuilt(say);
const display = await openDisplay(say);
Object.assign(process.env, display.env);
const folder = await mkdtemp(join(tmpdir(), 'adapta-bench-'));
try {
  say(`Making a document of ${units} units …`);
  await makeBigWorkspace(join(folder, 'workspace'), units);
  const running = await launchApp({ workspace: join(folder, 'workspace') });
  const { page, app } = running;
  await page.getByText(BIG_TITLE, { exact: true }).first().waitFor();
  const opening = await timeOpening(page, BIG_TITLE);
  await page.waitForTimeout(1500);
  await installProbe(page);

  const middle = page.locator('.outline-item').nth(Math.floor(units / 40 / 2));
  await middle.click();
  await page.waitForTimeout(500);
  await page.keyboard.press('Alt+ArrowDown');
  const text = Array.from({ length: Number(values.keys) }, (_, index) => 'una prueba de tecleo '.charAt(index % 21));
  const before = await processorOf(app);
  const times = await timeKeys(
    page,
    text.map((key) => (key === ' ' ? 'Space' : key)),
  );
  // What the page itself needs, whatever else the machine is busy with.
  const processorMs = Math.round(((await processorOf(app)) - before) / text.length);
  const typing = { ...times, processorMs };
  const backspace = await timeKeys(page, repeat(40, 'Backspace'));
  const arrows = await timeKeys(page, repeat(20, 'ArrowDown', 'ArrowLeft'));
  await page.keyboard.press('Alt+ArrowDown');
  const nextUnit = await timeKeys(page, repeat(30, 'Alt+ArrowDown'), 100);
  const needsWork = await timeKeys(page, repeat(15, 'Control+Enter'), 150);
  await page.keyboard.press('End');
  const enter = await timeKeys(page, repeat(15, 'Enter'), 120);
  const merge = await timeKeys(page, repeat(15, 'Backspace'), 120);
  await page.keyboard.press('Home');
  const split: string[] = repeat(10, 'ArrowRight', 'ArrowRight', 'Enter');
  const splits = await timeKeys(page, split, 120);
  const undo = await timeKeys(page, repeat(20, 'Control+z'), 120);
  const redo = await timeKeys(page, repeat(20, 'Control+y'), 120);
  await page.locator('.status-saving[data-state="saved"]').waitFor();
  await chooseMenu(app, 'find');
  const find = await timeKeys(page, 'municipal'.split(''), 300);
  const findNext = await timeKeys(page, repeat(20, 'Enter'), 150);
  const heapMB = await heapOf(page);
  const shell = await app.evaluate(({ app: electron }) =>
    electron.getAppMetrics().map(({ type, name, memory }) => ({
      process: name ?? type,
      residentMB: Math.round(memory.workingSetSize / 1000),
    })),
  );
  const errors = running.pageErrors;
  await running.close();
  process.stdout.write(
    `${JSON.stringify(
      {
        units,
        load: Math.round((loadavg()[0] ?? 0) * 10) / 10,
        firstScreenMs: opening.first,
        fullyOpenMs: opening.full,
        typing,
        backspace,
        arrows,
        enter,
        merge,
        splitWithArrows: splits,
        nextUnit,
        confirmAndNext: needsWork,
        undo,
        redo,
        find,
        findNext,
        heapMB,
        memory: shell,
        errors,
      },
      null,
      2,
    )}\n`,
  );
} finally {
  await rm(folder, { recursive: true, force: true });
  display.close();
}
