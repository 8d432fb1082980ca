/** `npm run -s adapta -- COMMAND …`: see docs/command-line.md. Each command is loaded only when called. */
import { enableCompileCache } from 'node:module';
import { runCommand } from './run.ts';

enableCompileCache();
process.exitCode = await runCommand(process.argv.slice(2));
