import { join } from 'node:path';
import { BrowserWindow, type Rectangle, nativeTheme, screen } from 'electron';
import type { InterfaceLanguage } from '#shared/contract/bridge.ts';
import { FACT, PUSH } from './channels.ts';
import { logLine } from './log.ts';
import { APP_ORIGIN, devServer, places } from './places.ts';
import { readPreferences, rememberPreferences } from './preferences.ts';

/** The design size; smaller screens get what they have. */
const DESIGN = { width: 1366, height: 768 };
const MINIMUM = { width: 800, height: 560 };
/** `--desk` of the page's own tokens, so that no white flash precedes a dark page. */
const DESK = { light: '#eceeeb', dark: '#151a19' };
const CLOSE_LIMIT = 3_000;
const RELOAD_PAUSE = 10_000;

/** The one window of the application. Shown when its first frame is ready. */
export function openWindow(language: InterfaceLanguage, appVersion: string): BrowserWindow {
  const { bounds } = readPreferences();
  const window = new BrowserWindow({
    ...(bounds !== null && onScreen(bounds)
      ? { x: bounds.x, y: bounds.y, width: bounds.width, height: bounds.height }
      : DESIGN),
    minWidth: MINIMUM.width,
    minHeight: MINIMUM.height,
    show: false,
    title: 'Adapta',
    icon: join(places.resources, 'icons', 'icon.png'),
    backgroundColor: desk(),
    webPreferences: {
      preload: places.preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      additionalArguments: [`${FACT.language}${language}`, `${FACT.version}${appVersion}`],
    },
  });
  if (bounds?.maximized === true) window.maximize();
  window.once('ready-to-show', () => {
    window.show();
    logLine('info', 'window shown', { milliseconds: Math.round(performance.now()) });
  });
  followTheme(window);
  rememberBounds(window);
  reopenAfterCrash(window);
  void window.loadURL(devServer()?.href ?? `${APP_ORIGIN}/index.html`);
  return window;
}

/**
 * Gives the page the chance to hand over what is still being typed; then closes. `onAnswer` calls back once, when the page
 * says it is done.
 */
export function closeAfterSaving(window: BrowserWindow, onAnswer: (done: () => void) => void): void {
  let closing = false;
  window.on('close', (event) => {
    if (closing || window.webContents.isCrashed()) return;
    event.preventDefault();
    const finish = (): void => {
      if (closing) return;
      closing = true;
      clearTimeout(timer);
      window.close();
    };
    const timer = setTimeout(finish, CLOSE_LIMIT);
    onAnswer(finish);
    window.webContents.send(PUSH.closing);
  });
}

const desk = (): string => (nativeTheme.shouldUseDarkColors ? DESK.dark : DESK.light);

/** The page follows the system by itself; this is the ground shown while it is being resized or loaded. */
function followTheme(window: BrowserWindow): void {
  const follow = (): void => window.setBackgroundColor(desk());
  nativeTheme.on('updated', follow);
  window.once('closed', () => nativeTheme.off('updated', follow));
}

function onScreen(bounds: Rectangle): boolean {
  const { workArea } = screen.getDisplayMatching(bounds);
  const overlapX = Math.min(bounds.x + bounds.width, workArea.x + workArea.width) - Math.max(bounds.x, workArea.x);
  const overlapY = Math.min(bounds.y + bounds.height, workArea.y + workArea.height) - Math.max(bounds.y, workArea.y);
  return overlapX > 200 && overlapY > 100;
}

function rememberBounds(window: BrowserWindow): void {
  window.on('close', () =>
    rememberPreferences({ bounds: { ...window.getNormalBounds(), maximized: window.isMaximized() } }),
  );
}

/** The engine holds the truth, so a page that crashed is simply loaded again, unless it crashes at once. */
function reopenAfterCrash(window: BrowserWindow): void {
  let last = -Infinity;
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    logLine('error', 'page ended', { reason, code: exitCode });
    if (reason === 'clean-exit' || performance.now() - last < RELOAD_PAUSE) return;
    last = performance.now();
    // Not from within the event: Chromium is still taking the old process down.
    setTimeout(() => {
      if (!window.isDestroyed()) window.webContents.reload();
    }, 100);
  });
}
