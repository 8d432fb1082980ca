import { inspect, parseArgs } from 'node:util';
import { AdaptaError, errorGroup } from '#shared/model/errors.ts';
import type { CliCommand, CommandLine, Output } from './command.ts';

/** Modules by the command's name, of one word or two, loaded when called. */
const COMMANDS: Readonly<Record<string, () => Promise<{ command: CliCommand }>>> = {
  import: async () => await import('./commands/import.ts'),
  units: async () => await import('./commands/units.ts'),
  apply: async () => await import('./commands/apply.ts'),
  export: async () => await import('./commands/export.ts'),
  return: async () => await import('./commands/return.ts'),
  bundle: async () => await import('./commands/bundle.ts'),
  verify: async () => await import('./commands/verify.ts'),
  inspect: async () => await import('./commands/inspect.ts'),
  align: async () => await import('./commands/align.ts'),
  roundtrip: async () => await import('./commands/roundtrip.ts'),
  backups: async () => await import('./commands/backups.ts'),
  restore: async () => await import('./commands/restore.ts'),
  check: async () => await import('./commands/check.ts'),
  rewrite: async () => await import('./commands/rewrite.ts'),
  segment: async () => await import('./commands/segment.ts'),
  analyse: async () => await import('./commands/analyse.ts'),
  'terms import': async () => await import('./commands/terms-import.ts'),
  'terms export': async () => await import('./commands/terms-export.ts'),
  'terms find': async () => await import('./commands/terms-find.ts'),
  'tm import': async () => await import('./commands/tm-import.ts'),
  'tm export': async () => await import('./commands/tm-export.ts'),
  'tm lookup': async () => await import('./commands/tm-lookup.ts'),
  'tm stats': async () => await import('./commands/tm-stats.ts'),
  pretranslate: async () => await import('./commands/pretranslate.ts'),
};

const EXIT = { ok: 0, found: 1, usage: 2, refused: 3, fault: 4 } as const;

/** Runs one command line, prints what it gives on stdout, and returns the exit code. Never throws. */
export async function runCommand(args: readonly string[]): Promise<number> {
  const compact = args.includes('--json');
  try {
    const output = await dispatch(args);
    await print(output, compact);
    return output.failed === true ? EXIT.found : EXIT.ok;
  } catch (cause) {
    const error = await asError(cause);
    await print({ value: { error: { code: error.code, params: error.params } } }, compact);
    if (error.code === 'internal') process.stderr.write(`${inspect(cause)}\n`);
    return EXIT[errorGroup(error.code)];
  }
}

async function dispatch(args: readonly string[]): Promise<Output> {
  const words = Object.hasOwn(COMMANDS, args.slice(0, 2).join(' ')) ? 2 : 1;
  const name = args.slice(0, words).join(' ');
  const rest = args.slice(words);
  if (name === '--help') return { lines: await Promise.all(Object.entries(COMMANDS).map(described)) };
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (load === undefined) {
    process.stderr.write(`adapta ${Object.keys(COMMANDS).join(' | ')} … (docs/command-line.md)\n`);
    throw new AdaptaError('badRequest', { at: 'command', reason: name });
  }
  const { command } = await load();
  return await command.run(read(command, rest));
}

/** How a command is called: options in brackets may be left out. */
async function described([name, load]: readonly [string, () => Promise<{ command: CliCommand }>]): Promise<string> {
  const { command } = await load();
  const options = Object.entries(command.options).map(([option, { type }]) => {
    const words = type === 'boolean' ? `--${option}` : `--${option} ${option.toUpperCase()}`;
    return command.required.includes(option) ? words : `[${words}]`;
  });
  const more = (command.optional ?? 0) > 0 ? ['[…]'] : [];
  return ['adapta', name, ...command.positionals, ...more, ...options].join(' ');
}

function read(command: CliCommand, args: readonly string[]): CommandLine {
  const { values, positionals } = parse(command, args);
  for (const [index, name] of command.positionals.entries()) {
    if (positionals[index] === undefined) throw new AdaptaError('badRequest', { at: name, reason: 'missing' });
  }
  const extra = positionals[command.positionals.length + (command.optional ?? 0)];
  if (extra !== undefined) throw new AdaptaError('badRequest', { at: extra, reason: 'unexpected' });
  for (const name of command.required) {
    if (values[name] === undefined) throw new AdaptaError('badRequest', { at: `--${name}`, reason: 'missing' });
  }
  return { values, positionals };
}

function parse(command: CliCommand, args: readonly string[]): CommandLine {
  try {
    const options = { ...command.options, json: { type: 'boolean' } } as const;
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true }) as CommandLine;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : '';
    throw new AdaptaError('badRequest', { at: 'arguments', reason }, { cause });
  }
}

async function asError(cause: unknown): Promise<AdaptaError> {
  if (cause instanceof AdaptaError) return cause;
  const { wireError } = await import('#main/engine/wire-error.ts');
  const { code, params } = wireError(cause);
  return new AdaptaError(code, params, { cause });
}

/** Waits for a slow reader: a pipe that is full must not cut the last lines off. */
async function print(output: Output, compact: boolean): Promise<void> {
  const lines = 'lines' in output ? output.lines.map(oneLine) : [whole(output.value, compact)];
  const text = lines.map((line) => `${line}\n`).join('');
  await new Promise<void>((resolve) => {
    // A reader that has seen enough (`| head`) closes its end: that is no fault of ours.
    process.stdout.once('error', resolve);
    process.stdout.write(text, () => {
      resolve();
    });
  });
}

/** Readers differ in what ends a line: these may stand in a text, where JSON need not escape them (RFC 8259, 7). */
function oneLine(value: unknown): string {
  return JSON.stringify(value).replaceAll(
    /[\u0085\u2028\u2029]/gu,
    (end) => `\\u${end.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function whole(value: unknown, compact: boolean): string {
  return compact ? JSON.stringify(value) : JSON.stringify(value, null, 2);
}
