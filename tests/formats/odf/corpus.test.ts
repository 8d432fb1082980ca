import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkFile } from './laws.ts';

const CORPUS = new URL('../../../../shared/corpus/odf/', import.meta.url);

test.each(readdirSync(CORPUS))('the three laws hold for %s', async (name) => {
  expect(await checkFile(new URL(name, CORPUS).pathname)).toMatchObject({ failures: [] });
});
