import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { type Browser, type Page, chromium } from 'playwright';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { existsSync } from 'node:fs';
import { sandboxArguments } from '#scripts/lib/display.ts';
import { ensurePackaged } from '#scripts/lib/package.ts';

const say = (line: string): void => void process.stderr.write(`${line}\n`);

let program: string;
let folder: string;

beforeAll(async () => {
  program = await ensurePackaged(say);
  folder = await mkdtemp(join(tmpdir(), 'adapta-packaged-'));
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe('the packaged application', () => {
  let child: ChildProcess;
  let browser: Browser | undefined;
  let page: Page;
  let stderr = '';

  beforeAll(async () => {
    const args = [
      '--remote-debugging-port=0',
      '--inspect=0',
      ...sandboxArguments(),
      `--user-data-dir=${join(folder, 'data')}`,
    ];
    child = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'] });
    const address = await new Promise<string>((resolve, reject) => {
      child.stderr?.setEncoding('utf8').on('data', (text: string) => {
        stderr += text;
        const found = /DevTools listening on (ws:\S+)/u.exec(stderr)?.[1];
        if (found !== undefined) resolve(found);
      });
      child.once('exit', () => reject(new Error(`ended early: ${stderr}`)));
    });
    const connected = await chromium.connectOverCDP(address);
    browser = connected;
    page = await vi.waitFor(
      () => connected.contexts()[0]?.pages()[0] ?? Promise.reject(new Error('no window')),
      20_000,
    );
  });

  afterAll(async () => {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    await browser?.close().catch(() => undefined);
    child.kill();
    await ended;
  });

  test('opens the sample', async () => {
    await page.getByLabel('Nombre').fill('María Mamani');
    await page.getByRole('button', { name: 'Empezar' }).click();
    await page.getByText('Agenda', { exact: false }).first().waitFor({ timeout: 30_000 });
    expect(await page.locator('body').innerText()).toContain('Actividad 1');
  });

  test('loads its page from the archive by its own scheme', () => {
    expect(page.url()).toMatch(/^app:\/\/adapta\//u);
  });

  test('offers Node no inspector', () => {
    expect(stderr).not.toContain('Debugger listening');
  });
});

test('the fuses are as agreed', async () => {
  const wire = await getCurrentFuseWire(program);
  const on = (fuse: FuseV1Options): boolean => wire[fuse] === FuseState.ENABLE;
  expect({
    runAsNode: on(FuseV1Options.RunAsNode),
    nodeOptions: on(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
    inspect: on(FuseV1Options.EnableNodeCliInspectArguments),
    fileProtocol: on(FuseV1Options.GrantFileProtocolExtraPrivileges),
    onlyAsar: on(FuseV1Options.OnlyLoadAppFromAsar),
    // Set, but not enforced on Linux: that a tampered archive is refused is untested here.
    integrity: on(FuseV1Options.EnableEmbeddedAsarIntegrityValidation),
  }).toEqual({
    runAsNode: false,
    nodeOptions: false,
    inspect: false,
    fileProtocol: false,
    onlyAsar: true,
    integrity: true,
  });
});

test('the native module lies outside the archive', () => {
  const unpacked = join(
    dirname(program),
    'resources',
    'app.asar.unpacked',
    'node_modules',
    'better-sqlite3',
    'prebuilds',
  );
  expect(existsSync(join(unpacked, `${process.platform}-${process.arch}.node`))).toBe(true);
});
