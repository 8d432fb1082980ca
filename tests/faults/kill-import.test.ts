import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { jobSchema } from '#shared/contract/jobs.ts';
import { openConnection } from '#main/store/connection.ts';
import { openClient, withModule } from '#tests/builders/client.ts';
import { temporaryFolder } from '#tests/builders/workspace.ts';
import { startChild, type EngineChild } from './engine-child.ts';
import { seeded } from './typist.ts';
import { patience, rounds, verify } from './verify.ts';

const ROUNDS = rounds(10);
const LINES = 600;

/** Imports until killed; the number of imports that were answered. */
async function importAll(child: EngineChild, path: string): Promise<number> {
  for (let answered = 0; ; answered += 1) {
    try {
      const plan = await child.client.imports.plan({ source: child.grant(path) });
      const rest = { module: 'm', kind: 'reading', title: 'T' } as const;
      await child.client.imports.commit({ plan: plan.plan, links: plan.links, ...rest });
    } catch {
      return answered;
    }
  }
}

test(
  `${ROUNDS} kill -9 while importing: every document is whole, and every answered one is there`,
  async () => {
    const it = await openClient({ workspace: temporaryFolder() });
    await withModule(it.client);
    const { workspace } = it;
    await it.close();
    const path = join(workspace, 'source.txt');
    writeFileSync(path, Array.from({ length: LINES }, (_, index) => `Line number ${index}`).join('\n'));
    const random = seeded(777);
    let answered = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      const child = await startChild(workspace);
      const importing = importAll(child, path);
      await sleep(30 + random() * 300);
      await child.kill();
      answered += await importing;
      expect((await verify(workspace, [])).integrity).toBe('ok');
    }
    const after = await openClient({ workspace });
    const { documents } = await after.client.library.read({});
    expect(documents.length).toBeGreaterThanOrEqual(answered);
    expect(documents.map((document) => document.progress.units)).toEqual(documents.map(() => LINES));
  },
  patience(ROUNDS),
);

test('killed between two slices of storing: nothing is seen, nothing stays, and the file comes in again', async () => {
  const it = await openClient({ workspace: temporaryFolder() });
  await withModule(it.client);
  const { workspace } = it;
  await it.close();
  const path = join(workspace, 'long.txt');
  writeFileSync(path, Array.from({ length: 4000 }, (_, index) => `Line number ${index}`).join('\n'));
  const child = await startChild(workspace);
  const plan = await child.client.imports.plan({ source: child.grant(path) });
  const { promise: storing, resolve } = Promise.withResolvers<undefined>();
  child.onEvent(({ event, payload }) => {
    if (
      event === 'job' &&
      jobSchema.parse(payload).step === 'store' &&
      (jobSchema.parse(payload).progress ?? 0) > 0.5
    ) {
      resolve(undefined);
    }
  });
  const order = { plan: plan.plan, links: plan.links, module: 'm', kind: 'reading', title: 'T' } as const;
  const committing = child.client.imports.commit(order).catch(() => undefined);
  await storing;
  await child.kill();
  await committing;
  expect(documentsIn(workspace)).toBe(1);
  const after = await openClient({ workspace });
  expect(documentsIn(workspace)).toBe(0);
  const again = await after.client.imports.plan({ source: after.grant('long.txt') });
  expect(again.known).toEqual([]);
  const { units } = await after.client.imports.commit({ ...order, plan: again.plan, links: again.links });
  expect(units).toBe(4000);
});

/** Also those nobody sees. */
function documentsIn(workspace: string): number {
  const db = openConnection(join(workspace, 'library.sqlite'));
  try {
    return db.prepare<[], { count: number }>('SELECT count(*) AS count FROM document').get()?.count ?? 0;
  } finally {
    db.close();
  }
}
