/** The shell: Electron's main process. Opens the window, starts the engine, and stays out of the way. */
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { type BrowserWindow, app, clipboard, session, shell } from 'electron';
import type { InterfaceLanguage, MenuPlace } from '#shared/contract/bridge.ts';
import { PUSH } from './channels.ts';
import { openExternal, pickFolder, pickOpen, pickSave } from './dialogs.ts';
import { EngineHost } from './engine-host.ts';
import { Grants } from './grants.ts';
import { closeNetwork, guardEveryPage } from './guards.ts';
import { type CallHandlers, listenToPages } from './ipc.ts';
import { logLine, startLog } from './log.ts';
import { showMenu } from './menu.ts';
import { argument, workspaceFolder } from './places.ts';
import { readPreferences, rememberPreferences } from './preferences.ts';
import { printHtml } from './printing.ts';
import { declareScheme, servePages } from './protocol.ts';
import { leavePicture } from './screenshot.ts';
import { closeAfterSaving, openWindow } from './window.ts';

const userData = argument('user-data-dir');
if (userData !== undefined) {
  mkdirSync(userData, { recursive: true });
  app.setPath('userData', resolve(userData));
}
declareScheme();
closeNetwork();

if (app.requestSingleInstanceLock()) void app.whenReady().then(run);
else app.quit();

function run(): void {
  startLog();
  guardEveryPage();
  const workspace = workspaceFolder();
  servePages(session.defaultSession, workspace);

  const windows = new Set<BrowserWindow>();
  const page = (): BrowserWindow | undefined => [...windows][0];
  let language: InterfaceLanguage = readPreferences().language;
  let place: MenuPlace = 'library';
  let pageSaved: (() => void) | null = null;

  const grants = new Grants((grant) => engine.grant(grant));
  const engine = new EngineHost(workspace, {
    onState: (state) => page()?.webContents.send(PUSH.engineState, state),
    grants: () => grants.all(),
    print: printHtml,
  });

  const drawMenu = (): void =>
    showMenu(language, place, { command: (command) => page()?.webContents.send(PUSH.menu, command) });

  const handlers: CallHandlers = {
    requestPort: (_nothing, window) => engine.connect(window.id, window.webContents),
    pickOpen: (options, window) => pickOpen(window, options, grants),
    pickSave: (options, window) => pickSave(window, options, grants),
    pickFolder: (options, window) => pickFolder(window, options, grants),
    grantDropped: (path) => grants.read(path),
    reveal: (token) => {
      const path = grants.path(token);
      if (path !== undefined) shell.showItemInFolder(path);
    },
    copyText: (text) => clipboard.writeText(text),
    restartEngine: () => engine.restart(),
    openExternal: (url, window) => openExternal(window, url, language),
    setLanguage: (choice) => {
      language = choice;
      rememberPreferences({ language });
      drawMenu();
    },
    setMenuPlace: (where) => {
      place = where;
      drawMenu();
    },
    readyToClose: () => pageSaved?.(),
  };

  listenToPages(windows, handlers);
  drawMenu();
  engine.start();

  const window = openWindow(language, app.getVersion());
  windows.add(window);
  window.webContents.on('dom-ready', () => window.webContents.send(PUSH.engineState, engine.state));
  closeAfterSaving(window, (done) => (pageSaved = done));
  window.on('closed', () => windows.delete(window));

  app.on('second-instance', () => {
    if (window.isDestroyed()) return;
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
  });
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', (event) => {
    event.preventDefault();
    void engine.quit().then(() => app.exit(0));
  });

  const picture = argument('screenshot');
  if (picture !== undefined && !app.isPackaged) {
    void leavePicture(window, picture, () => engine.state).then(() => app.quit());
  }
  logLine('info', 'started', { version: app.getVersion(), electron: process.versions.electron });
}
