import { parseArgs } from 'node:util';
import { fuzz } from './run.ts';

/** Structure-aware fuzzing of the readers and writers: `npm run fuzz [-- --rounds N --seed N]`; exit code 1 on anything untyped. */
const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '2000' }, seed: { type: 'string', default: '1' } },
});
const result = await fuzz(Number(values.rounds), Number(values.seed));
process.stdout.write(`${JSON.stringify(result, null, 1)}\n`);
process.exitCode = result.bad.length > 0 ? 1 : 0;
