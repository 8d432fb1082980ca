/** Measures in the page: what a person waits for between a key and the frame that shows it. */
import type { ElectronApplication, Page } from 'playwright';

export interface Times {
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
  readonly samples: number;
}

interface ProbeWindow {
  probed: number[];
  opened: { first: number; full: number };
}

/** Notes, for every key, the milliseconds from the key event to the end of the frame after it. */
export async function installProbe(page: Page): Promise<void> {
  await page.evaluate(() => {
    const probe = window as unknown as ProbeWindow;
    probe.probed = [];
    window.addEventListener(
      'keydown',
      (event) => {
        if (['Control', 'Alt', 'Shift'].includes(event.key)) return;
        requestAnimationFrame(() => {
          // A message comes after the frame has been laid out and painted.
          const { port1, port2 } = new MessageChannel();
          port1.addEventListener('message', () => {
            probe.probed.push(performance.now() - event.timeStamp);
            port1.close();
          });
          port1.start();
          port2.postMessage(null);
        });
      },
      { capture: true },
    );
  });
}

/** Runs keys one by one, at a fast typist's pace, and gives their times. */
export async function timeKeys(page: Page, keys: readonly string[], pause = 60): Promise<Times> {
  await page.evaluate(() => void ((window as unknown as ProbeWindow).probed = []));
  for (const key of keys) {
    await page.keyboard.press(key);
    await page.waitForTimeout(pause);
  }
  await page.waitForTimeout(300);
  return timesOf(await page.evaluate(() => (window as unknown as ProbeWindow).probed));
}

export function timesOf(samples: readonly number[]): Times {
  const sorted = samples.toSorted((a, b) => a - b);
  const at = (share: number): number =>
    Math.round((sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0) * 10) / 10;
  return { p50: at(0.5), p95: at(0.95), max: at(1), samples: sorted.length };
}

/** From the double click on a document to its first rows on screen, and to all of them drawn. */
export async function timeOpening(page: Page, title: string): Promise<{ first: number; full: number }> {
  await page.evaluate(() => {
    const probe = window as unknown as ProbeWindow;
    probe.opened = { first: 0, full: 0 };
    window.addEventListener(
      'dblclick',
      (event) => {
        const look = (): void => {
          const shown = document.querySelector('.unit') !== null;
          if (shown && probe.opened.first === 0) probe.opened.first = performance.now() - event.timeStamp;
          if (document.querySelector('.text[aria-busy="false"]') !== null) {
            probe.opened.full = performance.now() - event.timeStamp;
          } else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      },
      { capture: true, once: true },
    );
  });
  await page.getByText(title, { exact: true }).first().dblclick();
  await page.waitForFunction(() => (window as unknown as ProbeWindow).opened.full > 0, null, {
    timeout: 120_000,
    polling: 100,
  });
  const { first, full } = await page.evaluate(() => (window as unknown as ProbeWindow).opened);
  return { first: Math.round(first), full: Math.round(full) };
}

/** Megabytes of script heap after a collection. */
export async function heapOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return Math.round(usedSize / 1_000_000);
}

/** Milliseconds of processor time all threads of the page have used since it began. */
export async function processorOf(app: ElectronApplication): Promise<number> {
  return await app.evaluate(({ app: shell }) => {
    const page = shell.getAppMetrics().find(({ type }) => type === 'Tab');
    return (page?.cpu.cumulativeCPUUsage ?? 0) * 1000;
  });
}
