/** What no page may do, whatever it holds. Every event here is denied without exception. */
import { type Session, type WebContents, app, session as sessions } from 'electron';
import { devPolicy } from './csp.ts';
import { logLine } from './log.ts';
import { devServer } from './places.ts';

/** Chromium's own network stack is shut before it starts: no proxy look-up, no name is ever resolved. */
export function closeNetwork(): void {
  app.commandLine.appendSwitch('no-proxy-server');
  app.commandLine.appendSwitch('disable-background-networking');
  app.commandLine.appendSwitch(
    'host-resolver-rules',
    devServer() === null ? 'MAP * ~NOTFOUND' : 'MAP * ~NOTFOUND, EXCLUDE localhost',
  );
}

/** Covers every page the application will ever have, also those made by mistake. */
export function guardEveryPage(): void {
  app.on('web-contents-created', (_event, contents) => guardPage(contents));
  app.on('session-created', guardSession);
  guardSession(sessions.defaultSession);
}

function guardPage(contents: WebContents): void {
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.on('will-prevent-unload', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

function guardSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler(null);
  // Chromium's spell checker fetches its dictionaries: it is off, has no language, and would find nothing to fetch.
  session.setSpellCheckerDictionaryDownloadURL('app://none/');
  session.setSpellCheckerLanguages([]);
  session.setSpellCheckerEnabled(false);
  session.on('will-download', (event) => event.preventDefault());
  denyNetwork(session);
}

const INNER = new Set(['app:', 'blob:', 'data:', 'devtools:']);

function denyNetwork(session: Session): void {
  const server = devServer();
  session.webRequest.onBeforeRequest((details, decide) => {
    const url = new URL(details.url);
    const allowed = INNER.has(url.protocol) || (server !== null && url.host === server.host);
    if (!allowed) logLine('warn', 'request refused', { scheme: url.protocol });
    decide({ cancel: !allowed });
  });
  if (server === null) return;
  session.webRequest.onHeadersReceived((details, decide) => {
    decide({ responseHeaders: { ...details.responseHeaders, 'Content-Security-Policy': [devPolicy(server)] } });
  });
}
