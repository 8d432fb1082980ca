/**
 * A program for the command line: `electron out/main/print.js IN.html OUT.pdf OPTIONS.json`. Exit code 0, or 4 when it
 * could not print. Needs no window of the application and no workspace.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { app } from 'electron';
import { printOptionsSchema } from '#shared/contract/control.ts';
import { closeNetwork, guardEveryPage } from './guards.ts';
import { printHtml } from './printing.ts';
import { declareScheme } from './protocol.ts';

const profile = mkdtempSync(join(tmpdir(), 'adapta-print-'));
app.setPath('userData', profile);
declareScheme();
closeNetwork();
app.on('window-all-closed', () => undefined);
app.on('quit', () => rmSync(profile, { recursive: true, force: true }));

async function main(): Promise<void> {
  await app.whenReady();
  guardEveryPage();
  const [input, output, options] = process.argv.slice(-3);
  if (input === undefined || output === undefined || options === undefined)
    throw new Error('usage: print.js IN.html OUT.pdf OPTIONS.json');
  const pdf = await printHtml(
    readFileSync(input, 'utf8'),
    printOptionsSchema.parse(JSON.parse(readFileSync(options, 'utf8'))),
  );
  writeFileSync(output, pdf);
}

main().then(
  () => app.exit(0),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    app.exit(4);
  },
);
