import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, extname, join } from 'node:path';
import { parseArgs } from 'node:util';

/**
 * The three laws over every document of the given folders, whatever its format:
 * `npm run corpus [-- FOLDER… --formats docx,odt --seed N --jobs N --no-validate --no-office]`. Each file runs in a process of its
 * own with a time limit. Prints a table of failures and a JSON summary; exit code 1 on any failure, crash or hang.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  allowNegative: true,
  options: {
    seed: { type: 'string', default: '1' },
    jobs: { type: 'string', default: '2' },
    limit: { type: 'string', default: '120' },
    formats: {
      type: 'string',
      default: 'docx,docm,dotx,pptx,pptm,ppsx,potx,odt,ott,fodt,odp,otp,fodp,xlf,xliff,html,htm,md',
    },
    validate: { type: 'boolean', default: true },
    office: { type: 'boolean', default: true },
  },
});

const CORPUS = new URL('../../shared/corpus/', import.meta.url).pathname;
const VALID = new URL('../tests/formats/laws/valid-main.ts', import.meta.url).pathname;
/** What the validator knows. */
const OOXML: ReadonlySet<string> = new Set(['docx', 'docm', 'dotx', 'pptx', 'pptm', 'ppsx', 'potx']);
/** What LibreOffice opens. */
const OFFICE: ReadonlySet<string> = new Set([...OOXML, 'odt', 'ott', 'fodt', 'odp', 'otp', 'fodp']);
/** For the validator alone, which is no part of the product. */
const VALIDATOR_SECONDS = 300;
const CHECK = new URL('../tests/formats/laws/check-main.ts', import.meta.url).pathname;

interface Failure {
  readonly law: string;
  readonly code: string;
  readonly detail: string;
}

interface Verdict {
  readonly file: string;
  readonly refused?: string;
  readonly failures: readonly Failure[];
  readonly blocks: number;
  readonly ms: Readonly<Record<string, number>>;
  readonly megabytes: number;
}

const FORMATS: ReadonlySet<string> = new Set(values.formats.split(','));

/** Without the dot. */
function endingOf(name: string): string {
  return extname(name).slice(1).toLowerCase();
}

function filesOf(folders: readonly string[]): readonly string[] {
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => FORMATS.has(endingOf(name)) && !name.includes('~$'))
      .toSorted()
      .map((name) => join(folder, name)),
  );
}

interface Ended {
  readonly out: string;
  /** Why there is nothing to read from it. */
  readonly failure?: Failure;
}

/** Runs a program of the laws and waits for it, at most `seconds`. */
function run(program: string, args: readonly string[], seconds: number): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    let out = '';
    let errors = '';
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      child.kill('SIGKILL');
    }, seconds * 1000);
    child.stdout.on('data', (data: Buffer) => (out += data.toString()));
    child.stderr.on('data', (data: Buffer) => (errors += data.toString()));
    child.on('close', (code) => {
      clearTimeout(timer);
      if (isLate) resolve({ out, failure: { law: 'crash', code: 'hang', detail: `over ${seconds} s` } });
      else if (code !== 0)
        resolve({ out, failure: { law: 'crash', code: 'exit', detail: `${code} ${errors.slice(-300)}` } });
      else resolve({ out });
    });
  });
}

function writtenFiles(keep: string): readonly string[] {
  const folder = dirname(keep);
  return readdirSync(folder)
    .filter((name) => name.startsWith(`${basename(keep)}.`))
    .map((name) => join(folder, name));
}

async function check(path: string, keep: string): Promise<Verdict> {
  const { out, failure } = await run(CHECK, [path, '--seed', values.seed, '--keep', keep], Number(values.limit));
  if (failure !== undefined) return { file: path, failures: [failure], blocks: 0, ms: {}, megabytes: 0 };
  const verdict = { ...(JSON.parse(out) as Verdict), file: path };
  if (!values.validate || verdict.refused !== undefined || !OOXML.has(endingOf(path))) return verdict;
  const valid = await run(VALID, [path, ...writtenFiles(keep)], VALIDATOR_SECONDS);
  const found = valid.failure === undefined ? (JSON.parse(valid.out) as readonly Failure[]) : [valid.failure];
  return { ...verdict, failures: [...verdict.failures, ...found] };
}

/** Which of the files LibreOffice turns into PDF, all in one call. */
function openedByOffice(files: readonly string[], out: string): ReadonlySet<string> {
  const home = `-env:UserInstallation=file://${join(out, 'home')}`;
  const args = [home, '--headless', '--convert-to', 'pdf', '--outdir', out, ...files];
  spawnSync('soffice', args, { timeout: 3_600_000 });
  return new Set(files.filter((file) => existsSync(join(out, `${basename(file, extname(file))}.pdf`))));
}

/** Written files LibreOffice does not open although it opens what they were written from. */
function office(origins: ReadonlyMap<string, string>): readonly Failure[] {
  if (!values.office || origins.size === 0 || spawnSync('soffice', ['--version']).status !== 0) return [];
  const opened = openedByOffice([...origins.keys()], folder);
  return (
    [...origins]
      // Alone again: a file that ends the program takes those behind it along.
      .filter(([written]) => !opened.has(written) && openedByOffice([written], folder).size === 0)
      .filter(([, original]) => openedByOffice([original], folder).size > 0)
      .map(([written, original]) => ({
        law: 'office',
        code: 'notOpened',
        detail: `${original} as ${basename(written)}`,
      }))
  );
}

const folders = positionals.length > 0 ? positionals : [CORPUS];
const queue = [...filesOf(folders)];
const folder = mkdtempSync(join(tmpdir(), 'corpus-'));
const verdicts: Verdict[] = [];
const origins = new Map<string, string>();

async function worker(): Promise<void> {
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    // Converted in one folder, so the names must differ before their endings.
    const keep = join(folder, `${queue.length}-${basename(path).replaceAll('.', '_')}`);
    const verdict = await check(path, keep);
    verdicts.push(verdict);
    for (const written of OFFICE.has(endingOf(path)) ? writtenFiles(keep) : []) origins.set(written, path);
    for (const { law, code, detail } of verdict.failures) process.stdout.write(`${path}\t${law}\t${code}\t${detail}\n`);
  }
}

await Promise.all(Array.from({ length: Number(values.jobs) }, () => worker()));
const unopened = office(origins);
for (const { law, code, detail } of unopened) process.stdout.write(`${detail}\t${law}\t${code}\n`);
rmSync(folder, { recursive: true });

const refused = Object.groupBy(
  verdicts.filter((verdict) => verdict.refused !== undefined),
  (verdict) => verdict.refused ?? '',
);
const all = [...verdicts.flatMap((verdict) => verdict.failures), ...unopened];
const summary = {
  files: verdicts.length,
  read: verdicts.filter((verdict) => verdict.refused === undefined && verdict.blocks > 0).length,
  clean: verdicts.filter((verdict) => verdict.failures.length === 0).length,
  blocks: verdicts.reduce((sum, verdict) => sum + verdict.blocks, 0),
  refused: Object.fromEntries(Object.entries(refused).map(([code, list]) => [code, list?.length ?? 0])),
  failures: Object.fromEntries(
    Object.entries(Object.groupBy(all, ({ law }) => law)).map(([law, list]) => [law, list?.length ?? 0]),
  ),
  slowestReadMs: Math.max(0, ...verdicts.map((verdict) => verdict.ms['read'] ?? 0)),
  mostMegabytes: Math.max(0, ...verdicts.map((verdict) => verdict.megabytes)),
};
process.stdout.write(`${JSON.stringify(summary)}\n`);
process.exitCode = all.length > 0 ? 1 : 0;
