import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningApp, launchApp } from './harness/app.ts';
import { expectNoAxeViolations } from './harness/axe.ts';

let running: RunningApp;

beforeAll(async () => {
  running = await launchApp();
});

afterAll(async () => {
  await running.close();
});

test('the window opens with the application in it', async () => {
  expect(await running.page.title()).toContain('Adapta');
  await expect.poll(() => running.page.locator('#root > *').count()).toBeGreaterThan(0);
});

test('the engine runs in a process of its own', async () => {
  await expect.poll(() => running.enginePid()).toBeGreaterThan(0);
});

test('the first view has no accessibility violation', async () => {
  await expectNoAxeViolations(running.page);
});
