import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningApp, launchApp } from './harness/app.ts';

let running: RunningApp;

beforeAll(async () => {
  running = await launchApp();
});

afterAll(async () => {
  await running.close();
});

describe('the page', () => {
  test('is isolated, sandboxed and without Node', async () => {
    const preferences = await running.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map(({ webContents }) =>
        (webContents as unknown as { getLastWebPreferences(): unknown }).getLastWebPreferences(),
      ),
    );
    for (const page of preferences) {
      expect(page).toMatchObject({
        contextIsolation: true,
        sandbox: true,
        nodeIntegration: false,
        webSecurity: true,
        webviewTag: false,
      });
      expect(page).toMatchObject({
        nodeIntegrationInSubFrames: false,
        allowRunningInsecureContent: false,
      });
      expect(page).not.toHaveProperty('nodeIntegrationInWorker', true);
    }
  });

  test('sees no global of Node or Electron', async () => {
    const seen = await running.page.evaluate(() =>
      ['require', 'process', 'module', 'Buffer', 'global', 'electron', 'ipcRenderer', '__dirname'].filter(
        (name) => name in globalThis,
      ),
    );
    expect(seen).toEqual([]);
  });

  test('has exactly the bridge, and cannot change it', async () => {
    const bridge = await running.page.evaluate(() => {
      const own = (globalThis as unknown as { adapta: Record<string, unknown> }).adapta;
      const names = Object.keys(own).toSorted();
      try {
        own['restartEngine'] = null;
      } catch {
        // Frozen, as it should be.
      }
      return { names, kept: typeof own['restartEngine'] };
    });
    expect(bridge.kept).toBe('function');
    expect(bridge.names).toEqual(
      [
        'beforeClosing',
        'copyText',
        'grantDropped',
        'onEngineState',
        'onMenu',
        'openExternal',
        'pickFolder',
        'pickOpen',
        'pickSave',
        'platform',
        'requestPort',
        'restartEngine',
        'reveal',
        'setLanguage',
        'setMenuPlace',
      ].toSorted(),
    );
  });

  test('cannot leave by itself', async () => {
    const before = running.page.url();
    await running.page.evaluate(() => {
      location.href = 'https://example.org/';
    });
    await running.page.evaluate(() => {
      location.assign('app://adapta/other.html');
    });
    await running.page.waitForTimeout(300);
    expect(running.page.url()).toBe(before);
  });

  test('cannot open windows', async () => {
    const opened = await running.page.evaluate(() => window.open('https://example.org/', '_blank') !== null);
    const windows = await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
    expect({ opened, windows }).toEqual({ opened: false, windows: 1 });
  });

  test('cannot leave by a link that wants a new window', async () => {
    const before = running.page.url();
    await running.page.evaluate(() => {
      const link = document.createElement('a');
      link.href = 'https://example.org/';
      link.target = '_blank';
      link.click();
    });
    await running.page.waitForTimeout(200);
    expect([running.page.url(), running.app.windows().length]).toEqual([before, 1]);
  });

  test('cannot embed another page or a webview', async () => {
    const embedded = await running.page.evaluate(async () => {
      const frame = document.createElement('iframe');
      frame.src = 'app://adapta/index.html';
      const view = document.createElement('webview');
      view.setAttribute('src', 'app://adapta/index.html');
      document.body.append(frame, view);
      await new Promise((resolve) => setTimeout(resolve, 300));
      const found = {
        frame: frame.contentDocument?.URL ?? 'closed',
        view: typeof (view as unknown as { getWebContentsId?: unknown }).getWebContentsId,
      };
      frame.remove();
      view.remove();
      return found;
    });
    expect(embedded.frame).not.toContain('index.html');
    expect(embedded.view).toBe('undefined');
  });

  test('cannot download', async () => {
    const downloads: string[] = [];
    running.page.on('download', (download) => downloads.push(download.url()));
    await running.page.evaluate(() => {
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob(['x']));
      link.download = 'x.txt';
      link.click();
    });
    await running.page.waitForTimeout(200);
    expect(downloads).toEqual([]);
  });

  test.each(['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read', 'midi', 'persistent-storage'])(
    'is denied %s',
    async (name) => {
      const state = await running.page.evaluate(
        (permission) =>
          navigator.permissions.query({ name: permission as PermissionName }).then(
            (answer) => answer.state,
            () => 'denied',
          ),
        name,
      );
      expect(state).toBe('denied');
    },
  );

  test('is denied cameras, screens and devices when it asks for them', async () => {
    const refused = await running.page.evaluate(async () => {
      const asked: Promise<unknown>[] = [
        navigator.mediaDevices.getUserMedia({ video: true, audio: true }),
        navigator.mediaDevices.getDisplayMedia({ video: true }),
        navigator.clipboard.readText(),
        navigator.clipboard.writeText('x'),
      ];
      return (await Promise.allSettled(asked)).map(({ status: outcome }) => outcome);
    });
    expect(refused).toEqual(['rejected', 'rejected', 'rejected', 'rejected']);
  });

  test('has no spell checker that would fetch dictionaries', async () => {
    expect(await running.app.evaluate(({ session }) => session.defaultSession.isSpellCheckerEnabled())).toBe(false);
  });
});

