/** One measured piece of work in a process of its own: reads a document, changes every unit, writes it. Prints nothing. */
import { readFileSync, writeFileSync } from 'node:fs';
import { enableCompileCache } from 'node:module';

// Plain JavaScript, as the command line's entry: nothing has to be translated on a second start.
enableCompileCache();
const [source = '', target = ''] = process.argv.slice(2);
const { rewriteFile } = await import('#main/formats/rewrite.ts');
const { bytes } = await rewriteFile(readFileSync(source), 1, source);
writeFileSync(target, bytes);
