import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inRoot } from '#scripts/lib/root.ts';
import type { AdaptaBridge } from '#shared/contract/bridge.ts';
import { type RunningApp, answerMessageBox, launchApp } from './harness/app.ts';
import { outgoing } from './harness/net-log.ts';

declare const adapta: AdaptaBridge<File>;

/** One pixel. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const SVG = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"><script>alert(1)</script></svg>');

let running: RunningApp;

beforeAll(async () => {
  running = await launchApp();
});

afterAll(async () => {
  await running.close();
});

const status = (url: string): Promise<number> =>
  running.page.evaluate(
    (address) =>
      fetch(address).then(
        (answer) => answer.status,
        () => -1,
      ),
    url,
  );

async function storeFile(bytes: Buffer): Promise<string> {
  const hash = createHash('sha256').update(bytes).digest('hex');
  await mkdir(join(running.workspace, 'files'), { recursive: true });
  await writeFile(join(running.workspace, 'files', hash), bytes);
  return hash;
}

/** Calls a function of the bridge and says how it ended. */
const call = (name: keyof AdaptaBridge<File>, payload: unknown): Promise<string> =>
  running.page.evaluate(
    async ([method, value]) => {
      const bridge = adapta as unknown as Record<string, (value: unknown) => Promise<unknown>>;
      try {
        await bridge[method]?.(value);
        return 'done';
      } catch {
        return 'refused';
      }
    },
    [name, payload] as const,
  );

describe('app://', () => {
  test.each([
    'app://adapta/../package.json',
    'app://adapta/%2e%2e/%2e%2e/package.json',
    'app://adapta/..%2f..%2fpackage.json',
    'app://adapta/..%5c..%5cpackage.json',
    'app://adapta/assets/%2e%2e%2f%2e%2e%2fmain/shell.js',
    'app://adapta//etc/passwd',
    'app://adapta/%00',
    'app://adapta/.built',
    'app://adapta/main/shell.js',
    'app://adapta/fonts/../main/shell.js',
    'app://adapta/fonts/..%2fmain%2fshell.js',
    'app://adapta/file/..%2flibrary.sqlite',
    'app://adapta/file/../library.sqlite',
    'app://adapta/file/0123',
  ])('does not serve %s', async (url) => {
    expect(await status(url)).toBe(404);
  });

  test('serves an image of the workspace by its hash', async () => {
    const hash = await storeFile(PNG);
    const type = await running.page.evaluate(
      (address) => fetch(address).then((answer) => answer.headers.get('Content-Type')),
      `app://adapta/file/${hash}`,
    );
    expect(type).toBe('image/png');
  });

  test.each([
    ['a document', Buffer.from('PK\u0003\u0004 not an image')],
    ['a drawing that could hold a script', SVG],
    ['an image with absurd dimensions', hugePng()],
  ])('does not serve %s by its hash', async (_what: string, bytes: Buffer) => {
    const hash = await storeFile(bytes);
    expect(await status(`app://adapta/file/${hash}`)).toBe(404);
  });

  test('does not follow a link out of the workspace', async () => {
    const hash = 'a'.repeat(64);
    const outside = join(running.userData, 'outside.png');
    await writeFile(outside, PNG);
    await symlink(outside, join(running.workspace, 'files', hash));
    expect(await status(`app://adapta/file/${hash}`)).toBe(404);
  });
});

