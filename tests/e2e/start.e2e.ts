import { spawn } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AdaptaBridge, EngineState } from '#shared/contract/bridge.ts';
import { sandboxArguments } from '#scripts/lib/display.ts';
import { findElectron } from '#scripts/lib/electron-binary.ts';
import { ROOT } from '#scripts/lib/root.ts';
import { type RunningApp, answerOpenDialog, answerSaveDialog, launchApp } from './harness/app.ts';
import { expectNoAxeViolations } from './harness/axe.ts';

declare const adapta: AdaptaBridge<File>;

let running: RunningApp;

beforeAll(async () => {
  running = await launchApp();
});

afterAll(async () => {
  await running.close();
});

const engineState = (): Promise<EngineState> =>
  running.page.evaluate(
    () =>
      new Promise<EngineState>((resolve) => {
        const stop = adapta.onEngineState((state) => setTimeout(() => (stop(), resolve(state)), 0));
      }),
  );

/** Asks the engine over a fresh port, as a page without our client could. */
const ask = (method: string, params: unknown): Promise<unknown> =>
  running.page.evaluate(
    ([name, value]) =>
      new Promise((resolve) => {
        const use = (event: MessageEvent<unknown>): void => {
          const [port] = event.ports;
          if (event.data !== 'adapta:port' || port === undefined) return;
          removeEventListener('message', use);
          port.addEventListener('message', ({ data }: MessageEvent<{ id?: number }>) => {
            if (data.id === 1_000_001) resolve(data);
          });
          port.start();
          port.postMessage({ id: 1_000_001, method: name, params: value });
        };
        addEventListener('message', use);
        adapta.requestPort();
      }),
    [method, params] as const,
  );

const menuLabels = (): Promise<string[]> =>
  running.app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map((item) => item.label.replace('&', '')) ?? []);

describe('the window', () => {
  test('opens with the application in it', async () => {
    await expect.poll(() => running.page.locator('#root > *').count()).toBeGreaterThan(0);
  });

  test('has the design size', async () => {
    const bounds = await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds());
    expect(bounds).toMatchObject({ width: 1366, height: 768 });
  });

  test('shows a first view without accessibility violations', async () => {
    await running.page.getByRole('heading').first().waitFor();
    await expectNoAxeViolations(running.page);
  });

  test('says nothing in its console', () => {
    expect(running.pageErrors).toEqual([]);
  });

  test('comes to the front when the application is started again', async () => {
    await running.app.evaluate(({ app }) => {
      app.on('second-instance', () => Object.assign(globalThis, { startedAgain: true }));
    });
    const args = [ROOT, ...sandboxArguments(), `--user-data-dir=${running.userData}`];
    const second = spawn(findElectron()?.program ?? '', args, { stdio: 'ignore' });
    const code = await new Promise((resolve) => second.once('exit', resolve));
    const noticed = await running.app.evaluate(() => 'startedAgain' in globalThis);
    const windows = await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
    expect({ code, noticed, windows }).toEqual({ code: 0, noticed: true, windows: 1 });
  });
});

describe('the menu', () => {
  test('is Spanish at first', async () => {
    expect(await menuLabels()).toEqual(['Archivo', 'Editar', 'Ver', 'Documento', 'Ayuda']);
  });

  test('changes its language at once', async () => {
    await running.page.evaluate(() => adapta.setLanguage('en'));
    expect(await menuLabels()).toEqual(['File', 'Edit', 'View', 'Document', 'Help']);
    await running.page.evaluate(() => adapta.setLanguage('es'));
  });

  test('remembers the language for the next start', async () => {
    await running.page.evaluate(() => adapta.setLanguage('en'));
    const remembered = JSON.parse(await readFile(join(running.userData, 'shell.json'), 'utf8')) as { language: string };
    await running.page.evaluate(() => adapta.setLanguage('es'));
    expect(remembered.language).toBe('en');
  });

  test('sends commands to the page', async () => {
    await running.page.evaluate(() => {
      adapta.onMenu((command) => document.body.setAttribute('data-command', command));
    });
    await running.app.evaluate(({ Menu, BrowserWindow }) => {
      Menu.getApplicationMenu()?.getMenuItemById('showJobs')?.click(undefined, BrowserWindow.getAllWindows()[0]);
    });
    await expect.poll(() => running.page.getAttribute('body', 'data-command')).toBe('showJobs');
  });

  test('offers what a document needs only where there is one', async () => {
    const enabled = (): Promise<boolean | undefined> =>
      running.app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('splitUnit')?.enabled);
    await running.page.evaluate(() => adapta.setMenuPlace('library'));
    await expect.poll(enabled).toBe(false);
    await running.page.evaluate(() => adapta.setMenuPlace('document'));
    await expect.poll(enabled).toBe(true);
  });
});

