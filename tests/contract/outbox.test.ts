import { expect, test } from 'vitest';
import { Assembly } from '#shared/contract/pieces.ts';
import type { ResponsePiece } from '#shared/contract/wire.ts';
import { Outbox } from '#main/engine/outbox.ts';

const LIST = Array.from({ length: 20_000 }, (_, index) => ({ id: `u${index}` }));

/** What has been posted, and a port on which copying takes its time. */
function slowPort(): { posted: unknown[]; outbox: Outbox } {
  const posted: unknown[] = [];
  const outbox = new Outbox((message) => {
    posted.push(structuredClone(message));
    const end = performance.now() + 3;
    while (performance.now() < end);
  });
  return { posted, outbox };
}

test('a large answer goes out over several turns, and nothing overtakes it', async () => {
  const { posted, outbox } = slowPort();
  outbox.send({ id: 1, ok: true, result: { list: LIST } });
  outbox.send({ event: 'libraryChanged', payload: {} });
  expect(posted.at(-1)).toHaveProperty('piece');
  await expect.poll(() => posted.at(-1)).toEqual({ event: 'libraryChanged', payload: {} });
  const assembly = new Assembly();
  for (const { piece } of posted.slice(0, -2) as ResponsePiece[]) assembly.add(piece);
  const last = posted.at(-2) as { id: number; ok: boolean; result: unknown };
  expect({ ...last, result: assembly.whole(last.result) }).toEqual({ id: 1, ok: true, result: { list: LIST } });
});

test('what is small goes out at once', () => {
  const { posted, outbox } = slowPort();
  outbox.send({ id: 1, ok: true, result: {} });
  outbox.send({ id: 2, ok: false, error: { code: 'diskFull', params: {} } });
  expect(posted).toHaveLength(2);
});
