import { validLaw } from './valid-law.ts';

/** `node valid-main.ts ORIGINAL WRITTEN…`: new errors as JSON on stdout. Apart from the laws, since the validator is slow. */
const [original = '', ...written] = process.argv.slice(2);
process.stdout.write(`${JSON.stringify(await validLaw(original, written))}\n`);
