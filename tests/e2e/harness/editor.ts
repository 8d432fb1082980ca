/** Opens a document of the sample in the running application, and reads its rows. */
import type { Locator, Page } from 'playwright';
import { type RunningApp, launchApp, type LaunchOptions } from './app.ts';

export interface Row {
  readonly id: string;
  readonly status: string;
  readonly mode: string;
  readonly source: string;
  readonly target: string;
  readonly active: boolean;
}

export interface OpenEditor extends RunningApp {
  row(index: number): Locator;
  /** The adapted text of a row, where the caret goes. */
  target(index: number): Locator;
  rows(count?: number): Promise<readonly Row[]>;
  /** Texts of the first rows. */
  texts(count?: number): Promise<readonly string[]>;
  /** Puts the caret into a row, at its start or end. */
  caret(index: number, where: 'Home' | 'End'): Promise<void>;
  press(...keys: readonly string[]): Promise<void>;
  /** Waits until the status line says that everything is saved. */
  saved(): Promise<void>;
}

export async function openEditor(title: string, options: LaunchOptions = {}): Promise<OpenEditor> {
  const running = await launchApp(options);
  const { page } = running;
  const name = page.getByLabel('Nombre');
  const item = page.getByText(title, { exact: true }).first();
  await name.or(item).first().waitFor();
  if (await name.isVisible()) {
    await name.fill('María');
    await page.getByRole('button', { name: 'Empezar' }).click();
  }
  await openDocument(page, title);
  return { ...running, ...reader(page) };
}

export async function openDocument(page: Page, title: string): Promise<void> {
  await page.getByText(title, { exact: true }).first().dblclick();
  await page.locator('.unit').first().waitFor();
}

/** Reads and moves in the document that is open in `page`. */
export function reader(page: Page): Omit<OpenEditor, keyof RunningApp> {
  const row = (index: number): Locator => page.locator('.unit').nth(index);
  const target = (index: number): Locator => row(index).locator('.target');
  const rows = (count = 10): Promise<readonly Row[]> =>
    page.locator('.unit').evaluateAll(
      (elements, most) =>
        elements.slice(0, most).map((element) => {
          // Not innerText: the browser gives none of what lies off screen in a skipped section.
          const read = (node: Node): string => {
            if (!(node instanceof HTMLElement)) return node.textContent ?? '';
            if (node.matches('.where, [data-lexical-managed-linebreak]')) return '';
            if (node.tagName === 'BR') return '\n';
            const parts = Array.from(node.childNodes, read);
            return parts.filter((part) => part !== '').join(node.matches('.source') ? '\n' : '');
          };
          const text = (name: string): string => read(element.querySelector(name) ?? element).trim();
          const { unit = '', status = '', mode = '' } = (element as HTMLElement).dataset;
          const active = element.classList.contains('active');
          return { id: unit, status, mode, source: text('.source'), target: text('.target'), active };
        }),
      count,
    );
  return {
    row,
    target,
    rows,
    texts: async (count) => (await rows(count)).map(({ target: text }) => text),
    async caret(index, where) {
      await target(index).click();
      await page.keyboard.press('Control+a');
      await page.keyboard.press(where === 'Home' ? 'ArrowLeft' : 'ArrowRight');
    },
    async press(...keys) {
      for (const key of keys) await page.keyboard.press(key);
    },
    async saved() {
      await page.locator('.status-saving[data-state="saved"]').waitFor();
    },
  };
}
