import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { events } from '#shared/contract/events.ts';
import { CONTRACT_VERSION, methodsByName } from '#shared/contract/index.ts';

/** Changed the contract? Raise CONTRACT_VERSION once a version has been released, and put the new hash here. */
const PINNED = { version: 1, hash: 'be5ab9efe250b8b0' };

function shapeOf(schema: z.ZodType): unknown {
  return z.toJSONSchema(schema, { unrepresentable: 'any', reused: 'inline' });
}

test('the schemas are those of the contract version', () => {
  const methods = [...methodsByName()].map(([name, { input, output, job }]) => [
    name,
    shapeOf(input),
    shapeOf(output),
    job,
  ]);
  const announced = Object.entries(events).map(([name, schema]) => [name, shapeOf(schema)]);
  const hash = createHash('sha256')
    .update(JSON.stringify([methods, announced]))
    .digest('hex')
    .slice(0, 16);
  expect({ version: CONTRACT_VERSION, hash }).toEqual(PINNED);
});