describe('the content security policy', () => {
  test('is the agreed one', async () => {
    const policy = await running.page.evaluate(() =>
      fetch('app://adapta/index.html').then((answer) => answer.headers.get('Content-Security-Policy')),
    );
    expect(policy?.replace(/'nonce-[^']+'/u, "'nonce-…'")).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-…'; img-src 'self' blob:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; object-src 'none'; frame-src 'none'",
    );
  });

  test('has a new nonce for each load', async () => {
    const nonces = await running.page.evaluate(() =>
      Promise.all(
        [1, 2].map(() =>
          fetch('app://adapta/index.html').then(async (answer) => /nonce="([^"]+)"/u.exec(await answer.text())?.[1]),
        ),
      ),
    );
    expect(nonces[0]).toMatch(/^[A-Za-z0-9+/]{22}==$/u);
    expect(nonces[0]).not.toBe(nonces[1]);
  });

  test('stops inline scripts', async () => {
    const ran = await running.page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'window.ranInline = true';
      document.body.append(script);
      script.remove();
      return 'ranInline' in window;
    });
    expect(ran).toBe(false);
  });

  test('stops event handlers in attributes', async () => {
    const ran = await running.page.evaluate(() => {
      const button = document.createElement('button');
      button.setAttribute('onclick', 'window.ranHandler = true');
      button.click();
      return 'ranHandler' in window;
    });
    expect(ran).toBe(false);
  });

  test('stops eval', async () => {
    // Outside of the call the debugger makes, which the policy does not bind.
    const message = await running.page.evaluate(
      () =>
        new Promise((resolve) => {
          setTimeout(() => {
            const run = Reflect.get(globalThis, 'eval') as (source: string) => unknown;
            try {
              run('1');
              resolve('ran');
            } catch (error) {
              resolve((error as Error).name);
            }
          }, 0);
        }),
    );
    expect(message).toBe('EvalError');
  });

  test('stops styles without the nonce', async () => {
    const applied = await running.page.evaluate(() => {
      const style = document.createElement('style');
      style.textContent = 'body { outline: 7px solid red }';
      document.head.append(style);
      const width = getComputedStyle(document.body).outlineWidth;
      style.remove();
      return width;
    });
    expect(applied).not.toBe('7px');
  });

  test.each([
    'https://example.org/',
    'http://127.0.0.1:9/',
    'ws://127.0.0.1:9/',
    'file:///etc/passwd',
    'app://print/x',
    'data:text/plain,x',
  ])('stops a request to %s', async (url) => {
    const outcome = await running.page.evaluate(
      (address) =>
        address.startsWith('ws')
          ? new Promise<string>((resolve) => {
              try {
                const socket = new WebSocket(address);
                socket.addEventListener('open', () => resolve('open'));
                socket.addEventListener('error', () => resolve('refused'));
              } catch {
                resolve('refused');
              }
            })
          : fetch(address).then(
              () => 'open',
              () => 'refused',
            ),
      url,
    );
    expect(outcome).toBe('refused');
  });

  test('stops images from elsewhere', async () => {
    const loaded = await running.page.evaluate(
      () =>
        new Promise((resolve) => {
          const image = new Image();
          image.addEventListener('load', () => resolve(true));
          image.addEventListener('error', () => resolve(false));
          image.src = 'data:image/gif;base64,R0lGODlhAQABAIAAAAUEBAAAACwAAAAAAQABAAACAkQBADs=';
        }),
    );
    expect(loaded).toBe(false);
  });
});
