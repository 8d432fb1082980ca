import { writeFile } from 'node:fs/promises';
import type { BrowserWindow } from 'electron';
import type { EngineState } from '#shared/contract/bridge.ts';

const ENGINE_LIMIT = 15_000;
const SETTLE = 1_200;

/** Leaves a picture of the window once the engine answers and the page has settled. For `npm start -- --screenshot`. */
export async function leavePicture(window: BrowserWindow, file: string, engine: () => EngineState): Promise<void> {
  const until = performance.now() + ENGINE_LIMIT;
  while ((window.webContents.isLoading() || engine().state === 'starting') && performance.now() < until)
    await pause(50);
  await pause(SETTLE);
  const image = await window.webContents.capturePage();
  await writeFile(file, image.toPNG());
}

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
