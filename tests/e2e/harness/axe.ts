import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright';
import { expect } from 'vitest';

/**
 * Fails with rule, help and places when the page as it stands breaks an accessibility rule (WCAG 2.2 A and AA, and axe's
 * best practices). Legacy mode, because Electron lets no second page open beside the window.
 */
export async function expectNoAxeViolations(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  const lines = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target }) => `${id}: ${help} — ${String(target)}`),
  );
  expect(lines).toEqual([]);
}
