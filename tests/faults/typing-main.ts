/**
 * Types through the contract in one process and writes what was acknowledged to a file, one JSON a line, so that a
 * recorder of system calls sees both in order: `typing-main.ts WORKSPACE DOCUMENT ACKNOWLEDGED SEED REQUESTS`.
 */
import { openSync, writeSync } from 'node:fs';
import { createClient } from '#shared/contract/client.ts';
import { startEngine } from '#main/engine/engine.ts';
import { textOffice } from '#tests/builders/client-text-office.ts';
import { Typist } from './typist.ts';

const [workspace = '', document = '', acknowledged = '', seed = '1', requests = '100'] = process.argv.slice(2);
const log = openSync(acknowledged, 'a');
const engine = await startEngine({
  workspace,
  resources: workspace,
  version: '0.0.0',
  office: textOffice,
  print: null,
  sample: false,
});
const client = createClient(async (method, params) => {
  const result = await engine.router.call(method, params);
  if (method === 'units.apply') writeSync(log, `${JSON.stringify(result)}\n`);
  return result;
});
await new Typist(client, document, Number(seed)).type(Number(requests));
// No close: its checkpoint would fold everything in before the recording ends.
process.exit(0);
