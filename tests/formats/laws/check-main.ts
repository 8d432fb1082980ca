import { parseArgs } from 'node:util';
import { checkFile } from './check-file.ts';

/** One file in a process of its own: `node check-main.ts FILE [--seed N] [--keep PATH]`, a verdict as JSON on stdout. */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: '1' },
    keep: { type: 'string' },
  },
});
const verdict = await checkFile(positionals[0] ?? '', {
  seed: Number(values.seed),
  ...(values.keep === undefined ? {} : { keep: values.keep }),
});
process.stdout.write(`${JSON.stringify(verdict)}\n`);
