import { expect, test } from 'vitest';
import { contract, methodsByName } from '#shared/contract/index.ts';
import { openClient } from '#tests/builders/client.ts';

test('every method of the contract has a service', async () => {
  const { engine } = await openClient();
  for (const name of methodsByName().keys()) {
    const response = await engine.router.answer({ id: 1, method: name, params: 'nonsense' });
    expect([name, response]).toEqual([
      name,
      { id: 1, ok: false, error: { code: 'badRequest', params: expect.anything() } },
    ]);
  }
});

test('a method nobody knows is named as such', async () => {
  const { engine } = await openClient();
  for (const method of ['units.drop', 'constructor.name', '__proto__.x', '']) {
    expect(await engine.router.answer({ id: 2, method, params: {} })).toMatchObject({
      error: { code: 'unknownMethod' },
    });
  }
});

test('what is no request gets no answer', async () => {
  const { engine } = await openClient();
  for (const message of [null, 'x', { id: 'a', method: 'app.info', params: {} }, { method: 'app.info' }, []]) {
    expect(await engine.router.answer(message)).toBeNull();
  }
});

test('more than the schema asks for is refused', async () => {
  const { engine } = await openClient();
  const response = await engine.router.answer({ id: 3, method: 'app.info', params: { path: '/etc/passwd' } });
  expect(response).toMatchObject({ ok: false, error: { code: 'badRequest' } });
});

test('a refusal carries the id of its request and nothing of the inside', async () => {
  const { engine } = await openClient();
  const params = { document: 'none', from: 0, count: 1 };
  expect(await engine.router.answer({ id: 7, method: 'units.page', params })).toEqual({
    id: 7,
    ok: false,
    error: { code: 'unknownDocument', params: { document: 'none' } },
  });
});

test('features are the contract’s', () => {
  expect(Object.keys(contract)).toEqual([
    'app',
    'settings',
    'library',
    'imports',
    'units',
    'comments',
    'exports',
    'exchange',
    'backups',
    'memory',
    'terms',
    'checks',
    'segmentation',
    'statistics',
    'jobs',
  ]);
});