describe('files a person chooses', () => {
  test('reach the page as name, size and token, without their folder', async () => {
    const file = join(running.userData, 'elegido.docx');
    await writeFile(file, 'four');
    await answerOpenDialog(running.app, file);
    const grants = await running.page.evaluate(() => adapta.pickOpen({ title: 'x', filters: [], many: true }));
    expect(grants).toEqual([
      { token: expect.stringMatching(/^[0-9a-f]{32}$/u) as string, name: 'elegido.docx', size: 4 },
    ]);
  });

  test('may be new ones to write', async () => {
    await answerSaveDialog(running.app, join(running.userData, 'nuevo.docx'));
    const grant = await running.page.evaluate(() => adapta.pickSave({ title: 'x', filters: [], name: 'nuevo.docx' }));
    expect(grant).toMatchObject({ name: 'nuevo.docx', size: 0 });
  });

  test('are none when the dialog is closed', async () => {
    await answerOpenDialog(running.app);
    await answerSaveDialog(running.app, null);
    const chosen = await running.page.evaluate(async () => [
      await adapta.pickOpen({ title: 'x', filters: [], many: false }),
      await adapta.pickSave({ title: 'x', filters: [], name: 'x' }),
    ]);
    expect(chosen).toEqual([[], null]);
  });

  test('may be dropped on the window', async () => {
    const file = join(running.userData, 'soltado.docx');
    await writeFile(file, 'dropped');
    await running.page.evaluate(() => {
      const input = document.createElement('input');
      input.type = 'file';
      input.id = 'drop-for-tests';
      document.body.append(input);
    });
    await running.page.setInputFiles('#drop-for-tests', file);
    const grant = await running.page.evaluate(() => {
      const input = document.querySelector<HTMLInputElement>('#drop-for-tests');
      const dropped = input?.files?.[0];
      input?.remove();
      return dropped === undefined ? null : adapta.grantDropped(dropped);
    });
    expect(grant).toMatchObject({ name: 'soltado.docx', size: 7 });
  });
});

describe('the engine', () => {
  test('runs in a process of its own and becomes ready', async () => {
    await expect.poll(engineState, { timeout: 20_000 }).toEqual({ state: 'ready' });
    expect(await running.enginePid()).not.toBe(running.app.process().pid);
  });

  test('answers over a port the page asked for', async () => {
    expect(await ask('app.info', {})).toMatchObject({ ok: true });
  });

  test('refuses a file nobody granted', async () => {
    const answer = await ask('imports.plan', { source: 'f'.repeat(32) });
    expect(answer).toMatchObject({ ok: false, error: { code: 'unknownGrant' } });
  });

  test('is missed when it dies, and can be started again', async () => {
    const before = await running.enginePid();
    process.kill(before ?? 0, 'SIGKILL');
    await expect.poll(engineState).toEqual({ state: 'gone' });
    await running.page.evaluate(() => adapta.restartEngine());
    await expect.poll(engineState, { timeout: 20_000 }).toEqual({ state: 'ready' });
    expect(await running.enginePid()).not.toBe(before);
  });
});

test('a page that crashes is opened again and finds its engine', async () => {
  const own = await launchApp();
  await own.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
  );
  const state = await own.app.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    await new Promise((resolve) => contents?.once('did-finish-load', () => resolve(null)));
    return contents?.executeJavaScript(
      "new Promise((resolve) => adapta.onEngineState(({ state }) => { if (state === 'ready') resolve(state); }))",
    ) as Promise<string>;
  });
  await own.close();
  expect(state).toBe('ready');
});

describe('the end', () => {
  test('waits for what the page still has to save', async () => {
    const own = await launchApp();
    await own.page.evaluate(() => {
      adapta.beforeClosing(async () => {
        await new Promise((resolve) => setTimeout(resolve, 500));
      });
    });
    const start = performance.now();
    await own.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    await own.ended;
    expect(performance.now() - start).toBeGreaterThan(500);
    await own.close();
  });

  test('comes although the page never answers', async () => {
    const own = await launchApp();
    await own.page.evaluate(() => adapta.beforeClosing(() => new Promise(() => undefined)));
    await own.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    const code = await own.ended;
    await own.close();
    expect(code).toBe(0);
  });
});