describe('the bridge', () => {
  test.each<[keyof AdaptaBridge<File>, unknown]>([
    ['pickOpen', { title: 'x' }],
    ['pickOpen', { title: 'x', filters: [{ name: 'x', extensions: ['../x'] }], many: false }],
    ['pickSave', { title: 'x', filters: [], name: 'x', defaultPath: '/etc/passwd' }],
    ['pickFolder', 'x'],
    ['openExternal', { toString: 'x' }],
    ['setLanguage', 'xx'],
    ['reveal', '../../etc'],
    ['copyText', 5],
  ])('refuses %s with a payload that does not fit', async (name, payload) => {
    expect(await call(name, payload)).toBe('refused');
  });

  test('gives no grant for a file made by a script', async () => {
    const grant = await running.page.evaluate(() => adapta.grantDropped(new File(['x'], '/etc/passwd')));
    expect(grant).toBeNull();
  });

  test('refuses another window, whatever its preload', async () => {
    const outcome = await running.app.evaluate(async ({ BrowserWindow }, preload) => {
      const other = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } });
      try {
        await other.loadURL('app://adapta/index.html');
        return (await other.webContents.executeJavaScript(
          "adapta.setLanguage('en').then(() => 'done', () => 'refused')",
        )) as string;
      } finally {
        other.destroy();
      }
    }, inRoot('out/preload/preload.cjs'));
    expect(outcome).toBe('refused');
  });

  test('refuses a page of another origin in our own window', async () => {
    const outcome = await running.app.evaluate(async ({ BrowserWindow }) => {
      const [own] = BrowserWindow.getAllWindows();
      if (own === undefined) return 'no window';
      await own.loadURL('data:text/html,<title>other</title>');
      const end = (await own.webContents.executeJavaScript(
        "adapta.setLanguage('en').then(() => 'done', () => 'refused')",
      )) as string;
      await own.loadURL('app://adapta/index.html');
      return end;
    });
    expect(outcome).toBe('refused');
  });

  test('refuses a call from a frame that is not the main one', async () => {
    const outcome = await running.app.evaluate(async ({ BrowserWindow, ipcMain }) => {
      const [own] = BrowserWindow.getAllWindows();
      const handlers = Reflect.get(ipcMain, '_invokeHandlers') as Map<
        string,
        (event: unknown, payload: unknown) => Promise<unknown>
      >;
      const handler = handlers.get('adapta:setLanguage');
      if (own === undefined || handler === undefined) return 'no handler';
      const frames = [null, { origin: 'app://adapta' }, { origin: 'app://adapta', parent: own.webContents.mainFrame }];
      const ends = await Promise.all(
        frames.map((senderFrame) => {
          const event = { sender: own.webContents, senderFrame };
          return Promise.resolve(handler(event, 'en')).then(
            () => 'done',
            () => 'refused',
          );
        }),
      );
      return ends.join();
    });
    expect(outcome).toBe('refused,refused,refused');
  });

  test.each([
    'javascript:alert(1)',
    'file:///etc/passwd',
    'smb://host/share',
    'ms-word:ofe|u|x',
    'https://bank.example@evil.example/',
    'app://adapta/',
    'nonsense',
  ])('opens nothing for %s', async (url) => {
    const asked = await answerMessageBox(running.app, 0);
    const opened = await running.page.evaluate((address) => adapta.openExternal(address), url);
    expect([opened, await asked()]).toEqual([false, []]);
  });

  test.each([
    ['https://example.org/x', 'https://example.org/x'],
    ['http://example.org/x', 'https://example.org/x'],
    ['mailto:ana@example.org?attach=/etc/passwd', 'mailto:ana@example.org'],
  ])('opens %s only after the person has seen where it leads, as %s', async (address, expected) => {
    await running.app.evaluate(({ shell }) => {
      shell.openExternal = (url) => {
        Object.assign(globalThis, { openedByTests: url });
        return Promise.resolve();
      };
    });
    const asked = await answerMessageBox(running.app, 0);
    const opened = await running.page.evaluate((url) => adapta.openExternal(url), address);
    const target = await running.app.evaluate(() => (globalThis as { openedByTests?: string }).openedByTests);
    expect(opened).toBe(true);
    expect(target).toBe(expected);
    expect((await asked()).join()).toContain('example.org');
  });

  test('opens nothing when the person says no', async () => {
    await answerMessageBox(running.app, 1);
    expect(await running.page.evaluate(() => adapta.openExternal('https://example.org/x'))).toBe(false);
  });
});

test('nothing leaves the machine during a session', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'adapta-net-'));
  const log = join(folder, 'net.json');
  const own = await launchApp({ args: [`--log-net-log=${log}`, '--net-log-capture-mode=Everything'] });
  await own.page.getByLabel('Nombre').fill('https://example.org María');
  await own.page.getByRole('button', { name: 'Empezar' }).click();
  await own.page.getByText('Actividad 1').first().click();
  await own.page.evaluate(() => fetch('https://example.org/').catch(() => undefined));
  await own.page.waitForTimeout(3_000);
  await own.close();
  expect(await outgoing(log)).toEqual([]);
  await rm(folder, { recursive: true, force: true });
});

test('the renderer of an unprivileged user runs under seccomp', async () => {
  const own = await launchApp({ unprivileged: true });
  try {
    const pid = await own.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId(),
    );
    const facts = await readFile(`/proc/${pid}/status`, 'utf8');
    const line = await readFile(`/proc/${pid}/cmdline`, 'utf8');
    expect(facts).toMatch(/^Seccomp:\s+2$/mu);
    expect(facts).not.toMatch(/^Uid:\s+0\s/mu);
    expect(line).not.toContain('--no-sandbox');
  } finally {
    await own.close();
  }
});

/** The header of a PNG of 30,000 × 30,000 pixels. */
function hugePng(): Buffer {
  const bytes = Buffer.from(PNG);
  bytes.writeUInt32BE(30_000, 16);
  bytes.writeUInt32BE(30_000, 20);
  return bytes;
}
