/** `npm run -s adapta -- COMMAND …`: see docs/command-line.md. Each command is loaded only when called. */
import { runCommand } from './run.ts';

process.exitCode = await runCommand(process.argv.slice(2));
