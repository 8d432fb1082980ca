import { spawn } from 'node:child_process';
import { onPath } from './debian.ts';

export interface Display {
  /** What a child needs to draw there. */
  readonly env: NodeJS.ProcessEnv;
  close(): void;
}

/** Whether {@link openDisplay} would find a place to draw. */
export function canDraw(): boolean {
  const present = process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY'] ?? '';
  return process.platform !== 'linux' || present !== '' || onPath('Xvfb');
}

/** Where windows go: the machine's own display, else a virtual one where Xvfb is installed. Throws otherwise. */
export async function openDisplay(say: (line: string) => void): Promise<Display> {
  const present = process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY'];
  if (process.platform !== 'linux' || (present !== undefined && present !== ''))
    return { env: {}, close: () => undefined };
  if (!onPath('Xvfb')) throw new Error('There is no display, and Xvfb is not installed.');
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp', '-noreset'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const number = await new Promise<string>((resolve, reject) => {
    const channel = server.stdio[3];
    channel?.once('data', (data: Buffer) => resolve(data.toString().trim()));
    server.once('error', reject);
    server.once('exit', () => reject(new Error('Xvfb did not start.')));
  });
  say(`No display here: the window opens in a virtual one (Xvfb :${number}).`);
  server.unref();
  process.once('exit', () => server.kill());
  return { env: { DISPLAY: `:${number}` }, close: () => void server.kill() };
}

/** Chromium refuses its sandbox to root, who needs it least on a test machine; everyone else keeps it. */
export const sandboxArguments = (): readonly string[] =>
  process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
