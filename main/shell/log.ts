/** The application's log: what happened to the program, never what people write, and no names of files or persons. */
import { join } from 'node:path';
import { app } from 'electron';
import log from 'electron-log/main';

type Fact = string | number | boolean;

/** Starts the log file (`logs/adapta.log` in the user's application data, 1 MB, one older file kept). */
export function startLog(): void {
  log.transports.file.resolvePathFn = () => join(app.getPath('userData'), 'logs', 'adapta.log');
  log.transports.file.maxSize = 1024 * 1024;
  log.transports.console.level = app.isPackaged ? false : 'warn';
  log.transports.ipc.level = false;
}

export function logLine(
  level: 'info' | 'warn' | 'error',
  what: string,
  facts: Readonly<Record<string, Fact>> = {},
): void {
  log[level](what, ...Object.entries(facts).map(([name, value]) => `${name}=${value}`));
}
