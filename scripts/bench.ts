/** `npm run bench -- NAME [ARGS]`: runs `tests/bench/NAME.ts`, which prints its figures as JSON. */
import { existsSync, readdirSync } from 'node:fs';
import { inRoot } from './lib/root.ts';
import { run } from './lib/run.ts';

const [name = '', ...args] = process.argv.slice(2);
const file = inRoot('tests', 'bench', `${name}.ts`);

if (/^[\w-]+$/u.test(name) && existsSync(file)) {
  process.exitCode = await run(process.execPath, ['--expose-gc', file, ...args], { stdio: 'inherit' });
} else {
  const names = readdirSync(inRoot('tests', 'bench')).flatMap((entry) => /^([\w-]+)\.ts$/u.exec(entry)?.[1] ?? []);
  process.stderr.write(`npm run bench -- NAME, one of: ${names.join(', ')}\n`);
  process.exitCode = 2;
}
