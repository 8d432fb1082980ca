/** Starts the real application for a test and ends it. */
import type { ChildProcess } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ElectronApplication, type Page, _electron } from 'playwright';
import { sandboxArguments } from '#scripts/lib/display.ts';
import { findElectron } from '#scripts/lib/electron-binary.ts';
import { giveToNobody, startAsNobody } from './as-nobody.ts';
import { ROOT, inRoot } from '#scripts/lib/root.ts';

const CLOSE_LIMIT = 15_000;

export interface LaunchOptions {
  /** Folder of the workspace; a fresh temporary one when absent. A given one is kept at the end. */
  readonly workspace?: string;
  /** Folder of the application's own data; as above. */
  readonly userData?: string;
  /** Language the shell starts with. Spanish when absent. */
  readonly language?: 'es' | 'en';
  /** Outer size of the window; the design size, 1366×768, when absent. */
  readonly size?: { readonly width: number; readonly height: number };
  /** Run as the user nobody, with Chromium's sandbox on, also when the tests run as root. */
  readonly unprivileged?: boolean;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

export interface RunningApp {
  readonly app: ElectronApplication;
  /** The application's window. */
  readonly page: Page;
  readonly workspace: string;
  readonly userData: string;
  /** What the page wrote to its console as error, and errors nobody caught, so far. */
  readonly pageErrors: readonly string[];
  /** Leaves `test-results/<name>.png` and returns its path. */
  screenshot(name: string): Promise<string>;
  /** Resolves to the exit code when the application ends by itself. */
  readonly ended: Promise<number | null>;
  /** Process id of the engine; `undefined` when it is not running. */
  enginePid(): Promise<number | undefined>;
  /** Ends the engine as a crash does. Throws when none is running. */
  killEngine(): Promise<void>;
  /** Closes the window as a person does, waits for the end, removes what was temporary. */
  close(): Promise<void>;
}

export async function launchApp(options: LaunchOptions = {}): Promise<RunningApp> {
  const electron = findElectron();
  if (electron === null) throw new Error('Electron is not on this machine; run the tests by npm test.');
  const temporary = await mkdtemp(join(tmpdir(), 'adapta-e2e-'));
  const workspace = options.workspace ?? join(temporary, 'user-data', 'workspace');
  const userData = options.userData ?? join(temporary, 'user-data');
  await writeShellPreferences(userData, options);

  const start =
    options.unprivileged === true ? await startAsNobody(temporary) : { program: electron.program, root: ROOT };
  if (options.unprivileged === true) giveToNobody(userData);

  const app = await _electron.launch({
    executablePath: start.program,
    chromiumSandbox: options.unprivileged === true,
    args: [
      start.root,
      ...(options.unprivileged === true ? [] : sandboxArguments()),
      `--user-data-dir=${userData}`,
      `--workspace=${workspace}`,
      ...(options.args ?? []),
    ],
    env: { ...currentEnv(), ...options.env },
    timeout: 60_000,
  });
  const child = app.process();
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const page = await app.firstWindow();
  const pageErrors: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') pageErrors.push(message.text());
  });
  page.on('pageerror', (error) => pageErrors.push(String(error)));
  await page.waitForLoadState('domcontentloaded');

  return {
    app,
    page,
    workspace,
    userData,
    pageErrors,
    ended,
    async screenshot(name) {
      await mkdir(inRoot('test-results'), { recursive: true });
      const path = inRoot('test-results', `${name}.png`);
      await page.screenshot({ path });
      return path;
    },
    enginePid: () => enginePid(app),
    async killEngine() {
      const pid = await enginePid(app);
      if (pid === undefined) throw new Error('no engine');
      process.kill(pid, 'SIGKILL');
    },
    async close() {
      await closeWithin(app, child, CLOSE_LIMIT);
      await rm(temporary, { recursive: true, force: true });
    },
  };
}

function enginePid(app: ElectronApplication): Promise<number | undefined> {
  return app.evaluate(({ app: shell }) => shell.getAppMetrics().find(({ name }) => name === 'Adapta engine')?.pid);
}

/** The next dialogs to open files answer with these paths; none means the person cancels. */
export async function answerOpenDialog(app: ElectronApplication, ...paths: readonly string[]): Promise<void> {
  await app.evaluate(
    ({ dialog }, filePaths) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: filePaths.length === 0, filePaths });
    },
    [...paths],
  );
}

/** The next dialogs to save a file answer with this path; `null` means the person cancels. */
export async function answerSaveDialog(app: ElectronApplication, path: string | null): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: filePath === null, filePath: filePath ?? '' });
  }, path);
}

/** The next questions answer with this button (0 is the first); what they said is collected in the returned reader. */
export async function answerMessageBox(app: ElectronApplication, button: number): Promise<() => Promise<string[]>> {
  await app.evaluate(({ dialog }, response) => {
    const asked: string[] = [];
    Object.assign(globalThis, { askedByTests: asked });
    const answer = (...args: unknown[]): Promise<Electron.MessageBoxReturnValue> => {
      asked.push(JSON.stringify(args.at(-1)));
      return Promise.resolve({ response, checkboxChecked: false });
    };
    dialog.showMessageBox = answer;
  }, button);
  return () => app.evaluate(() => (globalThis as { askedByTests?: string[] }).askedByTests ?? []);
}

/** Chooses an item of the application menu by its command. */
export async function chooseMenu(app: ElectronApplication, command: string): Promise<void> {
  await app.evaluate(({ Menu, BrowserWindow }, id) => {
    const item = Menu.getApplicationMenu()?.getMenuItemById(id);
    if (!item) throw new Error(`no menu item ${id}`);
    item.click(undefined, BrowserWindow.getAllWindows()[0]);
  }, command);
}

/** The environment without what would make Electron behave otherwise. */
function currentEnv(): Record<string, string> {
  const {
    ELECTRON_RUN_AS_NODE: _node,
    NODE_OPTIONS: _options,
    ELECTRON_RENDERER_URL: _url,
    ADAPTA_WORKSPACE: _workspace,
    ...rest
  } = process.env;
  return Object.fromEntries(Object.entries(rest).filter((entry): entry is [string, string] => entry[1] !== undefined));
}

async function writeShellPreferences(
  userData: string,
  { language = 'es', size = { width: 1366, height: 768 } }: LaunchOptions,
): Promise<void> {
  await mkdir(userData, { recursive: true });
  const bounds = { x: 0, y: 0, ...size, maximized: false };
  await writeFile(join(userData, 'shell.json'), JSON.stringify({ language, bounds }));
}

/** Also after the application has ended by itself, when Playwright no longer knows its process. */
async function closeWithin(app: ElectronApplication, child: ChildProcess, limit: number): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const timer = setTimeout(() => child.kill('SIGKILL'), limit);
  try {
    await app.close();
  } finally {
    clearTimeout(timer);
  }
}
