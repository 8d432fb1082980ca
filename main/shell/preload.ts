/** The page's only door: named functions, each with one channel behind it. Runs sandboxed, before any page script. */
import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { AdaptaBridge, EngineState, InterfaceLanguage, PlatformInfo } from '#shared/contract/bridge.ts';
import type { MenuCommand } from '#shared/contract/menu.ts';
import { PORT_MESSAGE } from '#shared/contract/port.ts';
import { CALL, FACT, PUSH } from './channels.ts';

/** The little of the page that is needed here; the shell's folder is typed without the DOM. */
declare const window: { postMessage(data: unknown, origin: string, ports: readonly unknown[]): void };
declare const location: { readonly origin: string };

function fact(prefix: string): string {
  return process.argv.find((argument) => argument.startsWith(prefix))?.slice(prefix.length) ?? '';
}

function listeners<T>(): { add(listener: (value: T) => void): () => void; tell(value: T): void } {
  const all = new Set<(value: T) => void>();
  return {
    add: (listener) => {
      all.add(listener);
      return () => void all.delete(listener);
    },
    tell: (value) => {
      for (const listener of all) listener(value);
    },
  };
}

const menu = listeners<MenuCommand>();
const engine = listeners<EngineState>();
let engineState: EngineState = { state: 'starting' };
let beforeClosing: (() => Promise<void>) | null = null;

ipcRenderer.on(PUSH.menu, (_event, command: MenuCommand) => menu.tell(command));
ipcRenderer.on(PUSH.engineState, (_event, state: EngineState) => {
  engineState = state;
  engine.tell(state);
});
ipcRenderer.on(PUSH.port, (event) => window.postMessage(PORT_MESSAGE, location.origin, [...event.ports]));
ipcRenderer.on(PUSH.closing, async () => {
  try {
    await beforeClosing?.();
  } finally {
    await ipcRenderer.invoke(CALL.readyToClose);
  }
});

const platform: PlatformInfo = {
  os: process.platform as PlatformInfo['os'],
  appVersion: fact(FACT.version),
  language: fact(FACT.language) as InterfaceLanguage,
};

const bridge: AdaptaBridge<File> = {
  platform,
  requestPort: () => void ipcRenderer.invoke(CALL.requestPort),
  pickOpen: (options) => ipcRenderer.invoke(CALL.pickOpen, options),
  pickSave: (options) => ipcRenderer.invoke(CALL.pickSave, options),
  pickFolder: (options) => ipcRenderer.invoke(CALL.pickFolder, options),
  grantDropped: async (file) => {
    const path = webUtils.getPathForFile(file);
    return path === '' ? null : ipcRenderer.invoke(CALL.grantDropped, path);
  },
  reveal: (token) => ipcRenderer.invoke(CALL.reveal, token),
  copyText: (text) => ipcRenderer.invoke(CALL.copyText, text),
  onMenu: (listener) => menu.add(listener),
  onEngineState: (listener) => {
    const stop = engine.add(listener);
    listener(engineState);
    return stop;
  },
  beforeClosing: (save) => {
    beforeClosing = save;
  },
  restartEngine: () => ipcRenderer.invoke(CALL.restartEngine),
  openExternal: (url) => ipcRenderer.invoke(CALL.openExternal, url),
  setLanguage: (language) => ipcRenderer.invoke(CALL.setLanguage, language),
  setMenuPlace: (place) => void ipcRenderer.invoke(CALL.setMenuPlace, place),
};

contextBridge.exposeInMainWorld('adapta', bridge);
