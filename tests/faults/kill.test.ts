import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { importText, openClient, withModule } from '#tests/builders/client.ts';
import { temporaryFolder } from '#tests/builders/workspace.ts';
import { startChild } from './engine-child.ts';
import { seeded, Typist } from './typist.ts';
import { patience, rounds, verify } from './verify.ts';

const ROUNDS = rounds(20);

async function workspaceWith(units: number): Promise<{ workspace: string; document: string }> {
  const it = await openClient({ workspace: temporaryFolder() });
  await withModule(it.client);
  const document = await importText(it, Array.from({ length: units }, (_, index) => `Unit number ${index}`).join('\n'));
  await it.close();
  return { workspace: it.workspace, document };
}

test(
  `${ROUNDS} kill -9 while typing: nothing acknowledged is missing, and the next start is clean`,
  async () => {
    const { workspace, document } = await workspaceWith(40);
    const random = seeded(2030);
    let acknowledged = 0;
    for (let seed = 1; seed <= ROUNDS; seed += 1) {
      const child = await startChild(workspace);
      const typist = new Typist(child.client, document, seed);
      const typing = typist.type();
      await sleep(20 + random() * 120);
      await child.kill();
      await typing;
      acknowledged += typist.acknowledged.length;
      expect({ seed, ...(await verify(workspace, typist.acknowledged)) }).toEqual({
        seed,
        integrity: 'ok',
        missing: 0,
        torn: 0,
      });
    }
    expect(acknowledged).toBeGreaterThan(ROUNDS);
  },
  patience(ROUNDS),
);

test('a second process is refused by name while the first lives, and let in after its kill -9', async () => {
  const { workspace } = await workspaceWith(1);
  const first = await startChild(workspace);
  await expect(startChild(workspace)).rejects.toMatchObject({ code: 'workspaceBusy' });
  await first.kill();
  const second = await startChild(workspace);
  await second.kill();
});

test('after a crash the new engine shows what the old one acknowledged', async () => {
  const { workspace, document } = await workspaceWith(3);
  const first = await startChild(workspace);
  const page = await first.client.units.page({ document, from: 0, count: 1 });
  const unit = page.units[0]?.id ?? '';
  const content = [{ text: 'guardado', marks: [] }];
  await first.client.units.apply({ document, commands: [{ type: 'edit', unit, content }] });
  await first.kill();
  await expect(first.client.app.info({})).rejects.toMatchObject({ code: 'engineGone' });
  const second = await startChild(workspace);
  const after = await second.client.units.page({ document, from: 0, count: 1 });
  await second.kill();
  expect(after.units[0]?.content).toEqual(content);
});
